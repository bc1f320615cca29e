import type { HoldLevels } from './hold-levels';
import type { ScoreFigures } from './round-score';

/** How a round went: exactly one of these (docs/signal.md, 14). */
export const QUALITIES = ['not-done', 'too-strong', 'good', 'weak', 'fair'] as const;
export type Quality = (typeof QUALITIES)[number];

/** *Decisions*. Share of the scored hold's time in the band, %: a good round has at least the first, a weak one may have less than the second. */
export const GOOD_PCT = 70;
export const WEAK_PCT = 50;
/** *Decision*. A hold at this share of the set's best hold, or below, is weak. */
export const WEAK_SHARE = 0.8;
/** *Decision*. A round that never rose above this share of the band's lower edge was not done. */
const DONE_SHARE = 0.5;
/** Far less than any sensor resolves: a sum's rounding error must not move a value across a border. */
const ROUNDING_PCT = 1e-6;

/** The target of a round's hold and the band around it, % of the reference. */
export interface HoldTarget {
  readonly forcePct: number;
  /** Half the height of the band. */
  readonly bandPct: number;
}

/** What the set's rounds so far say about the next one. */
export interface EarlierRounds {
  /** Some hold reached the band. */
  readonly isReached: boolean;
  /** The largest hold mean, capped at the force that was asked for; null before one was measured. */
  readonly bestMeanPct: number | null;
}

type ScoredHold = Pick<ScoreFigures, 'holdInBandPct' | 'holdMeanPct'>;

/** Whether a hold's best half second came up to the band. */
export function isReached(bestPct: number, { forcePct, bandPct }: HoldTarget): boolean {
  return bestPct >= forcePct - bandPct - ROUNDING_PCT;
}

/**
 * The first of these that holds: *not done*, never above half the band's lower edge; *too strong*, a mean above the band; *good*, at least
 * 70 % of the time in the band; *weak*, a force that was reached and then lost; *fair*, everything else.
 *
 * @returns null where the hold was not measured
 */
export function qualityOf(
  hold: ScoredHold,
  levels: HoldLevels,
  target: HoldTarget,
  earlier: EarlierRounds
): Quality | null {
  const { holdInBandPct, holdMeanPct } = hold;
  if (holdInBandPct === null || holdMeanPct === null) return null;
  const { forcePct, bandPct } = target;
  if (levels.bestPct <= DONE_SHARE * (forcePct - bandPct) + ROUNDING_PCT) return 'not-done';
  if (holdMeanPct > forcePct + bandPct + ROUNDING_PCT) return 'too-strong';
  if (holdInBandPct >= GOOD_PCT - ROUNDING_PCT) return 'good';
  const wasReached = earlier.isReached || isReached(levels.bestEarlyPct, target);
  const isLost = !isReached(levels.lastPct, target);
  const best = earlier.bestMeanPct ?? 0;
  const hasSunk = best > 0 && Math.min(holdMeanPct, forcePct) <= WEAK_SHARE * best + ROUNDING_PCT;
  const isWeak = wasReached && isLost && (hasSunk || holdInBandPct < WEAK_PCT - ROUNDING_PCT);
  return isWeak ? 'weak' : 'fair';
}
