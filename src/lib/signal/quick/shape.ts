import { firstAtOrAfter } from '../crossing';

/** The highest sample of a stretch: its value in the unit of the signal, and its time in s. NaN in both where there is no sample. */
export interface Peak {
  readonly value: number;
  readonly atS: number;
}

/** The highest sample with fromS ≤ t ≤ toS, the first of several that are equally high (docs/signal.md, 19). */
export function peakOf(t: Float64Array, v: Float64Array, fromS: number, toS: number): Peak {
  let highest = -1;
  const to = firstAtOrAfter(t, toS + 1e-9);
  for (let i = firstAtOrAfter(t, fromS); i < to; i++) {
    if (highest < 0 || (v[i] ?? NaN) > (v[highest] ?? NaN)) highest = i;
  }
  return { value: v[highest] ?? NaN, atS: t[highest] ?? NaN };
}

/**
 * The impulse: the area between the signal and its base, on straight lines between the samples, which are cut at both ends of the
 * stretch (docs/signal.md, 19). What lies below the base counts as negative. The caller sees to gaps (`isWhole`).
 *
 * @returns in the unit of the signal times s; NaN where the samples do not reach over the whole stretch
 */
export function impulseOf(
  t: Float64Array,
  v: Float64Array,
  base: number,
  fromS: number,
  toS: number
): number {
  const from = firstAtOrAfter(t, fromS);
  const to = firstAtOrAfter(t, toS);
  if (!(fromS <= toS) || fromS < (t[0] ?? NaN) || to >= t.length) return NaN;
  let lastS = fromS;
  let last = heightAt(t, v, from, fromS) - base;
  let area = 0;
  for (let i = from; i <= to; i++) {
    const s = Math.min(toS, t[i] ?? NaN);
    const height = heightAt(t, v, i, s) - base;
    area += ((s - lastS) * (last + height)) / 2;
    lastS = s;
    last = height;
  }
  return area;
}

/** On the straight line to sample `i` from the one before it. */
function heightAt(t: Float64Array, v: Float64Array, i: number, s: number): number {
  const [tb, vb] = [t[i] ?? NaN, v[i] ?? NaN];
  if (s === tb) return vb;
  const [ta, va] = [t[i - 1] ?? NaN, v[i - 1] ?? NaN];
  return va + ((s - ta) / (tb - ta)) * (vb - va);
}
