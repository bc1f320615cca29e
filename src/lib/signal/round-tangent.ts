import type { SetUp } from './command';
import type { RoundSamples } from './round-samples';
import { effectiveTangentPct, slopeTowards, tangentPct, type NoSlope } from './tangent';
import type { TargetCurve } from './target';

/** The tangent of a round: what its ramp asked for, and what was reached (docs/signal.md, 10), % of Rmax. */
export interface TangentFigures {
  readonly requiredPct: number;
  readonly reached: { readonly pct: number } | { readonly notMeasured: NoSlope };
}

/**
 * Looked for from the round's begin to its fall: who rises before the ramp is measured as well. Null where no tangent was asked for, or no
 * fastest rise is known.
 */
export function tangentOf(
  round: RoundSamples,
  curve: TargetCurve,
  { forcePct, tangentPct: asked }: SetUp,
  rmaxPctPerS: number | null,
  stepS: number
): TangentFigures | null {
  if (!asked || rmaxPctPerS === null) return null;
  const ramp = curve.segments.findIndex(({ cue }) => cue === 'rise');
  const fall = curve.segments.findIndex(({ cue }) => cue === 'fall');
  const { t, v } = round.until(curve.startOf(fall));
  const slope = slopeTowards(forcePct, t, v, stepS);
  return {
    requiredPct: effectiveTangentPct(forcePct, curve.endOf(ramp) - curve.startOf(ramp), rmaxPctPerS),
    reached: 'pctPerS' in slope ? { pct: tangentPct(slope.pctPerS, rmaxPctPerS) } : slope
  };
}
