import { isNumberLike } from './dialect';
import { called, chosen, type Choices } from './choices';
import { FileRefused, type Unclear } from './refusal';
import type { Table } from './table';

/** All from 0. */
export interface Columns {
  /** Null: the samples are counted, and the header says how many a second there are. */
  readonly time: number | null;
  readonly value: number;
  /** Numbers the samples, where there is no time. */
  readonly index: number | null;
}

/**
 * Which columns hold the time and the value. The time goes by its name, or is a first column of no known name; the value is what the format
 * records, else what has a name of a value, else what has no known name. Without names they are the first two columns of numbers.
 *
 * @throws FileRefused if several columns could be it, or none
 */
export function columnsOf(table: Table, choices: Choices): Columns {
  const time = choices.time === undefined ? null : chosen(table, choices.time);
  const value = choices.value === undefined ? null : chosen(table, choices.value);
  if (time !== null && time === value)
    throw refused(table, time, ` ${called(table, time)} cannot be both the time and the value.`, null);
  if (table.names.length === 0) return unnamed(table, time, value);
  return named(table, time, value, choices.timeUnit === undefined);
}

function unnamed({ data }: Table, time: number | null, value: number | null): Columns {
  const numbers = (data[0]?.cells ?? []).flatMap((cell, i) => (isNumberLike(cell) ? [i] : []));
  const at = time ?? numbers.find((i) => i !== value) ?? 0;
  return { time: at, value: value ?? numbers.find((i) => i !== at) ?? 1, index: null };
}

function named(
  table: Table,
  chosenTime: number | null,
  chosenValue: number | null,
  mayCount: boolean
): Columns {
  const { names, roles, told } = table;
  const times = roles.flatMap((role, i) =>
    role === 'time' && i !== chosenValue && holdsNumbers(table, i) ? [i] : []
  );
  const index = roles.indexOf('index');
  const isTold = told.rateHz !== null && (times.length === 0 || told.isStampedOnArrival);
  if (isTold && mayCount && chosenTime === null)
    return { time: null, value: chosenValue ?? valueIn(table, null), index: index < 0 ? null : index };
  const isFirstUnknown =
    roles[0] === null && names[0] !== '' && index < 0 && chosenValue !== 0 && holdsNumbers(table, 0);
  const time = chosenTime ?? finestOf(times, table) ?? (isFirstUnknown ? 0 : null);
  if (time === null) throw noTime(table, chosenValue);
  const value = chosenValue ?? valueIn(table, time);
  return { time: chosenTime ?? timeBefore(value, table, times) ?? time, value, index: null };
}

function valueIn(table: Table, time: number | null): number {
  const { names, roles, told } = table;
  const all = Array.from(names, (_, i) => i).filter((i) => i !== time);
  const ranks = [
    all.filter((i) => told.isSignal?.(names[i] ?? '')),
    ...(['value', null, 'index'] as const).map((role) => all.filter((i) => roles[i] === role))
  ];
  const best = ranks
    .map((rank) => rank.filter((i) => holdsNumbers(table, i)))
    .find((rank) => rank.length > 0);
  const [first] = best ?? [];
  if (!best || first === undefined)
    throw refused(table, 0, ' no column beside the time holds numbers.', 'value');
  const moving = best.filter((i) => changesIn(table, i) > 1);
  const values = best.length > 1 && moving.length > 0 ? moving : best;
  if (values.length === 1) return values[0] ?? first;
  const list = values.map((each) => called(table, each)).join(', ');
  throw refused(
    table,
    values[0] ?? first,
    ` nothing says which column is the value; choose one of ${list}.`,
    'value'
  );
}

/** Among the times that stand directly before a value, as where a left and a right side have one each. */
function timeBefore(value: number, table: Table, times: readonly number[]): number | null {
  const from = table.roles.slice(0, value).findLastIndex((role) => role === 'value') + 1;
  const before = times.filter((time) => time >= from && time < value);
  return finestOf(before, table);
}

/** The first of those that change most often from row to row: a clock of whole seconds gives way to milliseconds beside it. */
function finestOf(times: readonly number[], table: Table): number | null {
  const changes = times.map((time) => changesIn(table, time));
  return times[changes.indexOf(Math.max(...changes))] ?? null;
}

const holdsNumbers = ({ data }: Table, column: number) =>
  data.some(({ cells }) => isNumberLike(cells[column] ?? ''));

/** How often the cells of a column differ from those above; the first one does. */
const changesIn = ({ data }: Table, column: number) =>
  data.filter(({ cells }, i) => cells[column] !== data[i - 1]?.cells[column]).length;

function noTime(table: Table, chosenValue: number | null): FileRefused {
  const unread = table.roles.findIndex((role, i) => role === 'time' && i !== chosenValue);
  if (unread >= 0)
    return refused(
      table,
      unread,
      ` ${called(table, unread)} holds neither numbers nor clock times such as 12:00:01.5.`,
      'time'
    );
  const index = table.roles.indexOf('index');
  const counts = index < 0 ? '' : `, and ${called(table, index)} counts samples`;
  return refused(
    table,
    Math.max(0, index),
    ` the unit of time is not known: no ${chosenValue === null ? '' : 'other '}column is named as a time${counts}. Name the time, such as time_s.`,
    'time'
  );
}

/** @param column from 0 */
function refused(table: Table, column: number, sentence: string, unclear: Unclear | null): FileRefused {
  return new FileRefused(table.line ?? table.data[0]?.line ?? 1, column + 1, `:${sentence}`, unclear);
}
