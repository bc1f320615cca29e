import { addDays, daysBetween, isDay, type Day } from './calendar';
import type { Track } from './situation';

/** What is wrong with a day that weeks are to count from. */
export type DateFault = 'missing' | 'wrong' | 'future' | 'due';

/** *Decision*: a due date lies at most so many days ahead, or behind. */
const AHEAD_DAYS = 300;
const OVERDUE_DAYS = 21;
/** *Decision*: after so long it is asked whether the date is right; recovery is over. */
const LONG_AGO_YEARS = 2;
const YEAR_DAYS = 365.25;

/** Whether that day can be what a track counts from; null: it can. */
export function dateFault(kind: Track['kind'], day: string, today: Day): DateFault | null {
  if (kind === 'other') return null;
  if (day === '') return 'missing';
  if (!isDay(day)) return 'wrong';
  if (kind !== 'pregnant') return day > today ? 'future' : null;
  return day > addDays(today, AHEAD_DAYS) || day < addDays(today, -OVERDUE_DAYS) ? 'due' : null;
}

/** Whole years since then, where that is so long ago that the date may be wrong; null where it is not. */
export function yearsAgo(day: Day, today: Day): number | null {
  const years = Math.floor(daysBetween(day, today) / YEAR_DAYS);
  return years >= LONG_AGO_YEARS ? years : null;
}
