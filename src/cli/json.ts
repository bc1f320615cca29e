import type { Analysis } from '../lib/signal/analysis';
import { ENGINE_VERSION } from '../lib/signal/engine';
import type { Understood } from '../lib/files/understood';
import { seriesJson } from './series-lines';

/** The machine-readable result. Baseline and MVC are in the recording's unit, times in s, and forces in %MVC. */
export function toJson(analysis: Analysis, understood: Understood): unknown {
  const { rateHz, gaps, outliers, baseline, mvc, contractions, series, target } = analysis;
  return {
    engineVersion: ENGINE_VERSION,
    understood,
    sampling: { rateHz, gaps, outliers },
    baseline,
    mvc,
    contractions: contractions.map((each) => ({
      onsetS: each.onsetS,
      offsetS: each.end === 'cut' ? null : each.endS,
      end: each.end,
      plateauPct: each.plateauPct,
      riseRate: each.riseRate,
      rise1090S: each.riseTimeS,
      releaseOnsetS: each.releaseOnsetS,
      hold: each.hold && {
        startS: each.hold.startS,
        endS: each.hold.endS,
        meanPct: each.hold.meanPct,
        cvPct: each.hold.cvPct,
        cvDetrendedPct: each.hold.cvDetrendedPct
      },
      relaxation: each.relaxation,
      pulse: each.pulse
    })),
    quickSeries: series.map(seriesJson),
    ...(target && { target })
  };
}
