import { firstAtOrAfter } from './crossing';
import { areaTo, windowedMean } from './windowed-mean';

/** What a plateau is the mean of (docs/signal.md, 5). */
export const PLATEAU_S = 0.5;

/** Of the samples looked at. One for all: to make it takes longer than the means of a contraction. */
let areas = new Float64Array(2048);

/** Largest mean over 0.5 s, or another window, of windows that lie within; −∞ where there is none without a gap. */
export function largestMean(
  t: Float64Array,
  v: Float64Array,
  fromS: number,
  toS: number,
  bridgeS: number,
  windowS = PLATEAU_S
): number {
  if (areas.length < t.length) areas = new Float64Array(2 * t.length);
  let largest = -Infinity;
  const first = firstAtOrAfter(t, fromS);
  const to = firstAtOrAfter(t, toS + 1e-9);
  let tail = first;
  for (let i = first; i < to; i++) {
    const s = t[i] ?? NaN;
    if (i === first || s - (t[i - 1] ?? NaN) > bridgeS) {
      tail = i;
      areas[i] = 0;
      continue;
    }
    areas[i] = areaTo(t, v, areas, i);
    while ((t[tail + 1] ?? NaN) <= s - windowS) tail += 1;
    const mean = windowedMean(t, v, areas, tail, i, windowS);
    if (mean > largest) largest = mean;
  }
  return largest;
}
