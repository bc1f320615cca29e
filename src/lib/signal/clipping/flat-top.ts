/** So many equal samples in a row at the maximum are clipping. */
const FEWEST = 3;

/**
 * Whether a signal was cut off at its maximum, found without knowing the sensor's range (docs/signal.md, 15): at least three equal samples in a
 * row lie there, and more than in a row anywhere else (*decision*: a sensor that is read faster than it measures repeats every value).
 *
 * @param isNoisy whether the rest varies by more than one quantisation step; else equal samples are normal
 */
export function hasFlatTop(v: Float64Array, isNoisy: boolean): boolean {
  if (!isNoisy) return false;
  let [highest, atTop, elsewhere, run] = [-Infinity, 0, 0, 0];
  for (let i = 0; i < v.length; i++) {
    const value = v[i] ?? NaN;
    run = value === v[i - 1] ? run + 1 : 1;
    if (value > highest) {
      highest = value;
      elsewhere = Math.max(elsewhere, atTop);
      atTop = 1;
    } else if (value === highest) atTop = Math.max(atTop, run);
    else elsewhere = Math.max(elsewhere, run);
  }
  return atTop >= FEWEST && atTop > elsewhere;
}

/** When the signal was at its maximum for the first time and for the last, s. */
export function topOf(t: Float64Array, v: Float64Array): { readonly fromS: number; readonly toS: number } {
  const highest = v.reduce((most, value) => Math.max(most, value), -Infinity);
  return { fromS: t[v.indexOf(highest)] ?? NaN, toS: t[v.lastIndexOf(highest)] ?? NaN };
}
