import type { SetUp } from '../signal/command';
import { FEWEST_ROUNDS } from '../signal/fatigue';
import { median } from '../signal/median';
import type { Day } from './calendar';
import { isTender } from './load';
import type { Prescription } from './prescription';
import type { Situation } from './situation';
import { treatmentOf, type Rounds } from './steps';
import { isDone, isWhole, onsetRound, type TrainedSet } from './trained';

/** *Decision*: short of fatigue, a first set has so many rounds. */
export const FIRST_ROUNDS = 5;
/** *Decision*: later sets look at the last three that say something about fatigue. */
const LOOKED_AT = 3;

/** How many rounds that prescription asks for today. */
export function roundsRule({ step }: Prescription, situation: Situation, today: Day): Rounds {
  return step === 5 && isTender(situation, today) ? 'before-fatigue' : treatmentOf(step).rounds;
}

/**
 * The set of today; null where the prescription is a free curve.
 *
 * @param sets that were trained with this prescription, newest first
 */
export function setOfToday(
  prescription: Prescription,
  situation: Situation,
  sets: readonly TrainedSet[],
  today: Day
): SetUp | null {
  const { setUp } = prescription;
  if (!setUp) return null;
  const rule = roundsRule(prescription, situation, today);
  if (rule === 'fixed') return setUp;
  if (rule === 'past-fatigue') return { ...setUp, fatigue: 'past' };
  return { ...setUp, rounds: Math.min(setUp.rounds, roundsBeforeFatigue(sets)), fatigue: 'before' };
}

/**
 * One round less than the median onset of fatigue in the last three sets, and never fewer than three. After a set without fatigue it is
 * back at once at the most that was planned lately, or one more than that set had.
 */
function roundsBeforeFatigue(sets: readonly TrainedSet[]): number {
  const recent = sets.filter(tellsFatigue).slice(0, LOOKED_AT);
  const [newest] = recent;
  const onset = median(recent.map(firstTiredRound));
  if (!newest || onset === null) return FIRST_ROUNDS;
  const planned = Math.max(FEWEST_ROUNDS, Math.round(onset) - 1);
  if (onsetRound(newest) !== null) return planned;
  const before = recent.map(({ setUp }) => setUp.rounds);
  return Math.max(planned, newest.rounds.length + 1, ...before);
}

/** A set that was broken off, or not done, says nothing about fatigue. */
function tellsFatigue(set: TrainedSet): boolean {
  return onsetRound(set) !== null || (isWhole(set) && isDone(set));
}

/** When fatigue came, or would have come: *decision*, a set without fatigue counts as if it had come two rounds later. */
function firstTiredRound(set: TrainedSet): number {
  return onsetRound(set) ?? set.rounds.length + 2;
}
