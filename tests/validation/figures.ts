import type { Analysis } from '../../src/lib/signal/analysis';

/** The figures that are validated, with the unit of their error: of a share, % of the right value. */
export const FIGURES = {
  onset: 'ms',
  riseRate: 'share',
  riseTime: 'share',
  plateau: '%',
  holdMean: '%',
  cv: 'share',
  releaseCorner: 'ms',
  releaseTime: 'ms',
  steepestFall: 'share',
  fallTime: 'share',
  residual: '%',
  holdSlope: '%/s'
} as const;
export type Figure = keyof typeof FIGURES;
/** NaN where there is none. */
export type Values = Readonly<Record<Figure, number>>;

/** Of the first contraction. */
export function measuredIn({ contractions: [first] }: Analysis): Values {
  const relaxation = first?.relaxation;
  return {
    onset: first?.onsetS ?? NaN,
    riseRate: first && 'valuePctPerS' in first.riseRate ? first.riseRate.valuePctPerS : NaN,
    riseTime: first?.riseTimeS ?? NaN,
    plateau: first?.plateauPct ?? NaN,
    holdMean: first?.hold?.meanPct ?? NaN,
    cv: first?.hold?.cvPct ?? NaN,
    releaseCorner: first?.releaseOnsetS ?? NaN,
    releaseTime: first?.end === 'relaxed' ? first.endS : NaN,
    steepestFall: relaxation?.peakFallPctPerS ?? NaN,
    fallTime: relaxation?.t90To10S ?? NaN,
    residual: relaxation?.residualPct ?? NaN,
    holdSlope: first?.hold?.slopePctPerS ?? NaN
  };
}

/** Figure minus right value: ms for times, % of the right value for shares, else as it is. */
export function errorOf(figure: Figure, measured: number, right: number): number {
  if (FIGURES[figure] === 'ms') return 1000 * (measured - right);
  return FIGURES[figure] === 'share' ? (100 * (measured - right)) / right : measured - right;
}
