import { ENGINE_VERSION } from '../lib/signal/engine';
import { directionWord, restSource } from './choice-words';
import { analysisUncertainties } from '../lib/signal/uncertainty/of-analysis';
import type { Analysed } from './outcome';
import { seriesJson } from './series-lines';

/** The machine-readable result. Baseline and MVC are in the recording's unit, times in s, and forces in %MVC. */
export function toJson({ file, analysis, understood }: Analysed): unknown {
  const { choice, rateHz, gaps, outliers, baseline, mvc, contractions, series, plausibility, target } =
    analysis;
  const uncertainties = analysisUncertainties(analysis);
  return {
    file,
    engineVersion: ENGINE_VERSION,
    understood,
    sampling: { rateHz, gaps, outliers },
    plausibility: {
      ...plausibility,
      averagedSamples: understood.averagedSamples,
      spreadSamples: understood.spreadSamples
    },
    polarity: { direction: directionWord(choice), reach: choice.reach },
    rest: {
      source: restSource(choice),
      fromS: 'fromS' in choice.rest ? choice.rest.fromS : null,
      toS: 'toS' in choice.rest ? choice.rest.toS : null,
      firstRefused: choice.found?.firstRefused ?? null
    },
    baseline,
    mvc,
    contractions: contractions.map((each, i) => ({
      startS: each.startS,
      onsetS: each.onsetS,
      offsetS: each.end === 'cut' ? null : each.endS,
      end: each.end,
      plateauPct: each.plateauPct,
      isSaturated: each.isSaturated,
      riseRate: each.riseRate,
      rise1090S: each.riseTimeS,
      releaseOnsetS: each.releaseOnsetS,
      hold: each.hold && {
        startS: each.hold.startS,
        endS: each.hold.endS,
        isCut: each.end === 'cut',
        meanPct: each.hold.meanPct,
        cvPct: each.hold.cvPct,
        cvDetrendedPct: each.hold.cvDetrendedPct,
        slopePctPerS: each.hold.slopePctPerS
      },
      relaxation: each.relaxation,
      notMeasured: each.reasons,
      pulse: each.pulse,
      uncertainty: uncertainties[i],
      review: each.review
    })),
    quickSeries: series.map(seriesJson),
    ...(target && { target })
  };
}
