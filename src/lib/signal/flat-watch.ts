import { firstAtOrAfter } from './crossing';
import type { SamplePoint } from './sample';
import { areaTo, windowedMean } from './windowed-mean';

/** As many samples as are kept; of a longer window the oldest are lost. */
const CAPACITY = 4096;

/**
 * Whether the signal stayed flat over the last `windowS` seconds: its largest value less than `limit` above its smallest. What is followed
 * is the longest stretch up to the newest sample that is flat; only a sample that leaves it has it looked for anew.
 */
export class FlatWatch {
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  readonly #areas = new Float64Array(CAPACITY);
  #count = 0;
  /** The first sample of that stretch, and what it lies between. */
  #from = 0;
  #low = Infinity;
  #high = -Infinity;

  constructor(
    private readonly windowS: number,
    private readonly limit: number
  ) {}

  reset(): void {
    this.#count = this.#from = 0;
    this.#low = Infinity;
    this.#high = -Infinity;
  }

  push({ t, v }: SamplePoint): void {
    if (this.#count === CAPACITY) this.#makeRoom();
    const i = this.#count++;
    this.#t[i] = t;
    this.#v[i] = v;
    this.#areas[i] = i === 0 ? 0 : areaTo(this.#t, this.#v, this.#areas, i);
    if (v < this.#low) this.#low = v;
    if (v > this.#high) this.#high = v;
    if (!(this.#high - this.#low < this.limit)) this.#seek();
  }

  /** Of the window that ends at the newest sample; of fewer samples, as far as they go. */
  get isFlat(): boolean {
    if (this.#from === 0 || this.#from === this.#count) return this.#from < this.#count;
    return (this.#t[this.#from - 1] ?? NaN) < (this.#t[this.#count - 1] ?? NaN) - this.windowS;
  }

  /** Time-weighted mean of the window that ended so many samples ago; NaN where the samples since the last reset do not fill it. */
  mean(samplesAgo = 0): number {
    const i = this.#count - 1 - samplesAgo;
    return windowedMean(this.#t, this.#v, this.#areas, this.#beginOfWindow(i), i, this.windowS);
  }

  /** The last sample at the begin of the window that ends at sample i, or before it; the first, where that comes later. */
  #beginOfWindow(i: number): number {
    const fromS = (this.#t[i] ?? NaN) - this.windowS;
    const first = firstAtOrAfter(this.#t.subarray(0, i + 1), fromS);
    return (this.#t[first] ?? NaN) > fromS ? Math.max(0, first - 1) : first;
  }

  /** Backwards from the newest sample, as far as all lies within the limit. */
  #seek(): void {
    let from = this.#count;
    let low = Infinity;
    let high = -Infinity;
    for (; from > this.#from; from--) {
      const v = this.#v[from - 1] ?? NaN;
      const nextLow = Math.min(low, v);
      const nextHigh = Math.max(high, v);
      if (!(nextHigh - nextLow < this.limit)) break;
      low = nextLow;
      high = nextHigh;
    }
    this.#from = from;
    this.#low = low;
    this.#high = high;
  }

  /** Forgets what lies before the window; or the older half, if that leaves no room. */
  #makeRoom(): void {
    const begin = this.#beginOfWindow(this.#count - 1);
    const from = begin > 0 ? begin : CAPACITY / 2;
    for (const column of [this.#t, this.#v, this.#areas]) column.copyWithin(0, from);
    this.#count -= from;
    this.#from = Math.max(0, this.#from - from);
  }
}
