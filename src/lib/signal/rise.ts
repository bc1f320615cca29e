import { crossingS, firstAtOrAfter, isWhole } from './crossing';
import { RUN_LENGTH, SampleRun } from './sample-run';
import { BRIDGE_STEPS } from './sample-step';
import { LONGEST_STEP_S, riseRateWindowS, TrailingRiseRate } from './rise-rate';

/** Why there is no figure. */
export type NotMeasured =
  /** The reference is below 100σ, or below 100 quantisation steps. */
  | 'noise'
  /** Fewer than 20 samples a second. */
  | 'slow-sampling'
  /** A gap lies in it, or beside it where it may hide the steepest part, or too many samples are missing. */
  | 'gap'
  /** It was not seen to begin. */
  | 'no-onset'
  /** No window of a plateau fits into what was seen of it. */
  | 'no-plateau'
  /** The signal was cut off before its slope had fallen to half of the steepest: that may lie above. */
  | 'clipped';

/** A rise rate and the window that it was measured with, without which it says nothing (docs/signal.md, 8). */
export type RiseRate =
  { readonly valuePctPerS: number; readonly windowMs: number } | { readonly notMeasured: NotMeasured };

/** Rises shorter than so many steps are faster than measurable (docs/signal.md, 9). */
const SHORTEST_RISE_STEPS = 6;

/** A contraction's way up: heights in %, `base` being what it is measured from. */
export interface RiseInput {
  readonly t: Float64Array;
  readonly v: Float64Array;
  /** The first sample that may be of it. */
  readonly first: number;
  /** NaN where it was not seen. */
  readonly onsetS: number;
  readonly base: number;
  readonly plateau: number;
  readonly stepS: number;
}

/** When the contraction first reaches 90 % of its plateau, on the way from `fromS`; NaN where that is hidden. */
export function t90Of({ t, v, base, plateau, stepS }: RiseInput, fromS: number): number {
  const from = Math.max(0, firstAtOrAfter(t, fromS) - 1);
  return crossingS(t, v, base + 0.9 * (plateau - base), 'up', from, t.length - 1, BRIDGE_STEPS * stepS);
}

/** The steepest slope over w within [onset − w, t90 + w], %/s. */
export function riseRateOf({ t, v, onsetS, stepS }: RiseInput, t90S: number): RiseRate {
  if (!(stepS <= LONGEST_STEP_S)) return { notMeasured: 'slow-sampling' };
  if (Number.isNaN(onsetS)) return { notMeasured: 'no-onset' };
  if (Number.isNaN(t90S) || !isWhole(t, onsetS, t90S, BRIDGE_STEPS * stepS)) return { notMeasured: 'gap' };
  const valuePctPerS = steepest(t, v, 1, onsetS, t90S, stepS);
  if (valuePctPerS === -Infinity) return { notMeasured: 'gap' };
  return { valuePctPerS, windowMs: 1000 * riseRateWindowS(stepS) };
}

/** One for all: to make its arrays takes longer than the slopes of a rise. */
const rate = new TrailingRiseRate();
const run = new SampleRun();

/** *Decision*: a void window that is steeper than the best whole one by more than this factor may hold the steepest part; less is noise. */
const HIDDEN_BY = 1.05;

/**
 * The largest slope over w of the signal times `sign`, in windows within [fromS − w, toS + w], units per s (docs/signal.md, 8).
 * −∞ where no window is whole, or where a void one may hold the steepest part.
 */
export function steepest(
  t: Float64Array,
  v: Float64Array,
  sign: 1 | -1,
  fromS: number,
  toS: number,
  stepS: number
): number {
  const windowS = riseRateWindowS(stepS);
  rate.reset();
  run.stepS = stepS;
  let best = -Infinity;
  const to = firstAtOrAfter(t, toS + windowS + 1e-9);
  for (let from = firstAtOrAfter(t, fromS - windowS - 1e-9); from < to; from += RUN_LENGTH) {
    const count = Math.min(RUN_LENGTH, to - from);
    for (let i = 0; i < count; i++) {
      run.t[i] = t[from + i] ?? NaN;
      run.v[i] = sign * (v[from + i] ?? NaN);
    }
    rate.push(run, 0, count);
    for (let i = 0; i < count; i++) {
      const slope = run.ratePerS[i] ?? NaN;
      if (slope > best) best = slope;
    }
  }
  return rate.steepestVoid > HIDDEN_BY * best ? -Infinity : best;
}

/** From the last crossing of 10 % of the plateau to the first of 90 %, s; null where that is hidden, or faster than measurable. */
export function riseTimeOf({ t, v, first, base, plateau, stepS }: RiseInput, t90S: number): number | null {
  if (Number.isNaN(t90S)) return null;
  const level = base + 0.1 * (plateau - base);
  const t10S = crossingS(t, v, level, 'up', firstAtOrAfter(t, t90S), first, BRIDGE_STEPS * stepS);
  const isSeen = isWhole(t, t10S, t90S, BRIDGE_STEPS * stepS);
  return isSeen && t90S - t10S >= SHORTEST_RISE_STEPS * stepS ? t90S - t10S : null;
}
