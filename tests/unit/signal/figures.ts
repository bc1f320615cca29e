import type { RoundFigures } from '../../../src/lib/signal/event';

/** Of a round of 5 s that went well. */
export const FIGURES: RoundFigures = {
  reactionS: 0.2,
  riseRate: { valuePctPerS: 40, windowMs: 100 },
  riseTimeS: 0.8,
  releaseTimeS: 0.9,
  relaxation: null,
  inBandPct: 90,
  inBandPctBySegment: [90, 90, 90, 90],
  rmsePct: 4,
  signedErrorPct: -1,
  score: 80,
  nearTargetS: 2,
  holdMeanPct: 39,
  holdInBandPct: 100,
  holdCvPct: 3,
  holdCvDetrendedPct: 2,
  restMeanPct: 1,
  isSaturated: false,
  zeroPct: 0,
  measuredS: 5,
  rateHz: 100,
  noisePct: 0.2,
  scale: 'mvc',
  tangent: null,
  quality: 'good',
  holdBestPct: 40,
  onTargetPct: 100
};
