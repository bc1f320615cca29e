/**
 * Where each sample stands among all that were taken, from 0. A counter that begins anew goes on, and samples that it leaves out are lost;
 * one that does not count leaves the rows to be counted.
 *
 * @param counts the index of each row; NaN where it has none
 */
export function placesOf(counts: readonly number[]): number[] {
  const steps = counts.slice(1).map((count, i) => count - (counts[i] ?? NaN));
  const rising = steps.filter((step) => step > 0).sort((a, b) => a - b);
  const step = rising[Math.floor(rising.length / 2)];
  if (step === undefined || !steps.every(Number.isInteger)) return counts.map((_, i) => i);
  let [least, most] = [Infinity, -Infinity];
  for (const count of counts) [least, most] = [Math.min(least, count), Math.max(most, count)];
  const turn = most - least + step;
  let place = 0;
  return [0, ...steps.map((each) => (place += Math.round((each < 0 ? each + turn : each) / step)))];
}
