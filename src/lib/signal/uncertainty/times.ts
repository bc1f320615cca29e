import { UNKNOWN, type NoisyBasis } from './basis';
import type { FigureUncertainty } from './figure';
import { delayOfCrossing, leadOfCorner, noiseOfCrossing } from './noise';
import { tableAt } from './tables';

/** Noise in every crossing that a time is read at. */
function crossings(basis: NoisyBasis, count: 1 | 2): number {
  const slopes = basis.slopesPctPerS ?? [];
  return slopes.length === count
    ? Math.hypot(...slopes.map((slope) => noiseOfCrossing(basis, slope)))
    : UNKNOWN;
}

const onset = (name: string): FigureUncertainty => ({
  name,
  unit: 's',
  how: 'table',
  method:
    'σ/slope at the crossing of the onset level, times √(2/3) or less where it is crossed more than once, and the table of resampling.',
  standard: (basis) => Math.hypot(crossings(basis, 1), tableAt('onset', 'sd', basis.rateHz)),
  bias: (basis) => [0 - leadOfCorner(basis), delayOfCrossing(basis, basis.slopesPctPerS?.[0] ?? UNKNOWN)]
});

const between = (name: string): FigureUncertainty => ({
  name,
  unit: 's',
  how: 'table',
  method:
    'σ/slope at each of its two crossings, times √(2/3) or less where a level is crossed more than once, and the table of resampling.',
  standard: (basis) => Math.hypot(crossings(basis, 2), basis.value * tableAt('riseTime', 'sd', basis.rateHz))
});

/** So many steps of the hold's height above the line to its end lie within σ. */
function stepsWithin({ noisePct, rateHz }: NoisyBasis, slopePctPerS: number): number {
  return (noisePct * rateHz) / slopePctPerS;
}

/** Figures that are times, s. */
export const TIMES = {
  onset: onset('onset'),
  reaction: onset('reaction'),
  releaseTime: onset('release time'),
  riseTime: between('rise time, 10 to 90 %'),
  fallTime: between('release, 90 to 10 %'),
  duration: {
    name: 'duration of a pulse',
    unit: 's',
    how: 'table',
    method: 'The same as of its onset and its end, each with the table of the onset.',
    standard: (basis) => Math.hypot(crossings(basis, 2), Math.SQRT2 * tableAt('onset', 'sd', basis.rateHz))
  },
  timeToPeak: {
    name: 'time to peak',
    unit: 's',
    how: 'table',
    method:
      'Where noise lifts a sample of a rounded top above its peak: 0.45·√(σ/P) of the duration over π, or a step/√12 where that is more; and the table of the onset.',
    standard: (basis) => {
      const { heightPct = UNKNOWN, durationS = UNKNOWN, noisePct, rateHz } = basis;
      const ofTop = (0.45 * durationS * Math.sqrt(noisePct / heightPct)) / Math.PI;
      return Math.hypot(ofTop, 1 / (rateHz * Math.sqrt(12)), tableAt('onset', 'sd', rateHz));
    }
  },
  releaseCorner: {
    name: 'release corner',
    unit: 's',
    how: 'table',
    method:
      'σ/a/√(2 ln m) of the highest of m samples above a line that the hold leaves by a a second, 0.43·√(σ/P) of the time F that a rounded top takes to fall, a step/√12, and the table of resampling.',
    standard: (basis) => {
      const { heightPct = UNKNOWN, durationS = UNKNOWN, noisePct, rateHz } = basis;
      const slope = heightPct / durationS;
      const ofNoise = noisePct / slope / Math.sqrt(2 * Math.log(Math.max(Math.E, stepsWithin(basis, slope))));
      // A half wave is σ below its top after 1.08·F·√(σ/P); the highest of its samples scatters by 0.4 of that.
      const ofRounding = 0.43 * (basis.fallTimeS ?? 0) * Math.sqrt(noisePct / heightPct);
      return Math.hypot(ofNoise, ofRounding, 1 / (rateHz * Math.sqrt(12)), tableAt('corner', 'sd', rateHz));
    }
  }
} as const satisfies Record<string, FigureUncertainty>;
