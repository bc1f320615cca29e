/** As many samples as a mean may hold; of those that are in order, no more are ever kept. */
const CAPACITY = 2048;
/** For a power of two: the remainder without a division. */
const MASK = CAPACITY - 1;

/** Largest minus smallest value of the last `windowS` seconds, at a constant cost on average. */
export class TrailingRange {
  readonly #highest = new TrailingHighest();
  readonly #lowest = new TrailingHighest();

  constructor(private readonly windowS: number) {}

  reset(): void {
    this.#highest.reset();
    this.#lowest.reset();
  }

  push(t: number, v: number): number {
    const fromS = t - this.windowS;
    return this.#highest.push(t, v, fromS) + this.#lowest.push(t, -v, fromS);
  }
}

/** Keeps the values that can still be the highest of a window: each one higher than all after it. */
class TrailingHighest {
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  #head = 0;
  #tail = 0;

  reset(): void {
    this.#head = this.#tail = 0;
  }

  push(t: number, v: number, fromS: number): number {
    while (this.#head > this.#tail && !((this.#v[(this.#head - 1) & MASK] ?? NaN) > v)) this.#head -= 1;
    this.#t[this.#head & MASK] = t;
    this.#v[this.#head & MASK] = v;
    this.#head += 1;
    if (this.#head - this.#tail > CAPACITY) this.#tail = this.#head - CAPACITY;
    while ((this.#t[this.#tail & MASK] ?? NaN) < fromS) this.#tail += 1;
    return this.#v[this.#tail & MASK] ?? NaN;
  }
}
