/** When the straight line from (ta, va) to (tb, vb) passes the level; tb where it is level itself. */
export function crossingS(ta: number, va: number, tb: number, vb: number, level: number): number {
  return va === vb ? tb : ta + ((level - va) / (vb - va)) * (tb - ta);
}

/** First upward crossing of a level between sample `from` and sample `to`; NaN where there is none. */
export function firstRiseS(t: Float64Array, v: Float64Array, level: number, from = 0, to = v.length): number {
  for (let i = from + 1; i < to; i++) {
    const [before, after] = [v[i - 1] ?? NaN, v[i] ?? NaN];
    if (before < level && after >= level)
      return crossingS(t[i - 1] ?? NaN, before, t[i] ?? NaN, after, level);
  }
  return NaN;
}

/** Last upward crossing of a level before sample `to`; NaN where there is none. */
export function lastRiseS(t: Float64Array, v: Float64Array, level: number, to = v.length): number {
  for (let i = to - 1; i > 0; i--) {
    const [before, after] = [v[i - 1] ?? NaN, v[i] ?? NaN];
    if (before < level && after >= level)
      return crossingS(t[i - 1] ?? NaN, before, t[i] ?? NaN, after, level);
  }
  return NaN;
}

/** First downward crossing of a level from sample `from` on; NaN where there is none. */
export function firstFallS(t: Float64Array, v: Float64Array, level: number, from = 0): number {
  for (let i = from + 1; i < v.length; i++) {
    const [before, after] = [v[i - 1] ?? NaN, v[i] ?? NaN];
    if (before >= level && after < level)
      return crossingS(t[i - 1] ?? NaN, before, t[i] ?? NaN, after, level);
  }
  return NaN;
}

/** Last downward crossing of a level before sample `to`; NaN where there is none. */
export function lastFallS(t: Float64Array, v: Float64Array, level: number, to = v.length): number {
  for (let i = to - 1; i > 0; i--) {
    const [before, after] = [v[i - 1] ?? NaN, v[i] ?? NaN];
    if (before >= level && after < level)
      return crossingS(t[i - 1] ?? NaN, before, t[i] ?? NaN, after, level);
  }
  return NaN;
}
