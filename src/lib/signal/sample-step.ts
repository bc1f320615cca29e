/** Steps looked at; odd, so that the median is one of them. */
const WINDOW = 31;
const REFRESH_EVERY = WINDOW;

/**
 * dt: the median step of the newest samples, in s (docs/signal.md). The median keeps losses and jitter out. It is renewed
 * when all of them are new; at the beginning at every sample.
 */
export class SampleStep {
  readonly #steps = new Float64Array(WINDOW);
  readonly #sorted = new Float64Array(WINDOW);
  #count = 0;
  #medianS = NaN;

  /** NaN until two steps were seen. */
  get s(): number {
    return this.#medianS;
  }

  push(stepS: number): void {
    this.#steps[this.#count % WINDOW] = stepS;
    this.#count += 1;
    if (this.#count > WINDOW ? this.#count % REFRESH_EVERY === 0 : this.#count > 1) this.#refresh();
  }

  #refresh(): void {
    const n = Math.min(this.#count, WINDOW);
    // What is not filled yet sorts to the end.
    this.#sorted.set(this.#steps);
    this.#sorted.fill(Infinity, n);
    this.#sorted.sort();
    this.#medianS = this.#sorted[n >> 1] ?? NaN;
  }
}

/** A formula may bridge this many steps; a longer one is a gap (docs/signal.md, 1). */
export const BRIDGE_STEPS = 2.5;
