/** A tick's rounding may leave the first sample so far inside a window that it begins. */
export const HAIR_S = 1e-6;

/**
 * Time-weighted mean of the window that ends at sample i: every sample weighs (t[i+1] − t[i−1])/2, which is the area under straight lines,
 * divided by the window (docs/signal.md, 5). The left edge of the window falls between two samples and is interpolated.
 *
 * @param areas up to each sample, from any of them on (`areaTo`)
 * @param from the last sample at the window's begin or before it, or the first of all
 * @returns NaN where the samples do not fill the window
 */
export function windowedMean(
  t: Float64Array,
  v: Float64Array,
  areas: Float64Array,
  from: number,
  i: number,
  windowS: number
): number {
  const fromS = (t[i] ?? NaN) - windowS;
  const ta = t[from] ?? NaN;
  if (ta > fromS + HAIR_S) return NaN;
  const beforeS = Math.max(0, fromS - ta);
  const va = v[from] ?? NaN;
  const vFrom = va + (beforeS / ((t[from + 1] ?? NaN) - ta)) * ((v[from + 1] ?? NaN) - va);
  const before = ((va + vFrom) / 2) * beforeS;
  return ((areas[i] ?? NaN) - (areas[from] ?? NaN) - before) / windowS;
}

/** The area under the straight lines up to sample i, given that up to the one before it. */
export function areaTo(t: Float64Array, v: Float64Array, areas: Float64Array, i: number): number {
  const stepS = (t[i] ?? NaN) - (t[i - 1] ?? NaN);
  return (areas[i - 1] ?? NaN) + (stepS * ((v[i] ?? NaN) + (v[i - 1] ?? NaN))) / 2;
}
