/** What a cell holds; null: nothing is known. */
export type Cell = string | number | boolean | null;

/** A column of a table of such rows. Another one is another record. */
export interface Column<Row> {
  /** With its unit, as in rise_rate_pct_per_s. */
  readonly name: string;
  readonly of: (row: Row) => Cell;
}

/** Significant digits of a number: more than any figure has. */
const DIGITS = 7;

/** One row as RFC 4180 has it, with its line end; numbers have a point, and nothing known is an empty cell. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`;

export const csvRow = <Row>(columns: readonly Column<Row>[], row: Row): string =>
  csvLine(columns.map(({ of }) => of(row)));

function quoted(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(DIGITS))) : '';
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
