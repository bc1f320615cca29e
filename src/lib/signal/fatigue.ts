import type { Quality } from './round-quality';

/**
 * Where fatigue ends a set before its rounds are over: `before`, with the first weak round, so that there are fewer than fatigue takes;
 * `past`, with the second of two weak rounds in a row, just past its onset.
 */
export const FATIGUE_RULES = ['before', 'past'] as const;
export type FatigueRule = (typeof FATIGUE_RULES)[number];

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
 * Where fatigue set in (docs/signal.md, 14). *Decision*: a round that was not measured says nothing and is passed over, so that weak rounds
 * on either side of it are two in a row.
 *
 * @param qualities of each round, in order; null where its hold was not measured
 * @returns index, from 0 on, of the first of two weak rounds in a row; null where there are none
 */
export function fatigueOnset(qualities: readonly (Quality | null)[]): number | null {
  const measured = qualities.flatMap((quality, index) => (quality === null ? [] : { quality, index }));
  const isWeak = (at: number) => measured[at]?.quality === 'weak';
  return measured.find((_, at) => isWeak(at) && isWeak(at + 1))?.index ?? null;
}

/** The rounds of a set that count for progress: those before the onset of fatigue. Engines before 6 told no quality: then all count. */
export function beforeFatigue<
  Round extends { readonly figures: { readonly quality?: Quality | null | undefined } }
>(rounds: readonly Round[]): readonly Round[] {
  return rounds.slice(0, fatigueOnset(rounds.map(({ figures }) => figures.quality ?? null)) ?? undefined);
}

/** Whether fatigue ends the set after these rounds; never without a rule. */
export function isOver(rule: FatigueRule | undefined, qualities: readonly (Quality | null)[]): boolean {
  if (rule === 'before') return qualities.includes('weak');
  return rule === 'past' && fatigueOnset(qualities) !== null;
}
