import type { ContractionFigures } from '../../../../src/lib/signal/contraction';

/** A squeeze of 0.4 s from an onset on, with such a peak. */
export function squeeze(
  onsetS: number,
  peakPct = 80,
  changed: Partial<ContractionFigures> = {}
): ContractionFigures {
  return {
    rateHz: 100,
    stepS: 0.01,
    startS: onsetS + 0.03,
    onsetS,
    endS: onsetS + 0.4,
    end: 'relaxed',
    plateauPct: peakPct - 3,
    halfSecondPct: null,
    isSaturated: false,
    riseRate: { valuePctPerS: 500, windowMs: 100 },
    riseTimeS: 0.12,
    releaseOnsetS: onsetS + 0.25,
    hold: null,
    pulse: { peakPct, timeToPeakS: 0.2, durationS: 0.4, impulsePctS: 18 },
    ...changed
  };
}
