import type { Trace } from './believed-day';
import { dayAt, type Day } from './calendar';
import { dated, isAhead, tookPlaceBy } from './dating';
import { isAfter, newestFirst, type Recorded } from './order';
import type { Prescription } from './prescription';
import type { TrainedSession } from './trained';

/** A week of three moments a day; what is older decides nothing. */
export const SESSIONS_LOOKED_AT = 21;

/** What was recorded of a person's plan and training, both newest first in the order of recording. */
interface Recordings {
  readonly sessions: readonly TrainedSession[];
  readonly prescriptions: readonly Prescription[];
}

/** The same, with what can be believed of its dates. */
export interface Timeline {
  readonly sessions: readonly TrainedSession[];
  /** What is prescribed now, from when on at the latest; null where nothing is. */
  readonly prescription: Prescription | null;
  /** When a setting was last raised, at the latest; null: never. */
  readonly raisedOn: Day | null;
  /** Where a therapist last gave her word; null: never. */
  readonly seen: Recorded | null;
  /** Everything, the oldest first. */
  readonly traces: readonly Trace[];
  /** Something lies in the future, and nobody has said since that the date is right: the clock is wrong now, or was then. */
  readonly hasFuture: boolean;
}

/** Where there are more sessions than are looked at, the traces begin with the oldest of them. */
export function timelineOf({ sessions, prescriptions }: Recordings, nowMs: number): Timeline {
  const believed = dated(sessions, nowMs);
  const latest = (prescription: Prescription): Prescription => {
    const later = believed.filter((session) => isAfter(placeOf(session), prescription));
    return { ...prescription, atMs: tookPlaceBy(prescription.atMs, later, nowMs) };
  };
  const confirmed = prescriptions.find(({ reason, atMs }) => reason === 'dated' && !isAhead(atMs, nowMs));
  // Who confirms the date goes on with what is prescribed.
  const origin = prescriptions.findIndex(({ reason }) => reason !== 'dated');
  const now = prescriptions[origin];
  const continued = new Set(prescriptions.slice(0, origin).map(({ id }) => id));
  const raise = prescriptions.find(({ reason }) => reason === 'advance');
  const words = prescriptions.flatMap(({ override }) => override ?? []);
  const oldest = sessions.length < SESSIONS_LOOKED_AT ? undefined : sessions.at(-1);
  const traced = prescriptions.filter((each) => oldest === undefined || isAfter(each, placeOf(oldest)));
  const recorded: readonly Recorded[] = [...sessions.map(placeOf), ...prescriptions];
  return {
    sessions: believed.map((session) =>
      now && session.prescription !== null && continued.has(session.prescription)
        ? { ...session, prescription: now.id }
        : session
    ),
    prescription: now ? latest(now) : null,
    raisedOn: raise ? dayAt(latest(raise).atMs) : null,
    seen: words.toSorted(newestFirst)[0] ?? null,
    traces: [
      ...believed.filter(({ dating }) => dating !== 'ahead').map(placeOf),
      ...traced.map((each) => ({ ...each, isConfirmed: each.reason === 'start' || each.reason === 'dated' }))
    ]
      .sort(newestFirst)
      .reverse(),
    hasFuture: recorded.some(
      (each) => isAhead(each.atMs, nowMs) && (confirmed === undefined || isAfter(each, confirmed))
    )
  };
}

function placeOf({ startedAtMs, sequence }: TrainedSession): Recorded & Trace {
  return { atMs: startedAtMs, sequence, isConfirmed: false };
}
