/**
 * How far the date of a session can be believed. `ahead`: it lies in the future, so the clock was wrong. `displaced`: it contradicts the
 * order of recording, so the clock was wrong then or at another time. *Decision*: neither counts for anything that raises a load, and what
 * it shuts stays shut. What was answered in a displaced one stands in its place in the order of recording; one that lies ahead clears nothing.
 */
export type Dating = 'sure' | 'displaced' | 'ahead';

/** *Decision*: clocks are corrected by some seconds all the time; a date is wrong only from so far on. */
const TOLERANCE_MS = 10 * 60_000;

/** Whether a moment lies in the future. */
export function isAhead(atMs: number, nowMs: number): boolean {
  return atMs > nowMs + TOLERANCE_MS;
}

interface Session {
  readonly startedAtMs: number;
}

/**
 * The same sessions, each with how far its date can be believed. One that lies in the future took place before the session after it at
 * the latest, and before now: it gets that moment.
 *
 * @param sessions newest first, in the order of recording
 */
export function dated<T extends Session>(
  sessions: readonly T[],
  nowMs: number
): readonly (T & { readonly dating: Dating })[] {
  const believed = sessions.filter(({ startedAtMs }) => !isAhead(startedAtMs, nowMs));
  return sessions.map((session, i) => {
    const { startedAtMs } = session;
    if (isAhead(startedAtMs, nowMs)) {
      return { ...session, startedAtMs: latestMoment(sessions.slice(0, i), nowMs), dating: 'ahead' };
    }
    const place = believed.indexOf(session);
    const isLate = believed.slice(0, place).some((later) => isAhead(startedAtMs, later.startedAtMs));
    const isEarly = believed.slice(place + 1).some((earlier) => isAhead(earlier.startedAtMs, startedAtMs));
    return { ...session, dating: isLate || isEarly ? 'displaced' : 'sure' };
  });
}

/** When that took place at the latest: as it is dated, or, where that lies in the future, before what was recorded after it, and before now. */
export function tookPlaceBy(atMs: number, later: readonly Session[], nowMs: number): number {
  return isAhead(atMs, nowMs) ? latestMoment(later, nowMs) : atMs;
}

function latestMoment(later: readonly Session[], nowMs: number): number {
  return Math.min(nowMs, ...later.map(({ startedAtMs }) => startedAtMs));
}
