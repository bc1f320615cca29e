import type { Unclear } from '../lib/files/refusal';
import { flag, interval, number, oneOf, text, TIME_UNITS, written, type Option } from './option';

/** Every option, in the order of the help. */
export const OPTIONS = {
  json: flag(
    'JSON instead of text, of one file: baseline and MVC in the file’s unit, all else in s and %MVC'
  ),
  jsonl: flag('JSON lines: one line of JSON for each file'),
  csv: flag('a table (RFC 4180) with units in the names of its columns: one row for each contraction'),
  per: oneOf(['contraction', 'file'], 'what a row of the table is; with file, the plausibility of each file'),
  time: text('COLUMN', 'the column of the time: its name, or its number from 1'),
  'time-unit': oneOf(TIME_UNITS, 'what the times count'),
  column: text('COLUMN', 'the column of the value: its name, or its number from 1'),
  baseline: number('N', 'what rest reads'),
  rest: interval(
    'two times in seconds, the earlier one first',
    '0:3',
    'when there was rest, s; without either: the first 3 s, or the steadiest 3 s at the lowest calm level'
  ),
  mvc: number('N', '100 %, above the baseline; without it: the recording’s own largest half second'),
  polarity: oneOf(
    ['up', 'down', 'auto'],
    'which way a contraction moves the value, up without it; auto: the way in which the signal leaves rest'
  ),
  range: interval(
    'two values, the lowest and the highest that the sensor sends',
    '0:4095',
    'the values that the sensor can send; at an end of them a plateau is a lower bound'
  ),
  target: text('P@F', 'scores one round: rise;hold;fall;rest in tenths of a second, and the force in %'),
  start: text('S', 'when its rise begins, s'),
  band: text('B', 'half of its band, %; 10 without it'),
  picture: text('FOLDER', 'also draws each recording, as an SVG file in that folder'),
  help: flag('this text')
} as const satisfies Record<string, Option<unknown>>;

export type OptionName = keyof typeof OPTIONS;
export type OptionValues = {
  readonly [Name in OptionName]?: ReturnType<(typeof OPTIONS)[Name]['read']>;
};

/** Which option says what a file leaves unclear. */
export const OPTION_FOR: Readonly<Record<Unclear, string>> = {
  time: written('time'),
  value: written('column'),
  unit: written('time-unit')
};

export const USAGE = 'npx bodem-analyse FILE|FOLDER ... [--OPTION ...]; --help lists the options.';

export function helpText(): string {
  const rows = Object.entries<Option<unknown>>(OPTIONS).map(
    ([name, { argument, help }]) =>
      [argument === null ? written(name) : `${written(name)} ${argument}`, help] as const
  );
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return `npx bodem-analyse FILE|FOLDER ... [--OPTION ...]
npm run --silent analyse -- FILE|FOLDER ... [--OPTION ...]

The time is the column whose name says so (time, t, ms, Zeit, tijd ...), else the first; the value is the one that is named as a value
(force, pressure, EMG ...), else the only other one. The unit of time is read from the name (time_ms, Time (min)), or from a plausible rate;
clock times, dates of ISO 8601 and the text files of OpenBCI and OpenSignals need none. A file that is not clear is refused; the options below then say how to read it.

${rows.map(([name, help]) => `  ${name.padEnd(width)}${help}`).join('\n')}

A folder stands for its files *.csv, *.txt and *.tsv, also in folders within it. Progress of several files goes to stderr. The exit code is 0 when every file was
analysed, and 2 when one was refused (the others are done) or the command was not understood.

What each figure means: docs/signal.md; how a file is understood: docs/files.md; examples: docs/analyse.md
`;
}
