import { FlatWatch } from './flat-watch';
import { SignalSample } from './sample';
import type { SampleRun } from './sample-run';

const FLAT_S = 1.5;
/** Both the step and what lies beside 0 after it are at least this, % of the reference. */
const SHIFT_PCT = 4;
const LONGEST_MOVE_S = 2;

/**
 * Another posture (docs/signal.md, 4): within one prompted rest the signal goes from one flat level to another, which lies at least 4 %
 * beside it and beside 0. Flat: range < max(2 %, 6σ) over 1.5 s; less than 2 s lie between the flat stretches. What stays flat has one
 * level, that of its end. Steps that the noise hides are not seen.
 *
 * *Decision*: the first flat level of a rest is where the release has ended, and no new one, for one channel cannot tell a shifted seat
 * from a floor that stays tense; nor is a level that lies nearer to 0 on the same side, where somebody has let go further.
 */
export class PostureWatch {
  readonly #flat: FlatWatch;
  /** The newest flat level of this rest, and until when it was flat; NaN before one. */
  #levelPct = NaN;
  #flatUntilS = NaN;
  #fromS = NaN;
  #isEmpty = true;
  /** The newest. */
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
    this.#flat.reset();
    this.#isFlat = false;
    this.#settle(NaN, NaN);
  }

  /** True at the sample that makes a new level certain, once a level. */
  push(run: SampleRun, i: number): boolean {
    const sample = this.#sample;
    const lastS = sample.t;
    sample.t = run.t[i] ?? NaN;
    sample.v = run.v[i] ?? NaN;
    this.#isEmpty = false;
    this.#flat.push(sample);
    const wasFlat = this.#isFlat;
    this.#isFlat = this.#flat.isFlat;
    // The level of a flat stretch is that of its end.
    if (wasFlat && !this.#isFlat) this.#settle(this.#flat.mean(1), lastS);
    if (wasFlat || !this.#isFlat) return false;
    const before = this.#levelPct;
    const untilS = this.#flatUntilS;
    this.#settle(this.#flat.mean(), sample.t);
    if (!isShift(before, this.#levelPct) || sample.t - FLAT_S - untilS >= LONGEST_MOVE_S) return false;
    this.#fromS = untilS;
    return true;
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
