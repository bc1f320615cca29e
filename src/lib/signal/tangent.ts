import { crossingS, firstAtOrAfter, isWhole } from './crossing';
import { BRIDGE_STEPS } from './sample-step';
import { LONGEST_STEP_S } from './rise-rate';

/** Why a rise has no slope towards its target (docs/signal.md, 10). */
export type NoSlope =
  /** 80 % of the target was not reached. */
  | 'not-reached'
  /** Fewer than three samples between 20 and 80 %, fewer than 20 samples a second, or a gap. */
  | 'not-measurable';

/** Slope of a rise towards a target, %MVC/s, between 20 and 80 % of its force. */
export type Slope = { readonly pctPerS: number } | { readonly notMeasured: NoSlope };

const LOW = 0.2;
const HIGH = 0.8;
const FEWEST_SAMPLES = 3;
/** A ramp is never shorter, s. */
const SHORTEST_RAMP_S = 0.2;
/** Of the series of five fast contractions so many count. */
const COUNTED = 3;

/** s = 0.6·K/(t80 − t20): from the last crossing of 20 % of the target force K before the first of 80 %. */
export function slopeTowards(forcePct: number, t: Float64Array, v: Float64Array, stepS: number): Slope {
  const high = HIGH * forcePct;
  const first80 = v.findIndex((value) => value >= high);
  if (first80 < 0) return { notMeasured: 'not-reached' };
  const bridgeS = BRIDGE_STEPS * stepS;
  const t80S = crossingS(t, v, high, 'up', Math.max(0, first80 - 1), first80, bridgeS);
  const t20S = crossingS(t, v, LOW * forcePct, 'up', first80, 0, bridgeS);
  const between = firstAtOrAfter(t, t80S) - firstAtOrAfter(t, t20S);
  const isMeasurable =
    stepS <= LONGEST_STEP_S && between >= FEWEST_SAMPLES && isWhole(t, t20S, t80S, bridgeS);
  return isMeasurable
    ? { pctPerS: ((HIGH - LOW) * forcePct) / (t80S - t20S) }
    : { notMeasured: 'not-measurable' };
}

/** Rmax, %MVC/s: the median of the best three of the series' slopes; null where fewer than three were measured. */
export function rmaxOf(slopes: readonly Slope[]): number | null {
  const best = slopes
    .flatMap((slope) => ('pctPerS' in slope ? [slope.pctPerS] : []))
    .sort((a, b) => b - a)
    .slice(0, COUNTED);
  return best.length < COUNTED ? null : (best[1] ?? null);
}

/** The tangent of a rise: its slope in % of Rmax. */
export function tangentPct(slopePctPerS: number, rmaxPctPerS: number): number {
  return (100 * slopePctPerS) / rmaxPctPerS;
}

/**
 * The ramp that a tangent τ asks for, s: T = K/(τ/100·Rmax), never shorter than 0.2 s nor longer than the pattern's rise. It ends where the
 * pattern's rise ends; before it the target waits at 0.
 */
export function requiredRampS(
  forcePct: number,
  tangent: number,
  rmaxPctPerS: number,
  patternRiseS: number
): number {
  return Math.min(Math.max(forcePct / ((tangent / 100) * rmaxPctPerS), SHORTEST_RAMP_S), patternRiseS);
}

/** The tangent that a ramp of so many s really asks for: a slow person's pattern makes small settings equal. */
export function effectiveTangentPct(forcePct: number, rampS: number, rmaxPctPerS: number): number {
  return (100 * forcePct) / (rampS * rmaxPctPerS);
}
