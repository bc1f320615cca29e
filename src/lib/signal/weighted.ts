import { firstAtOrAfter } from './crossing';

/** Time-weighted figures of a stretch, every sample with the weight (t[i+1] − t[i−1])/2 (docs/signal.md, 11). */
export interface Stretch {
  readonly mean: number;
  /** Standard deviation about the mean. */
  readonly sd: number;
  /** …and about the straight line of least squares. */
  readonly sdAboutLine: number;
  /** Of that line, in units per s. */
  readonly slope: number;
}

/** A mean of values that weigh differently. */
export class WeightedMean {
  #weight = 0;
  #sum = 0;

  add(value: number, weight: number): void {
    this.#weight += weight;
    this.#sum += weight * value;
  }

  /** Null where nothing was measured. */
  mean(): number | null {
    return this.#weight > 0 ? this.#sum / this.#weight : null;
  }
}

/** The figures of a stretch, sample by sample: means and sums of squares about them, which do not cancel as plain sums do. */
export class StretchSums {
  #weight = 0;
  #x = 0;
  #y = 0;
  #xx = 0;
  #xy = 0;
  #yy = 0;
  #count = 0;

  add(x: number, y: number, weight: number): void {
    if (!(weight > 0)) return;
    this.#count += 1;
    this.#weight += weight;
    const share = weight / this.#weight;
    const dx = x - this.#x;
    const dy = y - this.#y;
    this.#x += share * dx;
    this.#y += share * dy;
    this.#xx += weight * dx * (x - this.#x);
    this.#xy += weight * dx * (y - this.#y);
    this.#yy += weight * dy * (y - this.#y);
  }

  /** NaN where there is no sample; no line where there are fewer than three. */
  get stretch(): Stretch {
    const slope = this.#count >= 3 ? this.#xy / this.#xx : NaN;
    return {
      mean: this.#count > 0 ? this.#y : NaN,
      sd: Math.sqrt(this.#yy / this.#weight),
      sdAboutLine: Math.sqrt(Math.max(0, this.#yy - slope * this.#xy) / this.#weight),
      slope
    };
  }
}

/**
 * @returns the figures of the samples with fromS ≤ t ≤ toS; the first and the last of all weigh with the one step that they have.
 */
export function describeStretch(t: Float64Array, v: Float64Array, fromS: number, toS: number): Stretch {
  const from = firstAtOrAfter(t, fromS);
  const to = firstAtOrAfter(t, toS + 1e-9);
  const sums = new StretchSums();
  for (let i = from; i < to; i++) sums.add((t[i] ?? NaN) - fromS, v[i] ?? NaN, weightAt(t, i));
  return sums.stretch;
}

/** How long sample i stands for, s: half of the steps to its neighbours; the first and the last of all have one step. */
export function weightAt(t: Float64Array, i: number): number {
  const before = t[Math.max(0, i - 1)] ?? NaN;
  const after = t[Math.min(t.length - 1, i + 1)] ?? NaN;
  return (after - before) / 2;
}
