import { isNumberLike, numbersIn } from './dialect';
import { toldBy, type Told } from './formats';
import { isMissing } from './number';
import type { Row } from './rows';
import { isUnitOfTime, roleOf, type Role } from './words';

/** The rows of one recording and what stands above them. */
export interface Table {
  /** Of each column, as far as any is named; empty without a header. */
  readonly names: readonly string[];
  /** A row of units under the names, or empty. */
  readonly units: readonly string[];
  readonly roles: readonly (Role | null)[];
  /** Of the header; null without one. */
  readonly line: number | null;
  /** What follows the header, with whatever stands at the end of the file. */
  readonly data: readonly Row[];
  readonly told: Told;
  /** How many rows stand above the data or are comments, without names and units. */
  readonly notes: number;
}

/** *Decision*: so many rows of numbers are a recording; a summary above it is shorter. */
const LONG = 10;

/** @param text whose rows these are */
export function tableOf(text: string, all: readonly Row[]): Table {
  const rows = all.filter(({ isComment }) => !isComment);
  const first = firstOfData(rows);
  const start = rows[first]?.line ?? 1;
  const data = rows.slice(first);
  const width = Math.max(...data.slice(0, LONG).map(({ cells }) => cells.length));
  const told = toldBy(text.split(/\r\n?|\n/, start - 1).join('\n'), width);
  const above = all.filter(
    ({ line, isComment, cells }) => line < start && (!isComment || cells.length === width)
  );
  const { header, units } = headerIn(above);
  const names = namesOver(data, header?.cells ?? told.names ?? []);
  return {
    names,
    units: units?.cells ?? [],
    roles: names.map((name, i) => roleOf(name) ?? (isUnitOfTime(units?.cells[i] ?? '') ? 'time' : null)),
    line: header?.line ?? null,
    data,
    told,
    notes: all.length - data.length - (header ? 1 : 0) - (units ? 1 : 0)
  };
}

/** With one for the numbers of the rows from 1, which R writes before them without a name. */
function namesOver(data: readonly Row[], names: readonly string[]): readonly string[] {
  const rows = data.slice(0, LONG).map(({ cells }) => cells);
  const isNumbered = rows.every(
    (cells, i) => cells.length === names.length + 1 && cells[0] === String(i + 1)
  );
  // Whole numbers only may be halves of decimals.
  const hasPoints = rows.some((cells) => cells.some((cell) => cell.includes('.')));
  return names.length > 1 && isNumbered && hasPoints ? ['', ...names] : names;
}

/** A row of names parts the rows into tables: that of the recording is the first long one, else the longest. */
function firstOfData(rows: readonly Row[]): number {
  const starts = [0, ...rows.flatMap((row, i) => (isNaming(row) ? [i + 1] : []))];
  const tables = starts.map((from, i) => beginningOf(rows.slice(from, starts[i + 1]), from, i > 0));
  const longest = tables.reduce((most, { length }) => Math.max(most, length), 0);
  const found = tables.find(({ length }) => length === longest);
  if (found && longest > 0) {
    let { first } = found;
    while (isUnmeasured(rows[first - 1], rows[first]?.cells.length)) first -= 1;
    return first;
  }
  return Math.max(
    0,
    rows.findIndex(({ cells }) => numbersIn(cells) > 1)
  );
}

/** Where the numbers of a table begin, and how many rows have them, if fewer than are long. */
function beginningOf(rows: readonly Row[], from: number, isNamed: boolean) {
  // Without names the first column is the time: a summary of words and numbers is no recording.
  const isData = ({ cells }: Row) => numbersIn(cells) > 1 && (isNamed || isNumberLike(cells[0] ?? ''));
  const begins = rows.findIndex((row, i) => isData(row) && !rows.slice(i + 1, i + 3).some(isWords));
  let length = 0;
  for (const row of begins < 0 ? [] : rows.slice(begins)) {
    if (length === LONG) break;
    if (isData(row)) length += 1;
  }
  return { first: from + begins, length };
}

/** A row of the same width that has a time, and nothing else yet. */
function isUnmeasured(row: Row | undefined, width: number | undefined): boolean {
  return (
    row !== undefined &&
    row.cells.length === width &&
    row.cells.some(isNumberLike) &&
    row.cells.every((cell) => isNumberLike(cell) || isMissing(cell))
  );
}

/** Words in more than one column. */
function isWords({ cells }: Row): boolean {
  return !cells.some(isNumberLike) && cells.filter((cell) => !isMissing(cell)).length > 1;
}

/** Words, of which one is known; only the first column may be without a name, as an index is. */
function isNaming({ cells }: Row): boolean {
  if (cells.some(isNumberLike)) return false;
  const last = cells.findLastIndex((cell) => cell !== '');
  return (
    last > 0 &&
    cells.slice(1, last).every((cell) => cell !== '') &&
    cells.some((cell) => roleOf(cell) !== null)
  );
}

/** The nearest row that names a time, else the nearest of any known name; and a row of units under it. */
function headerIn(above: readonly Row[]): { readonly header: Row | null; readonly units: Row | null } {
  const namesTime = ({ cells }: Row, i: number) =>
    cells.length > 1 &&
    cells.some((cell) => roleOf(cell) === 'time' || isUnitOfTime(cell)) &&
    (i === above.length - 1 || !cells.some(isNumberLike));
  const at = [above.findLastIndex(namesTime), above.findLastIndex(isNaming)].find((each) => each >= 0) ?? -1;
  const header = above[at] ?? null;
  const isUnits = header?.cells.some(isUnitOfTime) && !header.cells.some((cell) => /[^\W\d_]{5}/.test(cell));
  if (!header || !isUnits) return { header, units: null };
  const over = above
    .slice(0, at)
    .filter(({ cells }) => cells.length === header.cells.length && !cells.some(isNumberLike));
  const names = over.findLast(({ cells }) => cells.some((cell) => roleOf(cell) === 'time')) ?? over.at(-1);
  return names ? { header: names, units: header } : { header, units: null };
}
