/** *Decision*: no muscle moves the reading by so much of the sensor's range within one sample, and back in the next. */
const LARGEST_JUMP = 0.5;

/** What becomes of a sample: it passes; or it waits for the next one; which may tell that the one that waited is to be left out, or not. */
export type Verdict = 'pass' | 'wait' | 'drop-waiting' | 'pass-both';

/**
 * The frame guard (docs/signal.md, 2): a single sample that jumps by more than half of the sensor's range and returns is no signal. Only a
 * sample that has jumped waits, for one step, until the next one tells whether it returned: lies nearer to where it was than to it.
 */
export class JumpGuard {
  #limit = Infinity;
  #last = NaN;
  /** Of the sample that waits; NaN while none does. */
  waitingS = NaN;
  waiting = NaN;

  /** The sensor's range; without an end nothing is a jump. */
  set range({ min, max }: { readonly min: number; readonly max: number }) {
    this.#limit = LARGEST_JUMP * (max - min);
  }

  /** After 'drop-waiting' and 'pass-both' the sample itself passes, and nothing waits. */
  push(t: number, v: number): Verdict {
    if (!Number.isNaN(this.waitingS)) {
      const returned = Math.abs(v - this.#last) < Math.abs(v - this.waiting);
      this.waitingS = NaN;
      this.#last = v;
      return returned ? 'drop-waiting' : 'pass-both';
    }
    if (Math.abs(v - this.#last) > this.#limit) {
      this.waitingS = t;
      this.waiting = v;
      return 'wait';
    }
    this.#last = v;
    return 'pass';
  }
}
