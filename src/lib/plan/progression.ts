import { dayAt, daysBetween, type Day } from './calendar';
import { gatesFor, gatesOf } from './gates';
import { beginningOf, isComplete, isTooMuch, lowered, raised, rested, softened } from './ladder';
import type { Recorded } from './order';
import type { Prescription, Setting } from './prescription';
import type { Sign } from './signs';
import { stepsOf, type Situation } from './situation';
import { asksStrength, type Step } from './steps';
import { hadSign, newestDeciding, signsOf, symptomsOf, type Symptoms } from './symptoms';
import type { TrainedSession } from './trained';
import { isGoodRun, verdictsOf, WEAK_IN_A_ROW } from './verdict';

/** Why another setting is proposed. */
export type Cause =
  /** It went well on enough days. */
  | 'good'
  /** The muscle was felt: nothing else is measured in a free curve. */
  | 'felt'
  | 'sign'
  /** The holds were above the band: the reference may have grown. */
  | 'strong'
  /** Hardly a squeeze was seen, two sessions running: the reference may not fit the seat any more. */
  | 'unseen'
  /** Fewer than half of the rounds were good, for weakness. */
  | 'hard'
  /** The band was not reached, two rounds running. */
  | 'unreached'
  /** More than half of the rests were not relaxed. */
  | 'tense'
  /** Twelve sessions in a row ended in early fatigue. */
  | 'stuck'
  /** The step is shut today. */
  | 'shut';

/** Always a proposal: the answer may be no. */
export interface Proposal {
  readonly cause: Cause;
  /** The same as now where it is not the setting that has to change: measure again, or see the therapist. */
  readonly to: Setting;
}

/** Everything that a proposal hangs on. */
export interface Course {
  readonly prescription: Prescription;
  readonly situation: Situation;
  /** Newest first. */
  readonly sessions: readonly TrainedSession[];
  /** The person's fastest rise, % of the reference per s; null where it was not measured. */
  readonly rmaxPctPerS: number | null;
  /** When a setting was last raised; null: never. */
  readonly raisedOn: Day | null;
  /** Where a therapist last gave her word; null: never. */
  readonly seen: Recorded | null;
}

/** *Decision*: in the steps of strength at most one raise a week without the therapist. */
export const RAISE_DAYS = 7;

/** What follows from how it went; null: go on like this. */
export function proposalOf(course: Course, today: Day): Proposal | null {
  const { prescription, situation, sessions, rmaxPctPerS } = course;
  const since = sessions.filter((session) => session.prescription === prescription.id);
  const newest = newestDeciding(since);
  if (newest && hadSign(newest)) return afterSign(course, since);
  if (isShut(course, today)) {
    const to = highestOpen(course, today);
    return to === null ? null : { cause: 'shut', to: beginningOf(to) };
  }
  const { step, setUp } = prescription;
  if (!setUp) return newest ? proposed('felt', advanced(course, today)) : null;
  const verdicts = verdictsOf(since, setUp);
  const [latest, earlier] = verdicts;
  if (!latest) return null;
  if (latest.isTooStrong) return { cause: 'strong', to: { step, setUp } };
  if (latest.isNotDone && earlier?.isNotDone === true) return { cause: 'unseen', to: { step, setUp } };
  // Awareness is no answer to weakness: who has no less to do rests longer.
  const trained = (to: Setting | null) => (to?.setUp ? to : rested(prescription));
  const less = trained(lowered(prescription, situation, rmaxPctPerS));
  // The day of the raise that led here has counted for it.
  const raisedOn = prescription.reason === 'advance' ? dayAt(prescription.atMs) : null;
  const weak = verdicts.findIndex(({ isWeak }) => !isWeak);
  if ((weak < 0 ? verdicts.length : weak) >= WEAK_IN_A_ROW)
    return { cause: 'stuck', to: less ?? { step, setUp } };
  if (latest.isHard) return proposed('hard', less);
  if (latest.isUnreached)
    return proposed('unreached', trained(softened(prescription, situation, rmaxPctPerS)));
  if (latest.isTense) return proposed('tense', rested(prescription));
  return isGoodRun(verdicts, raisedOn) && mayRaise(course, today)
    ? proposed('good', advanced(course, today))
    : null;
}

/** The signs that decide what follows of the current setting; none where there are none. */
export function decidingSigns({ prescription, sessions }: Course): readonly Sign[] {
  const newest = newestDeciding(sessions.filter((session) => session.prescription === prescription.id));
  return newest ? signsOf(newest) : [];
}

/** Whether something keeps the step shut that no therapist opened; a complaint that came after her word shuts it again. */
export function isShut(course: Course, today: Day): boolean {
  const { prescription, situation } = course;
  const symptoms = symptomsNow(course, today);
  return gatesFor(prescription.step, situation, symptoms, prescription, today).length > 0;
}

function symptomsNow({ sessions, seen }: Course, today: Day): Symptoms {
  return symptomsOf(sessions, today, seen);
}

function proposed(cause: Cause, to: Setting | null): Proposal | null {
  return to === null ? null : { cause, to };
}

function mayRaise({ prescription, raisedOn }: Course, today: Day): boolean {
  return !asksStrength(prescription.step) || raisedOn === null || daysBetween(raisedOn, today) >= RAISE_DAYS;
}

/** The last step before the prescribed one that is open; null where none is. */
function highestOpen(course: Course, today: Day): Step | null {
  const { prescription, situation } = course;
  const symptoms = symptomsNow(course, today);
  const before = stepsOf(situation.track).filter((step) => step < prescription.step);
  return before.findLast((step) => gatesOf(step, situation, symptoms, today).length === 0) ?? null;
}

/**
 * After a sign: step 5's settings, before a birth and otherwise step 2's. From there, or below it, one step back. *Decision*: a setting that
 * came from a step back and was not trained yet stays, so that a pain that lasts some days does not lead down all steps.
 *
 * @param since sessions with this prescription, newest first
 */
function afterSign(
  { prescription, situation, rmaxPctPerS }: Course,
  since: readonly TrainedSession[]
): Proposal | null {
  const gentle: Step = stepsOf(situation.track).includes(5) ? 5 : 2;
  if (prescription.step > gentle) return { cause: 'sign', to: beginningOf(gentle) };
  const { step, setUp } = prescription;
  const wasTrained = since.some(({ sets, signs }) => sets.length > 0 || signs.after !== null);
  if (prescription.reason === 'back' && !wasTrained) return null;
  return { cause: 'sign', to: lowered(prescription, situation, rmaxPctPerS) ?? { step, setUp } };
}

/** More of the same step, or the next one where this one is complete; step 7 never opens on a comfortable squeeze. */
function advanced(course: Course, today: Day): Setting | null {
  const { prescription, situation, sessions, rmaxPctPerS } = course;
  const steps = stepsOf(situation.track);
  const next = steps[steps.indexOf(prescription.step) + 1];
  const symptoms = symptomsNow(course, today);
  const isOpen = next !== undefined && gatesOf(next, situation, symptoms, today).length === 0;
  const hasScale = next !== 7 || newestScale(sessions) === 'mvc';
  if (isOpen && hasScale && isComplete(prescription)) return beginningOf(next, rmaxPctPerS);
  const more = raised(prescription, rmaxPctPerS);
  return more && isTooMuch(more, situation, today) ? null : more;
}

function newestScale(sessions: readonly TrainedSession[]) {
  return sessions.flatMap(({ sets }) => sets.toReversed()).find(({ scale }) => scale !== null)?.scale ?? null;
}
