import { cellsOf, type Dialect, type Written } from './dialect-writer';

type Mark = '.' | ',';

/** What all cells are if that is the decimal mark and the other one parts thousands; null if one of them is no number then. */
function readWith(cells: readonly string[], mark: Mark): number[] | null {
  const other = mark === '.' ? ',' : '.';
  const shape = new RegExp(`^-?(?:\\d+|\\d{1,3}(?:[${other} '\u00A0]\\d{3})+)(?:[${mark}]\\d*)?$`);
  const plain = cells.map((cell) => cell.replace(/[\u2212\u2013]/, '-'));
  if (!plain.every((cell) => shape.test(cell))) return null;
  return plain.map((cell) =>
    Number(
      cell
        .replace(/[ '\u00A0]/g, '')
        .replaceAll(other, '')
        .replace(mark, '.')
    )
  );
}

/** The decimal marks that the cells of a column allow for, and whether these make different numbers of it. */
function readingsOf(cells: readonly string[]) {
  const marks = (['.', ','] as const).filter((mark) => readWith(cells, mark) !== null);
  const [first, second] = marks.map((mark) => JSON.stringify(readWith(cells, mark)));
  return { marks, isOpen: second !== undefined && first !== second };
}

/** A column that reads differently with either mark, while nothing in the other column settles which one it is. */
function isMarkOpen(own: readonly string[], other: readonly string[], { separator }: Dialect): boolean {
  if (!readingsOf(own).isOpen) return false;
  // Whoever parts columns by commas writes points before decimals.
  if (separator === ',' && !own.some((cell) => cell.includes(','))) return false;
  const { marks } = readingsOf(other);
  const [settled, ...more] = marks;
  if (settled === undefined || more.length > 0) return true;
  // 960 beside 1.010: a writer of decimals would have written 960.000, whatever mark the other column has.
  return own.some((cell) => /^\D?\d+$/.test(cell)) && own.some((cell) => cell.includes(settled));
}

/** Whether a unit that nothing names can be told: a recording has 5 to 2,000 samples a second, and a step of 1 may count them. */
function isUnitOpen({ rateHz }: Written, { unit, unitIn }: Dialect): boolean {
  if (unitIn !== 'nothing') return false;
  const step = { s: 1, ms: 1e3, us: 1e6, min: 1 / 60 }[unit] / rateHz;
  const units = [1, 1e-3, 1e-6, 1e-9, 60, 3600].filter((s) => step * s >= 1 / 2000 && step * s <= 1 / 5);
  return units.length !== 1 || step === 1;
}

/** Whether the text itself leaves open what was recorded; going by the text, and by nothing of the reader. */
export function isAmbiguous(recording: Written, dialect: Dialect): boolean {
  const { times, values } = cellsOf(recording, dialect);
  const isBare = !dialect.isQuoted;
  if (isBare && [...times, ...values].some((cell) => cell.includes(dialect.separator))) return true;
  // Whole numbers in three columns, digits beside the times: 0,5,10 may be 0.5 and 10.
  const areDigits = values.every((value) => /^\d$/.test(value));
  if (
    isBare &&
    dialect.separator === ',' &&
    dialect.hasIndex &&
    areDigits &&
    times.every((time) => /^\d+$/.test(time))
  )
    return true;
  return (
    isMarkOpen(values, times, dialect) || isMarkOpen(times, values, dialect) || isUnitOpen(recording, dialect)
  );
}
