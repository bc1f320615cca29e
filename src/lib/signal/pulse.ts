import { passedS } from './crossing';
import { endPct, type Levels } from './levels';
import type { SampleRun } from './sample-run';

const LONGEST_S = 1;
/** Nobody squeezes so many times as steeply as at her own best. */
const TIMES_STEEPER = 3;
/** What peaks within so many steps of its onset is no squeeze. */
export const PEAK_STEPS = 2;

/**
 * Coughs and knocks (docs/signal.md, 16): a pulse above the start level that lasts less than 1 s from its crossing of the onset level
 * to its return, and rises more than three times as steeply as the person's own best, or peaks within two sample steps.
 * *Decision*: it has returned at the end level of a contraction (docs/signal.md, 6), because a cushion recovers slowly; so it is
 * known before the contraction that it might be taken for.
 */
export class PulseWatch {
  #lastS = NaN;
  #lastPct = NaN;
  /** Crossing of the onset level by what is under way; NaN while nothing is. */
  #crossS = NaN;
  #peakPct = -Infinity;
  #peakS = NaN;
  #steepestPctPerS = -Infinity;
  #fromS = NaN;
  #toS = NaN;

  /** @param ownRatePctPerS the person's steepest rise so far; NaN before one is known: then the peak alone decides */
  constructor(
    private readonly levels: Levels,
    private ownRatePctPerS: number
  ) {}

  get bestRatePctPerS(): number {
    return this.ownRatePctPerS;
  }
  /** Onset of the newest pulse, s. */
  get fromS(): number {
    return this.#fromS;
  }

  /** The rise rates of a contraction that was asked for, % of the reference per s; NaN and falls teach nothing. */
  learn({ ratePerS }: SampleRun, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const rate = ratePerS[i] ?? NaN;
      if (rate > 0 && !(rate <= this.ownRatePctPerS)) this.ownRatePctPerS = rate;
    }
  }

  /** What is under way is no pulse, or not known. */
  forget(): void {
    this.#lastPct = NaN;
    this.#crossS = NaN;
  }

  /** Takes the sample if nothing is under way, and nothing begins with it; else it is to be pushed. */
  passes(run: SampleRun, i: number): boolean {
    const pct = run.v[i] ?? NaN;
    const { onsetPct } = this.levels;
    if (!Number.isNaN(this.#crossS) || (pct > onsetPct && this.#lastPct <= onsetPct)) return false;
    this.#lastS = run.t[i] ?? NaN;
    this.#lastPct = pct;
    return true;
  }

  /** True at the sample that a pulse has returned with. */
  push(run: SampleRun, i: number): boolean {
    if (this.passes(run, i)) return false;
    const t = run.t[i] ?? NaN;
    const pct = run.v[i] ?? NaN;
    const { startPct, onsetPct } = this.levels;
    if (pct > onsetPct && this.#lastPct <= onsetPct) this.#cross(t, pct);
    this.#lastS = t;
    this.#lastPct = pct;
    const ratePerS = run.ratePerS[i] ?? NaN;

    if (pct > this.#peakPct) {
      this.#peakPct = pct;
      this.#peakS = t;
    }
    if (ratePerS > this.#steepestPctPerS) this.#steepestPctPerS = ratePerS;
    if (this.#peakPct <= startPct) {
      if (pct <= onsetPct) this.#crossS = NaN;
      return false;
    }
    return pct < endPct(startPct, this.#peakPct) && this.#return(t, run.stepS);
  }

  /** Whether a contraction is nothing but the newest pulse. */
  covers(startS: number, endS: number): boolean {
    return startS >= this.#fromS && endS <= this.#toS;
  }

  /** Whether the newest pulse lies in a stretch, or reaches into it. */
  reachesInto(fromS: number, toS: number): boolean {
    return this.#fromS <= toS && this.#toS >= fromS;
  }

  #cross(t: number, pct: number): void {
    this.#crossS = passedS(this.#lastS, this.#lastPct, t, pct, this.levels.onsetPct);
    this.#peakPct = -Infinity;
    this.#steepestPctPerS = -Infinity;
  }

  #return(t: number, stepS: number): boolean {
    const crossS = this.#crossS;
    this.#crossS = NaN;
    const isSteep = this.#steepestPctPerS > TIMES_STEEPER * this.ownRatePctPerS;
    const isSudden = this.#peakS - crossS <= PEAK_STEPS * stepS;
    if (t - crossS >= LONGEST_S || !(isSteep || isSudden)) return false;
    this.#fromS = crossS;
    this.#toS = t;
    return true;
  }
}
