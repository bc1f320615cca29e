import type { SignalSample } from './sample';

const CAPACITY = 1024;
/** For a power of two: the remainder without a division. */
const MASK = CAPACITY - 1;
const SHORTEST_WINDOW_S = 0.1;
const STEPS = 4;
/** Below 20 Hz a slope reads far too low (docs/signal.md, 17). */
export const LONGEST_STEP_S = 1 / 20 + 1e-3;
/** A longer step inside the window voids it (docs/signal.md, 8). */
const VOID_STEPS = 1.5;

/** w = max(100 ms, 4 dt), in s: the window that a rise rate is told with. */
export function riseRateWindowS(stepS: number): number {
  return Math.max(SHORTEST_WINDOW_S, STEPS * stepS);
}

/** Sums are made anew after so many samples, so that rounding does not add up. */
const RENEW_EVERY = 256;

/**
 * Slope of the straight line of least squares through the last w seconds (docs/signal.md, 8), in units per s. It lags w/2
 * behind the newest sample. NaN where it cannot be measured: too few samples, a gap inside, or fewer than 20 samples a second.
 */
export class TrailingRiseRate {
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  #head = 0;
  #tail = 0;
  /** Sums over the window, of times since `#originS` and of values. */
  #originS = 0;
  #sx = 0;
  #sy = 0;
  #sxx = 0;
  #sxy = 0;
  #untilRenewed = 0;

  /** Forgets what came before: the scale of the values is another from now on. */
  reset(): void {
    this.#tail = this.#head;
    this.#untilRenewed = 0;
  }

  /** Fills in the rate. */
  push(sample: SignalSample): void {
    const { t, v, stepS } = sample;
    sample.ratePerS = NaN;
    const previous = this.#t[(this.#head + CAPACITY - 1) & MASK] ?? NaN;
    if (this.#head > this.#tail && t - previous > VOID_STEPS * stepS) this.reset();
    if (this.#head - this.#tail === CAPACITY) this.#drop();
    this.#t[this.#head & MASK] = t;
    this.#v[this.#head & MASK] = v;
    this.#head += 1;
    this.#add(t, v, 1);
    if (!(stepS <= LONGEST_STEP_S)) return;

    const window = riseRateWindowS(stepS);
    // Half a step of tolerance: jitter must not take turns with one sample more or less.
    const from = t - window - stepS / 2;
    while (this.#tail < this.#head && (this.#t[this.#tail & MASK] ?? NaN) < from) this.#drop();
    if (this.#untilRenewed-- === 0) this.#renew(t);
    const oldest = this.#t[this.#tail & MASK] ?? NaN;
    if (t - oldest >= window - stepS / 2) sample.ratePerS = this.#slope();
  }

  #drop(): void {
    this.#add(this.#t[this.#tail & MASK] ?? NaN, this.#v[this.#tail & MASK] ?? NaN, -1);
    this.#tail += 1;
  }

  #add(t: number, v: number, sign: 1 | -1): void {
    const x = t - this.#originS;
    this.#sx += sign * x;
    this.#sy += sign * v;
    this.#sxx += sign * x * x;
    this.#sxy += sign * x * v;
  }

  #renew(originS: number): void {
    this.#untilRenewed = RENEW_EVERY;
    this.#originS = originS;
    this.#sx = this.#sy = this.#sxx = this.#sxy = 0;
    for (let k = this.#tail; k < this.#head; k++) {
      this.#add(this.#t[k & MASK] ?? NaN, this.#v[k & MASK] ?? NaN, 1);
    }
  }

  #slope(): number {
    const n = this.#head - this.#tail;
    return (n * this.#sxy - this.#sx * this.#sy) / (n * this.#sxx - this.#sx * this.#sx);
  }
}
