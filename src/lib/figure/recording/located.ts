import type { AnalysedContraction } from '../../signal/offline/contractions';
import { firstAtOrAfter } from '../../signal/crossing';
import { largestMean, PLATEAU_S } from '../../signal/plateau';
import { PULSE_PLATEAU_S } from '../../signal/quick/pulse-figures';
import { steepest } from '../../signal/rise';
import { BRIDGE_STEPS } from '../../signal/sample-step';
import type { Point } from '../figure';

/** Samples of a recording: s, and % of the reference. */
export interface Samples {
  readonly t: Float64Array;
  readonly pct: Float64Array;
  /** dt, the median step, s. */
  readonly stepS: number;
}

/** Where a figure of a contraction was measured, s. */
export interface Window {
  readonly fromS: number;
  readonly toS: number;
}

/**
 * The half second that the plateau is the mean of, or the tenth of a second of a pulse: the engine says how high it is, and asked for shorter and shorter stretches it says
 * where.
 *
 * @returns null where there is no plateau
 */
export function plateauWindow({ t, pct, stepS }: Samples, contraction: AnalysedContraction): Window | null {
  const { onsetS, startS, endS, plateauPct, pulse } = contraction;
  if (plateauPct === null) return null;
  const fromS = onsetS ?? startS;
  const windowS = pulse ? PULSE_PLATEAU_S : PLATEAU_S;
  const toS = earliest(t, fromS, endS, (untilS) => {
    return largestMean(t, pct, fromS, untilS, BRIDGE_STEPS * stepS, windowS) >= plateauPct - HAIR_PCT;
  });
  return { fromS: toS - windowS, toS };
}

/** The window of the rise rate, and its line of least squares within it; null where no rise rate was measured. */
export function riseWindow(
  samples: Samples,
  { riseRate, onsetS, t90S }: AnalysedContraction
): readonly [Point, Point] | null {
  if ('notMeasured' in riseRate || onsetS === null || t90S === null) return null;
  return steepestLine(
    samples,
    riseRate.valuePctPerS,
    1,
    { fromS: onsetS, toS: t90S },
    riseRate.windowMs,
    samples.stepS
  );
}

/**
 * Where the slope is as large as it is said to be, in windows of w within [fromS − w, toS + w].
 *
 * @returns both ends of the line of least squares through the window's samples, which has that slope and passes through their mean
 */
export function steepestLine(
  { t, pct }: Samples,
  slopePctPerS: number,
  sign: 1 | -1,
  { fromS, toS }: Window,
  windowMs: number,
  stepS: number
): readonly [Point, Point] {
  const windowS = windowMs / 1000;
  const endS = earliest(t, fromS, toS + windowS, (untilS) => {
    return steepest(t, pct, sign, fromS, untilS - windowS, stepS) >= slopePctPerS - HAIR_PCT;
  });
  const [from, to] = [firstAtOrAfter(t, endS - windowS - stepS / 2), firstAtOrAfter(t, endS + HAIR_S)];
  const [middleS, meanPct] = [mean(t.subarray(from, to)), mean(pct.subarray(from, to))];
  const heightAt = (s: number) => meanPct + sign * slopePctPerS * (s - middleS);
  return [
    [endS - windowS, heightAt(endS - windowS)],
    [endS, heightAt(endS)]
  ];
}

const HAIR_S = 1e-9;
/** Sums taken from another sample on differ by rounding. */
const HAIR_PCT = 1e-6;

/** The earliest sample between the two for which this holds, s, by bisection: from there on it holds for all. */
function earliest(t: Float64Array, fromS: number, toS: number, holds: (s: number) => boolean): number {
  let low = firstAtOrAfter(t, fromS);
  let high = firstAtOrAfter(t, toS + HAIR_S) - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(t[middle] ?? NaN)) high = middle;
    else low = middle + 1;
  }
  return t[high] ?? NaN;
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
