import type { SamplePoint } from './sample';
import { TrailingMean } from './trailing-mean';
import { TrailingRange } from './trailing-range';

const FLAT_S = 1.5;
/** Both the step and what lies beside 0 after it are at least this, % of the reference. */
const SHIFT_PCT = 4;
const LONGEST_MOVE_S = 2;

/**
 * Another posture (docs/signal.md, 4): within one prompted rest the signal goes from one flat level to another, which lies at least 4 %
 * beside it and beside 0. Flat: range < max(2 %, 6σ) over 1.5 s; less than 2 s lie between the flat stretches. Steps that the noise
 * hides are not seen.
 *
 * *Decision*: the first flat level of a rest is where the release has ended, and no new one, for one channel cannot tell a shifted seat
 * from a floor that stays tense; nor is a level that lies nearer to 0 on the same side, where somebody has let go further.
 */
export class PostureWatch {
  readonly #mean = new TrailingMean(FLAT_S);
  readonly #range = new TrailingRange(FLAT_S);
  readonly #flatPct: number;
  /** The newest flat level of this rest, and until when it was flat; NaN before one. */
  #levelPct = NaN;
  #flatUntilS = NaN;
  #fromS = NaN;
  #isEmpty = true;

  /** @param noisePct σ of the tare, % of the reference */
  constructor(noisePct: number) {
    this.#flatPct = Math.max(2, 6 * noisePct);
  }

  /** When the newest change of level began, s. */
  get fromS(): number {
    return this.#fromS;
  }

  /** The newest flat level, % of the reference. */
  get levelPct(): number {
    return this.#levelPct;
  }

  /** The rest is over, it has another zero, or a gap hides what it was like. */
  forget(): void {
    if (this.#isEmpty) return;
    this.#isEmpty = true;
    this.#mean.reset();
    this.#range.reset();
    this.#levelPct = NaN;
    this.#flatUntilS = NaN;
  }

  /** True at the sample that makes a new level certain, once a level. */
  push(sample: SamplePoint): boolean {
    this.#isEmpty = false;
    this.#mean.push(sample);
    this.#range.push(sample);
    if (this.#range.range >= this.#flatPct) return false;
    const level = this.#mean.mean;
    if (Number.isNaN(level)) return false;
    const before = this.#levelPct;
    const untilS = this.#flatUntilS;
    this.#levelPct = level;
    this.#flatUntilS = sample.t;
    if (!isShift(before, level) || sample.t - FLAT_S - untilS >= LONGEST_MOVE_S) return false;
    this.#fromS = untilS;
    return true;
  }
}

function isShift(before: number, after: number): boolean {
  const isRelease = before * after > 0 && Math.abs(after) < Math.abs(before);
  return Math.abs(after - before) >= SHIFT_PCT && Math.abs(after) >= SHIFT_PCT && !isRelease;
}
