/** A formula may bridge this many steps; a longer one is a gap (docs/signal.md, 1). */
export const BRIDGE_STEPS = 2.5;

/** Steps looked at; odd, so that the median is one of them. */
const WINDOW = 31;

/**
 * dt: the median step of the newest samples, in s (docs/signal.md). The median keeps losses and jitter out. It is renewed
 * when all of them are new; at the beginning at every sample. NaN until two steps were seen.
 */
export class SampleStep {
  readonly #steps = new Float64Array(WINDOW);
  readonly #sorted = new Float64Array(WINDOW);
  #count = 0;
  /** Where the next one goes. */
  #next = 0;
  #medianS = NaN;
  #lastS = NaN;
  #gap = false;

  /** With the newest sample. */
  get stepS(): number {
    return this.#medianS;
  }
  /** Whether a gap lies before the newest sample. */
  get gap(): boolean {
    return this.#gap;
  }

  /** @param t times of samples @param i the next one */
  push(t: Float64Array, i: number): void {
    const s = t[i] ?? NaN;
    const stepS = s - this.#lastS;
    this.#lastS = s;
    this.#gap = stepS > BRIDGE_STEPS * this.#medianS;
    if (stepS > 0) this.#add(stepS);
  }

  /**
   * Takes samples that follow without a gap, as long as the median stays what it is.
   *
   * @param t times of samples, one in every `stride` numbers
   * @returns the index of the first that is to be pushed, or `to`
   */
  follow(t: Float64Array, stride: number, from: number, to: number): number {
    if (this.#count < WINDOW) return from;
    const steps = this.#steps;
    const longestS = BRIDGE_STEPS * this.#medianS;
    let lastS = this.#lastS;
    let next = this.#next;
    let i = from;
    for (; i < to && next < WINDOW - 1; i += stride) {
      const s = t[i] ?? NaN;
      const stepS = s - lastS;
      if (!(stepS > 0 && stepS <= longestS)) break;
      steps[next++] = stepS;
      lastS = s;
    }
    this.#lastS = lastS;
    this.#next = next;
    if (i > from) this.#gap = false;
    return i;
  }

  #add(stepS: number): void {
    this.#steps[this.#next] = stepS;
    this.#next = this.#next + 1 === WINDOW ? 0 : this.#next + 1;
    if (this.#count < WINDOW) this.#count += 1;
    else if (this.#next !== 0) return;
    if (this.#count > 1) this.#refresh();
  }

  #refresh(): void {
    const sorted = this.#sorted;
    // By insertion: for so few that nearly are in order, a third of the time of the built-in sort.
    for (let i = 0; i < this.#count; i++) {
      const step = this.#steps[i] ?? NaN;
      let at = i;
      for (; at > 0 && (sorted[at - 1] ?? NaN) > step; at--) sorted[at] = sorted[at - 1] ?? NaN;
      sorted[at] = step;
    }
    this.#medianS = sorted[this.#count >> 1] ?? NaN;
  }
}
