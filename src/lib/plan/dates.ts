import { addDays, daysBetween, isDay, type Day } from './calendar';
import type { Track } from './situation';

/** The tracks that count from a day: a birth, an operation, or the day a child is due. */
export type DatedKind = Exclude<Track['kind'], 'other'>;

/** What is wrong with a day that weeks are to count from. */
export type DateFault = 'missing' | 'wrong' | 'early' | 'future' | 'late' | 'due';

const YEAR_DAYS = 365.25;
/** *Decision*: a birth or an operation that still matters lies at most so long ago; years of two digits do not pass. */
const LONGEST_AGO_DAYS = Math.round(70 * YEAR_DAYS);
/** *Decision*: an operation is planned at most so long before; until then it is trained for. */
const PLANNED_DAYS = 365;
/** *Decision*: a due date lies at most a pregnancy of 42 weeks ahead, and at most 3 weeks behind. */
const AHEAD_DAYS = 42 * 7;
const OVERDUE_DAYS = 21;
/** *Decision*: after so long it is asked whether the date is right; recovery is over. */
const LONG_AGO_YEARS = 2;

/** The days that are possible, the first and the last of them included. */
export function possibleDays(kind: DatedKind, today: Day): { readonly from: Day; readonly to: Day } {
  if (kind === 'pregnant') return { from: addDays(today, -OVERDUE_DAYS), to: addDays(today, AHEAD_DAYS) };
  const to = kind === 'surgery' ? addDays(today, PLANNED_DAYS) : today;
  return { from: addDays(today, -LONGEST_AGO_DAYS), to };
}

/** Whether that day can be what a track counts from; null: it can. One rule, wherever a date is typed. */
export function dateFault(kind: Track['kind'], day: string, today: Day): DateFault | null {
  if (kind === 'other') return null;
  if (day === '') return 'missing';
  if (!isDay(day)) return 'wrong';
  const { from, to } = possibleDays(kind, today);
  if (day >= from && day <= to) return null;
  if (kind === 'pregnant') return 'due';
  if (day < from) return 'early';
  return kind === 'surgery' ? 'late' : 'future';
}

/**
 * Whether a stored day can be counted from: earlier versions let any year pass. A day that lies ahead can be one: the clock may be wrong,
 * and it opens nothing; and a pregnancy may be over since it was set up.
 */
export function isPossible(kind: DatedKind, day: Day, today: Day): boolean {
  const fault = dateFault(kind, day, today);
  return (
    fault !== 'wrong' && fault !== 'early' && !(fault === 'due' && daysBetween(day, today) > LONGEST_AGO_DAYS)
  );
}

/** Whole years since then, where that is so long ago that the date may be wrong; null where it is not. */
export function yearsAgo(day: Day, today: Day): number | null {
  const years = Math.floor(daysBetween(day, today) / YEAR_DAYS);
  return years >= LONG_AGO_YEARS ? years : null;
}
