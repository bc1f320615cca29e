import { parseArgs } from 'node:util';
import type { Choices } from '../lib/files/choices';
import type { AnalysisOptions } from '../lib/signal/analysis';
import { written, type Option } from './option';
import { OPTIONS, USAGE, type OptionValues } from './options';
import type { OutputName } from './outputs';
import { targetOf } from './target-option';
import { UsageError } from './usage-error';

export interface CommandLine {
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly output: OutputName;
  readonly choices: Choices;
  readonly options: AnalysisOptions;
  /** Where pictures are written, as it was typed; null: nowhere. */
  readonly pictureFolder: string | null;
}

/** @throws UsageError */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new UsageError(`A file or a folder is needed: ${USAGE}`);
  return {
    paths: positionals,
    output: outputOf(values),
    choices: { time: values.time, value: values.column, timeUnit: values['time-unit'] },
    options: analysisOptions(values),
    pictureFolder: values.picture ?? null
  };
}

function outputOf({ json, jsonl, csv, per }: OptionValues): OutputName {
  if ([json, jsonl, csv].filter(Boolean).length > 1)
    throw new UsageError('Give one of --json, --jsonl and --csv: there is one output.');
  if (per !== undefined && !csv)
    throw new UsageError('--per says what a row of the table is: give --csv too.');
  if (csv) return per === 'file' ? 'csv-files' : 'csv-contractions';
  return json ? 'json' : jsonl ? 'jsonl' : 'text';
}

function analysisOptions(values: OptionValues): AnalysisOptions {
  const { baseline, rest, mvc = null, polarity = 'up', range } = values;
  if (baseline !== undefined && rest !== undefined)
    throw new UsageError('Give --baseline or --rest, not both: the rest would say what the baseline is.');
  if (mvc !== null && mvc <= 0)
    throw new UsageError(
      '--mvc is a distance from the baseline, greater than 0; for a signal that falls there is --polarity down.'
    );
  const listened = rest ? { fromS: rest[0], toS: rest[1] } : 'find';
  return {
    rest: baseline === undefined ? listened : { baseline },
    mvc,
    polarity: ({ up: 1, down: -1, auto: 'find' } as const)[polarity],
    range: range ? { min: range[0], max: range[1] } : null,
    target: targetOf(values)
  };
}

/** The values of the options as their records read them. */
function parsed(args: readonly string[]): { values: OptionValues; positionals: readonly string[] } {
  const records = Object.entries<Option<unknown>>(OPTIONS);
  const options = Object.fromEntries(
    records.map(([name, { argument }]) => [name, { type: argument === null ? 'boolean' : 'string' } as const])
  );
  try {
    // A value may be negative: what follows an option is always its value.
    const { values, positionals } = parseArgs({ args: joined(args), allowPositionals: true, options });
    const read = records.flatMap(([name, record]) =>
      values[name] === undefined ? [] : [[name, record.read(String(values[name]), written(name))] as const]
    );
    return { values: Object.fromEntries(read), positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${sentence.replace(/\.$/, '')}: ${USAGE}`);
  }
}

function joined(args: readonly string[]): string[] {
  const result: string[] = [];
  for (const arg of args) {
    const previous = result.at(-1);
    const isValue = /^-[\d.]/.test(arg) && previous?.startsWith('--') && !previous.includes('=');
    if (isValue) result[result.length - 1] = `${previous}=${arg}`;
    else result.push(arg);
  }
  return result;
}
