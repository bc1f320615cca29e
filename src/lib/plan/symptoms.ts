import { dayAt, type Day } from './calendar';
import type { Dating } from './dating';
import { isAfter, type Recorded } from './order';
import type { Sign, Signs } from './signs';

/** What the answers to the questions have come to, until a later session answers otherwise. */
export interface Symptoms {
  /** Where the newest answers named pain; null: they named none, so it is gone or reduced. */
  readonly pain: Recorded | null;
  /** Where the newest answers named doming or heaviness: more pressure than the floor could bear. */
  readonly strain: Recorded | null;
  /** Two answers in a row named it, and no therapist has given her word since: she looks at it first. */
  readonly isRepeatedStrain: boolean;
  /** They did today: training is over for the day. */
  readonly isOverToday: boolean;
}

export const NO_SYMPTOMS: Symptoms = {
  pain: null,
  strain: null,
  isRepeatedStrain: false,
  isOverToday: false
};

interface AnsweredSession {
  readonly signs: Signs;
  readonly startedAtMs: number;
  readonly sequence?: number | undefined;
  /** Where its answers came later than its beginning. */
  readonly signsSequence?: number | undefined;
  /** How far its date can be believed; absent: nothing speaks against it. */
  readonly dating?: Dating;
}

/**
 * An answer with a date in the future shuts what it names, and clears nothing: nobody knows what came after it.
 *
 * @param sessions newest first
 * @param seen where a therapist last gave her word; null: never
 */
export function symptomsOf(
  sessions: readonly AnsweredSession[],
  today: Day,
  seen: Recorded | null = null
): Symptoms {
  const answered = sessions.filter(({ signs }) => signs.before !== null || signs.after !== null);
  const strains = answered.filter((session) => decides(session, hasStrain));
  const unseen = strains.filter((session) => seen === null || isAfter(placeOf(session), seen));
  return {
    pain: newestNaming(answered, hasPain),
    strain: newestNaming(answered, hasStrain),
    isRepeatedStrain: unseen.some((session, i) => {
      const before = unseen[i + 1];
      return before !== undefined && hasStrain(session) && hasStrain(before);
    }),
    isOverToday: answered.some((session) => hasStrain(session) && dayAt(session.startedAtMs) >= today)
  };
}

/** The newest answers that decide whether it is there; null where they do not name it. */
function newestNaming(
  answered: readonly AnsweredSession[],
  isNamed: (session: AnsweredSession) => boolean
): Recorded | null {
  const newest = answered.find((session) => decides(session, isNamed));
  return newest && isNamed(newest) ? placeOf(newest) : null;
}

/** Whether it says anything: with a date in the future only what it names. */
function decides(session: AnsweredSession, isNamed: (session: AnsweredSession) => boolean): boolean {
  return session.dating !== 'ahead' || isNamed(session);
}

/** What the newest answers named, until later ones name nothing. @param sessions newest first */
export function lastingSigns(sessions: readonly AnsweredSession[]): readonly Sign[] {
  const newest = newestDeciding(
    sessions.filter(({ signs }) => signs.before !== null || signs.after !== null)
  );
  return newest ? signsOf(newest) : [];
}

/** The newest session whose answers say what follows; undefined where there is none. @param sessions newest first */
export function newestDeciding<T extends AnsweredSession>(sessions: readonly T[]): T | undefined {
  return sessions.find((session) => decides(session, hadSign));
}

/** Of its answers. */
function placeOf({ sequence, signsSequence, startedAtMs }: AnsweredSession): Recorded {
  return { sequence: signsSequence ?? sequence, atMs: startedAtMs };
}

/** Whether anything was named in it. */
export function hadSign(session: Pick<AnsweredSession, 'signs'>): boolean {
  return signsOf(session).length > 0;
}

/** What was named in it, each once. */
export function signsOf({ signs }: Pick<AnsweredSession, 'signs'>): readonly Sign[] {
  return [...new Set([...(signs.before ?? []), ...(signs.after ?? [])])];
}

function hasPain(session: AnsweredSession): boolean {
  return signsOf(session).includes('pain');
}

/** Whether a sign ends the day, and not only the session: the floor had more pressure than it could bear. */
export function isStrain(sign: Sign): boolean {
  return sign === 'doming' || sign === 'heaviness';
}

function hasStrain(session: AnsweredSession): boolean {
  return signsOf(session).some(isStrain);
}
