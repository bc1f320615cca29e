/**
 * The hold of a contraction that follows no target (docs/signal.md, 11): from t90 + 0.25 s to the release corner − 0.25 s, and
 * at least 1 s long. t90 is the first crossing of 90 % of the plateau; the release corner is the last (*decision*: one level for
 * both, so that a hold is where the signal is at its plateau; plateau = the largest 0.5 s mean).
 */
export interface Hold {
  readonly startS: number;
  readonly endS: number;
  /** Time-weighted mean, in the unit of the values. */
  readonly mean: number;
}

const LEVEL = 0.9;
const MARGIN_S = 0.25;
const SHORTEST_S = 1;

/** @returns null where the contraction has no hold of 1 s. */
export function freeHold(t: Float64Array, v: Float64Array, plateau: number): Hold | null {
  const level = LEVEL * plateau;
  let first = -1;
  let last = -1;
  for (let i = 0; i < v.length; i++) {
    if ((v[i] ?? NaN) < level) continue;
    if (first < 0) first = i;
    last = i;
  }
  if (first < 0) return null;
  const startS = (first > 0 ? crossing(t, v, first - 1, level) : (t[0] ?? NaN)) + MARGIN_S;
  const endS = (last + 1 < v.length ? crossing(t, v, last, level) : (t[last] ?? NaN)) - MARGIN_S;
  if (endS - startS < SHORTEST_S) return null;
  return { startS, endS, mean: weightedMean(t, v, startS, endS) };
}

/** Where the straight line between sample i and the next passes the level. */
function crossing(t: Float64Array, v: Float64Array, i: number, level: number): number {
  const [ta, tb, va, vb] = [t[i] ?? NaN, t[i + 1] ?? NaN, v[i] ?? NaN, v[i + 1] ?? NaN];
  return va === vb ? tb : ta + ((level - va) / (vb - va)) * (tb - ta);
}

/** Mean of the samples within, each with the weight (t[i+1] − t[i−1])/2. */
function weightedMean(t: Float64Array, v: Float64Array, fromS: number, toS: number): number {
  let weight = 0;
  let sum = 0;
  for (let i = 1; i + 1 < t.length; i++) {
    const ti = t[i] ?? NaN;
    if (ti < fromS || ti > toS) continue;
    const w = ((t[i + 1] ?? NaN) - (t[i - 1] ?? NaN)) / 2;
    weight += w;
    sum += w * (v[i] ?? NaN);
  }
  return sum / weight;
}
