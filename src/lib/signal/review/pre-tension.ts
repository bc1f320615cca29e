import { isWhole } from '../crossing';
import { BRIDGE_STEPS } from '../sample-step';
import { describeStretch } from '../weighted';
import { withoutOnset, type ReviewInput } from './input';
import type { Given } from './not-given';

/** How the signal was before the onset (docs/signal.md, 8); in % of the reference above rest. */
export interface PreTension {
  /** Mean over the 200 ms before the onset. */
  readonly levelPct: number;
  /** Change of their straight line of least squares over the 200 ms. */
  readonly changePct: number;
  /** The largest distance of the mean from rest; the change may be twice as large. */
  readonly limitPct: number;
}

/** The time before the onset in which the signal has to be at rest, s. */
export const BEFORE_S = 0.2;

/**
 * *Decision*: a straight rise from rest changes the line by at most 1.125 times the level at which the onset counts, however slow it is (3/4
 * of the 200 ms on the rise), so a slow rise does not exceed twice that level by itself.
 */
const CHANGE_LIMITS = 2;

export function preTensionOf(input: ReviewInput): Given<PreTension> {
  const { t, v, stepS, figures, onsetPct } = input;
  const { onsetS } = figures;
  if (onsetS === null) return withoutOnset(input);
  const fromS = onsetS - BEFORE_S;
  if (!isWhole(t, fromS, onsetS, BRIDGE_STEPS * stepS)) return { notGiven: 'gap' };
  const { mean, slope } = describeStretch(t, v, fromS, onsetS);
  if (Number.isNaN(slope)) return { notGiven: 'slow-sampling' };
  return { levelPct: mean, changePct: slope * BEFORE_S, limitPct: onsetPct };
}

export function isTense({ levelPct, changePct, limitPct }: PreTension): boolean {
  return Math.abs(levelPct) > limitPct || Math.abs(changePct) > CHANGE_LIMITS * limitPct;
}
