import type { SampleRun } from './sample-run';

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
  /** Time and value of each sample, side by side. */
  readonly #ring = new Float64Array(2 * CAPACITY);
  #head = 0;
  #tail = 0;
  #lastS = NaN;
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
    this.#lastS = NaN;
    this.#untilRenewed = 0;
  }

  /**
   * Fills in the rates of the samples from there on. The sums stay at hand from one sample to the next: kept in the object, or handed over in
   * calls, they took so much longer that the whole engine did by a sixth.
   */
  push(run: SampleRun, from: number, to: number): void {
    const { t, v, ratePerS, stepS } = run;
    const ring = this.#ring;
    const isFast = stepS <= LONGEST_STEP_S;
    const windowS = riseRateWindowS(stepS);
    // Half a step of tolerance: jitter must not take turns with one sample more or less.
    const leastS = windowS - stepS / 2;
    const mostS = isFast ? windowS + stepS / 2 : Infinity;
    let head = this.#head;
    let tail = this.#tail;
    let lastS = this.#lastS;
    let oldestS = ring[2 * (tail & MASK)] ?? NaN;
    let untilRenewed = this.#untilRenewed;
    let originS = this.#originS;
    let sx = this.#sx;
    let sy = this.#sy;
    let sxx = this.#sxx;
    let sxy = this.#sxy;
    for (let i = from; i < to; i++) {
      const s = t[i] ?? NaN;
      if (s - lastS > VOID_STEPS * stepS || head - tail === CAPACITY) {
        tail = head;
        untilRenewed = 0;
      }
      if (tail === head) oldestS = s;
      lastS = s;
      const value = v[i] ?? NaN;
      const at = 2 * (head & MASK);
      ring[at] = s;
      ring[at + 1] = value;
      head += 1;
      const x = s - originS;
      sx += x;
      sy += value;
      sxx += x * x;
      sxy += x * value;
      // Never the newest: that is not older than itself.
      while (oldestS < s - mostS) {
        const x = oldestS - originS;
        const value = ring[2 * (tail & MASK) + 1] ?? NaN;
        sx -= x;
        sy -= value;
        sxx -= x * x;
        sxy -= x * value;
        tail += 1;
        oldestS = ring[2 * (tail & MASK)] ?? NaN;
      }
      if (isFast && untilRenewed-- === 0) {
        // Of the window anew, from another origin.
        untilRenewed = RENEW_EVERY;
        originS = s;
        sx = sy = sxx = sxy = 0;
        for (let k = tail; k < head; k++) {
          const x = (ring[2 * (k & MASK)] ?? NaN) - originS;
          const value = ring[2 * (k & MASK) + 1] ?? NaN;
          sx += x;
          sy += value;
          sxx += x * x;
          sxy += x * value;
        }
      }
      const n = head - tail;
      const isWhole = isFast && s - oldestS >= leastS;
      ratePerS[i] = isWhole ? (n * sxy - sx * sy) / (n * sxx - sx * sx) : NaN;
    }
    this.#head = head;
    this.#tail = tail;
    this.#lastS = lastS;
    this.#untilRenewed = untilRenewed;
    this.#originS = originS;
    this.#sx = sx;
    this.#sy = sy;
    this.#sxx = sxx;
    this.#sxy = sxy;
  }
}
