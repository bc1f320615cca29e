import type { SetUp } from '../signal/command';
import type { Day } from './calendar';
import { gatesOf } from './gates';
import { beginningOf, isComplete, isTooMuch, lowered, raised, rested } from './ladder';
import type { Prescription, Setting } from './prescription';
import { stepsOf, type Situation } from './situation';
import type { Step } from './steps';
import { countedRounds, follows, hadSign, onsetRound, painAtMs, type TrainedSession } from './trained';

/** Why another setting is proposed. */
export type Cause =
  /** It went well three times in a row. */
  | 'good'
  /** The muscle was felt: nothing else is measured in a free curve. */
  | 'felt'
  | 'sign'
  /** Fewer than half of the rounds were good. */
  | 'hard'
  /** More than half of the rests were not relaxed. */
  | 'tense'
  /** The step is shut today. */
  | 'shut';

/** Always a proposal: the answer may be no. */
export interface Proposal {
  readonly cause: Cause;
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
}

/** *Decisions*: three sessions in a row, each with four rounds that count, four fifths of them good, four fifths of their rests relaxed. */
export const IN_A_ROW = 3;
export const FEWEST_ROUNDS = 4;
export const GOOD_SHARE = 0.8;
/** *Decision*: with less than half of the rounds good it is too hard, of the rests relaxed too tense; of fewer than three nothing is said. */
const HARD_SHARE = 0.5;
export const FEWEST_TO_JUDGE = 3;

/** What follows from how it went; null: go on like this. */
export function proposalOf(course: Course, today: Day): Proposal | null {
  const { prescription, situation, sessions } = course;
  const since = sessions.filter((session) => session.prescription === prescription.id);
  const [newest] = since;
  if (newest && hadSign(newest)) return { cause: 'sign', to: afterSign(prescription, situation, today) };
  if (isShut(course, today)) {
    const to = highestOpen(course, today);
    return to === null ? null : { cause: 'shut', to: beginningOf(to, situation, today) };
  }
  const { setUp } = prescription;
  if (!setUp) return newest ? proposed('felt', advanced(course, today)) : null;
  const verdicts = since.flatMap((session) => verdictOf(session, setUp) ?? []);
  const [latest] = verdicts;
  if (latest?.isHard === true) return proposed('hard', lowered(prescription, situation, today));
  if (latest?.isTense === true) return proposed('tense', rested(prescription));
  const isGood = verdicts.length >= IN_A_ROW && verdicts.slice(0, IN_A_ROW).every((each) => each.isGood);
  return isGood ? proposed('good', advanced(course, today)) : null;
}

/** Whether something keeps the step shut that no therapist opened; pain that came after her word shuts it again. */
export function isShut({ prescription, situation, sessions }: Course, today: Day): boolean {
  const { step, override } = prescription;
  const pain = painAtMs(sessions);
  return gatesOf(step, situation, pain !== null, today).some(({ kind }) => {
    if (override === null || kind === 'doctor' || kind === 'catheter') return true;
    return kind === 'pain' && pain !== null && pain > override.atMs;
  });
}

function proposed(cause: Cause, to: Setting | null): Proposal | null {
  return to === null ? null : { cause, to };
}

/** The last step before the prescribed one that is open; null where none is. */
function highestOpen({ prescription, situation, sessions }: Course, today: Day): Step | null {
  const hasPain = painAtMs(sessions) !== null;
  const before = stepsOf(situation.track).filter((step) => step < prescription.step);
  return before.findLast((step) => gatesOf(step, situation, hasPain, today).length === 0) ?? null;
}

/** After a sign: step 5's settings, before a birth and otherwise step 2's. From there, or below it, one step back. */
function afterSign(prescription: Prescription, situation: Situation, today: Day): Setting {
  const gentle: Step = stepsOf(situation.track).includes(5) ? 5 : 2;
  if (prescription.step > gentle) return beginningOf(gentle, situation, today);
  const { step, setUp } = prescription;
  return lowered(prescription, situation, today) ?? { step, setUp };
}

function advanced({ prescription, situation, sessions, rmaxPctPerS }: Course, today: Day): Setting | null {
  const steps = stepsOf(situation.track);
  const next = steps[steps.indexOf(prescription.step) + 1];
  const hasPain = painAtMs(sessions) !== null;
  const isOpen = next !== undefined && gatesOf(next, situation, hasPain, today).length === 0;
  if (isOpen && isComplete(prescription)) return beginningOf(next, situation, today, rmaxPctPerS);
  const more = raised(prescription, rmaxPctPerS);
  return more && isTooMuch(more, situation, today) ? null : more;
}

interface Verdict {
  readonly isGood: boolean;
  readonly isHard: boolean;
  readonly isTense: boolean;
}

/** How a session went with that setting; null where it was not trained. */
function verdictOf({ sets }: TrainedSession, prescribed: SetUp): Verdict | null {
  const trained = sets.filter(({ setUp, rounds }) => rounds.length > 0 && follows(setUp, prescribed));
  if (trained.length === 0) return null;
  // What was not measured says nothing.
  const measured = trained.flatMap(countedRounds);
  const counted = measured.filter(({ quality }) => quality !== null);
  const rests = measured.filter(({ isRelaxed }) => isRelaxed !== null);
  const all = trained.flatMap(({ rounds }) => rounds).filter(({ isRelaxed }) => isRelaxed !== null);
  const good = counted.filter(({ quality }) => quality === 'good').length;
  const relaxed = rests.filter(({ isRelaxed }) => isRelaxed === true).length;
  const tense = all.filter(({ isRelaxed }) => isRelaxed === false).length;
  return {
    isGood:
      counted.length >= FEWEST_ROUNDS &&
      good >= GOOD_SHARE * counted.length &&
      relaxed >= GOOD_SHARE * rests.length,
    isHard:
      trained.some((set) => onsetRound(set) === 1) ||
      (counted.length >= FEWEST_TO_JUDGE && good < HARD_SHARE * counted.length),
    isTense: all.length >= FEWEST_TO_JUDGE && tense > HARD_SHARE * all.length
  };
}
