import { FileRefused, quoted } from './refusal';
import type { Table } from './table';
import type { TimeUnit } from './words';

/** What whoever asks for a recording knows better than the file says. Columns go by name, or by number from 1. */
export interface Choices {
  readonly time?: string | undefined;
  readonly value?: string | undefined;
  readonly timeUnit?: TimeUnit | undefined;
}

/** How a sentence calls a column, from 0. */
export const called = ({ names }: Table, column: number): string =>
  names[column] ? quoted(names[column]) : `column ${column + 1}`;

/**
 * @returns the column, from 0
 * @throws FileRefused if there is none, or more than one
 */
export function chosen(table: Table, choice: string): number {
  const wanted = choice.trim().toLowerCase();
  const named = table.names.flatMap((name, i) => (name.trim().toLowerCase() === wanted ? [i] : []));
  const width = Math.max(table.names.length, ...table.data.slice(0, 10).map(({ cells }) => cells.length));
  const numbered = /^\d+$/.test(wanted) ? Number(wanted) - 1 : -1;
  const [first, ...others] = named.length > 0 ? named : numbered >= 0 && numbered < width ? [numbered] : [];
  if (first !== undefined && others.length === 0) return first;
  const line = table.line ?? table.data[0]?.line ?? 1;
  if (first !== undefined)
    throw new FileRefused(
      line,
      first + 1,
      `: ${named.length} columns are named ${quoted(choice)}; choose one by its number: ${named.map((i) => i + 1).join(', ')}.`
    );
  const all = Array.from({ length: width }, (_, i) => called(table, i)).join(', ');
  throw new FileRefused(line, 1, `: there is no column ${quoted(choice)}, only ${all}.`);
}
