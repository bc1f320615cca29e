import type { Trace, TraceWindow } from './trace';

/** As many as a picture of a thumb's width can show. */
const POINTS = 100;

/**
 * A stretch of a curve, a round or an attempt, thinned to means of equal stretches: for a small picture that stays when the curve has moved on. A stretch without
 * samples is NaN: a gap.
 *
 * @param startS session time
 * @returns seconds since then, and the curve's own unit
 */
export function thinned(trace: Trace, startS: number, durationS: number): TraceWindow {
  const { timeS, value } = trace.window(startS, startS + durationS);
  // Two samples a stretch, so that uneven steps leave none empty.
  const points = Math.min(POINTS, value.length >> 1);
  const sums = new Float64Array(points);
  const counts = new Float64Array(points);
  value.forEach((v, i) => {
    const at = Math.min(points - 1, Math.floor((((timeS[i] ?? 0) - startS) / durationS) * points));
    sums[at] = (sums[at] ?? 0) + v;
    counts[at] = (counts[at] ?? 0) + 1;
  });
  return {
    timeS: sums.map((_, i) => ((i + 0.5) / points) * durationS),
    value: sums.map((sum, i) => sum / (counts[i] ?? 0))
  };
}
