import type { TimeScale, Understood, UnderstoodColumn } from '../lib/files/understood';
import { count, line, show } from './lines';

const SEPARATOR_NAMES = {
  '\t': 'tabs',
  ';': 'semicolons',
  '|': 'bars',
  ',': 'commas',
  ' ': 'spaces'
} as const;

/** How the file was read, and everything that was changed or left out. */
export function fileLines(file: Understood): string[] {
  const { time, value, timeUnit } = file;
  const done = [
    [file.skippedRows, 'row', 'skipped: no data'],
    [file.missingValues, 'row', 'without a value left out'],
    [file.averagedSamples, 'sample', 'of a shared time averaged'],
    [file.spreadSamples, 'sample', 'of a shared time spread over the step to the next']
  ] as const;
  return [
    line('File', `${file.encoding}, columns parted by ${SEPARATOR_NAMES[file.separator]}`),
    line('Time', `${time ? `${column(time)}, ` : ''}${scale(timeUnit)}`),
    line('Value', column(value)),
    ...done.filter(([n]) => n > 0).map(([n, what, how]) => line('', `${count(n, what)} ${how}`))
  ];
}

const column = ({ column, name, decimalMark }: UnderstoodColumn) =>
  `column ${column}${name === null ? '' : ` "${name}"`}${decimalMark === null ? '' : `, decimal mark ${decimalMark}`}`;

const SOURCES = {
  header: 'as the header says',
  rate: 'the only plausible rate',
  choice: 'as chosen'
} as const;

function scale(scale: TimeScale): string {
  if (scale.unit === 'clock') return 'clock times, counted from the first';
  if (scale.unit === 'sample') return `samples counted, ${show(scale.rateHz)} a second as the header says`;
  return `in ${scale.unit} (${SOURCES[scale.from]})`;
}
