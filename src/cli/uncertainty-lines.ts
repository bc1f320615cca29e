import type { AnalysedContraction } from '../lib/signal/analysis';
import {
  contractionUncertainties,
  type UncertainContractionFigure
} from '../lib/signal/uncertainty/of-contraction';
import { isBelowDetection } from '../lib/signal/uncertainty/uncertainty';
import { line } from './lines';

/** In the order of the lines above. */
const SHOWN: readonly (readonly [UncertainContractionFigure, string, 'ms' | ''])[] = [
  ['onsetS', 'onset', 'ms'],
  ['endS', 'end', 'ms'],
  ['plateauPct', 'plateau', ''],
  ['riseRate', 'rise rate', ''],
  ['rfd100PctPerS', 'RFD 0–100 ms', ''],
  ['rfd200PctPerS', 'RFD 0–200 ms', ''],
  ['riseTimeS', 'rise', 'ms'],
  ['releaseOnsetS', 'release begins', 'ms'],
  ['meanPct', 'hold mean', ''],
  ['cvPct', 'CV', ''],
  ['cvDetrendedPct', 'detrended', ''],
  ['slopePctPerS', 'slope', ''],
  ['t90To10S', '90 to 10 %', 'ms'],
  ['peakFallPctPerS', 'steepest fall', ''],
  ['residualPct', 'after the end', '']
];

/** Two digits: a ± is no better known. */
const digits = (value: number) => String(Number(value.toPrecision(2)));

/**
 * The ± of each figure of a contraction, in the unit of its own line, times in ms; and which of them cannot be told from nothing.
 *
 * @param noisePct σ of the rest, %MVC
 */
export function uncertaintyLines(each: AnalysedContraction, noisePct: number): string[] {
  const sure = contractionUncertainties(each, each.relaxation, { noisePct });
  const { riseRate, hold, relaxation } = each;
  const values: Partial<Record<string, unknown>> = {
    ...each,
    ...hold,
    ...relaxation,
    riseRate: 'valuePctPerS' in riseRate ? riseRate.valuePctPerS : null
  };
  const shown = SHOWN.flatMap(([figure, name, unit]) => {
    const uncertainty = sure[figure];
    if (!uncertainty) return [];
    const half = unit === 'ms' ? `${digits(1000 * uncertainty.plusMinus)} ms` : digits(uncertainty.plusMinus);
    return [`${name} ${half}`];
  });
  const nothing = SHOWN.filter(([figure]) => {
    const value = values[figure];
    return typeof value === 'number' && isBelowDetection(value, sure[figure]);
  }).map(([, name]) => name);
  return [
    ...(shown.length > 0 ? [line('± (95 %)', shown.join(', '))] : []),
    ...(nothing.length > 0 ? [line('', `below the limit of detection: ${nothing.join(', ')}`)] : [])
  ];
}
