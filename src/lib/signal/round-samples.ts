import { firstAtOrAfter } from './crossing';
import { largestMean } from './plateau';
import type { SampleRun } from './sample-run';
import { hasFlatTop } from './clipping/flat-top';
import { BRIDGE_STEPS } from './sample-step';
import { meanRateHz } from './sampling/mean-rate';
import { RailCount } from './saturation';
import { WeightedMean } from './weighted';

/** Of a gap before the sample, and of a sample at an end of the sensor's range. */
const GAP = 1;
const RAIL = 2;

/**
 * The samples of one round, gathered while it runs: nobody asks for its figures before it is over, and worked out of arrays in one go
 * they cost a fifth. Also the newest sample before the round, and the first one behind it, for the steps that lead there.
 */
export class RoundSamples {
  #startS = Infinity;
  #t = new Float64Array(2048);
  #v = new Float64Array(2048);
  #zeroPct = new Float64Array(2048);
  #flags = new Uint8Array(2048);
  #count = 0;

  /** The signal above the zero as it was then, % of the reference. */
  get v(): Float64Array {
    return this.#v;
  }
  /** Where that zero lay above the tare's, % of the reference. */
  get zeroPct(): Float64Array {
    return this.#zeroPct;
  }

  /** From now on the round is gathered that begins then, some of whose samples may have come; Infinity: none. */
  begin(startS: number): void {
    this.#startS = startS;
    const from = Math.max(0, this.indexAt(0) - 1);
    for (const column of [this.#t, this.#v, this.#zeroPct, this.#flags])
      column.copyWithin(0, from, this.#count);
    this.#count -= from;
  }

  push(run: SampleRun, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const t = run.t[i] ?? NaN;
      if (t < this.#startS) this.#count = 0;
      else if (this.#count === this.#t.length) this.#grow();
      const at = this.#count++;
      this.#t[at] = t;
      this.#v[at] = run.v[i] ?? NaN;
      this.#zeroPct[at] = run.zeroPct[i] ?? NaN;
      this.#flags[at] = (run.hasGapAt(i) ? GAP : 0) | (run.atRail[i] === 1 ? RAIL : 0);
    }
  }

  /** Of the first sample so many seconds into the round, or later. */
  indexAt(s: number): number {
    return firstAtOrAfter(this.#t.subarray(0, this.#count), this.#startS + s);
  }

  /** Up to so many s into the round, from the sample before it on: session time, and heights. */
  until(s: number): { readonly t: Float64Array; readonly v: Float64Array } {
    const to = this.indexAt(s);
    return { t: this.#t.subarray(0, to), v: this.#v.subarray(0, to) };
  }

  /** Largest half-second mean of windows that lie between the two, s into the round; −∞ where no window fits. */
  largestMean(fromS: number, toS: number, bridgeS: number): number {
    const [t, v] = [this.#t.subarray(0, this.#count), this.#v.subarray(0, this.#count)];
    return largestMean(t, v, this.#startS + fromS, this.#startS + toS, bridgeS);
  }

  /** Time-weighted mean between the two, s into the round; NaN where there is no sample. */
  mean(fromS: number, toS: number): number {
    const mean = new WeightedMean();
    const to = this.indexAt(toS);
    for (let i = this.indexAt(fromS); i < to; i++) mean.add(this.#v[i] ?? NaN, this.weightS(i));
    return mean.mean() ?? NaN;
  }

  sinceStartS(i: number): number {
    return (this.#t[i] ?? NaN) - this.#startS;
  }

  /** The time that sample i stands for, without gaps, s. */
  weightS(i: number): number {
    return this.halfStepS(i) + this.halfStepS(i + 1);
  }

  /** Whether a gap lies between the two, s into the round, or across one of them. */
  isHidden(fromS: number, toS: number): boolean {
    const to = Math.min(this.indexAt(toS) + 1, this.#count);
    return this.#flags.subarray(this.indexAt(fromS + 1e-9), to).some((flags) => (flags & GAP) !== 0);
  }

  /**
   * Whether the sensor was at an end of its range above rest between the two, s into the round, or the signal was cut off below it.
   *
   * @param noise σ of rest, null where that is no more than one quantisation step
   */
  isSaturated(fromS: number, toS: number, noise: number | null): boolean {
    const rail = new RailCount();
    const to = this.indexAt(toS);
    for (let i = this.indexAt(fromS); i < to; i++) {
      const isRailed = ((this.#flags[i] ?? 0) & RAIL) !== 0;
      if (isRailed && (this.#v[i] ?? NaN) > 0 && this.weightS(i) > 0) rail.add();
    }
    return rail.isSaturated || hasFlatTop(this.#v.subarray(this.indexAt(fromS), to), noise);
  }

  /** Samples a second over the round; NaN where there are not two without a gap. @param stepS dt */
  rateHz(stepS: number): number {
    return meanRateHz(this.#t.subarray(this.indexAt(0), this.#count), BRIDGE_STEPS * stepS);
  }

  /** Half the step that leads to sample i; 0 where that is a gap, or not known. */
  halfStepS(i: number): number {
    const isKnown = i > 0 && i < this.#count && ((this.#flags[i] ?? 0) & GAP) === 0;
    return isKnown ? ((this.#t[i] ?? NaN) - (this.#t[i - 1] ?? NaN)) / 2 : 0;
  }

  #grow(): void {
    this.#t = doubled(this.#t, Float64Array);
    this.#v = doubled(this.#v, Float64Array);
    this.#zeroPct = doubled(this.#zeroPct, Float64Array);
    this.#flags = doubled(this.#flags, Uint8Array);
  }
}

function doubled<T extends Float64Array | Uint8Array>(column: T, Column: new (length: number) => T): T {
  const larger = new Column(2 * column.length);
  larger.set(column);
  return larger;
}
