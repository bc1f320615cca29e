/** *Decision*: an arrival later than this may be of a sample that was held back, or the first one after a loss. */
const LATE_STEPS = 3;
const LATE_S = 0.15;
/** So many more samples than the time has room for are a burst. Jitter by a whole step makes up one. */
const SURPLUS = 1.5;
/** After so many steps without a burst it was a loss. */
const PATIENCE_STEPS = 3;
/** Samples that follow within this share of a step belong to the burst still. */
const CLOSE = 0.5;
/** No more wait; as many at once are a burst in any case. */
export const MOST_WAITING = 8;

/**
 * Arrivals of a sensor without a clock of its own: samples that were held back on the way and come in a burst are spread by the usual step, from where
 * they stopped (docs/signal.md, 1). Only after a late arrival do samples wait, for at most three steps, until it shows whether those before were lost.
 */
export class BurstGuard {
  /** What the newest push made ready: arrivals as they would have been, s, and values; as many as it returned. */
  readonly arrivalS = new Float64Array(MOST_WAITING);
  readonly v = new Float64Array(MOST_WAITING);
  readonly #waitingS = new Float64Array(MOST_WAITING);
  readonly #waiting = new Float64Array(MOST_WAITING);
  #waits = 0;
  #ready = 0;
  #inBurst = false;
  /** Of the newest sample, as it came and as it was given out. */
  #cameS = NaN;
  #givenS = NaN;

  /** Whether what the newest push made ready came in a burst. */
  get isBurst(): boolean {
    return this.#inBurst;
  }

  /**
   * @param arrivalS no earlier than those before
   * @param stepS the usual step; NaN where it is not known: then nothing is late
   * @returns how many are ready
   */
  push(arrivalS: number, v: number, stepS: number): number {
    this.#ready = 0;
    const isClose = arrivalS - this.#cameS < CLOSE * stepS;
    this.#cameS = arrivalS;
    this.#inBurst &&= isClose;
    if (this.#waits > 0) this.#decide(arrivalS, v, stepS);
    else if (this.#inBurst) this.#giveSpread(arrivalS, v, stepS);
    else if (arrivalS - this.#givenS - stepS > Math.max(LATE_STEPS * stepS, LATE_S)) this.#wait(arrivalS, v);
    else this.#give(arrivalS, v);
    return this.#ready;
  }

  /** Nothing follows on this link: those that wait came when they came. @returns how many are ready */
  finish(): number {
    this.#ready = 0;
    this.#giveAsTheyCame();
    this.#givenS = this.#cameS = NaN;
    this.#inBurst = false;
    return this.#ready;
  }

  #wait(arrivalS: number, v: number): void {
    this.#waitingS[this.#waits] = arrivalS;
    this.#waiting[this.#waits] = v;
    this.#waits += 1;
  }

  #decide(arrivalS: number, v: number, stepS: number): void {
    this.#wait(arrivalS, v);
    const forSteps = (arrivalS - (this.#waitingS[0] ?? NaN)) / stepS;
    this.#inBurst = this.#waits - 1 - forSteps >= SURPLUS || this.#waits === MOST_WAITING;
    if (!this.#inBurst && forSteps < PATIENCE_STEPS) return;
    if (!this.#inBurst) this.#giveAsTheyCame();
    for (let i = 0; i < this.#waits; i++)
      this.#giveSpread(this.#waitingS[i] ?? NaN, this.#waiting[i] ?? NaN, stepS);
    this.#waits = 0;
  }

  #giveAsTheyCame(): void {
    for (let i = 0; i < this.#waits; i++) this.#give(this.#waitingS[i] ?? NaN, this.#waiting[i] ?? NaN);
    this.#waits = 0;
  }

  /** A step after the one before, but no later than it came. */
  #giveSpread(arrivalS: number, v: number, stepS: number): void {
    this.#give(Math.min(arrivalS, this.#givenS + stepS), v);
  }

  #give(arrivalS: number, v: number): void {
    this.arrivalS[this.#ready] = arrivalS;
    this.v[this.#ready] = v;
    this.#ready += 1;
    this.#givenS = arrivalS;
  }
}
