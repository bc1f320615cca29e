import { firstAtOrAfter } from '../crossing';
import type { Rest } from '../tare';

/** Of normal noise, σ from the median residual scatters as the SD of so many times fewer samples does (Rousseeuw and Croux 1993, 10.1080/01621459.1993.10476408). */
const EFFICIENCY = 0.37;

/**
 * Effective degrees of freedom of the σ of a rest from fromS to toS: those of a standard deviation that scatters as much, less two for level
 * and slope of the line (docs/signal.md, 3).
 *
 * @returns null where σ is the floor of one quantisation step, which is not an estimate from samples
 */
export function restFreedom(
  t: Float64Array,
  fromS: number,
  toS: number,
  { sd }: Pick<Rest, 'sd'>,
  resolution: number
): number | null {
  const n = firstAtOrAfter(t, toS) - firstAtOrAfter(t, fromS);
  return sd > resolution ? Math.max(0, Math.round(EFFICIENCY * n) - 2) : null;
}
