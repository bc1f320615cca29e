import type { SamplePoint } from './sample';

/** Enough for one second at 2 kHz. */
const CAPACITY = 2048;
/** For a power of two: the remainder without a division. */
const MASK = CAPACITY - 1;

/**
 * Time-weighted mean over the last `windowS` seconds: every sample weighs (t[i+1] − t[i−1])/2, which is the area under straight
 * lines, divided by the window (docs/signal.md, 5). The left edge of the window falls between two samples and is interpolated.
 */
export class TrailingMean {
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  /** Area from the first sample to sample i. */
  readonly #area = new Float64Array(CAPACITY);
  #head = 0;
  #tail = 0;

  constructor(private readonly windowS: number) {}

  reset(): void {
    this.#head = this.#tail = 0;
  }

  push({ t, v }: SamplePoint): void {
    const i = this.#head & MASK;
    const p = (this.#head + CAPACITY - 1) & MASK;
    this.#t[i] = t;
    this.#v[i] = v;
    this.#area[i] =
      this.#head === 0 ? 0 : at(this.#area, p) + ((t - at(this.#t, p)) * (v + at(this.#v, p))) / 2;
    this.#head += 1;
    if (this.#head - this.#tail > CAPACITY) this.#tail = this.#head - CAPACITY;
  }

  /** The mean that ends at the newest sample, or NaN while the samples since the last reset do not fill the window. */
  get mean(): number {
    const i = (this.#head + CAPACITY - 1) & MASK;
    const from = at(this.#t, i) - this.windowS;
    while (this.#tail + 1 < this.#head && at(this.#t, (this.#tail + 1) & MASK) <= from) this.#tail += 1;
    const a = this.#tail & MASK;
    const b = (this.#tail + 1) & MASK;
    const ta = at(this.#t, a);
    // A tick's rounding may leave the first sample a hair inside the window.
    if (ta > from + 1e-6 || this.#tail + 1 >= this.#head) return NaN;
    const share = Math.max(0, from - ta) / (at(this.#t, b) - ta);
    const va = at(this.#v, a);
    const vFrom = va + share * (at(this.#v, b) - va);
    const skipped = ((va + vFrom) / 2) * Math.max(0, from - ta);
    return (at(this.#area, i) - at(this.#area, a) - skipped) / this.windowS;
  }
}

function at(array: Float64Array, i: number): number {
  return array[i] ?? NaN;
}
