import { SHORT_MEAN_S } from './flatness/short-mean';
import type { SampleRun } from './sample-run';
import { HAIR_S } from './windowed-mean';

/** Below this the signal counts as relaxed, % of the reference. */
const RELAXED_PCT = 10;
/** *Decision*: never above half the force either, or the hold of a small target would pass for relaxed. */
export function relaxedBelowPct(forcePct: number): number {
  return Math.min(RELAXED_PCT, forcePct / 2);
}
/** *Decision*: a sample of so many times that is tense, whatever lies beside it. */
const CERTAIN = 2;
/** …once it was so long below it. */
const RELAXED_S = 1;

/**
 * Whether somebody has let go: the signal below 10 % of the reference for 1 s without a gap (docs/signal.md, 13), as means over 20 ms.
 */
export class RelaxationWatch {
  readonly #limitPct: number;
  /** Up to here it was tense or not known. */
  #tenseS: number;
  /** How far the samples since the newest mean lie above the limit, in sum; and when the next mean is complete, NaN before the first sample. */
  #sum = 0;
  #meanS = NaN;

  /** @param fromS nothing is known before */
  constructor(forcePct: number, fromS: number) {
    this.#limitPct = relaxedBelowPct(forcePct);
    this.#tenseS = fromS;
  }

  /** Nothing is known of the time before `t`: a gap ended. */
  forget(t: number): void {
    this.#tenseS = t;
    this.#sum = 0;
    this.#meanS = NaN;
  }

  /**
   * What lies before the last sample that is tense for certain need not be looked at. Else the means are those of a `ShortMean`: with a call for
   * each, the whole engine took a twentieth longer.
   */
  push({ t, v }: SampleRun, from: number, to: number): void {
    let sum = this.#sum;
    let meanS = this.#meanS;
    const limit = this.#limitPct;
    let first = to;
    while (first > from && !((v[first - 1] ?? NaN) >= CERTAIN * limit)) first -= 1;
    if (first > from) {
      this.#tenseS = t[first - 1] ?? NaN;
      sum = 0;
      meanS = this.#tenseS + (SHORT_MEAN_S - HAIR_S);
    }
    for (let i = first; i < to; i++) {
      const s = t[i] ?? NaN;
      sum += (v[i] ?? NaN) - limit;
      if (s < meanS) continue;
      if (sum >= 0) this.#tenseS = s;
      sum = 0;
      meanS = s + (SHORT_MEAN_S - HAIR_S);
    }
    this.#sum = sum;
    this.#meanS = meanS;
  }

  /** Whether it was relaxed over the whole last second before `s`, as far as the samples pushed by now tell. */
  isRelaxedAt(s: number): boolean {
    return s - this.#tenseS >= RELAXED_S;
  }
}
