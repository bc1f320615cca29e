import type { SampleRun } from './sample-run';

/** Time constant by which the zero follows, s. */
export const TAU_S = 2;
/** Farther from 0 it is no drift, % of the reference. */
const NEAR_PCT = 4;
/** So long before and after, nothing may be farther away. */
const MARGIN_S = 0.5;
/** Half a second at 2 kHz. */
const CAPACITY = 1024;
const MASK = CAPACITY - 1;

/**
 * Baseline tracking (docs/signal.md, 4): while rest is asked for and the signal lies within 4 % of 0, the zero follows it with a time
 * constant of 2 s. A sample counts when the half seconds before and after it were like that too, which leaves out what leads into a
 * contraction and what follows one; so the zero lags half a second more.
 */
export class BaselineTracker {
  #zeroPct = 0;
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  #head = 0;
  #tail = 0;
  /** Since when rest has been asked for and the signal near 0; NaN while not. */
  #quietFromS = NaN;
  /** The newest sample that counted; NaN where a new stretch begins. */
  #countedS = NaN;

  /** Where the zero is now, % of the reference above that of the tare. */
  get zeroPct(): number {
    return this.#zeroPct;
  }

  /** Only while rest is asked for, and after `forget` where a gap came before. */
  push(run: SampleRun, i: number): void {
    const t = run.t[i] ?? NaN;
    const tarePct = (run.v[i] ?? NaN) + (run.zeroPct[i] ?? NaN);
    if (Math.abs(tarePct - this.#zeroPct) >= NEAR_PCT) {
      this.forget();
      return;
    }
    if (Number.isNaN(this.#quietFromS)) this.#quietFromS = t;
    if (this.#head - this.#tail === CAPACITY) this.#tail += 1;
    this.#t[this.#head & MASK] = t;
    this.#v[this.#head & MASK] = tarePct;
    this.#head += 1;
    while ((this.#t[this.#tail & MASK] ?? NaN) <= t - MARGIN_S) this.#count();
  }

  /** Rest is not asked for any more, or not known. */
  forget(): void {
    this.#quietFromS = this.#countedS = NaN;
    this.#tail = this.#head;
  }

  /** The zero is the tare's: rest was measured anew. */
  restart(): void {
    this.#zeroPct = 0;
    this.forget();
  }

  /** The zero lies elsewhere: another posture. */
  shift(byPct: number): void {
    this.#zeroPct += byPct;
    this.forget();
  }

  #count(): void {
    const s = this.#t[this.#tail & MASK] ?? NaN;
    const tarePct = this.#v[this.#tail & MASK] ?? NaN;
    this.#tail += 1;
    if (s - this.#quietFromS < MARGIN_S) return;
    const share = Number.isNaN(this.#countedS) ? 0 : -Math.expm1((this.#countedS - s) / TAU_S);
    this.#zeroPct += share * (tarePct - this.#zeroPct);
    this.#countedS = s;
  }
}
