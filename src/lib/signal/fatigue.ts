/**
 * Fatigue over the rounds of a set (docs/signal.md, 14): how much less the last hold was than the first, in % of the first; the first round
 * is left out, in which people find the target. A sensor that creeps looks the same. Fatigue within one hold is its slope.
 *
 * @param holdMeansPct of each round, in order; null where none was measured
 * @returns null where fewer than two rounds after the first were measured, or the first of them held nothing
 */
export function fatiguePct(holdMeansPct: readonly (number | null)[]): number | null {
  const measured = holdMeansPct.slice(1).filter((mean) => mean !== null);
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined || measured.length < 2 || first <= 0) return null;
  return (100 * (first - last)) / first;
}
