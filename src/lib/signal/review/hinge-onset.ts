import { crossingS, firstAtOrAfter, isWhole } from '../crossing';
import { peakOf } from '../quick/shape';
import { BRIDGE_STEPS } from '../sample-step';
import { hingeOf } from './hinge';
import { withoutOnset, type ReviewInput } from './input';
import type { Given } from './not-given';

/** The onset by a second method: where a flat line turns into the straight line of the rise (docs/signal.md, 7). */
export interface HingeOnset {
  readonly onsetS: number;
  /** The hinge minus the onset by level crossing, s; negative where the hinge is earlier. */
  readonly differenceS: number;
}

/** *Decision*: the fit begins this long before the onset, s. */
const FLAT_S = 0.3;
/** *Decision*: the rise is fitted up to this share of the way to the peak: higher up it bends, and would draw the break forward. */
const RISE_SHARE = 1 / 3;

export function hingeOnsetOf(input: ReviewInput): Given<HingeOnset> {
  const { t, v, stepS, figures, basePct, fromS } = input;
  const { onsetS, endS } = figures;
  if (onsetS === null) return withoutOnset(input);
  const bridgeS = BRIDGE_STEPS * stepS;
  const { value: peak } = peakOf(t, v, onsetS, endS);
  const level = basePct + RISE_SHARE * (peak - basePct);
  const onset = firstAtOrAfter(t, onsetS);
  const riseS = crossingS(t, v, level, 'up', onset - 1, t.length - 1, bridgeS);
  const flatS = Math.max(fromS, t[0] ?? NaN, onsetS - FLAT_S);
  if (!isWhole(t, flatS, riseS, bridgeS)) return { notGiven: 'gap' };
  const hinge = hingeOf(t, v, firstAtOrAfter(t, flatS), firstAtOrAfter(t, riseS));
  if (!hinge) return { notGiven: 'no-hinge' };
  return { onsetS: hinge.breakS, differenceS: hinge.breakS - onsetS };
}
