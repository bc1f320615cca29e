const CAPACITY = 1024;
/** For a power of two: the remainder without a division. */
const MASK = CAPACITY - 1;
const SHORTEST_WINDOW_S = 0.1;
const STEPS = 4;
/** Below 20 Hz a slope reads far too low (docs/signal.md, 17). */
const LONGEST_STEP_S = 1 / 20 + 1e-3;
/** A longer step inside the window voids it (docs/signal.md, 8). */
const VOID_STEPS = 1.5;

/** w = max(100 ms, 4 dt), in s: the window that a rise rate is told with. */
export function riseRateWindowS(stepS: number): number {
  return Math.max(SHORTEST_WINDOW_S, STEPS * stepS);
}

/**
 * Slope of the straight line of least squares through the last w seconds (docs/signal.md, 8), in units per s. It lags w/2
 * behind the newest sample. NaN where it cannot be measured: too few samples, a gap inside, or fewer than 20 samples a second.
 */
export class TrailingRiseRate {
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  #head = 0;
  #tail = 0;

  /** Forgets what came before: the scale of the values is another from now on. */
  reset(): void {
    this.#tail = this.#head;
  }

  push(t: number, v: number, stepS: number): number {
    const previous = this.#t[(this.#head + CAPACITY - 1) & MASK] ?? NaN;
    if (this.#head > this.#tail && t - previous > VOID_STEPS * stepS) this.#tail = this.#head;
    this.#t[this.#head & MASK] = t;
    this.#v[this.#head & MASK] = v;
    this.#head += 1;
    if (!(stepS <= LONGEST_STEP_S)) return NaN;

    const window = riseRateWindowS(stepS);
    // Half a step of tolerance: jitter must not take turns with one sample more or less.
    const from = t - window - stepS / 2;
    while (this.#tail < this.#head && (this.#t[this.#tail & MASK] ?? NaN) < from) this.#tail += 1;
    if (this.#head - this.#tail > CAPACITY) this.#tail = this.#head - CAPACITY;
    const oldest = this.#t[this.#tail & MASK] ?? NaN;
    return t - oldest >= window - stepS / 2 ? this.#slope(t) : NaN;
  }

  #slope(t: number): number {
    let sx = 0;
    let sy = 0;
    let sxx = 0;
    let sxy = 0;
    for (let k = this.#tail; k < this.#head; k++) {
      const x = (this.#t[k & MASK] ?? NaN) - t;
      const y = this.#v[k & MASK] ?? NaN;
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
    }
    const n = this.#head - this.#tail;
    return (n * sxy - sx * sy) / (n * sxx - sx * sx);
  }
}
