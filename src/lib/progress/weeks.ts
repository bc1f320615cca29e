import { addDays, dayAt, daysBetween, mondayOf, type Day } from '../plan/calendar';

/** A week of the calendar. */
export interface Week {
  readonly monday: Day;
  readonly sessions: number;
  /** Days with at least one. */
  readonly days: number;
}

/**
 * How often somebody trained: every week from the first session's to this one, also those without any.
 *
 * @param sessionsMs when each session began, since 1970, in any order
 */
export function weeksOf(sessionsMs: readonly number[], nowMs: number): readonly Week[] {
  const days = sessionsMs.filter((ms) => ms <= nowMs).map(dayAt);
  const [first] = days.toSorted();
  if (first === undefined) return [];
  const monday = mondayOf(first);
  const count = 1 + Math.floor(daysBetween(monday, dayAt(nowMs)) / 7);
  return Array.from({ length: count }, (_, i) => weekFrom(addDays(monday, 7 * i), days));
}

function weekFrom(monday: Day, days: readonly Day[]): Week {
  const next = addDays(monday, 7);
  const inIt = days.filter((day) => monday <= day && day < next);
  return { monday, sessions: inIt.length, days: new Set(inIt).size };
}
