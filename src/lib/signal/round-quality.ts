import type { ScoreFigures } from './round-score';

/** How well a round was held, the best first. */
export const QUALITIES = ['good', 'fair', 'weak'] as const;
export type Quality = (typeof QUALITIES)[number];

/** *Decisions*. Of the scored hold's time in the band, %: a good round has so much or more, a weak one less than this. */
export const GOOD_PCT = 70;
export const WEAK_PCT = 50;
/** *Decision*. Of the best hold mean before: a mean of so much, or less, is weak. */
export const WEAK_SHARE = 0.8;
/** Far less than any sensor tells: what the rounding of sums has put beside a border still lies on it. */
const ROUNDING_PCT = 1e-6;

/**
 * Weak is a hold of which less than 50 % was in the band, or whose mean lies 20 % or more below the best; else good one of 70 % and more;
 * fair what is neither (docs/signal.md, 14).
 *
 * @param bestHoldMeanPct the largest hold mean of the set's earlier rounds, of each no more than was asked for; null where none was
 *   measured. One of 0 or less is nothing to fall short of
 * @returns null where the hold was not measured
 */
export function qualityOf(
  { holdInBandPct, holdMeanPct }: Pick<ScoreFigures, 'holdInBandPct' | 'holdMeanPct'>,
  bestHoldMeanPct: number | null
): Quality | null {
  if (holdInBandPct === null || holdMeanPct === null) return null;
  const best = bestHoldMeanPct ?? 0;
  const isSunk = best > 0 && holdMeanPct <= WEAK_SHARE * best + ROUNDING_PCT;
  if (isSunk || holdInBandPct < WEAK_PCT - ROUNDING_PCT) return 'weak';
  return holdInBandPct >= GOOD_PCT - ROUNDING_PCT ? 'good' : 'fair';
}
