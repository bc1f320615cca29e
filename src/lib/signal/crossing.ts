/** When the straight line from (ta, va) to (tb, vb) passes a level. */
export function passedS(ta: number, va: number, tb: number, vb: number, level: number): number {
  return ta + ((level - va) / (vb - va)) * (tb - ta);
}

/**
 * When the signal crosses a level, on straight lines between its samples: the first time on the way from sample `from` to sample `to`;
 * where `to` comes before, the way goes backwards, and it is the last time.
 *
 * @param bridgeS a crossing within a longer step is not known
 * @returns s; NaN where the level is not crossed, or where it is not known when
 */
export function crossingS(
  t: Float64Array,
  v: Float64Array,
  level: number,
  way: 'up' | 'down',
  from: number,
  to: number,
  bridgeS: number
): number {
  const step = from <= to ? 1 : -1;
  // The later sample of the first pair, and that of the one behind the last.
  const end = step > 0 ? to + 1 : to;
  for (let i = step > 0 ? from + 1 : from; i !== end; i += step) {
    const before = v[i - 1] ?? NaN;
    const after = v[i] ?? NaN;
    if (way === 'up' ? !(before < level && after >= level) : !(before >= level && after < level)) continue;
    const ta = t[i - 1] ?? NaN;
    const tb = t[i] ?? NaN;
    return tb - ta > bridgeS ? NaN : passedS(ta, before, tb, after, level);
  }
  return NaN;
}

/** Index of the first time ≥ `s`, by bisection; the length where there is none. */
export function firstAtOrAfter(t: Float64Array, s: number): number {
  let low = 0;
  let high = t.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((t[middle] ?? Infinity) < s) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether samples cover all of a stretch without a step that cannot be bridged; false where an end of it is NaN. */
export function isWhole(t: Float64Array, fromS: number, toS: number, bridgeS: number): boolean {
  const first = firstAtOrAfter(t, fromS + 1e-9) - 1;
  const last = firstAtOrAfter(t, toS - 1e-9);
  if (!(fromS <= toS) || first < 0 || last >= t.length) return false;
  for (let i = first + 1; i <= last; i++) {
    if ((t[i] ?? NaN) - (t[i - 1] ?? NaN) > bridgeS) return false;
  }
  return true;
}
