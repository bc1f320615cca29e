import type { Quality } from './round-quality';

/**
 * Where fatigue ends a set before its rounds are over: `before`, with the first weak round after the second, so that there are fewer
 * rounds than fatigue takes; `past`, with the second of two weak rounds in a row, just past its onset.
 */
export const FATIGUE_RULES = ['before', 'past'] as const;
export type FatigueRule = (typeof FATIGUE_RULES)[number];

/** *Decision*: a set that ends before fatigue has at least three rounds, however weak the first two are. */
export const FEWEST_ROUNDS = 3;

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

/**
 * Where fatigue set in (docs/signal.md, 14): at the first of two weak rounds in a row, but never at round 1, in which people find the
 * target; in a set that ends before fatigue, at the first weak round after the second. *Decision*: a round that was not measured is
 * passed over, so that weak rounds on either side of it are two in a row.
 *
 * @param qualities of each round, in order; null where its hold was not measured
 * @returns index, from 0 on; null where there was no fatigue
 */
export function fatigueOnset(
  qualities: readonly (Quality | null)[],
  rule: FatigueRule | undefined
): number | null {
  if (rule === 'before') {
    const weak = qualities.findIndex((quality, i) => quality === 'weak' && i >= FEWEST_ROUNDS - 1);
    return weak < 0 ? null : weak;
  }
  const measured = qualities.flatMap((quality, index) => (quality === null ? [] : { quality, index }));
  const isWeak = (at: number) => measured[at]?.quality === 'weak';
  const first = measured.find((_, at) => isWeak(at) && isWeak(at + 1));
  return first ? Math.max(1, first.index) : null;
}

interface JudgedRound {
  readonly figures: { readonly quality?: Quality | null | undefined };
}

/** The rounds of a set that count for progress: those before the onset of fatigue. Engines before 6 judged none: then all count. */
export function beforeFatigue<Round extends JudgedRound>(
  rounds: readonly Round[],
  rule: FatigueRule | undefined
): readonly Round[] {
  const qualities = rounds.map(({ figures }) => figures.quality ?? null);
  return rounds.slice(0, fatigueOnset(qualities, rule) ?? undefined);
}

/** Whether fatigue ends the set after these rounds; never without a rule. */
export function isOver(rule: FatigueRule | undefined, qualities: readonly (Quality | null)[]): boolean {
  return rule !== undefined && fatigueOnset(qualities, rule) !== null;
}

/** Whether the last two rounds that were measured both were that. */
export function isTwiceInARow(qualities: readonly (Quality | null)[], quality: Quality): boolean {
  const lastTwo = qualities.filter((each) => each !== null).slice(-2);
  return hasTwiceInARow(lastTwo, quality);
}

/** Whether any two rounds in a row were that; one that was not measured is passed over. */
export function hasTwiceInARow(qualities: readonly (Quality | null)[], quality: Quality): boolean {
  const measured = qualities.filter((each) => each !== null);
  return measured.some((each, i) => each === quality && measured[i + 1] === quality);
}
