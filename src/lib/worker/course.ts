import { SESSIONS_LOOKED_AT } from '../plan/timeline';
import { trainedRound, type TrainedSession } from '../plan/trained';
import { NOT_ASKED } from '../plan/signs';
import type { Archive } from '../storage/archive';
import type { SessionRecord } from '../storage/session';
import { isReal } from '../plan/simulated';
import type { StoredCourse } from './protocol';

/** What is stored of a person's plan, and how she has trained lately. The simulated sensor trains nobody. */
export async function courseOf(archive: Archive, person: string): Promise<StoredCourse> {
  // What was answered in a session counts also when the session was removed.
  const newest = await archive.latestSessions(person, SESSIONS_LOOKED_AT, isReal);
  const calibrations = (await archive.calibrations(person)).filter(isReal);
  const plan = await archive.plan(person);
  const prescriptions = await archive.prescriptions(person);
  const known = (await archive.people()).find(({ id }) => id === person);
  const aside = await archive.setAsideOf(person);
  return {
    plan,
    prescriptions,
    birth: known?.birth ?? null,
    sessions: await Promise.all(newest.map((session) => trainedSession(archive, session))),
    rmaxPctPerS:
      calibrations.find(({ reference }) => reference.rmaxPctPerS !== null)?.reference.rmaxPctPerS ?? null,
    isDamaged:
      (!plan && aside.has('plans')) ||
      (prescriptions.length === 0 && aside.has('prescriptions')) ||
      (!known && aside.has('people'))
  };
}

async function trainedSession(archive: Archive, session: SessionRecord): Promise<TrainedSession> {
  const { id, prescription = null, startedAtMs, sequence, signsSequence, signs = NOT_ASKED } = session;
  const result = (await archive.results(id)).at(-1);
  const sets = (result?.sets ?? []).map(({ setUp, rounds }) => ({
    setUp,
    scale: rounds.at(-1)?.figures.scale ?? null,
    rounds: rounds.map(({ figures }) => trainedRound(figures, setUp, result?.engineVersion ?? 0))
  }));
  return { id, prescription, startedAtMs, sequence, signsSequence, signs, sets };
}
