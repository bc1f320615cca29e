import type { AnalysedContraction } from '../lib/signal/offline/contractions';
import {
  belowDetection,
  type AnalysedUncertainties,
  type UncertainAnalysedFigure
} from '../lib/signal/uncertainty/of-analysis';
import { line } from './lines';

/** What each is called, in the order of the lines above; a time is shown in ms. */
const SHOWN: Readonly<Record<UncertainAnalysedFigure, { readonly name: string; readonly isTime?: true }>> = {
  onsetS: { name: 'onset', isTime: true },
  endS: { name: 'end', isTime: true },
  plateauPct: { name: 'plateau' },
  riseRate: { name: 'rise rate' },
  riseTimeS: { name: 'rise', isTime: true },
  releaseOnsetS: { name: 'release begins', isTime: true },
  meanPct: { name: 'hold mean' },
  cvPct: { name: 'CV' },
  cvDetrendedPct: { name: 'detrended' },
  slopePctPerS: { name: 'slope' },
  t90To10S: { name: '90 to 10 %', isTime: true },
  peakFallPctPerS: { name: 'steepest fall' },
  residualPct: { name: 'after the end' },
  rfd50PctPerS: { name: 'RFD 0–50 ms' },
  rfd100PctPerS: { name: 'RFD 0–100 ms' },
  rfd200PctPerS: { name: 'RFD 0–200 ms' },
  impulsePctS: { name: 'impulse' },
  peakPct: { name: 'peak' },
  timeToPeakS: { name: 'time to peak', isTime: true },
  durationS: { name: 'duration', isTime: true }
};
const FIGURES = Object.keys(SHOWN) as UncertainAnalysedFigure[];

/** Two digits: a ± is no better known. */
const digits = (value: number) => String(Number(value.toPrecision(2)));

/** The ± of each figure of a contraction, in the unit of its own line, times in ms; and which of them cannot be told from nothing. */
export function uncertaintyLines(each: AnalysedContraction, sure: AnalysedUncertainties): string[] {
  const shown = FIGURES.flatMap((figure) => {
    const uncertainty = sure[figure];
    if (!uncertainty) return [];
    const { name, isTime } = SHOWN[figure];
    const half = isTime ? `${digits(1000 * uncertainty.plusMinus)} ms` : digits(uncertainty.plusMinus);
    return [`${name} ${half}`];
  });
  const nothing = belowDetection(each, sure).map((figure) => SHOWN[figure].name);
  return [
    ...(shown.length > 0 ? [line('± (95 %)', shown.join(', '))] : []),
    ...(nothing.length > 0 ? [line('', `below the limit of detection: ${nothing.join(', ')}`)] : [])
  ];
}
