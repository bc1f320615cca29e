import type { NoisyBasis } from './basis';

/** The median of normal noise scatters so many times as far as its mean: √(π/2). */
const MEDIAN_TO_MEAN = Math.sqrt(Math.PI / 2);
/** The shortest rest that is listened to, s. */
const SHORTEST_REST_S = 3;
/** *Decision*: the baseline that is tracked errs by no more than this, % of the reference: the worst at 9 % a minute of drift (docs/signal.md, 4). */
const WORST_TRACKING_PCT = 0.9;

/** Independent samples in a stretch: all of them, because the noise of a tare is taken for white (docs/signal.md, 18). At least one. */
export function samplesIn({ rateHz }: NoisyBasis, durationS: number): number {
  return Math.max(1, rateHz * durationS);
}

/** What noise leaves in a mean, %. */
export function noiseOfMean(basis: NoisyBasis, durationS: number): number {
  return basis.noisePct / Math.sqrt(samplesIn(basis, durationS));
}

/** How well 0 % is known, %: the noise of the tare's median, and an equal chance of any tracking error up to its bound. */
export function noiseOfZero(basis: NoisyBasis): number {
  const { restS = SHORTEST_REST_S, zeroPct = 0 } = basis;
  const tracking = Math.min(Math.abs(zeroPct), WORST_TRACKING_PCT) / Math.sqrt(3);
  return Math.hypot(MEDIAN_TO_MEAN * noiseOfMean(basis, restS), tracking);
}

/** What noise leaves in the slope of a line of least squares through n equal steps, units per s. */
export function noiseOfSlope(sd: number, n: number, rateHz: number): number {
  return n > 1 ? sd * rateHz * Math.sqrt(12 / (n * (n * n - 1))) : NaN;
}

/** The samples of a slope lie off by their noise, and by the slope times the jitter of their times. */
export function noiseOnSlope({ noisePct, jitterMs = 0 }: NoisyBasis, slopePctPerS: number): number {
  return Math.hypot(noisePct, (slopePctPerS * jitterMs) / 1000);
}

/**
 * What noise and jitter leave in the time when a straight rise crosses a level, s. Where the signal climbs by several σ in a step, two samples
 * are interpolated: √(2/3)·σ/slope. Where it climbs by less it crosses several times, and the last one scatters less: the share follows
 * 0.75 + 0.17·lg(slope·dt/σ) to 0.03 down to a fiftieth of σ per step (simulated: 0.79 at 2, 0.75 at 1, 0.56 at 0.1, 0.47 at 0.02).
 */
export function noiseOfCrossing(basis: NoisyBasis, slopePctPerS: number): number {
  const { noisePct, rateHz, jitterMs = 0 } = basis;
  const stepSd = slopePctPerS / (rateHz * noisePct);
  const share = Math.min(Math.sqrt(2 / 3), Math.max(0.4, 0.75 + 0.17 * Math.log10(stepSd)));
  return Math.hypot((share * noisePct) / slopePctPerS, (Math.sqrt(2 / 3) * jitterMs) / 1000);
}

/**
 * How many SDs the largest of n normal values lies above their mean, by its asymptotic expansion (Cramér 1946, 28.6); 0 of fewer than three. It is
 * within 0.1 from n = 3 on.
 */
export function expectedLargest(n: number): number {
  if (n < 3) return 0;
  const root = Math.sqrt(2 * Math.log(n));
  return root - (Math.log(Math.log(n)) + Math.log(4 * Math.PI) - 2 * EULER) / (2 * root);
}
const EULER = 0.5772;

/** The SD of a signal without the noise that it was measured with, %: 0 where noise is all of it. */
export function sdWithoutNoise(sdPct: number, noisePct: number | null): number {
  return Math.sqrt(Math.max(0, sdPct ** 2 - (noisePct ?? 0) ** 2));
}

/**
 * What a stretch of T seconds takes in or leaves out where its ends lie off, as a share of the figure's own scatter in it: the end of a hold
 * may lie as many SD from its mean as this, where it still climbs a little at first (tried: 3.2 on shape S of docs/validation.md).
 */
export const END_SD = 4;
export const edgeShare = ({ edgesS = 0, durationS = NaN }: NoisyBasis): number =>
  edgesS === 0 ? 0 : edgesS / durationS;

/** How much later than without noise the last crossing comes, s: (0.18 − lg(slope·dt/σ))·σ/slope, 0 where that is negative (simulated to 0.05). */
export function delayOfCrossing({ noisePct, rateHz }: NoisyBasis, slopePctPerS: number): number {
  const stepSd = slopePctPerS / (rateHz * noisePct);
  return (Math.max(0, 0.18 - Math.log10(stepSd)) * noisePct) / slopePctPerS;
}

/** The onset level is 2 % at least. */
const ONSET_PCT = 2;
/**
 * How much too early a rise is seen that begins with a corner, s: the straight line from the sample before it is half a step early on average
 * where the signal passes the level at once, and in time where it takes half a step. 0 where the steepest slope is not given.
 */
export function leadOfCorner({ rateHz, steepestPctPerS = 0 }: NoisyBasis): number {
  const stepPct = steepestPctPerS / rateHz;
  return stepPct > 0 ? Math.max(0, 1 - (2 * ONSET_PCT) / stepPct) / (2 * rateHz) : 0;
}
