import { parseClock, type ClockTime } from './clock';
import type { Columns } from './columns';
import { placesOf } from './counted';
import type { Choices } from './choices';
import { decimalMarkOf, type MarksSeen } from './marks';
import { isMissing, parseNumber, type DecimalMark } from './number';
import { FileRefused, quoted } from './refusal';
import type { Row } from './rows';
import type { Table } from './table';
import { medianStep, unitOfTimes } from './time-unit';
import type { TimeScale } from './understood';
import { SECONDS, timeUnitOf } from './words';

/** How the rows of a file have their times. */
export interface Timing {
  /** Of one row, in the file's unit; NaN: the row has none. */
  readonly at: (row: Row, i: number) => number;
  /** Null where no numbers are read. */
  readonly decimalMark: DecimalMark | null;
  /** @param t in the file's unit, rising */
  readonly scaleOf: (t: readonly number[]) => TimeScale;
}

/** How long a unit is, s. */
export const secondsIn = (scale: TimeScale): number => {
  if (scale.unit === 'clock') return 1;
  return scale.unit === 'sample' ? 1 / scale.rateHz : SECONDS[scale.unit];
};

/** @throws FileRefused at a cell that is no time */
export function timingOf(
  table: Table,
  data: readonly Row[],
  { time, index }: Columns,
  choices: Choices,
  marks: { readonly time: MarksSeen; readonly value: MarksSeen; readonly isCommaSeparated: boolean }
): Timing {
  if (time === null) return counted(data, index, table.told.rateHz ?? NaN);
  const first = data.find(({ cells }) => !isMissing(cells[time] ?? ''));
  if (parseClock(first?.cells[time] ?? '')) return byClock(time, choices);
  const decimalMark = decimalMarkOf(time + 1, marks.time, [marks.value], marks.isCommaSeparated);
  return {
    at: ({ line, cells }) => {
      const cell = cells[time] ?? '';
      if (isMissing(cell)) return NaN;
      const read = parseNumber(cell, decimalMark);
      if (Number.isFinite(read)) return read;
      throw new FileRefused(line, time + 1, ` is ${quoted(cell)}, where a number is needed.`);
    },
    decimalMark,
    scaleOf: (t) => scaleOf(table, time, t, choices)
  };
}

function scaleOf(table: Table, time: number, t: readonly number[], { timeUnit }: Choices): TimeScale {
  if (timeUnit !== undefined) return { unit: timeUnit, from: 'choice' };
  const said = timeUnitOf(table.names[time] ?? '') ?? timeUnitOf(table.units[time] ?? '');
  const unit = unitOfTimes(medianStep(t), said, {
    line: table.line ?? 1,
    column: time + 1,
    isNamed: table.line !== null
  });
  return { unit, from: said === null ? 'rate' : 'header' };
}

function counted(data: readonly Row[], index: number | null, rateHz: number): Timing {
  const counts = data.map(({ cells }) => (index === null ? NaN : parseNumber(cells[index] ?? '', '.')));
  const places = placesOf(counts);
  return {
    at: (_, i) => places[i] ?? NaN,
    decimalMark: null,
    scaleOf: () => ({ unit: 'sample', from: 'header', rateHz })
  };
}

/** Seconds since the first row's time, also past midnight. */
function byClock(column: number, { timeUnit }: Choices): Timing {
  let start: ClockTime | null = null;
  let [last, turns] = [NaN, 0];
  return {
    at: ({ line, cells }) => {
      const cell = cells[column] ?? '';
      if (isMissing(cell)) return NaN;
      const clock = parseClock(cell);
      if (!clock || timeUnit !== undefined) {
        const sentence = clock
          ? ` is ${quoted(cell)}, a clock time, which has no unit to choose.`
          : ` is ${quoted(cell)}, where a clock time is needed, as in the rows above.`;
        throw new FileRefused(line, column + 1, sentence);
      }
      if (clock.s < last - clock.turnS / 2) turns += clock.turnS;
      last = clock.s;
      start ??= clock;
      const passed = clock.s - start.s + turns + (clock.fractionS - start.fractionS);
      return Math.round(passed * 1e9) / 1e9;
    },
    decimalMark: null,
    scaleOf: () => ({ unit: 'clock', from: 'cells' })
  };
}
