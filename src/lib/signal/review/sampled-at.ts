import { firstAtOrAfter } from '../crossing';

/** *Decision*: a tenth of the samples may be missing, so a loss of one sample in sixteen does not withhold a figure. */
const FEWEST_SHARE = 0.9;

/**
 * Whether the number of samples in a stretch reaches a rate.  The median step would call a clock of 10, 10 and 15 ms 100 Hz, though it counts 85.7
 * samples a second.
 */
export function isSampledAt(t: Float64Array, fromS: number, toS: number, rateHz: number): boolean {
  const [first, last] = [firstAtOrAfter(t, fromS), firstAtOrAfter(t, toS + 1e-9) - 1];
  const lengthS = (t[last] ?? NaN) - (t[first] ?? NaN);
  return last - first >= FEWEST_SHARE * rateHz * lengthS;
}
