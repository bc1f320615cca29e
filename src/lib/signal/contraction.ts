import { TrailingMean } from './trailing-mean';

/** Two minutes at 200 Hz; what is longer keeps its beginning. */
const CAPACITY = 24_576;
const SHORTEST_S = 0.3;
const MERGE_S = 0.2;
const PEAK_WINDOW_S = 0.5;

export interface ContractionLevels {
  /** A contraction starts when two samples in a row lie above this. */
  readonly start: number;
  /** …and ends when the signal stays below this, given its peak so far, for 0.2 s. */
  end(peak: number): number;
}

/**
 * One contraction after the other (docs/signal.md, 6): two samples confirm the start, gaps shorter than 0.2 s are merged (the
 * last end counts), and what is shorter than 0.3 s is dropped. The samples of the contraction stay readable until the next.
 */
export class ContractionDetector {
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  readonly #mean = new TrailingMean(PEAK_WINDOW_S);
  #count = 0;
  #above = 0;
  #peak = -Infinity;
  #endS = NaN;
  /** Largest 0.5 s time-weighted mean; −∞ where the contraction was shorter. */
  plateau = -Infinity;

  constructor(private readonly levels: ContractionLevels) {}

  get active(): boolean {
    return this.#above >= 2;
  }
  get startS(): number {
    return this.#t[0] ?? NaN;
  }
  get endS(): number {
    return this.#endS;
  }
  get times(): Float64Array {
    return this.#t.subarray(0, this.#count);
  }
  get values(): Float64Array {
    return this.#v.subarray(0, this.#count);
  }

  reset(): void {
    this.#count = 0;
    this.#above = 0;
    this.#peak = -Infinity;
    this.#endS = NaN;
    this.plateau = -Infinity;
    this.#mean.reset();
  }

  /** True at the sample that makes the end of a contraction certain. A gap breaks off what was under way. */
  push(t: number, v: number, gap: boolean): boolean {
    if (gap) this.reset();
    if (!this.active) {
      if (v <= this.levels.start) {
        if (this.#above > 0) this.reset();
        return false;
      }
      if (this.#above === 0) this.reset();
      this.#above += 1;
    }
    const mean = this.#keep(t, v);
    if (!this.active) return false;

    if (v >= this.levels.end(this.#peak)) {
      this.#endS = NaN;
      // Only here: a mean that ends in the release would give a plateau to a contraction shorter than the mean is long.
      if (mean > this.plateau) this.plateau = mean;
      return false;
    }
    if (Number.isNaN(this.#endS)) this.#endS = t;
    if (t - this.#endS < MERGE_S) return false;
    this.#above = 0;
    return this.#endS - this.startS >= SHORTEST_S;
  }

  /** @returns the 0.5 s mean that ends here, or NaN */
  #keep(t: number, v: number): number {
    this.#peak = Math.max(this.#peak, v);
    const mean = this.#mean.push(t, v);
    if (this.#count === CAPACITY) return mean;
    this.#t[this.#count] = t;
    this.#v[this.#count] = v;
    this.#count += 1;
    return mean;
  }
}
