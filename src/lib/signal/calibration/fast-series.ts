import type { Tell } from '../event';
import type { SignalSample } from '../sample';
import { SampleBuffer } from '../sample-buffer';
import { rmaxOf, slopeTowards, type Slope } from '../tangent';
import type { Rest } from '../tare';
import type { Reference } from './reference';

/** What the contractions are aimed at, % of the reference. */
const FAST_AIM_PCT = 70;
export const FAST_CONTRACTIONS = 5;
/** How long one is waited for, and the rest before the next, s. */
const FAST_S = 3;
const REST_S = 5;
const LONGEST_SILENCE_S = 1;

export type FastStep = 'rest' | 'fast' | 'result' | 'failed';

/**
 * The series of fast contractions (docs/signal.md, 10), on sample time: five, 8 s apart, each towards 70 %; the person's fastest rise is
 * the median of the best three slopes. Failed where fewer than three could be measured. Nothing of it counts before it is accepted.
 */
export class FastSeries {
  readonly #slopes: Slope[] = [];
  readonly #samples = new SampleBuffer(2 ** 14);
  readonly #point = { t: NaN, v: NaN };
  #step: FastStep = 'rest';
  #untilS: number;
  #lastS: number;

  constructor(
    private readonly rest: Rest,
    private readonly reference: Reference,
    nowS: number,
    private readonly tell: Tell
  ) {
    this.#lastS = nowS;
    this.#untilS = nowS + REST_S;
    this.#enter('rest');
  }

  /** The reference with the fastest rise in it; null while there is none. */
  get result(): Reference | null {
    const rmaxPctPerS = this.#step === 'result' ? rmaxOf(this.#slopes) : null;
    return rmaxPctPerS === null ? null : { ...this.reference, rmaxPctPerS };
  }

  push(sample: Readonly<SignalSample>): void {
    const { t, v } = sample;
    const { polarity, span } = this.reference;
    if (sample.gap && t - this.#lastS > LONGEST_SILENCE_S && this.#step === 'rest') {
      this.#untilS = Math.max(this.#untilS, t + REST_S);
      this.#enter('rest');
    }
    this.#lastS = t;
    this.#point.t = t;
    this.#point.v = (100 * polarity * (v - this.rest.baseline)) / span;
    this.#samples.push(this.#point);
    if (this.#step === 'rest') this.#samples.dropBefore(t - 1);
    const isOver = (this.#step === 'rest' || this.#step === 'fast') && t >= this.#untilS;
    if (isOver) this.#leave(sample.stepS);
  }

  #enter(step: FastStep): void {
    this.#step = step;
    const isTimed = step === 'rest' || step === 'fast';
    this.tell({ type: 'fast', step, untilS: isTimed ? this.#untilS : null, slopes: [...this.#slopes] });
  }

  #leave(stepS: number): void {
    if (this.#step === 'rest') {
      this.#untilS += FAST_S;
      this.#enter('fast');
      return;
    }
    const { times, values } = this.#samples;
    this.#slopes.push(slopeTowards(FAST_AIM_PCT, times, values, stepS));
    // After a silence the whole rest is still to come.
    this.#untilS = Math.max(this.#untilS, this.#lastS) + REST_S;
    if (this.#slopes.length < FAST_CONTRACTIONS) this.#enter('rest');
    else this.#enter(rmaxOf(this.#slopes) === null ? 'failed' : 'result');
  }
}
