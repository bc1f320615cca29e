/**
 * How many samples there were a second: the mean of the steps, gaps left out. A clock that steps by 10, 10 and 15 ms has 85.7 Hz, and a median
 * step of 10 ms (docs/signal.md, 17).
 *
 * @param t rising, s
 * @param bridgeS a longer step is a gap
 * @returns NaN of fewer than two samples, and where every step is a gap
 */
export function meanRateHz(t: Float64Array, bridgeS: number): number {
  let [count, seconds] = [0, 0];
  for (let i = 1; i < t.length; i++) {
    const step = (t[i] ?? NaN) - (t[i - 1] ?? NaN);
    if (!(step <= bridgeS)) continue;
    count += 1;
    seconds += step;
  }
  return count / seconds;
}
