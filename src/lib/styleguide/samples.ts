import type { RoundEvent } from '../signal/event';
import { SetSchedule } from '../signal/schedule';
import { TARGETED } from '../plan/steps';
import { RecordedTrace } from '../session/trace';

/** Two rounds of 40;20;40;60 at 40 %, the first one beginning at 3 s. */
export const SET_UP = { ...TARGETED[0].setUp, rounds: 2 };
export const SCHEDULE = new SetSchedule(SET_UP).with(0, 1, 3);

/** A gap in the first round's hold. */
export const GAPS = [{ fromS: 8, toS: 8.6 }];

/** Somebody who follows a third of a second late, with a little tremor, 50 samples a second. */
export const TRACE = new RecordedTrace(
  Float64Array.from(
    Array.from({ length: 35 * 50 }, (_, i) => i / 50)
      .filter((t) => !GAPS.some(({ fromS, toS }) => t > fromS && t < toS))
      .flatMap((t) => {
        const pct = 0.97 * SCHEDULE.valueAt(t - 0.35) + Math.sin(2.1 * t) + 0.7 * Math.sin(5.3 * t);
        return [t, 1800 + 12 * pct, pct, NaN];
      })
  )
);

export const ROUNDS: readonly RoundEvent[] = [
  {
    type: 'round',
    round: 1,
    startS: 3,
    interruptions: 0,
    figures: {
      inBandPct: 86.4,
      inBandPctBySegment: [80, 95, 82, 92],
      reactionS: 0.3,
      rmsePct: 4.2,
      signedErrorPct: -1.3,
      score: 83,
      nearTargetS: 2,
      holdMeanPct: 38.7,
      holdInBandPct: 95,
      holdCvPct: 3.1,
      holdCvDetrendedPct: 2.4,
      isSaturated: false,
      riseRate: { valuePctPerS: 14, windowMs: 100 },
      riseTimeS: 2.9,
      releaseTimeS: 3.6,
      relaxation: { t90To10S: 3.1, peakFallPctPerS: 15, residualPct: 2.4 },
      zeroPct: 0.4,
      rateHz: 50,
      noisePct: 0.4,
      scale: 'mvc',
      tangent: null,
      quality: 'good',
      holdBestPct: 40,
      onTargetPct: 88,
      restMeanPct: 2.1,
      measuredS: 15.4
    }
  },
  {
    type: 'round',
    round: 2,
    startS: 19,
    interruptions: 1,
    figures: {
      inBandPct: 71.2,
      inBandPctBySegment: [60, 88, 64, 76],
      reactionS: null,
      rmsePct: 6.8,
      signedErrorPct: -3.9,
      score: 71,
      nearTargetS: 1.4,
      holdMeanPct: 36.1,
      holdInBandPct: 88,
      holdCvPct: null,
      holdCvDetrendedPct: null,
      isSaturated: true,
      riseRate: { notMeasured: 'gap' },
      riseTimeS: null,
      releaseTimeS: null,
      relaxation: null,
      zeroPct: 1.2,
      rateHz: 50,
      noisePct: 0.4,
      scale: 'mvc',
      tangent: null,
      quality: 'good',
      holdBestPct: 40,
      onTargetPct: 88,
      restMeanPct: 12.4,
      measuredS: 16
    }
  }
];
