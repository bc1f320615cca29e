import { addDays, dayAt, daysBetween, type Day } from './calendar';
import { opensOn } from './gates';
import { FIRST_WEEK_DAYS, TENDER_DAYS } from './load';
import { stepsOf, type Track } from './situation';

/**
 * *Decision*: nobody can tell a long absence from a clock that was set ahead. Where nothing was recorded for more than a week, and more
 * would be open by now, the person is asked whether the date is right.
 */
const UNSEEN_DAYS = 7;

/** Something recorded, on the day that the clock had then. */
export interface Trace {
  readonly atMs: number;
  /** The person said that the date was right, or filled in her dates that day. */
  readonly isConfirmed: boolean;
}

/** The days on which time alone opens more. */
export function openingDays(track: Track): readonly Day[] {
  const opening = stepsOf(track).flatMap((step) => opensOn(step, track) ?? []);
  if (track.kind !== 'postnatal') return opening;
  return [...opening, addDays(track.born, FIRST_WEEK_DAYS), addDays(track.born, TENDER_DAYS)];
}

/**
 * The day up to which time may open more: today, or the last day that what was recorded leads up to, where today is more than a week
 * later and the time between would open something.
 *
 * @param traces in the order of recording, the oldest first
 * @param opening the days on which more opens
 */
export function believedDay(traces: readonly Trace[], opening: readonly Day[], today: Day): Day {
  const [first, ...rest] = traces;
  if (!first) return today;
  const isNear = (from: Day, to: Day) =>
    daysBetween(from, to) <= UNSEEN_DAYS || !opening.some((day) => from < day && day <= to);
  const last = rest.reduce((sure, { atMs, isConfirmed }) => {
    const day = dayAt(atMs);
    if (isConfirmed) return day;
    return day > sure && isNear(sure, day) ? day : sure;
  }, dayAt(first.atMs));
  return isNear(last, today) ? today : last;
}
