import { refuseAmbiguousCommas, refuseUnnamedColumns, refuseWideRows } from './ambiguity';
import type { Choices } from './choices';
import { columnsOf, type Columns } from './columns';
import { isNumberLike, separatorOf } from './dialect';
import { decode } from './encoding';
import { decimalMarkOf, MarksSeen } from './marks';
import { isMissing, parseNumber } from './number';
import { FileRefused, quoted } from './refusal';
import { rowsOf, type Row } from './rows';
import { withoutSharedTimes } from './stamps';
import { tableOf } from './table';
import { secondsIn, timingOf } from './times';
import type { Understood, UnderstoodColumn } from './understood';

export interface Recording {
  /** s; where the file has clock times or counts samples, since the first of them. */
  readonly t: Float64Array;
  /** In the file's own unit. */
  readonly v: Float64Array;
  readonly understood: Understood;
}

/** Fewer samples are no recording. */
const LEAST = 3;

/**
 * Times in s and values in the file's unit.
 *
 * @throws FileRefused naming line and column
 */
export function readRecording(bytes: Uint8Array, choices: Choices = {}): Recording {
  const { text, encoding } = decode(bytes);
  if (text.trim() === '') throw new FileRefused(1, 1, ': the file is empty.');
  const separator = separatorOf(text);
  const table = tableOf(text, [...rowsOf(text, separator)]);
  const columns = columnsOf(table, choices);
  const { time, value, index } = columns;
  const data = withoutFooter(table.data, columns);
  const isCommaSeparated = separator === ',';
  refuseWideRows(data, table.names.length, separator);
  if (isCommaSeparated) refuseAmbiguousCommas(data, time ?? index ?? 0);
  if (table.names.length === 0 && choices.value === undefined) refuseUnnamedColumns(data);
  const marks = { time: new MarksSeen(), value: new MarksSeen(), isCommaSeparated };
  for (const { line, cells } of data) {
    if (time !== null) marks.time.add(line, cells[time] ?? '');
    marks.value.add(line, cells[value] ?? '');
  }
  const timing = timingOf(table, data, columns, choices, marks);
  const valueMark = decimalMarkOf(value + 1, marks.value, [marks.time], isCommaSeparated);
  const [t, v]: [number[], number[]] = [[], []];
  let lastStamp = '';
  data.forEach((row, i) => {
    const stamp = row.cells[time ?? 0] ?? '';
    const at = timing.at(row, i);
    const cell = row.cells[value] ?? '';
    if (isMissing(cell)) return;
    if (Number.isNaN(at)) {
      const what = stamp === '' ? 'is empty' : `is ${quoted(stamp)}`;
      throw new FileRefused(row.line, (time ?? 0) + 1, ` ${what}, where a time is needed.`);
    }
    const read = parseNumber(cell, valueMark);
    if (!Number.isFinite(read))
      throw new FileRefused(row.line, value + 1, ` is ${quoted(cell)}, where a number is needed.`);
    const last = t.at(-1) ?? -Infinity;
    if (at < last)
      throw new FileRefused(
        row.line,
        (time ?? 0) + 1,
        ` goes back in time: ${stamp} comes after ${lastStamp}.`
      );
    lastStamp = stamp;
    t.push(at);
    v.push(read);
  });
  const even = withoutSharedTimes(t, v);
  if (even.t.length < LEAST)
    throw new FileRefused(
      data.at(-1)?.line ?? 1,
      1,
      `: the recording ends after ${even.t.length} sample${even.t.length === 1 ? '' : 's'}.`
    );
  const timeUnit = timing.scaleOf(even.t);
  const named = (column: number): Omit<UnderstoodColumn, 'decimalMark'> => ({
    column: column + 1,
    name: table.names[column] ?? null
  });
  return {
    t: Float64Array.from(even.t, (each) => each * secondsIn(timeUnit)),
    v: Float64Array.from(even.v),
    understood: {
      encoding,
      separator,
      time: time === null ? null : { ...named(time), decimalMark: timing.decimalMark },
      value: { ...named(value), decimalMark: valueMark },
      timeUnit,
      skippedRows: table.notes + table.data.length - data.length,
      missingValues: data.length - v.length,
      averagedSamples: even.averaged,
      spreadSamples: even.spread
    }
  };
}

/** What stands below the last time is no data; but if hardly anything stands above it, it is no footer either. */
function withoutFooter(data: readonly Row[], { time, value, index }: Columns): readonly Row[] {
  const [first, second] = [time ?? index ?? value, value];
  const last = data.findLastIndex(({ cells }) => {
    const [at = '', with_ = ''] = [cells[first], cells[second]];
    return isNumberLike(at) || (isMissing(at) && isNumberLike(with_));
  });
  return last + 1 < LEAST ? data : data.slice(0, last + 1);
}
