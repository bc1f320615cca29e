import { earlyRefusal, forceDevelopment, RFD_WINDOWS_MS, type ForceDevelopment } from './force-development';
import { hingeOnsetOf, type HingeOnset } from './hinge-onset';
import { holdVariabilityOf, type HoldVariability } from './hold-variability';
import { impulseTo, timeToPeakOf, wholeImpulseOf, type Impulse, type TimeToPeak } from './impulse';
import type { ReviewInput } from './input';
import type { Given } from './not-given';
import { preTensionOf, type PreTension } from './pre-tension';

/** What a reviewer asks for beyond the figures of a contraction (docs/signal.md, 7, 8 and 11). Each is a figure, or why there is none. */
export interface Review {
  readonly hingeOnset: Given<HingeOnset>;
  readonly preTension: Given<PreTension>;
  /** From the onset to 50, 100 and 200 ms. */
  readonly rfd: readonly ({ readonly toMs: number } & Given<ForceDevelopment>)[];
  readonly impulse: { readonly whole: Given<Impulse>; readonly to200Ms: Given<Impulse> };
  readonly timeToPeak: Given<TimeToPeak>;
  readonly hold: Given<HoldVariability>;
}

/** Works out the figures of one finished contraction. */
export function reviewOf(input: ReviewInput): Review {
  const hingeOnset = hingeOnsetOf(input);
  const preTension = preTensionOf(input);
  const onsetS = input.figures.onsetS ?? NaN;
  const refusal = (overS: number) => earlyRefusal(input, preTension, hingeOnset, overS);
  return {
    hingeOnset,
    preTension,
    rfd: RFD_WINDOWS_MS.map((toMs) => ({
      toMs,
      ...(refusal(toMs / 1000) ?? forceDevelopment(input, onsetS, toMs / 1000))
    })),
    impulse: {
      whole: wholeImpulseOf(input),
      to200Ms: refusal(0.2) ?? impulseTo(input, onsetS, onsetS + 0.2)
    },
    timeToPeak: timeToPeakOf(input),
    hold: holdVariabilityOf(input)
  };
}
