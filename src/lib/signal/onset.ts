import { passedS } from './crossing';
import { levelsOf, type Levels } from './levels';
import { LOUDEST_NOISE_PCT } from './reference';

/** *Decision*: who tenses so long before the cue is early; who did before that does not react to it. */
const EARLY_S = 1;

/**
 * When somebody reacts to a cue (docs/signal.md, 7): the onset of the first contraction since then, in s after it. A contraction that
 * has begun up to 1 s before and is still there counts as early, with a negative number.
 */
export class ReactionWatch {
  readonly #levels: Levels;
  readonly #isMeasurable: boolean;
  #lastS = NaN;
  #lastPct = NaN;
  /** The newest upward crossing of the onset level; NaN where a gap came since. */
  #crossS = NaN;
  /** The first of the samples that lie above the start level now; NaN while none does. */
  #aboveS = NaN;
  #cueS = NaN;
  #untilS = NaN;
  #reactionS: number | null = null;

  constructor(noisePct: number, forcePct: number) {
    this.#levels = levelsOf(noisePct, forcePct);
    this.#isMeasurable = noisePct <= LOUDEST_NOISE_PCT;
  }

  /**
   * In s, for the newest cue. Null: no contraction has started in time; or it was there more than 1 s before the cue and did not begin
   * anew from below the onset level; or a gap hides the start; or the noise is too loud for an onset.
   */
  get reactionS(): number | null {
    return this.#reactionS;
  }

  /** From now on a reaction to the cue at `cueS` is looked for, in contractions that start before `untilS`. */
  expect(cueS: number, untilS: number): void {
    this.#cueS = this.#isMeasurable ? cueS : NaN;
    this.#untilS = untilS;
    this.#reactionS = null;
  }

  push(t: number, pct: number, gap: boolean): void {
    if (gap) this.#forget(t);
    const { startPct, onsetPct } = this.#levels;
    if (pct > onsetPct && this.#lastPct <= onsetPct) {
      this.#crossS = passedS(this.#lastS, this.#lastPct, t, pct, onsetPct);
    }
    if (pct <= startPct) this.#aboveS = NaN;
    else if (Number.isNaN(this.#aboveS)) this.#aboveS = t;
    else if (this.#reactionS === null && t >= this.#cueS) this.#judge();
    this.#lastS = t;
    this.#lastPct = pct;
  }

  #judge(): void {
    if (this.#aboveS < this.#untilS && this.#crossS >= this.#cueS - EARLY_S) {
      this.#reactionS = this.#crossS - this.#cueS;
    }
  }

  /** Nothing is known of the time before `t`. */
  #forget(t: number): void {
    this.#lastPct = NaN;
    this.#crossS = NaN;
    this.#aboveS = NaN;
    // What starts after a gap since the cue may have started in it.
    if (t > this.#cueS && this.#reactionS === null) this.#cueS = NaN;
  }
}
