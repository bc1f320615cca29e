import type { AnalysedContraction, Analysis } from '../analysis';
import { isGiven } from '../review/not-given';
import type { Review } from '../review/review';
import type { Basis } from './basis';
import { slopeAtOnset } from './foot';
import { contractionUncertainties, type UncertainContractionFigure } from './of-contraction';
import { isBelowDetection, uncertaintyOf, type UncertainFigure, type Uncertainty } from './uncertainty';

/** The figures of a contraction of a recording that carry a ±: its own, and those for reviewers. */
export type UncertainAnalysedFigure =
  UncertainContractionFigure | 'rfd50PctPerS' | 'rfd100PctPerS' | 'rfd200PctPerS' | 'impulsePctS' | 'peakPct';

export type AnalysedUncertainties = Readonly<Record<UncertainAnalysedFigure, Uncertainty | null>>;

/** Where each of them is found; null where it was not measured. */
export const ANALYSED_VALUES: Readonly<
  Record<UncertainAnalysedFigure, (each: AnalysedContraction) => number | null>
> = {
  onsetS: ({ onsetS }) => onsetS,
  endS: ({ end, endS }) => (end === 'relaxed' ? endS : null),
  plateauPct: ({ plateauPct }) => plateauPct,
  riseRate: ({ riseRate }) => ('valuePctPerS' in riseRate ? riseRate.valuePctPerS : null),
  rfd50PctPerS: ({ review }) => rfdOf(review, 50),
  rfd100PctPerS: ({ review }) => rfdOf(review, 100),
  rfd200PctPerS: ({ review }) => rfdOf(review, 200),
  riseTimeS: ({ riseTimeS }) => riseTimeS,
  peakPct: ({ review: { timeToPeak } }) => (isGiven(timeToPeak) ? timeToPeak.peakPct : null),
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

/** How sure the figures of each contraction of a recording are, in their order. The noise is that of its rest. */
export function analysisUncertainties({
  baseline,
  mvc,
  contractions
}: Analysis): readonly AnalysedUncertainties[] {
  const noisePct = (100 * baseline.sd) / mvc.value;
  return contractions.map((each) => analysedUncertainties(each, noisePct));
}

/** @param noisePct σ of the rest, % of the reference */
function analysedUncertainties(each: AnalysedContraction, noisePct: number): AnalysedUncertainties {
  const { rateHz, onsetS, endS } = each;
  const steepest = ANALYSED_VALUES.riseRate(each);
  const rise =
    steepest === null ? {} : { slopesPctPerS: [slopeAtOnset(steepest)], steepestPctPerS: steepest };
  const of = (
    figure: UncertainFigure,
    from: UncertainAnalysedFigure,
    more: Omit<Partial<Basis>, 'value'> = {}
  ) => {
    const value = ANALYSED_VALUES[from](each);
    return value === null ? null : uncertaintyOf(figure, { rateHz, noisePct, value, ...more });
  };
  return {
    ...contractionUncertainties(each, each.relaxation, { noisePct }),
    rfd50PctPerS: of('rfd50', 'rfd50PctPerS', rise),
    rfd100PctPerS: of('rfd100', 'rfd100PctPerS', rise),
    rfd200PctPerS: of('rfd200', 'rfd200PctPerS', rise),
    peakPct: of('peak', 'peakPct'),
    impulsePctS: of('impulse', 'impulsePctS', { durationS: endS - (onsetS ?? NaN) })
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
