import { firstAtOrAfter } from '../crossing';

/** *Decision*: a tenth of the samples may be missing, so that one lost in sixteen takes nothing away. */
const FEWEST_SHARE = 0.9;

/**
 * Whether a stretch has a rate's samples, by their number. The median step would call a clock of 10, 10 and 15 ms 100 Hz, though it counts 85.7
 * samples a second.
 */
export function isSampledAt(t: Float64Array, fromS: number, toS: number, rateHz: number): boolean {
  const [first, last] = [firstAtOrAfter(t, fromS), firstAtOrAfter(t, toS + 1e-9) - 1];
  const lengthS = (t[last] ?? NaN) - (t[first] ?? NaN);
  return last - first >= FEWEST_SHARE * rateHz * lengthS;
}
