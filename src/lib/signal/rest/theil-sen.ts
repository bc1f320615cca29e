import { medianOf, medianOfSorted } from './median-of';
import type { ShortMeans } from './short-means';

/**
 * Theil–Sen line: its slope is the median of the slopes between all pairs, and it leaves as many values above as below. Values that lie
 * elsewhere for up to 29 % of the time cannot carry it away, wherever they lie. 500 means have 124,750 slopes, which take some 20 ms to sort.
 *
 * @returns units per s, and its value at 0 s; a slope of 0 where there are no two times
 */
export function theilSen({ t, v }: ShortMeans): { readonly slope: number; readonly at0: number } {
  const slopes = new Float64Array((t.length * (t.length - 1)) / 2);
  let count = 0;
  for (let j = 1; j < t.length; j++) {
    const [tj, vj] = [t[j] ?? NaN, v[j] ?? NaN];
    for (let i = 0; i < j; i++) slopes[count++] = (vj - (v[i] ?? NaN)) / (tj - (t[i] ?? NaN));
  }
  const slope = count === 0 ? 0 : medianOfSorted(slopes.sort());
  return { slope, at0: medianOf(v.map((value, i) => value - slope * (t[i] ?? NaN))) };
}
