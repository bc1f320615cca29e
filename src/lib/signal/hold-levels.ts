import { PLATEAU_S } from './plateau';
import type { RoundSamples } from './round-samples';
import type { TargetCurve } from './target';

/** Time after which a hold is scored; half of a shorter hold. */
const HOLD_SETTLE_S = 0.5;

/** A stretch of a round, s since the round began. */
export interface Stretch {
  readonly fromS: number;
  readonly toS: number;
}

/** Where in a hold the force was, as means over half a second, % of the reference. */
export interface HoldLevels {
  /** The largest half second of the scored hold; the mean of a scored hold that is shorter. */
  readonly bestPct: number;
  /** The largest half second within its first half; −∞ where that half is shorter. */
  readonly bestEarlyPct: number;
  /** The last half second. */
  readonly lastPct: number;
}

/** The part of the target's hold that is scored. @param hold index of the target's segment */
export function scoredHold(curve: TargetCurve, hold: number): Stretch {
  const [startS, toS] = [curve.startOf(hold), curve.endOf(hold)];
  return { fromS: startS + Math.min(HOLD_SETTLE_S, (toS - startS) / 2), toS };
}

/** @param bridgeS a longer step between two samples is a gap; no half second reaches across it */
export function holdLevelsOf(round: RoundSamples, { fromS, toS }: Stretch, bridgeS: number): HoldLevels {
  const best = round.largestMean(fromS, toS, bridgeS);
  return {
    bestPct: Number.isFinite(best) ? best : round.mean(fromS, toS),
    bestEarlyPct: round.largestMean(fromS, (fromS + toS) / 2, bridgeS),
    lastPct: round.mean(Math.max(fromS, toS - PLATEAU_S), toS)
  };
}
