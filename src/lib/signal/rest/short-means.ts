/** Mean times and mean values, so that a straight line goes through them. */
export interface ShortMeans {
  readonly t: Float64Array;
  readonly v: Float64Array;
}

/** The noise is averaged over this time, s. */
const MEAN_S = 0.02;
/** *Decision*: of a rest longer than 10 s the means are longer instead of more: lines are looked for between all pairs of them. */
const MOST_MEANS = 500;

/** The mean of the samples in each 20 ms; where dt > 20 ms, the samples. At most 501. @param t rising, s */
export function shortMeans(t: Float64Array, v: Float64Array): ShortMeans {
  const fromS = t[0] ?? NaN;
  const meanS = Math.max(MEAN_S, ((t.at(-1) ?? NaN) - fromS) / MOST_MEANS);
  const [meanT, meanV] = [new Float64Array(MOST_MEANS + 1), new Float64Array(MOST_MEANS + 1)];
  let [count, size, last] = [0, 0, -1];
  for (let i = 0; i < t.length; i++) {
    const s = t[i] ?? NaN;
    // A rounding error must not decide where a sample on the edge belongs.
    const stretch = Math.min(MOST_MEANS, Math.floor((s - fromS) / meanS + 1e-6));
    if (stretch !== last) {
      last = stretch;
      count += 1;
      size = 0;
    }
    size += 1;
    const at = count - 1;
    meanT[at] = (meanT[at] ?? NaN) + (s - (meanT[at] ?? NaN)) / size;
    meanV[at] = (meanV[at] ?? NaN) + ((v[i] ?? NaN) - (meanV[at] ?? NaN)) / size;
  }
  return { t: meanT.subarray(0, count), v: meanV.subarray(0, count) };
}
