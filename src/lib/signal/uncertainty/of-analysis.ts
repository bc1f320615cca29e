import type { Analysis } from '../analysis';
import { contractionUncertainties, type UncertainContractionFigure } from './of-contraction';
import type { Uncertainty } from './uncertainty';

/** How sure the figures of each contraction of a recording are, in their order. The noise is that of its rest. */
export function analysisUncertainties({
  baseline,
  mvc,
  contractions
}: Analysis): readonly Record<UncertainContractionFigure, Uncertainty | null>[] {
  const origin = { noisePct: (100 * baseline.sd) / mvc.value };
  return contractions.map((each) => contractionUncertainties(each, each.relaxation, origin));
}
