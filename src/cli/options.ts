import { parseArgs } from 'node:util';
import type { AnalysisOptions } from '../lib/signal/analysis';
import type { Choices } from '../lib/files/choices';
import type { Unclear } from '../lib/files/refusal';
import { SECONDS, type TimeUnit } from '../lib/files/words';
import { targetOf } from './target-option';
import { numberOf, UsageError } from './usage-error';

export const USAGE =
  'npm run --silent analyse -- FILE.csv [--json] [--time COLUMN] [--time-unit UNIT] [--column COLUMN] [--baseline N | --rest A:B] [--mvc N] [--polarity up|down] [--target "20;60;20;40@97" --start S [--band 10]]';

export const HELP = `${USAGE}

The time is the column whose name says so (time, t, ms, Zeit, tijd ...), else the first; the value is the one that is named as a value
(force, pressure, EMG ...), else the only other one. The unit of time is read from the name (time_ms, Time (min)), or from a plausible rate;
clock times, dates of ISO 8601 and the text files of OpenBCI and OpenSignals need none. What is not clear is refused, and may be said:

  --time COLUMN      the column of the time: its name, or its number from 1
  --time-unit UNIT   what the times count: s, ms, us, ns, min or h
  --column COLUMN    the column of the value: its name, or its number from 1
  --json             JSON instead of text: baseline and MVC in the file's unit, all else in s and %MVC
  --baseline N       what rest reads
  --rest A:B         when there was rest, s; without either: the first 3 s
  --mvc N            100 %, above the baseline; without it: the recording's own largest half second
  --polarity down    a contraction lowers the value
  --target P@F       scores one round: rise;hold;fall;rest in tenths of a second, and the force in %
  --start S          when its rise begins, s
  --band B           half of its band, %; 10 without it

What each figure means: docs/signal.md; how a file is understood: docs/files.md
`;

/** Which option says what a file leaves unclear. */
export const OPTION_FOR: Readonly<Record<Unclear, string>> = {
  time: '--time',
  value: '--column',
  unit: '--time-unit'
};

/** Rest is listened to for so long where nothing else is said, s. */
const DEFAULT_REST_S = 3;

export interface CommandLine {
  readonly file: string;
  readonly json: boolean;
  readonly choices: Choices;
  /** @param startS time of the first sample */
  readonly optionsFor: (startS: number) => AnalysisOptions;
}

/** @throws UsageError */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError(`One file is needed: ${USAGE}`);
  const { baseline, rest, polarity = 'up' } = values;
  if (baseline !== undefined && rest !== undefined)
    throw new UsageError('Give --baseline or --rest, not both: the rest would say what the baseline is.');
  if (polarity !== 'up' && polarity !== 'down')
    throw new UsageError(`--polarity is up or down, not "${polarity}".`);
  const mvc = values.mvc === undefined ? null : numberOf('--mvc', values.mvc);
  if (mvc !== null && mvc <= 0)
    throw new UsageError(
      '--mvc is a distance from the baseline, greater than 0; for a signal that falls there is --polarity down.'
    );
  const known = baseline === undefined ? null : { baseline: numberOf('--baseline', baseline) };
  const stretch = rest === undefined ? null : restOf(rest);
  const target = targetOf(values);
  return {
    file,
    json: values.json ?? false,
    choices: { time: values.time, value: values.column, timeUnit: timeUnitOf(values['time-unit']) },
    optionsFor: (startS) => ({
      rest: known ?? stretch ?? { fromS: startS, toS: startS + DEFAULT_REST_S },
      mvc,
      polarity: polarity === 'up' ? 1 : -1,
      target
    })
  };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      // A value may be negative: what follows an option is always its value.
      args: joined(args),
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        time: text,
        'time-unit': text,
        column: text,
        baseline: text,
        rest: text,
        mvc: text,
        polarity: text,
        target: text,
        start: text,
        band: text
      }
    });
  } catch (error) {
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

function timeUnitOf(text: string | undefined): TimeUnit | undefined {
  if (text !== undefined && !Object.hasOwn(SECONDS, text))
    throw new UsageError(`--time-unit is one of ${Object.keys(SECONDS).join(', ')}, not "${text}".`);
  return text as TimeUnit | undefined;
}

function restOf(text: string): { fromS: number; toS: number } {
  const [fromS = NaN, toS = NaN, ...others] = text.split(':').map((part) => numberOf('--rest', part));
  if (others.length > 0 || !(toS > fromS))
    throw new UsageError(
      `--rest is two times in seconds, the earlier one first, such as 0:3; not "${text}".`
    );
  return { fromS, toS };
}
