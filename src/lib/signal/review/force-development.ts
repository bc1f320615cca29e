import { firstAtOrAfter, isWhole } from '../crossing';
import { peakOf } from '../quick/shape';
import { BRIDGE_STEPS } from '../sample-step';
import type { HingeOnset } from './hinge-onset';
import { withoutOnset, type ReviewInput } from './input';
import { isGiven, type Given, type Refused } from './not-given';
import { BEFORE_S, isTense, type PreTension } from './pre-tension';
import { isSampledAt } from './sampled-at';

/** Mean slope over a fixed time from the onset (docs/signal.md, 8; Maffiuletti 2016, 10.1007/s00421-016-3346-6). */
export interface ForceDevelopment {
  /** % of the reference per s. */
  readonly pctPerS: number;
  /** The recording's unit per s. */
  readonly unitsPerS: number;
}

export const RFD_WINDOWS_MS = [50, 100, 200] as const;
const LONGEST_S = 0.2;
/** 50 ms are five steps at 100 Hz; fewer say nothing of a slope. */
const LOWEST_RATE_HZ = 100;
/** *Decision*: if the straight rise begins later than this after the onset, the first 50–200 ms from the onset do not belong to it, s. */
const LATEST_RISE_S = 0.1;

/** Why the first `overS` seconds from the onset give no rate of force development; null where they do. */
export function earlyRefusal(
  input: ReviewInput,
  preTension: Given<PreTension>,
  hinge: Given<HingeOnset>,
  overS: number
): Refused | null {
  const { t, v, stepS, figures } = input;
  const { onsetS, endS, isSaturated } = figures;
  if (onsetS === null) return withoutOnset(input);
  if (!isWhole(t, onsetS, onsetS + overS, BRIDGE_STEPS * stepS)) return { notGiven: 'gap' };
  if (!isGiven(preTension)) return preTension;
  if (!isSampledAt(t, onsetS - BEFORE_S, onsetS + LONGEST_S, LOWEST_RATE_HZ))
    return { notGiven: 'slow-sampling' };
  if (isTense(preTension)) return { notGiven: 'tense' };
  if (isGiven(hinge) && hinge.differenceS > LATEST_RISE_S) return { notGiven: 'early-onset' };
  const isCutOff = isSaturated && peakOf(t, v, onsetS, endS).atS <= onsetS + overS;
  return isCutOff ? { notGiven: 'saturated' } : null;
}

/** @param onsetS `earlyRefusal` has returned null for this stretch */
export function forceDevelopment(
  { t, v, unitsPerPct }: ReviewInput,
  onsetS: number,
  overS: number
): ForceDevelopment {
  const pctPerS = (valueAt(t, v, onsetS + overS) - valueAt(t, v, onsetS)) / overS;
  return { pctPerS, unitsPerS: pctPerS * unitsPerPct };
}

/** On the straight line between the samples beside `s`. */
function valueAt(t: Float64Array, v: Float64Array, s: number): number {
  const i = Math.max(1, firstAtOrAfter(t, s));
  const [ta, tb, va, vb] = [t[i - 1] ?? NaN, t[i] ?? NaN, v[i - 1] ?? NaN, v[i] ?? NaN];
  return va + ((s - ta) / (tb - ta)) * (vb - va);
}
