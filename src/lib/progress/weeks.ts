/** A week of the calendar, from Monday on. */
export interface Week {
  /** Midnight before its Monday, where the person is. */
  readonly startMs: number;
  readonly sessions: number;
  /** Days with at least one. */
  readonly days: number;
}

/**
 * How often somebody trained: every week from the first session's to this one, also those without any. By the calendar where the person is, so
 * that neither a change of clocks nor a week of 169 hours matters.
 *
 * @param sessionsMs when each session began, since 1970, in any order
 */
export function weeksOf(sessionsMs: readonly number[], nowMs: number): readonly Week[] {
  const past = sessionsMs.filter((ms) => ms <= nowMs);
  if (past.length === 0) return [];
  const byDay = new Map<number, number>();
  for (const ms of past) {
    const day = dayOf(ms).getTime();
    byDay.set(day, (byDay.get(day) ?? 0) + 1);
  }
  const weeks: Week[] = [];
  const monday = mondayOf(Math.min(...byDay.keys()));
  for (; monday.getTime() <= nowMs; monday.setDate(monday.getDate() + 7)) {
    const counts = daysOf(monday).flatMap((day) => byDay.get(day) ?? []);
    weeks.push({
      startMs: monday.getTime(),
      sessions: counts.reduce((sum, count) => sum + count, 0),
      days: counts.length
    });
  }
  return weeks;
}

function dayOf(ms: number): Date {
  const day = new Date(ms);
  day.setHours(0, 0, 0, 0);
  return day;
}

function mondayOf(ms: number): Date {
  const day = dayOf(ms);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return day;
}

function daysOf(monday: Date): number[] {
  return Array.from({ length: 7 }, (_, i) =>
    new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + i).getTime()
  );
}
