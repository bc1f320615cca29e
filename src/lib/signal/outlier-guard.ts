import { LocalScale } from './local-scale';

/** *Decision*: no muscle moves the reading by so much of the sensor's range within one sample, and back in the next. */
const LARGEST_JUMP = 0.5;
/** *Decision*: a sample that has come back by all but this share of the jump is back, though a contraction may begin just there. */
const BACK = 0.25;
/** *Decision*: no muscle, and no cough, is up and down again within this, s. Two samples in a row fit in from 75 Hz on. */
const SHORTEST_PULSE_S = 0.04 + 1e-9;

/**
 * The frame guard (docs/signal.md, 2): a single sample that jumps and comes back in the next is no signal, nor are two in a row that jump beyond
 * all that was seen. The straight line between the samples beside it takes its place, so that no gap arises. Only a sample that has jumped
 * waits, for one step, or for two, until the next one shows whether it came back.
 */
export class OutlierGuard {
  /** What the newest push made ready: times and values, as many as it returned. */
  readonly t = new Float64Array(3);
  readonly v = new Float64Array(3);
  /** How many of these take the place of an outlier. */
  outliers = 0;
  readonly #scale = new LocalScale();
  #largest = Infinity;
  #lastS = NaN;
  #last = NaN;
  #limit = NaN;
  #ready = 0;
  // Those that wait, and how many they are.
  readonly #waitingS = new Float64Array(2);
  readonly #waiting = new Float64Array(2);
  #waits = 0;

  /** The sensor's range, if it has one: a jump of more than half of it is too much, whatever the signal does. */
  set range({ min, max }: { readonly min: number; readonly max: number }) {
    this.#largest = LARGEST_JUMP * (max - min);
  }
  set resolution(step: number) {
    this.#scale.resolution = step;
  }

  /** Of a recording that is there as a whole: what it begins with, so that its first sample can be judged. */
  prime(t: Float64Array, v: Float64Array): void {
    this.#scale.prime(v.subarray(0, 8));
    if (!this.#scale.isKnown) return;
    this.#last = this.#scale.lowest;
    this.#lastS = 2 * (t[0] ?? NaN) - (t[1] ?? NaN);
  }

  /** @returns how many are ready: 0 while it waits, at most 3 */
  push(t: number, v: number): number {
    this.#ready = this.outliers = 0;
    this.#judge(t, v);
    return this.#ready;
  }

  /** Nothing follows: those that wait pass, unless they lie beyond all that was seen. @returns how many are ready */
  finish(): number {
    this.#ready = this.outliers = 0;
    for (let i = 0; i < this.#waits; i++) {
      const v = this.#waiting[i] ?? NaN;
      const isOutlier = this.#scale.isFarFromAll(v);
      if (isOutlier) this.outliers += 1;
      this.#give(this.#waitingS[i] ?? NaN, isOutlier ? this.#last : v);
    }
    this.#waits = 0;
    return this.#ready;
  }

  #judge(t: number, v: number): void {
    if (this.#waits === 0) {
      this.#limit = this.#scale.isKnown ? Math.min(this.#scale.limit, this.#largest) : this.#largest;
      if (Math.abs(v - this.#last) > this.#limit) this.#wait(t, v);
      else this.#keep(t, v);
    } else if (this.#isBack(t, v)) this.#replace(t, v);
    else if (this.#waits === 1 && this.#mayBeTwo(t, v)) this.#wait(t, v);
    else this.#pass(t, v);
  }

  #wait(t: number, v: number): void {
    this.#waitingS[this.#waits] = t;
    this.#waiting[this.#waits] = v;
    this.#waits += 1;
  }

  #isBack(t: number, v: number): boolean {
    let jump = Infinity;
    let apart = Infinity;
    for (let i = 0; i < this.#waits; i++) {
      const waiting = this.#waiting[i] ?? NaN;
      jump = Math.min(jump, Math.abs(waiting - this.#last));
      apart = Math.min(apart, Math.abs(waiting - v));
    }
    const isShort = this.#waits === 1 || t - this.#lastS <= SHORTEST_PULSE_S;
    return isShort && apart > this.#limit && Math.abs(v - this.#last) <= Math.max(this.#limit, BACK * jump);
  }

  #mayBeTwo(t: number, v: number): boolean {
    const isShort = t - this.#lastS < SHORTEST_PULSE_S;
    return isShort && this.#scale.isFarFromAll(v) && this.#scale.isFarFromAll(this.#waiting[0] ?? NaN);
  }

  /** The straight line to this sample takes the place of those that wait. */
  #replace(t: number, v: number): void {
    const slope = (v - this.#last) / (t - this.#lastS);
    for (let i = 0; i < this.#waits; i++) {
      const s = this.#waitingS[i] ?? NaN;
      this.#give(s, this.#last + slope * (s - this.#lastS));
    }
    this.outliers += this.#waits;
    this.#waits = 0;
    this.#keep(t, v);
  }

  /** The first that waits is signal; those after it are judged beside it. */
  #pass(t: number, v: number): void {
    const [nextS = NaN, next = NaN] = [this.#waitingS[1], this.#waiting[1]];
    const waits = this.#waits;
    this.#waits = 0;
    this.#keep(this.#waitingS[0] ?? NaN, this.#waiting[0] ?? NaN);
    if (waits === 2) this.#judge(nextS, next);
    this.#judge(t, v);
  }

  #keep(t: number, v: number): void {
    this.#scale.push(t, v);
    this.#lastS = t;
    this.#last = v;
    this.#give(t, v);
  }

  #give(t: number, v: number): void {
    this.t[this.#ready] = t;
    this.v[this.#ready] = v;
    this.#ready += 1;
  }
}
