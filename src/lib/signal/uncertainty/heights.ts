import { PLATEAU_S } from '../plateau';
import { UNKNOWN, type NoisyBasis } from './basis';
import type { FigureUncertainty } from './figure';
import { noiseOfMean, noiseOfZero, samplesIn } from './noise';

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

/** n samples of which a share lies on one side: their noise moves no more than a coin would, √(p(1 − p)/n), with two more on either side. */
function shareNoise(share: number, n: number): number {
  const p = (share * n + 2) / (n + 4);
  return Math.sqrt((p * (1 - p)) / (n + 4));
}

/** Figures that are heights, or shares of time above one. */
export const HEIGHTS = {
  plateau: mean('plateau', () => PLATEAU_S, 'in half a second'),
  holdMean: mean('mean of the hold', ({ durationS = UNKNOWN }) => durationS, 'in the hold'),
  residual: mean('signal above rest after the end', () => 1, 'in 1 s'),
  restAfterwards: mean('rest afterwards', ({ durationS = 2 }) => durationS, 'in the last 2 s of rest'),
  signedError: mean('signed error', ({ durationS = UNKNOWN }) => durationS, 'in the round'),
  peak: {
    name: 'peak',
    unit: '%',
    how: 'formula',
    method: "σ of its one sample, and 1.25·σ/√n of the tare's median with the bound of its tracking.",
    standard: (basis) => Math.hypot(basis.noisePct, noiseOfZero(basis))
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
      'σ·√(4E² + 2σ²)/(2E·√n) of noise in a root mean square E of n samples, and the baseline times |signed error|/E.',
    standard: (basis) => {
      const { value, noisePct, durationS = UNKNOWN, signedErrorPct = value } = basis;
      // Noise alone is the least that a root mean square can be.
      const rms = Math.max(value, noisePct);
      const ofNoise =
        (noisePct * Math.sqrt(4 * (rms ** 2 - noisePct ** 2) + 2 * noisePct ** 2)) /
        (2 * rms * Math.sqrt(samplesIn(basis, durationS)));
      return Math.hypot(ofNoise, (noiseOfZero(basis) * Math.min(Math.abs(signedErrorPct), rms)) / rms);
    },
    bias: ({ value, noisePct }) => value - Math.sqrt(Math.max(0, value ** 2 - noisePct ** 2)),
    detectable: (basis) =>
      basis.noisePct * (1 + 3 / Math.sqrt(2 * samplesIn(basis, basis.durationS ?? UNKNOWN))) +
      3 * noiseOfZero(basis)
  },
  inBand: {
    name: 'share of time in the band',
    unit: '%',
    how: 'formula',
    method:
      'At most √(p(1 − p)/n) of n samples that noise moves across an edge, and the share of the band that the baseline may be off by.',
    standard: (basis) => {
      const { value, durationS = UNKNOWN, bandPct = Infinity } = basis;
      const ofZero = noiseOfZero(basis) / (2 * bandPct);
      return 100 * Math.hypot(shareNoise(value / 100, samplesIn(basis, durationS)), ofZero);
    },
    detectable: (basis) => {
      const n = samplesIn(basis, basis.durationS ?? UNKNOWN);
      return 300 * Math.hypot(shareNoise(0, n), noiseOfZero(basis) / (2 * (basis.bandPct ?? Infinity)));
    }
  },
  endurance: {
    name: 'time at 85 % of the target or more',
    unit: 's',
    how: 'formula',
    method: 'T·√(p(1 − p)/n) at most, of n samples in the time T that noise moves across 85 % of the target.',
    standard: (basis) => {
      const { value, durationS = UNKNOWN } = basis;
      return durationS * shareNoise(value / durationS, samplesIn(basis, durationS));
    },
    detectable: (basis) => {
      const { durationS = UNKNOWN } = basis;
      return 3 * durationS * shareNoise(0, samplesIn(basis, durationS));
    }
  }
} as const satisfies Record<string, FigureUncertainty>;
