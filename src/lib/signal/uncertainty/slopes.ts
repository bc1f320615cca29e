import { UNKNOWN, type NoisyBasis } from './basis';
import type { FigureUncertainty } from './figure';
import {
  edgeShare,
  END_SD,
  expectedLargest,
  noiseOfCrossing,
  noiseOfSlope,
  noiseOnSlope,
  samplesIn
} from './noise';
import { slopeAtOnset } from './foot';
import { tableAt } from './tables';

/** Noise and jitter in the slope of so steep a line through the window. */
function slopeNoise(basis: NoisyBasis, slopePctPerS: number): number {
  const n = (basis.rateHz * (basis.windowMs ?? UNKNOWN)) / 1000 + 1;
  return noiseOfSlope(noiseOnSlope(basis, slopePctPerS), n, basis.rateHz);
}

/** Slopes over windows that overlap count as four in each window that has its own samples: fitted to straight rises in noise, 1.6 to 2.4 SD. */
const WINDOWS_IN_ONE = 4;

const steepest = (name: string): FigureUncertainty => ({
  name,
  unit: '%/s',
  how: 'table',
  method:
    'σ·√(12/(n(n² − 1)))/dt of the line of least squares through n samples, each off by its noise and by the slope times the jitter, and the table of resampling.',
  standard: (basis) =>
    Math.hypot(slopeNoise(basis, basis.value), basis.value * tableAt('riseRate', 'sd', basis.rateHz)),
  bias: (basis) => {
    const share = tableAt('riseRate', 'bias', basis.rateHz);
    const { durationS = 0, windowMs = UNKNOWN } = basis;
    const windows = (WINDOWS_IN_ONE * durationS * 1000) / windowMs;
    return [(basis.value * share) / (1 + share), expectedLargest(windows) * slopeNoise(basis, basis.value)];
  },
  detectable: (basis) => 3 * slopeNoise(basis, 0)
});

/** Mean slope over the time from the onset: the crossing of the onset's level, and the sample pair at the end. */
const fromOnset = (name: string, overS: number): FigureUncertainty => ({
  name,
  unit: '%/s',
  how: 'formula',
  method: `√(2/3)·σ of the height at its end, and how far the onset may be off times the slope, over ${overS * 1000} ms.`,
  standard: (basis) => {
    const slope = basis.slopesPctPerS?.[0] ?? slopeAtOnset(Math.max(basis.value, Number.MIN_VALUE));
    const ofOnset = basis.value * noiseOfCrossing(basis, slope);
    return Math.hypot(Math.sqrt(2 / 3) * noiseOnSlope(basis, basis.value), ofOnset) / overS;
  },
  detectable: ({ noisePct }) => (3 * Math.sqrt(4 / 3) * noisePct) / overS
});

/** Noise in the line through the whole hold. */
const holdNoise = (basis: NoisyBasis) =>
  noiseOfSlope(basis.noisePct, samplesIn(basis, basis.durationS ?? UNKNOWN), basis.rateHz);

/** Figures that are slopes. */
export const SLOPES = {
  riseRate: steepest('rise rate'),
  steepestFall: steepest('steepest fall'),
  rfd50: fromOnset('rate of force development, 0–50 ms', 0.05),
  rfd100: fromOnset('rate of force development, 0–100 ms', 0.1),
  rfd200: fromOnset('rate of force development, 0–200 ms', 0.2),
  holdSlope: {
    name: 'slope of the hold',
    unit: '%/s',
    how: 'formula',
    method:
      'σ·√(12/(n(n² − 1)))/dt of the line of least squares through the n samples of the hold, and 24·SD·δ/T² for ends that lie off by δ.',
    standard: (basis) => {
      const { durationS = UNKNOWN, sdPct = 0 } = basis;
      // An end weighs 6/T² of how far it lies from the line.
      const ofEdges = (6 * END_SD * sdPct * edgeShare(basis)) / durationS;
      return Math.hypot(holdNoise(basis), ofEdges);
    },
    detectable: (basis) => 3 * holdNoise(basis)
  },
  tangent: {
    name: 'tangent of the round, % of the fastest',
    unit: '%',
    how: 'formula',
    method:
      'The crossings of 20 and 80 % of the target force, each √(2/3)·σ/slope, as a share of the time between them; the fastest rise counts as right.',
    standard: (basis) => {
      const { value, heightPct = UNKNOWN, slopesPctPerS: [slope = UNKNOWN] = [] } = basis;
      return (value * Math.SQRT2 * noiseOfCrossing(basis, slope) * slope) / (0.6 * heightPct);
    }
  }
} as const satisfies Record<string, FigureUncertainty>;
