import type { Day } from '../plan/calendar';
import { symptomsOf } from '../plan/symptoms';
import { timelineOf } from '../plan/timeline';
import type { StoredCourse } from '../worker/protocol';

/**
 * Whether the newest answers named too much pressure already, when those of the session under way are left out: one that was cut off and
 * goes on is stored, and its own answers are not a second time.
 *
 * @param session id of the one under way; null: none is
 * @param nowMs by the device's clock, since 1970
 */
export function wasStrainTold(
  stored: Pick<StoredCourse, 'sessions' | 'prescriptions'>,
  session: string | null,
  today: Day,
  nowMs: number
): boolean {
  const earlier = stored.sessions.filter(({ id }) => id !== session);
  return symptomsOf(timelineOf({ ...stored, sessions: earlier }, nowMs).sessions, today).strain !== null;
}
