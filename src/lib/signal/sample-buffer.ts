import type { SamplePoint } from './sample';

/** Samples in order of time. Grows at need up to its capacity; then it keeps what it has and takes no more. */
export class SampleBuffer {
  #t = new Float64Array(1024);
  #v = new Float64Array(1024);
  #from = 0;
  #to = 0;

  constructor(private readonly capacity: number) {}

  /** Whether it takes no more until something is dropped. */
  get isFull(): boolean {
    return this.length >= this.capacity;
  }
  /** How many more it takes. */
  get room(): number {
    return this.capacity - this.length;
  }
  get length(): number {
    return this.#to - this.#from;
  }
  /** Views, valid until the next push. */
  get times(): Float64Array {
    return this.#t.subarray(this.#from, this.#to);
  }
  get values(): Float64Array {
    return this.#v.subarray(this.#from, this.#to);
  }

  push({ t, v }: SamplePoint): void {
    if (this.isFull) return;
    if (this.#to === this.#t.length) this.#makeRoom();
    this.#t[this.#to] = t;
    this.#v[this.#to] = v;
    this.#to += 1;
  }

  /** All from one index to another; no more than there is room for. */
  append(t: Float64Array, v: Float64Array, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (this.#to === this.#t.length) this.#makeRoom();
      this.#t[this.#to] = t[i] ?? NaN;
      this.#v[this.#to] = v[i] ?? NaN;
      this.#to += 1;
    }
  }

  /** Forgets what came before `s`. */
  dropBefore(s: number): void {
    while (this.#from < this.#to && (this.#t[this.#from] ?? NaN) < s) this.#from += 1;
  }

  clear(): void {
    this.#from = this.#to = 0;
  }

  /** Moves to the front what is kept, or doubles. */
  #makeRoom(): void {
    const { length } = this;
    const larger = 2 * length > this.#t.length ? new Float64Array(2 * this.#t.length) : this.#t;
    const values = larger === this.#t ? this.#v : new Float64Array(larger.length);
    // Within one array `set` copies as if by way of another.
    larger.set(this.times);
    values.set(this.values);
    this.#t = larger;
    this.#v = values;
    this.#from = 0;
    this.#to = length;
  }
}
