import type { Analysis } from '../analysis';
import type { AnalysedContraction } from '../offline/contractions';
import { isGiven } from '../review/not-given';
import type { Review } from '../review/review';
import type { Basis } from './basis';
import { slopeAtOnset } from './foot';
import { contractionUncertainties, type Origin, type UncertainContractionFigure } from './of-contraction';
import { isBelowDetection, uncertaintyOf, type UncertainFigure, type Uncertainty } from './uncertainty';

/** The figures of a contraction of a recording that carry a ±: its own, and those for reviewers. */
export type UncertainAnalysedFigure =
  UncertainContractionFigure | 'rfd50PctPerS' | 'rfd100PctPerS' | 'rfd200PctPerS';

export type AnalysedUncertainties = Readonly<Record<UncertainAnalysedFigure, Uncertainty | null>>;

/** Where each of them is found; null where it was not measured. */
export const ANALYSED_VALUES: Readonly<
  Record<UncertainAnalysedFigure, (each: AnalysedContraction) => number | null>
> = {
  onsetS: ({ onsetS }) => onsetS,
  endS: ({ end, endS }) => (end === 'cut' ? null : endS),
  plateauPct: ({ plateauPct }) => plateauPct,
  riseRate: ({ riseRate }) => ('valuePctPerS' in riseRate ? riseRate.valuePctPerS : null),
  rfd50PctPerS: ({ review }) => rfdOf(review, 50),
  rfd100PctPerS: ({ review }) => rfdOf(review, 100),
  rfd200PctPerS: ({ review }) => rfdOf(review, 200),
  riseTimeS: ({ riseTimeS }) => riseTimeS,
  peakPct: ({ review: { timeToPeak } }) => (isGiven(timeToPeak) ? timeToPeak.peakPct : null),
  timeToPeakS: ({ review: { timeToPeak } }) => (isGiven(timeToPeak) ? timeToPeak.s : null),
  durationS: ({ pulse }) => pulse?.durationS ?? null,
  impulsePctS: ({ review: { impulse } }) => (isGiven(impulse.whole) ? impulse.whole.pctS : null),
  releaseOnsetS: ({ releaseOnsetS }) => releaseOnsetS,
  meanPct: ({ hold }) => hold?.meanPct ?? null,
  cvPct: ({ hold }) => hold?.cvPct ?? null,
  cvDetrendedPct: ({ hold }) => hold?.cvDetrendedPct ?? null,
  slopePctPerS: ({ hold }) => hold?.slopePctPerS ?? null,
  t90To10S: ({ relaxation }) => relaxation?.t90To10S ?? null,
  peakFallPctPerS: ({ relaxation }) => relaxation?.peakFallPctPerS ?? null,
  residualPct: ({ relaxation }) => relaxation?.residualPct ?? null
};

function rfdOf({ rfd }: Review, ms: number): number | null {
  const found = rfd.find(({ toMs }) => toMs === ms);
  return found && 'pctPerS' in found ? found.pctPerS : null;
}

/**
 * How sure the figures of each contraction of a recording are, in their order. The noise is that of its rest; steps that differ count as errors
 * of the times (*decision*: nobody knows whether a clock is uneven or wrong, and a ± is rather too large).
 */
export function analysisUncertainties({
  baseline,
  mvc,
  contractions,
  choice: { rest },
  plausibility: { clock }
}: Analysis): readonly AnalysedUncertainties[] {
  const origin = {
    noisePct: (100 * baseline.sd) / (mvc.value ?? NaN),
    ...('fromS' in rest ? { restS: rest.toS - rest.fromS } : {}),
    // A step has the errors of two times.
    jitterMs: (1000 * (clock.jitterS ?? 0)) / Math.SQRT2
  };
  return contractions.map((each) => analysedUncertainties(each, origin));
}

function analysedUncertainties(each: AnalysedContraction, origin: Origin): AnalysedUncertainties {
  const { rateHz, onsetS, endS, isSaturated } = each;
  const steepest = ANALYSED_VALUES.riseRate(each);
  const rise =
    steepest === null ? {} : { slopesPctPerS: [slopeAtOnset(steepest)], steepestPctPerS: steepest };
  const of = (
    figure: UncertainFigure,
    from: UncertainAnalysedFigure,
    more: Omit<Partial<Basis>, 'value'> = {}
  ) => {
    const value = ANALYSED_VALUES[from](each);
    return value === null ? null : uncertaintyOf(figure, { rateHz, ...origin, value, ...more });
  };
  const whole = { durationS: endS - (onsetS ?? NaN) };
  return {
    ...contractionUncertainties(each, each.relaxation, origin),
    rfd50PctPerS: of('rfd50', 'rfd50PctPerS', rise),
    rfd100PctPerS: of('rfd100', 'rfd100PctPerS', rise),
    rfd200PctPerS: of('rfd200', 'rfd200PctPerS', rise),
    // Of a saturated contraction both are lower bounds.
    peakPct: isSaturated ? null : of('peak', 'peakPct', whole),
    impulsePctS: isSaturated ? null : of('impulse', 'impulsePctS', whole)
  };
}

/** The figures of a contraction that cannot be told from nothing. */
export function belowDetection(
  each: AnalysedContraction,
  sure: AnalysedUncertainties
): readonly UncertainAnalysedFigure[] {
  return (Object.keys(ANALYSED_VALUES) as UncertainAnalysedFigure[]).filter((figure) => {
    const value = ANALYSED_VALUES[figure](each);
    return value !== null && isBelowDetection(value, sure[figure]);
  });
}
