import type { SetUp } from '../signal/command';
import { median } from '../signal/median';
import { daysBetween, type Day } from './calendar';
import type { Prescription } from './prescription';
import type { Situation } from './situation';
import { treatmentOf, type Rounds } from './steps';
import { onsetRound, type TrainedSet } from './trained';

/** *Decision*: a set by fatigue has no more, unless the therapist says so. */
export const MOST_ROUNDS = 10;
/** *Decision*: short of fatigue, a first set has so many; later ones one less than fatigue took in the middle one of the last three. */
export const FIRST_ROUNDS = 5;
const LOOKED_AT = 3;
/** In the first weeks after a birth even step 5 ends before fatigue. */
const TENDER_DAYS = 14;

/** How many rounds that prescription asks for today. */
export function roundsRule({ step }: Prescription, { track }: Situation, today: Day): Rounds {
  const isTender = step === 5 && track.kind === 'postnatal' && daysBetween(track.born, today) < TENDER_DAYS;
  return isTender ? 'before-fatigue' : treatmentOf(step).rounds;
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

function roundsBeforeFatigue(sets: readonly TrainedSet[]): number {
  const onset = median(sets.slice(0, LOOKED_AT).map(firstTiredRound));
  return onset === null ? FIRST_ROUNDS : Math.max(1, Math.round(onset) - 1);
}

/**
 * When fatigue came, or would have come. A set that ends before fatigue ends with its first weak round. *Decision*: one without any takes it for
 * two rounds on, so that the next may be one round longer.
 */
function firstTiredRound(set: TrainedSet): number {
  const weak = set.rounds.findIndex(({ quality }) => quality === 'weak');
  const isShort = set.setUp.fatigue === 'before' && weak >= 0;
  return onsetRound(set) ?? (isShort ? weak + 1 : set.rounds.length + 2);
}
