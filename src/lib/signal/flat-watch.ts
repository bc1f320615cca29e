import { firstAtOrAfter } from './crossing';
import type { SamplePoint } from './sample';
import { areaTo, HAIR_S, windowedMean } from './windowed-mean';

/** As many samples as are kept; of a longer window the oldest are lost. */
const CAPACITY = 4096;

/**
 * Whether the signal stayed flat over the last `windowS` seconds: its largest value less than `limit` above its smallest. Two samples that
 * lie farther apart keep it from being flat while the earlier one is in the window, so that nothing is looked at before that has left.
 */
export class FlatWatch {
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  readonly #areas = new Float64Array(CAPACITY);
  #count = 0;
  /** Of so many samples the area is known: nobody asks for the mean of most. */
  #measured = 0;
  /** While it is flat, what all of the window lies between. */
  #low = Infinity;
  #high = -Infinity;
  /** The newest sample that keeps it from being flat; before the first one nothing is known. −∞ while nothing does. */
  #brokenS = Infinity;

  constructor(
    private readonly windowS: number,
    private readonly limit: number
  ) {}

  reset(): void {
    this.#count = this.#measured = 0;
    this.#brokenS = Infinity;
  }

  push({ t, v }: SamplePoint): void {
    if (this.#count === CAPACITY) this.#makeRoom();
    if (this.#count === 0) this.#brokenS = t - HAIR_S;
    this.#t[this.#count] = t;
    this.#v[this.#count] = v;
    this.#count += 1;
    const fromS = t - this.windowS;
    if (this.#brokenS >= fromS) return;
    if (v < this.#low) this.#low = v;
    if (v > this.#high) this.#high = v;
    if (this.#brokenS > -Infinity || !(this.#high - this.#low < this.limit)) this.#look(fromS);
  }

  /** Of the window that ends at the newest sample; false while the samples since the last reset do not fill it. */
  get isFlat(): boolean {
    return this.#brokenS === -Infinity;
  }

  /** Time-weighted mean of the window that ended so many samples ago; NaN where the samples since the last reset do not fill it. */
  mean(samplesAgo = 0): number {
    const i = this.#count - 1 - samplesAgo;
    this.#measure();
    return windowedMean(this.#t, this.#v, this.#areas, this.#beginOfWindow(i), i, this.windowS);
  }

  /** Backwards through the window, up to the first sample that lies too far from one after it. */
  #look(fromS: number): void {
    let low = Infinity;
    let high = -Infinity;
    this.#brokenS = -Infinity;
    for (let i = this.#count - 1; i >= 0; i--) {
      const t = this.#t[i] ?? NaN;
      if (t < fromS) break;
      const v = this.#v[i] ?? NaN;
      if (v < low) low = v;
      if (v > high) high = v;
      if (!(high - low < this.limit)) {
        this.#brokenS = t;
        break;
      }
    }
    this.#low = low;
    this.#high = high;
  }

  #measure(): void {
    for (; this.#measured < this.#count; this.#measured++)
      this.#areas[this.#measured] =
        this.#measured === 0 ? 0 : areaTo(this.#t, this.#v, this.#areas, this.#measured);
  }

  /** The last sample at the begin of the window that ends at sample i, or before it; the first, where that comes later. */
  #beginOfWindow(i: number): number {
    const fromS = (this.#t[i] ?? NaN) - this.windowS;
    const first = firstAtOrAfter(this.#t.subarray(0, i + 1), fromS);
    return (this.#t[first] ?? NaN) > fromS ? Math.max(0, first - 1) : first;
  }

  /** Forgets what lies before the window; or the older half, if that leaves no room. */
  #makeRoom(): void {
    this.#measure();
    const begin = this.#beginOfWindow(this.#count - 1);
    const from = begin > 0 ? begin : CAPACITY / 2;
    for (const column of [this.#t, this.#v, this.#areas]) column.copyWithin(0, from);
    this.#count -= from;
    this.#measured = this.#count;
  }
}
