import { firstAtOrAfter } from './crossing';

/** Time-weighted figures of a stretch, every sample with the weight (t[i+1] − t[i−1])/2 (docs/signal.md, 11). */
export interface Stretch {
  readonly mean: number;
  /** Standard deviation about the mean. */
  readonly sd: number;
  /** …and about the straight line of least squares. */
  readonly sdAboutLine: number;
  /** Of that line, in units per s. */
  readonly slope: number;
}

/**
 * @returns the figures of the samples with fromS ≤ t ≤ toS; the first and the last of all weigh with the one step that they have. NaN
 * where there is no sample; no line where there are fewer than three.
 */
export function describeStretch(t: Float64Array, v: Float64Array, fromS: number, toS: number): Stretch {
  const from = firstAtOrAfter(t, fromS);
  const to = firstAtOrAfter(t, toS + 1e-9);
  let [weights, sumX, sumY] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const w = weightAt(t, i);
    weights += w;
    sumX += w * ((t[i] ?? NaN) - fromS);
    sumY += w * (v[i] ?? NaN);
  }
  const [meanX, mean] = [sumX / weights, sumY / weights];
  let [sxx, sxy, syy] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const w = weightAt(t, i);
    const x = (t[i] ?? NaN) - fromS - meanX;
    const y = (v[i] ?? NaN) - mean;
    sxx += w * x * x;
    sxy += w * x * y;
    syy += w * y * y;
  }
  const slope = to - from >= 3 ? sxy / sxx : NaN;
  return {
    mean,
    sd: Math.sqrt(syy / weights),
    sdAboutLine: Math.sqrt(Math.max(0, syy - slope * sxy) / weights),
    slope
  };
}

function weightAt(t: Float64Array, i: number): number {
  const before = t[Math.max(0, i - 1)] ?? NaN;
  const after = t[Math.min(t.length - 1, i + 1)] ?? NaN;
  return (after - before) / 2;
}
