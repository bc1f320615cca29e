import type { SamplePoint } from './sample';

/** As many samples as a mean may hold; of a longer window the oldest are lost. */
const CAPACITY = 2048;
/** For a power of two: the remainder without a division. */
const MASK = CAPACITY - 1;

/** Largest minus smallest value of the last `windowS` seconds, at a constant cost on average. */
export class TrailingRange {
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  #head = 0;
  readonly #highest: Candidates;
  readonly #lowest: Candidates;

  constructor(windowS: number) {
    this.#highest = new Candidates(this.#t, this.#v, 1, windowS);
    this.#lowest = new Candidates(this.#t, this.#v, -1, windowS);
  }

  reset(): void {
    this.#highest.reset();
    this.#lowest.reset();
  }

  push({ t, v }: SamplePoint): void {
    const i = this.#head++ & MASK;
    this.#t[i] = t;
    this.#v[i] = v;
    this.#highest.push(i);
    this.#lowest.push(i);
  }

  /** Of the window that ends at the newest sample. */
  get range(): number {
    return (this.#v[this.#highest.first] ?? NaN) - (this.#v[this.#lowest.first] ?? NaN);
  }
}

/** The samples that can still be the highest of a window, or the lowest: each of them more so than all after it. */
class Candidates {
  /** Where they stand. */
  readonly #at = new Uint16Array(CAPACITY);
  #head = 0;
  #tail = 0;

  constructor(
    private readonly t: Float64Array,
    private readonly v: Float64Array,
    private readonly sign: 1 | -1,
    private readonly windowS: number
  ) {}

  get first(): number {
    return this.#at[this.#tail & MASK] ?? 0;
  }

  reset(): void {
    this.#head = this.#tail = 0;
  }

  push(i: number): void {
    const { t, v, sign } = this;
    // The sample that stood there is too old to be kept.
    if (this.#head > this.#tail && this.first === i) this.#tail += 1;
    const height = sign * (v[i] ?? NaN);
    while (this.#head > this.#tail && !(sign * (v[this.#at[(this.#head - 1) & MASK] ?? 0] ?? NaN) > height))
      this.#head -= 1;
    this.#at[this.#head & MASK] = i;
    this.#head += 1;
    const fromS = (t[i] ?? NaN) - this.windowS;
    while ((t[this.first] ?? NaN) < fromS) this.#tail += 1;
  }
}
