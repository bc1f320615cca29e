import { FlatWatch } from './flat-watch';
import { ShortMean } from './flatness/short-mean';
import { SignalSample } from './sample';
import type { SampleRun } from './sample-run';

const FLAT_S = 1.5;
/** Both the step and what lies beside 0 after it are at least this, % of the reference. */
const SHIFT_PCT = 4;
const LONGEST_MOVE_S = 2;
/** *Decision*: from the height on that a contraction begins at, a level is a squeeze for all that one channel can tell. */
const SQUEEZED_PCT = 10;
/** *Decision*: a zero that went up goes back where the signal lies so near to where it was, so soon: what lifted it was a squeeze. */
const BACK_PCT = 2;
const BACK_S = 10;

/**
 * Another posture (docs/signal.md, 4): within one prompted rest the signal goes from one flat level to another, which lies at least 4 %
 * beside it and beside 0. Flat: range of 20 ms means < max(2 %, 6σ) over 1.5 s; less than 2 s lie between the flat stretches. What stays flat has one
 * level, that of its end. Steps that the noise hides are not seen.
 *
 * *Decision*: the first flat level of a rest is where the release has ended, and no new one, for one channel cannot tell a shifted seat
 * from a floor that stays tense; nor is a level of 10 % or more above the tare's zero, for a squeeze must not become 0 %; nor one that lies nearer to 0 on the same side, where somebody has let go further.
 *
 * What was taken for another posture and was a squeeze of 4–10 % is taken back: a flat level where the zero was before, within 10 s. That is also
 * asked of the first flat level of a rest, for nobody lets go to below rest and stays there, just where the zero has been.
 */
export class PostureWatch {
  readonly #flat: FlatWatch;
  readonly #mean = new ShortMean();
  /** The newest flat level of this rest, and until when it was flat; NaN before one. */
  #levelPct = NaN;
  #flatUntilS = NaN;
  #fromS = NaN;
  #isEmpty = true;
  /** Where the zero was before it last went up, % of the reference above the tare's, and when it did; NaN where it did not. */
  #liftedFromPct = NaN;
  #liftedS = NaN;
  /** For what takes samples: one object for all. */
  readonly #sample = new SignalSample();
  #isFlat = false;

  /** @param noisePct σ of the tare, % of the reference */
  constructor(noisePct: number) {
    this.#flat = new FlatWatch(FLAT_S, Math.max(2, 6 * noisePct));
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
    this.#flat.reset();
    this.#isFlat = false;
    this.#settle(NaN, NaN);
  }

  /** True at the sample that makes a new level certain, once a level. */
  push(run: SampleRun, i: number): boolean {
    this.#isEmpty = false;
    const lastS = this.#mean.t;
    const sample = this.#sample;
    sample.t = run.t[i] ?? NaN;
    sample.v = run.v[i] ?? NaN;
    if (!this.#mean.push(sample)) return false;
    this.#flat.push(this.#mean);
    return this.#judge(lastS, run.zeroPct[i] ?? NaN);
  }

  /** Of a new mean. @param lastS of the mean before */
  #judge(lastS: number, zeroPct: number): boolean {
    const { t } = this.#mean;
    const wasFlat = this.#isFlat;
    this.#isFlat = this.#flat.isFlat;
    // The level of a flat stretch is that of its end.
    if (wasFlat && !this.#isFlat) this.#settle(this.#flat.mean(1), lastS);
    if (wasFlat || !this.#isFlat) return false;
    const before = this.#levelPct;
    const untilS = this.#flatUntilS;
    const level = this.#flat.mean();
    this.#settle(level, t);
    const isBack = this.#isBack(level, zeroPct);
    const isMoved = isShift(before, level) && t - FLAT_S - untilS < LONGEST_MOVE_S;
    if (!isBack && (!isMoved || level + zeroPct >= SQUEEZED_PCT)) return false;
    this.#fromS = isBack ? t - FLAT_S : untilS;
    this.#liftedFromPct = level > 0 ? zeroPct : NaN;
    this.#liftedS = t;
    return true;
  }

  /** Rest was measured anew: what the zero was before says nothing. */
  restart(): void {
    this.forget();
    this.#liftedFromPct = NaN;
  }

  /** Whether a flat level lies where the zero was before it went up. */
  #isBack(level: number, zeroPct: number): boolean {
    return (
      level <= -SHIFT_PCT &&
      Math.abs(level + zeroPct - this.#liftedFromPct) < BACK_PCT &&
      this.#mean.t - FLAT_S - this.#liftedS < BACK_S
    );
  }

  #settle(levelPct: number, untilS: number): void {
    this.#levelPct = levelPct;
    this.#flatUntilS = untilS;
  }
}

function isShift(before: number, after: number): boolean {
  const isRelease = before * after > 0 && Math.abs(after) < Math.abs(before);
  return Math.abs(after - before) >= SHIFT_PCT && Math.abs(after) >= SHIFT_PCT && !isRelease;
}
