import { isNumberLike } from './dialect';
import { FileRefused } from './refusal';
import type { Row, Separator } from './rows';

const counted = (row: Row) => row.cells.filter((cell) => cell !== '' && isNumberLike(cell)).length;

/**
 * Refuses rows with more numbers than there are names, where a separator may stand within a number.
 *
 * @param names how many columns the header names; 0 without one
 */
export function refuseWideRows(data: readonly Row[], names: number, separator: Separator): void {
  if (names === 0) return;
  const width = Math.max(2, names);
  const isWhole = separator === ',' && hasNoPoints(data);
  const mayMark = separator === ',' || separator === ' ';
  const hasMark = isWhole ? (row: Row) => counted(row) > 2 : hasThousands;
  const wide = data.find(
    (row) => counted(row) > width || (mayMark && row.cells.length > width && hasMark(row))
  );
  if (!wide) return;
  const reason =
    separator === ','
      ? `the comma may be both separator and ${isWhole ? 'decimal' : 'thousands'} mark. Save the file with semicolons.`
      : 'a number may have a separator within it, or a column may have no name.';
  throw new FileRefused(wide.line, width + 1, ` is one cell too many for ${width} columns: ${reason}`);
}

const hasNoPoints = (data: readonly Row[]) =>
  !data.some(({ cells }) => cells.some((cell) => cell.includes('.')));

/** Thousands such as 1,012 or 1 012, read as two cells. */
const hasThousands = ({ cells }: Row) =>
  cells.some((cell, i) => /^\d{3}(?:[.,]\d*)?$/.test(cell) && /^\D?[1-9]\d{0,2}$/.test(cells[i - 1] ?? ''));

/**
 * Refuses commas between whole numbers where times repeat or have digits beside them, and would be more even with what stands beside them as
 * their fractions.
 *
 * @param time column, from 0
 */
export function refuseAmbiguousCommas(data: readonly Row[], time: number): void {
  const three = data.find((row) => counted(row) > 2);
  if (three && hasNoPoints(data) && wouldBeFractions(data, time))
    throw new FileRefused(
      three.line,
      time + 1,
      ': the comma may be both separator and decimal mark. Save the file with semicolons.'
    );
}

function wouldBeFractions(data: readonly Row[], time: number): boolean {
  const beside = (row: Row) => row.cells[time + 1] ?? '';
  const whole = stepsOf(data.map(({ cells }) => Number(cells[time])));
  const fractions = stepsOf(data.map((row) => Number(`${row.cells[time]}.${beside(row)}`)));
  // Times that repeat are as uneven as one that steps by 1 now and then; with fractions they would have to be far better.
  const repeats = whole.least <= 0;
  const limit = repeats ? Math.max(1, whole.range) / 2 : whole.range + 1e-9;
  const areDigits = data.every((row) => /^\d?$/.test(beside(row)));
  return (repeats || areDigits) && fractions.least >= 0 && fractions.range <= limit;
}

/** The shortest step, and how much longer the longest is. */
function stepsOf(t: readonly number[]): { readonly least: number; readonly range: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const [i, each] of t.slice(1).entries()) {
    const step = each - (t[i] ?? NaN);
    [least, most] = [Math.min(least, step), Math.max(most, step)];
  }
  return { least, range: most - least };
}

/** Without names, nothing says which of three columns is the value. */
export function refuseUnnamedColumns(data: readonly Row[]): void {
  const three = data.find((row) => counted(row) > 2);
  if (three)
    throw new FileRefused(
      three.line,
      3,
      ': no header names the columns, so nothing says which one is the value. Name them, such as time_s and force.',
      'value'
    );
}
