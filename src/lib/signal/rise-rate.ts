import type { SampleRun } from './sample-run';
import { BRIDGE_STEPS } from './sample-step';

const CAPACITY = 1024;
/** For a power of two: the remainder without a division. */
const MASK = CAPACITY - 1;
const SHORTEST_WINDOW_S = 0.1;
const STEPS = 4;
/** Below 20 Hz a slope reads far too low (docs/signal.md, 17). */
export const LONGEST_STEP_S = 1 / 20 + 1e-3;
/** A window that holds less than this share of its samples is void (docs/signal.md, 8). */
const LEAST_SHARE = 0.8;
/** *Decision*: a void window whose samples span less than this share of it says nothing about a slope over all of it. */
const LEAST_SEEN = 0.5;

/** w = max(100 ms, 4 dt), in s: the window that a rise rate is told with. */
export function riseRateWindowS(stepS: number): number {
  return Math.max(SHORTEST_WINDOW_S, STEPS * stepS);
}

/** Sums are made anew after so many samples, so that rounding does not add up. */
const RENEW_EVERY = 256;

/**
 * Slope of the straight line of least squares through the last w seconds (docs/signal.md, 8), in units per s. It lags w/2
 * behind the newest sample. NaN where it cannot be measured: fewer than 20 samples a second, or a window that is void, because a gap
 * hides a part of it or because it holds less than 80 % of its samples.
 */
export class TrailingRiseRate {
  /** Time and value of each sample, side by side. */
  readonly #ring = new Float64Array(2 * CAPACITY);
  #head = 0;
  #tail = 0;
  #lastS = NaN;
  /** The first sample since the reset, and the first since the newest gap: from there on nothing is hidden. */
  #firstS = NaN;
  #sinceS = NaN;
  #steepestVoid = -Infinity;
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
    this.#lastS = this.#firstS = this.#sinceS = NaN;
    this.#steepestVoid = -Infinity;
    this.#untilRenewed = 0;
  }

  /**
   * The largest slope since the reset through what is known of a void window, in units per s; −∞ before the first. A window that begins
   * before the first sample is not void, but out of sight.
   */
  get steepestVoid(): number {
    return this.#steepestVoid;
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
    const leastCount = isFast ? LEAST_SHARE * (Math.round(windowS / stepS) + 1) : Infinity;
    const seenS = LEAST_SEEN * windowS;
    const bridgeS = BRIDGE_STEPS * stepS;
    let head = this.#head;
    let tail = this.#tail;
    let lastS = this.#lastS;
    let firstS = this.#firstS;
    let sinceS = this.#sinceS;
    let steepestVoid = this.#steepestVoid;
    let oldestS = ring[2 * (tail & MASK)] ?? NaN;
    let untilRenewed = this.#untilRenewed;
    let originS = this.#originS;
    let sx = this.#sx;
    let sy = this.#sy;
    let sxx = this.#sxx;
    let sxy = this.#sxy;
    for (let i = from; i < to; i++) {
      const s = t[i] ?? NaN;
      if (((head - tail) & MASK) === 0) {
        // The ring is empty or full: the window begins again here.
        tail = head;
        firstS = sinceS = oldestS = s;
        untilRenewed = 0;
      } else if (s - lastS > bridgeS) {
        sinceS = s;
        untilRenewed = 0;
      }
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
      if (n >= leastCount && s - sinceS >= leastS) {
        ratePerS[i] = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        continue;
      }
      ratePerS[i] = NaN;
      if (isFast && s - firstS >= leastS && s - oldestS >= seenS)
        steepestVoid = Math.max(steepestVoid, (n * sxy - sx * sy) / (n * sxx - sx * sx));
    }
    this.#head = head;
    this.#tail = tail;
    this.#lastS = lastS;
    this.#firstS = firstS;
    this.#sinceS = sinceS;
    this.#steepestVoid = steepestVoid;
    this.#untilRenewed = untilRenewed;
    this.#originS = originS;
    this.#sx = sx;
    this.#sy = sy;
    this.#sxx = sxx;
    this.#sxy = sxy;
  }
}
