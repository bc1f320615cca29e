import { parseArgs } from 'node:util';
import type { AnalysisOptions } from '../lib/signal/analysis';
import { PATTERN_UNIT_MS } from '../lib/signal/target';
import { UsageError } from './csv';

export const USAGE =
  'npm run --silent analyse -- FILE.csv [--json] [--baseline N | --rest A:B] [--mvc N] [--polarity up|down] [--target "20;60;20;40@97" --start S [--band 10]]';

export const HELP = `${USAGE}

The first column of FILE.csv is the time in seconds, the second the value; further columns are ignored.

  --json             JSON instead of text: baseline and MVC in the file's unit, all else in s and %MVC
  --baseline N       what rest reads
  --rest A:B         when there was rest, s; without either: the first 3 s
  --mvc N            100 %, above the baseline; without it: the recording's own largest half second
  --polarity down    a contraction lowers the value
  --target P@F       scores one round: rise;hold;fall;rest in tenths of a second, and the force in %
  --start S          when its rise begins, s
  --band B           half of its band, %; 10 without it

What each figure means: docs/signal.md
`;

/** Rest is listened to for so long where nothing else is said, s. */
const DEFAULT_REST_S = 3;
const DEFAULT_BAND_PCT = 10;

export interface CommandLine {
  readonly file: string;
  readonly json: boolean;
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

function restOf(text: string): { fromS: number; toS: number } {
  const [fromS = NaN, toS = NaN, ...others] = text.split(':').map((part) => numberOf('--rest', part));
  if (others.length > 0 || !(toS > fromS))
    throw new UsageError(
      `--rest is two times in seconds, the earlier one first, such as 0:3; not "${text}".`
    );
  return { fromS, toS };
}

function targetOf(values: {
  target?: string | undefined;
  start?: string | undefined;
  band?: string | undefined;
}): AnalysisOptions['target'] {
  if (values.target === undefined) {
    if (values.start !== undefined || values.band !== undefined)
      throw new UsageError('--start and --band belong to a --target.');
    return null;
  }
  const match = /^(\d+);(\d+);(\d+);(\d+)@(\d+(?:\.\d+)?)$/.exec(values.target.replaceAll(' ', ''));
  if (!match)
    throw new UsageError(
      `--target is rise;hold;fall;rest in tenths of a second and a force in %, such as "20;60;20;40@97"; not "${values.target}".`
    );
  if (values.start === undefined)
    throw new UsageError('--target needs --start: when its rise begins, in seconds of the recording.');
  const [rise = NaN, hold = NaN, fall = NaN, rest = NaN, forcePct = NaN] = match.slice(1).map(Number);
  const bandPct = values.band === undefined ? DEFAULT_BAND_PCT : numberOf('--band', values.band);
  if (!(bandPct > 0 && forcePct > 0 && rise + hold + fall + rest > 0))
    throw new UsageError('Force, band and length of the target are greater than 0.');
  return {
    pattern: {
      riseMs: rise * PATTERN_UNIT_MS,
      holdMs: hold * PATTERN_UNIT_MS,
      fallMs: fall * PATTERN_UNIT_MS,
      restMs: rest * PATTERN_UNIT_MS
    },
    forcePct,
    bandPct,
    startS: numberOf('--start', values.start)
  };
}

function numberOf(option: string, text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`${option} needs a number, not "${text}".`);
  return value;
}
