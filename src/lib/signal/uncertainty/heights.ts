import { TAU_S } from '../baseline';
import { PLATEAU_S } from '../plateau';
import { UNKNOWN, type NoisyBasis } from './basis';
import type { FigureUncertainty } from './figure';
import { edgeShare, END_SD, expectedLargest, noiseOfMean, noiseOfZero, samplesIn } from './noise';
import { tableAt } from './tables';

/** A mean, and the baseline that it stands on. */
function meanOver(basis: NoisyBasis, durationS: number): number {
  return Math.hypot(noiseOfMean(basis, durationS), noiseOfZero(basis));
}

const mean = (name: string, secondsOf: (basis: NoisyBasis) => number, over: string): FigureUncertainty => ({
  name,
  unit: '%',
  how: 'formula',
  method: `σ/√n of the samples ${over}, and 1.25·σ/√n of the tare's median with the bound of its tracking.`,
  standard: (basis) => meanOver(basis, secondsOf(basis))
});

/** With two more samples on either side, so that none and all are not for certain (Agresti and Coull 1998). */
const smoothed = (share: number, n: number) => (share * n + 2) / (n + 4);

/**
 * A share p of n samples on one side of an edge. Their noise moves no more of them than a coin would, √(p(1 − p)/n). A baseline that is off moves
 * as many as lie there: of values that are spread normally with that SD, 1.6·p(1 − p)/SD for each %.
 */
function shareNoise(basis: NoisyBasis, share: number): number {
  const n = samplesIn(basis, basis.durationS ?? UNKNOWN);
  const p = smoothed(share, n);
  const density = (1.6 * p * (1 - p)) / Math.hypot(basis.noisePct, basis.sdPct ?? 0);
  return Math.hypot(Math.sqrt((p * (1 - p)) / (n + 4)), density * noiseOfZero(basis));
}

const windowS = ({ windowMs = 1000 * PLATEAU_S }: NoisyBasis) => windowMs / 1000;

/** The most that half a step misses of a half wave's top: sin²(π·dt/2W) of its height (docs/signal.md, 19). */
const missedTop = ({ value, rateHz, durationS = Infinity }: NoisyBasis) =>
  value * Math.sin(Math.PI / (2 * rateHz * durationS)) ** 2;

/** Figures that are heights, or shares of time above one. */
export const HEIGHTS = {
  plateau: {
    name: 'plateau',
    unit: '%',
    how: 'table',
    method:
      "σ/√n of the samples in half a second (of a pulse 0.1 s), a third of what half a step may miss of a half wave's top, 1.25·σ/√n of the tare's median with the bound of its tracking, and the table of resampling.",
    standard: (basis) =>
      Math.hypot(
        meanOver(basis, windowS(basis)),
        missedTop(basis) / 3,
        basis.value * tableAt('plateau', 'sd', basis.rateHz)
      ),
    // The largest of the means that a contraction has; four in each window count.
    bias: (basis) => [
      0 - missedTop(basis),
      expectedLargest((4 * (basis.durationS ?? 0)) / windowS(basis)) * noiseOfMean(basis, windowS(basis))
    ]
  },
  holdMean: {
    name: 'mean of the hold',
    unit: '%',
    how: 'formula',
    method:
      "σ/√n of the samples in the hold, 1.25·σ/√n of the tare's median with the bound of its tracking, and what ends that lie off by δ take in: 4·SD·δ/T.",
    standard: (basis) =>
      Math.hypot(meanOver(basis, basis.durationS ?? UNKNOWN), END_SD * (basis.sdPct ?? 0) * edgeShare(basis))
  },
  residual: mean('signal above rest after the end', () => 1, 'in 1 s'),
  restAfterwards: mean('rest afterwards', ({ durationS = 2 }) => durationS, 'in the last 2 s of rest'),
  zero: {
    name: 'shift of zero',
    unit: '%',
    how: 'formula',
    method:
      "1.25·σ/√n of the tare's median with the bound of its tracking, and σ/√n of the samples in 2τ, which an exponential mean weighs.",
    standard: (basis) => Math.hypot(noiseOfZero(basis), noiseOfMean(basis, 2 * TAU_S))
  },
  signedError: mean('signed error', ({ durationS = UNKNOWN }) => durationS, 'in the round'),
  peak: {
    name: 'peak of a pulse',
    unit: '%',
    how: 'formula',
    method:
      "σ of its one sample, a third of what half a step may miss of a half wave's top, and 1.25·σ/√n of the tare's median with the bound of its tracking.",
    standard: (basis) => Math.hypot(basis.noisePct, missedTop(basis) / 3, noiseOfZero(basis)),
    // Half a step misses part of the top; noise lifts one of the samples that lie within σ of it.
    bias: (basis) => {
      const { rateHz, noisePct, value, durationS = 0 } = basis;
      const near = (2 / Math.PI) * rateHz * durationS * Math.sqrt(noisePct / value);
      return [0 - missedTop(basis), expectedLargest(near) * noisePct];
    }
  },
  impulse: {
    name: 'impulse',
    unit: '%·s',
    how: 'formula',
    method: 'σ·√(T·dt) of the samples in the time T, and T times how well the baseline is known.',
    standard: (basis) => (basis.durationS ?? UNKNOWN) * meanOver(basis, basis.durationS ?? UNKNOWN)
  },
  rmse: {
    name: 'RMSE to the target',
    unit: '%',
    how: 'formula',
    method:
      'σ·√(4E² − 2σ²)/(2E·√n) of noise in a root mean square E of n samples, and the baseline times |signed error|/E.',
    standard: (basis) => {
      const { value, noisePct, durationS = UNKNOWN, signedErrorPct = value } = basis;
      // Noise alone is the least that a root mean square can be.
      const rms = Math.max(value, noisePct);
      const ofNoise =
        (noisePct * Math.sqrt(4 * (rms ** 2 - noisePct ** 2) + 2 * noisePct ** 2)) /
        (2 * rms * Math.sqrt(samplesIn(basis, durationS)));
      return Math.hypot(ofNoise, (noiseOfZero(basis) * Math.min(Math.abs(signedErrorPct), rms)) / rms);
    },
    bias: ({ value, noisePct }) => {
      const ofNoise = value - Math.sqrt(Math.max(0, value ** 2 - noisePct ** 2));
      return [ofNoise, ofNoise];
    },
    detectable: (basis) =>
      basis.noisePct * (1 + 3 / Math.sqrt(2 * samplesIn(basis, basis.durationS ?? UNKNOWN))) +
      3 * noiseOfZero(basis)
  },
  inBand: {
    name: 'share of time in the band',
    unit: '%',
    how: 'formula',
    method:
      'At most √(p(1 − p)/n) of n samples that noise moves across an edge, and 1.6·p(1 − p)/SD of them for each % that the baseline is off.',
    standard: (basis) => 100 * shareNoise(basis, basis.value / 100),
    detectable: (basis) => 300 * shareNoise(basis, 0)
  },
  endurance: {
    name: 'time at 85 % of the target or more',
    unit: 's',
    how: 'formula',
    method:
      'The same as of a share of the hold, T·√(p(1 − p)/n) at most, with the samples that the baseline moves across 85 % of the target.',
    standard: (basis) => {
      const { value, durationS = UNKNOWN } = basis;
      return durationS * shareNoise(basis, value / durationS);
    },
    detectable: (basis) => 3 * (basis.durationS ?? UNKNOWN) * shareNoise(basis, 0)
  }
} as const satisfies Record<string, FigureUncertainty>;
