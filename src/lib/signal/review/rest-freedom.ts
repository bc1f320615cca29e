import { firstAtOrAfter } from '../crossing';
import type { Rest } from '../tare';

/**
 * Degrees of freedom of the σ of a rest from fromS to toS: two less than its samples, for level and slope of its line (docs/signal.md, 3).
 * Samples that were left out as disturbed, a tenth at most, are counted too.
 *
 * @returns null where σ is the floor of one quantisation step, which is not an estimate from samples
 */
export function restFreedom(
  t: Float64Array,
  fromS: number,
  toS: number,
  { sd }: Rest,
  resolution: number
): number | null {
  return sd > resolution ? firstAtOrAfter(t, toS) - firstAtOrAfter(t, fromS) - 2 : null;
}
