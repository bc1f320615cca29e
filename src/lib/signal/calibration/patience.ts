import type { SignalSample } from '../sample';

/** *Decision*: after so long a wait it is said that no squeeze was recognised, and said again after each such wait. */
const PATIENCE_S = 10;
/** After a longer silence the wait begins again: nothing could be recognised in it. */
const LONGEST_SILENCE_S = 1;

/** Tells when a squeeze has been waited for in vain, on sample time, so that nobody squeezes for ever without a word. */
export class Patience {
  #heard: number | null = null;
  #sinceS = NaN;
  #lastS = NaN;

  /** @param heard how many squeezes got an answer so far; null: none is waited for @returns whether it is to be said now */
  push(heard: number | null, { t, gap }: Readonly<SignalSample>): boolean {
    const isSilence = gap && t - this.#lastS > LONGEST_SILENCE_S;
    this.#lastS = t;
    if (heard === null || heard !== this.#heard || isSilence) this.#sinceS = t;
    this.#heard = heard;
    if (heard === null || t - this.#sinceS < PATIENCE_S) return false;
    this.#sinceS = t;
    return true;
  }
}
