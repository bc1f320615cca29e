import type { RoundFigures } from '../signal/event';
import { median } from '../signal/median';
import { WeightedMean } from '../signal/weighted';
import type { SetUp } from '../signal/command';
import { hasTwiceInARow } from '../signal/fatigue';
import { countedRounds, onsetRound, qualitiesOf, trainedRound } from './trained';

/** What a session came to. */
export interface Outcome {
  /** Before fatigue: those that count, and the good ones of them. */
  readonly counted: number;
  readonly good: number;
  /** Rests whose end was measured, and the relaxed ones of them. */
  readonly rests: number;
  readonly relaxed: number;
  /** Rounds above the band, and those that nobody did. */
  readonly tooStrong: number;
  readonly notDone: number;
  /** Two rounds in a row were above the band: the reference may have grown. */
  readonly mayHaveGrown: boolean;
  /** Where fatigue set in, the last time it did: of the rounds from 1 on; null: it did not. */
  readonly tiredFrom: number | null;
  /** Signal minus target over all measured time, % of the reference; null where nothing was measured. */
  readonly signedErrorPct: number | null;
  /** The rest between the rounds crept up. */
  readonly isCreeping: boolean;
}

/** *Decision*: a rest is said to creep up when the middle of the last two lies 5 % of the reference above that of the first two. */
export const CREEP_PCT = 5;
const FEWEST_TO_CREEP = 4;

type Figures = Pick<RoundFigures, 'restMeanPct' | 'zeroPct' | 'signedErrorPct' | 'measuredS'> & {
  readonly quality?: RoundFigures['quality'] | undefined;
  readonly holdBestPct?: RoundFigures['holdBestPct'] | undefined;
};

/** @param engineVersion that the figures are of */
export function outcomeOf(
  sets: readonly { readonly setUp: SetUp; readonly rounds: readonly { readonly figures: Figures }[] }[],
  engineVersion: number
): Outcome {
  const trained = sets.map(({ setUp, rounds }) => ({
    setUp,
    scale: null,
    rounds: rounds.map(({ figures }) => trainedRound(figures, setUp, engineVersion))
  }));
  const qualities = trained.flatMap(qualitiesOf);
  const counted = trained.flatMap(countedRounds);
  const rests = trained.flatMap(({ rounds }) => rounds).filter(({ isRelaxed }) => isRelaxed !== null);
  const all = sets.flatMap(({ rounds }) => rounds.map(({ figures }) => figures));
  const error = new WeightedMean();
  for (const { signedErrorPct, measuredS } of all)
    if (signedErrorPct !== null) error.add(signedErrorPct, measuredS);
  return {
    counted: counted.length,
    good: counted.filter(({ quality }) => quality === 'good').length,
    rests: rests.length,
    relaxed: rests.filter(({ isRelaxed }) => isRelaxed).length,
    tooStrong: qualities.filter((quality) => quality === 'too-strong').length,
    notDone: qualities.filter((quality) => quality === 'not-done').length,
    mayHaveGrown: trained.some((set) => hasTwiceInARow(qualitiesOf(set), 'too-strong')),
    tiredFrom: trained.map(onsetRound).findLast((onset) => onset !== null) ?? null,
    signedErrorPct: error.mean(),
    isCreeping: sets.some(({ rounds }) => creeps(rounds.map(({ figures }) => figures.restMeanPct)))
  };
}

function creeps(restMeans: readonly (number | null)[]): boolean {
  const measured = restMeans.filter((mean) => mean !== null);
  const [first, last] = [median(measured.slice(0, 2)), median(measured.slice(-2))];
  return measured.length >= FEWEST_TO_CREEP && first !== null && last !== null && last - first >= CREEP_PCT;
}
