import type { SetUp } from '../signal/command';
import { hasTwiceInARow } from '../signal/fatigue';
import { dayAt, type Day } from './calendar';
import {
  countedRounds,
  follows,
  isDone,
  onsetRound,
  qualitiesOf,
  type TrainedRound,
  type TrainedSession
} from './trained';

/** How a session went with what was prescribed. */
export interface Verdict {
  /** Null where its date cannot be believed. */
  readonly day: Day | null;
  readonly isGood: boolean;
  /** Two rounds in a row were too strong. */
  readonly isTooStrong: boolean;
  /** Most of its rounds were not done, or not seen. */
  readonly isNotDone: boolean;
  /** Weakness left fewer than half of the rounds good. */
  readonly isHard: boolean;
  /** Fatigue came before enough rounds for progress, or it was too hard. */
  readonly isWeak: boolean;
  /** Two rounds in a row were done, and did not come up to the band. */
  readonly isUnreached: boolean;
  readonly isTense: boolean;
}

/** *Decisions*: three sessions in a row on three different days, each with four rounds that count, four fifths of them good, four fifths of their rests relaxed. */
export const IN_A_ROW = 3;
export const FEWEST_COUNTED = 4;
export const GOOD_SHARE = 0.8;
/** *Decision*: with less than half of the rounds good it is too hard, of the rests relaxed too tense; of fewer than three nothing is said. */
const HARD_SHARE = 0.5;
export const FEWEST_TO_JUDGE = 3;
/** *Decision*: so many weak sessions in a row are a course that does not get on. */
export const WEAK_IN_A_ROW = 12;

/** Those sessions that trained what is prescribed, in their order. */
export function verdictsOf(sessions: readonly TrainedSession[], prescribed: SetUp): readonly Verdict[] {
  return sessions.flatMap((session) => verdictOf(session, prescribed) ?? []);
}

/**
 * Whether the newest sessions, newest first, were good in a row and on enough different days. One without a day counts for neither, and
 * a bad one ends the run all the same.
 *
 * @param after the day of a raise has counted for it already; null where there was none
 */
export function isGoodRun(verdicts: readonly Verdict[], after: Day | null): boolean {
  const end = verdicts.findIndex(({ isGood }) => !isGood);
  const run = (end < 0 ? verdicts : verdicts.slice(0, end)).flatMap(({ day }) => day ?? []);
  const days = new Set(run.filter((day) => after === null || day > after));
  return run.length >= IN_A_ROW && days.size >= IN_A_ROW;
}

/** Null where the prescribed setting was not trained. */
function verdictOf(
  { sets, startedAtMs, dating = 'sure' }: TrainedSession,
  prescribed: SetUp
): Verdict | null {
  const trained = sets.filter(({ setUp, rounds }) => rounds.length > 0 && follows(setUp, prescribed));
  if (trained.length === 0) return null;
  // What was not measured says nothing.
  const all = trained.flatMap(({ rounds }) => rounds);
  const counted = trained.flatMap(countedRounds);
  const judged = counted.filter(({ quality }) => quality !== null);
  const planned = Math.max(...trained.map(({ setUp }) => setUp.rounds));
  const restsCounted = counted.filter(({ isRelaxed }) => isRelaxed !== null);
  const rests = all.filter(({ isRelaxed }) => isRelaxed !== null);
  const tense = rests.filter(({ isRelaxed }) => isRelaxed === false).length;
  const isTired = trained.some((set) => onsetRound(set) !== null);
  const isHard = isTooHard(all, isTired);
  return {
    day: dating === 'sure' ? dayAt(startedAtMs) : null,
    isGood:
      judged.length >= Math.min(FEWEST_COUNTED, planned) &&
      countGood(judged) >= GOOD_SHARE * judged.length &&
      restsCounted.filter(({ isRelaxed }) => isRelaxed).length >= GOOD_SHARE * restsCounted.length,
    isTooStrong: trained.some((set) => hasTwiceInARow(qualitiesOf(set), 'too-strong')),
    isNotDone: trained.every((set) => !isDone(set)),
    isHard,
    isWeak: isHard || (isTired && judged.length < FEWEST_COUNTED),
    isUnreached: trained.some(({ rounds }) => isTwiceShort(rounds)),
    isTense: rests.length >= FEWEST_TO_JUDGE && tense > HARD_SHARE * rests.length
  };
}

const countGood = (rounds: readonly TrainedRound[]) =>
  rounds.filter(({ quality }) => quality === 'good').length;

/** Too strong, and not done, are no weakness: they count neither way. */
function isTooHard(rounds: readonly TrainedRound[], isTired: boolean): boolean {
  const weighed = rounds.filter(
    ({ quality }) => quality === 'good' || quality === 'fair' || quality === 'weak'
  );
  const hasEnough = weighed.length >= FEWEST_TO_JUDGE || isTired;
  const hasWeak = weighed.some(({ quality }) => quality === 'weak');
  return hasWeak && hasEnough && countGood(weighed) < HARD_SHARE * weighed.length;
}

/** Two rounds in a row were done and did not come up to the band; one that was not measured is passed over. */
function isTwiceShort(rounds: readonly TrainedRound[]): boolean {
  const isShort = (round?: TrainedRound) => round?.quality === 'fair' && round.isReached === false;
  const measured = rounds.filter(({ quality }) => quality !== null);
  return measured.some((round, i) => isShort(round) && isShort(measured[i + 1]));
}
