/** Samples of a stretch, each standing for the time from half a step before it to half a step after it. */
export interface Cells {
  /** Times since the first of these began, s. */
  readonly sinceS: Float64Array;
  readonly value: Float64Array;
  /** How long each one is, s. */
  readonly lengthS: Float64Array;
}

export interface BandVariance {
  /** Variance of what lies in the band, in the square of the unit. */
  readonly variance: number;
  /** What share of the variance of white noise lies in it. */
  readonly whiteShare: number;
}

/** A sum of steps is rounded in its last digits; a cosine on the edge of a band must not change sides for that. */
const ROUNDING = 1e-6;

/**
 * The variance of a stretch of T seconds between two frequencies, fromHz ≤ f < toHz: the sum of A²/2 over its cosines
 * A·cos(2πft) of the frequencies f = k/2T, k ≥ 1 (a cosine transform). Over all k they add up to the variance. Unlike a Fourier
 * transform, this one continues the signal beyond its ends as in a mirror, without a jump, so a slow wave leaks less into a higher band. Every
 * sample is weighted by the time that it stands for, so the steps may be uneven; at an even step the cosines are exactly orthogonal.
 */
export function bandVariance({ sinceS, value, lengthS }: Cells, fromHz: number, toHz: number): BandVariance {
  const totalS = lengthS.reduce((sum, each) => sum + each, 0);
  const firstFrom = (hz: number) => Math.max(1, Math.ceil(2 * totalS * hz - ROUNDING));
  const first = firstFrom(fromHz);
  const count = firstFrom(toHz) - first;
  const sums = new Float64Array(count);
  let squares = 0;
  for (let i = 0; i < value.length; i++) {
    const length = lengthS[i] ?? NaN;
    const angle = (Math.PI * (sinceS[i] ?? NaN)) / totalS;
    const weighed = length * (value[i] ?? NaN);
    squares += length * length;
    // cos (k + 1)a = 2 cos a · cos ka − cos (k − 1)a: no cosine for each k.
    const twice = 2 * Math.cos(angle);
    let before = Math.cos((first - 1) * angle);
    let now = Math.cos(first * angle);
    for (let k = 0; k < count; k++) {
      sums[k] = (sums[k] ?? NaN) + weighed * now;
      [before, now] = [now, twice * now - before];
    }
  }
  const variance = sums.reduce((sum, each) => sum + 2 * (each / totalS) ** 2, 0);
  return { variance, whiteShare: (count * squares) / totalS ** 2 };
}
