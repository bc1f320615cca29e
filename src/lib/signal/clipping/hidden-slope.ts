import { riseRateWindowS } from '../rise-rate';
import { describeStretch } from '../weighted';

/**
 * Whether a flat top may hide the steepest part of the way to it (docs/signal.md, 15). *Decision*: a rise or a fall is steepest once, so it was
 * seen where the slope over w beside the flat top is less than half of the steepest one.
 *
 * @param edgeS first or last time of the flat top
 * @param side −1 before it, 1 after it
 * @param steepest of what was seen, a positive number, per s
 */
export function isSlopeHidden(
  t: Float64Array,
  v: Float64Array,
  edgeS: number,
  side: -1 | 1,
  steepest: number,
  stepS: number
): boolean {
  const w = riseRateWindowS(stepS);
  const { slope } =
    side < 0 ? describeStretch(t, v, edgeS - w, edgeS) : describeStretch(t, v, edgeS, edgeS + w);
  return !(-side * slope < steepest / 2);
}
