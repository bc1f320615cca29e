import type { SampleRun } from './sample-run';

/** Below this the signal counts as relaxed, % of the reference. */
const RELAXED_PCT = 10;
/** *Decision*: never above half the force either, or the hold of a small target would pass for relaxed. */
export function relaxedBelowPct(forcePct: number): number {
  return Math.min(RELAXED_PCT, forcePct / 2);
}
/** …once it was so long below it. */
const RELAXED_S = 1;

/**
 * Whether somebody has let go: the signal below 10 % of the reference for 1 s without a gap (docs/signal.md, 13).
 */
export class RelaxationWatch {
  readonly #limitPct: number;
  /** Up to here it was tense or not known. */
  #tenseS: number;

  /** @param fromS nothing is known before */
  constructor(forcePct: number, fromS: number) {
    this.#limitPct = relaxedBelowPct(forcePct);
    this.#tenseS = fromS;
  }

  /** Nothing is known of the time before `t`: a gap ended. */
  forget(t: number): void {
    this.#tenseS = t;
  }

  push({ t, v }: SampleRun, from: number, to: number): void {
    for (let i = to - 1; i >= from; i--) {
      if ((v[i] ?? NaN) >= this.#limitPct) {
        this.#tenseS = t[i] ?? NaN;
        return;
      }
    }
  }

  /** Whether it was relaxed over the whole last second before `s`, as far as the samples pushed by now tell. */
  isRelaxedAt(s: number): boolean {
    return s - this.#tenseS >= RELAXED_S;
  }
}
