import { isWhole } from '../crossing';
import { impulseOf, peakOf } from '../quick/shape';
import { LONGEST_STEP_S } from '../rise-rate';
import { BRIDGE_STEPS } from '../sample-step';
import { withoutOnset, type ReviewInput } from './input';
import type { Given, Refused } from './not-given';

/** The area above the level that the contraction is measured from, %·s. */
export interface Impulse {
  readonly pctS: number;
}

/** When the signal was highest. */
export interface TimeToPeak {
  /** From the onset to the highest sample, s: in a long hold that may be any of its ripples. */
  readonly s: number;
  /** That sample, % of the reference above rest. */
  readonly peakPct: number;
}

/** @param untilS end of the stretch, s; the caller has checked it for gaps */
export function impulseTo({ t, v, basePct }: ReviewInput, onsetS: number, untilS: number): Impulse {
  return { pctS: impulseOf(t, v, basePct, onsetS, untilS) };
}

/** From the onset to the end. */
export function wholeImpulseOf(input: ReviewInput): Given<Impulse> {
  const seen = wholeOf(input);
  return 'notGiven' in seen ? seen : impulseTo(input, seen.onsetS, input.figures.endS);
}

/** Not given below 20 Hz, where the top may lie between two samples. */
export function timeToPeakOf(input: ReviewInput): Given<TimeToPeak> {
  const seen = wholeOf(input);
  if ('notGiven' in seen) return seen;
  if (!(input.stepS <= LONGEST_STEP_S)) return { notGiven: 'slow-sampling' };
  const { value, atS } = peakOf(input.t, input.v, seen.onsetS, input.figures.endS);
  return { s: atS - seen.onsetS, peakPct: value };
}

/** The onset of a contraction that was seen completely and was not clipped, or what is missing. */
function wholeOf(input: ReviewInput): { readonly onsetS: number } | Refused {
  const { onsetS, endS, end, isSaturated } = input.figures;
  if (onsetS === null) return withoutOnset(input);
  if (end === 'cut') return { notGiven: 'cut' };
  if (!isWhole(input.t, onsetS, endS, BRIDGE_STEPS * input.stepS)) return { notGiven: 'gap' };
  return isSaturated ? { notGiven: 'saturated' } : { onsetS };
}
