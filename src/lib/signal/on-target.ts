import { scoredHold } from './hold-levels';
import type { ScoreFigures } from './round-score';
import type { TargetCurve } from './target';

/** What a set is trained for beside its hold: letting go. */
export const GOALS = ['release'] as const;
export type Goal = (typeof GOALS)[number];

/**
 * The headline figure of a round (docs/signal.md, 12): the share of the scored hold's time in the band, 0–100, so that doing nothing
 * scores 0. Where letting go is the goal, the fall counts as well, by its length, but only once the hold was reached: nobody lets go of
 * what they never held.
 *
 * @param isReached whether the hold's best half second came up to the band
 * @returns null where the hold was not measured
 */
export function onTargetPct(
  { holdInBandPct, inBandPctBySegment }: Pick<ScoreFigures, 'holdInBandPct' | 'inBandPctBySegment'>,
  curve: TargetCurve,
  goal: Goal | undefined,
  isReached: boolean
): number | null {
  if (holdInBandPct === null || goal === undefined) return holdInBandPct;
  const indexOf = (wanted: string) => curve.segments.findIndex(({ cue }) => cue === wanted);
  const fall = indexOf('fall');
  const { fromS, toS } = scoredHold(curve, indexOf('hold'));
  const [holdS, fallS] = [toS - fromS, curve.endOf(fall) - curve.startOf(fall)];
  const fallInBandPct = isReached ? (inBandPctBySegment[fall] ?? 0) : 0;
  return (holdInBandPct * holdS + fallInBandPct * fallS) / (holdS + fallS);
}

/** The headline of several rounds: the mean of those that were measured, each counting once; null where none was. */
export function meanOnTargetPct(
  rounds: readonly { readonly onTargetPct?: number | null | undefined }[]
): number | null {
  const measured = rounds.map((round) => round.onTargetPct ?? null).filter((pct) => pct !== null);
  return measured.length === 0 ? null : measured.reduce((sum, pct) => sum + pct, 0) / measured.length;
}
