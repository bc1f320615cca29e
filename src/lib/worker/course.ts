import { trainedRound, type TrainedSession } from '../plan/trained';
import { NOT_ASKED } from '../plan/signs';
import type { Archive } from '../storage/archive';
import type { SessionRecord } from '../storage/session';
import type { StoredCourse } from './protocol';

/** A week of three moments a day; what is older decides nothing. */
const SESSIONS_LOOKED_AT = 21;

/** What is stored of a person's plan, and how she has trained lately; null where she has no plan. */
export async function courseOf(archive: Archive, person: string): Promise<StoredCourse | null> {
  const plan = await archive.plan(person);
  const prescriptions = await archive.prescriptions(person);
  if (!plan || prescriptions.length === 0) return null;
  const newest = await archive.newestSessions(person, SESSIONS_LOOKED_AT);
  const calibrations = await archive.calibrations(person);
  return {
    plan,
    prescriptions,
    birth: (await archive.people()).find(({ id }) => id === person)?.birth ?? null,
    sessions: await Promise.all(newest.map((session) => trainedSession(archive, session))),
    rmaxPctPerS:
      calibrations.find(({ reference }) => reference.rmaxPctPerS !== null)?.reference.rmaxPctPerS ?? null
  };
}

async function trainedSession(archive: Archive, session: SessionRecord): Promise<TrainedSession> {
  const { id, prescription = null, startedAtMs, signs = NOT_ASKED } = session;
  const figures = (await archive.results(id)).at(-1)?.sets ?? [];
  const sets = figures.map(({ setUp, rounds }) => ({
    setUp,
    rounds: rounds.map((round) => trainedRound(round.figures, setUp))
  }));
  return { id, prescription, startedAtMs, signs, sets };
}
