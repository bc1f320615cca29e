import type { SamplePoint } from '../sample';
import { HAIR_S } from '../windowed-mean';

/** A level is judged on means over this, whatever the rate (docs/signal.md, 6). */
export const SHORT_MEAN_S = 0.02;

/**
 * Means over 20 ms, one after the other, each known with the sample that completes it: the first one that lies 20 ms or more after the last
 * of the mean before. Where the samples lie farther apart, each is a mean of its own; so is the first after a reset.
 */
export class ShortMean {
  #sumT = 0;
  #sumV = 0;
  #count = 0;
  /** The last sample of the newest mean; NaN before one. */
  #lastS = NaN;
  /** Of the newest mean: the mean time of its samples, s, and their mean value. */
  t = NaN;
  v = NaN;

  reset(): void {
    this.#sumT = this.#sumV = this.#count = 0;
    this.#lastS = NaN;
  }

  /** True where this sample completes a mean. */
  push({ t, v }: SamplePoint): boolean {
    this.#sumT += t;
    this.#sumV += v;
    this.#count += 1;
    if (t - this.#lastS < SHORT_MEAN_S - HAIR_S) return false;
    this.t = this.#sumT / this.#count;
    this.v = this.#sumV / this.#count;
    this.#lastS = t;
    this.#sumT = this.#sumV = this.#count = 0;
    return true;
  }
}
