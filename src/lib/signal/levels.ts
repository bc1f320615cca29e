import type { WatchedLevels } from './contraction-watch';

/** Levels of a contraction, in % of the reference (docs/signal.md, 6 and 7). */
export interface Levels {
  /** What stays above it for 20 ms is a contraction. */
  readonly startPct: number;
  /** Its last upward crossing before the start is the onset. */
  readonly onsetPct: number;
  /** What stays within so much, as means over 20 ms, is flat. */
  readonly flatPct: number;
}

/** Below this a target is too small for the usual start level, % of the reference. */
const SMALL_TARGET_PCT = 15;

/**
 * Start at max(10 %, 5σ), or at half of a target below 15 %; onset at max(3σ, 2 %); flat within max(2 %, 6σ).
 *
 * @param noisePct σ of the tare, % of the reference
 * @param forcePct the target, where there is one
 */
export function levelsOf(noisePct: number, forcePct = Infinity): Levels {
  return {
    startPct: forcePct < SMALL_TARGET_PCT ? forcePct / 2 : Math.max(10, 5 * noisePct),
    onsetPct: Math.max(3 * noisePct, 2),
    flatPct: Math.max(2, 6 * noisePct)
  };
}

/** A contraction is over below this, % of the reference: min(max(5 %, 15 % of its own peak), 0.6 × start). */
export function endPct(startPct: number, peakPct: number): number {
  return Math.min(Math.max(5, 0.15 * peakPct), 0.6 * startPct);
}

/** The same as a contraction is watched by. */
export function watchedLevels({ startPct: start, onsetPct: onset, flatPct: flat }: Levels): WatchedLevels {
  return { start, onset, flat, end: (peak) => endPct(start, peak) };
}
