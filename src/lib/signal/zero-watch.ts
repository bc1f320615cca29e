import type { Reference } from './calibration/reference';
import type { SampleRun } from './sample-run';
import type { Rest } from './tare';

/** Why nothing is known of 0 % any more: the seat was left, the sensor says that it moved its zero, or rest lies elsewhere. */
export type ZeroLoss = 'left' | 'rezeroed' | 'offset';

/** *Decision*: so long a level has to last; a knock is shorter. */
const LASTS_S = 1;
/** *Decision*: who sits still does not come so far below rest; after a squeeze real signals swing below it by up to 15 % of that. */
const BELOW_PCT = 20;
/** *Decision*: behind a new link rest has to lie within so much of 0, and is not waited for longer. */
const DOUBTED_PCT = 10;
const LONGEST_DOUBT_S = 10;

/** Since when something has held; NaN while it does not. */
class Since {
  #fromS = NaN;

  /** Whether it has held for a second. */
  push(holds: boolean, t: number): boolean {
    if (!holds) this.#fromS = NaN;
    else if (Number.isNaN(this.#fromS)) this.#fromS = t;
    return t - this.#fromS >= LASTS_S;
  }

  forget(): void {
    this.#fromS = NaN;
  }
}

/**
 * Whether 0 % still is where it was (docs/signal.md, 4). *Decision*: a sensor that lost more load than a whole maximum squeeze adds to it
 * is not sat on any more; where squeezing lowers the signal, more than two squeezes. A sensor whose zero was set while somebody sat on it
 * does not show it below its range. In a set a level of −20 % is no person who sits still either. Behind a new link, where a sensor may
 * have tared itself, the zero is in doubt until rest was seen.
 */
export class ZeroWatch {
  readonly #limit: number;
  readonly #gone = new Since();
  readonly #below = new Since();
  readonly #near = new Since();
  /** When the doubt began, at its first sample; NaN while there is none, −∞ before that sample. */
  #doubtedS = NaN;
  #isLost = false;

  constructor({ baseline }: Rest, { span, polarity }: Reference) {
    this.#limit = baseline - (polarity === 1 ? span : 2 * span);
  }

  get isDoubted(): boolean {
    return !Number.isNaN(this.#doubtedS);
  }

  /** The sensor was linked again. */
  doubt(): void {
    this.#doubtedS = -Infinity;
    for (const since of [this.#gone, this.#below, this.#near]) since.forget();
  }

  /** The cause, once, at the sample that makes it certain. @param isAsked a set is under way, and not paused */
  push(run: SampleRun, i: number, isAsked: boolean): ZeroLoss | null {
    const t = run.t[i] ?? NaN;
    const pct = run.v[i] ?? NaN;
    const isGone = this.#gone.push((run.raw[i] ?? NaN) <= this.#limit, t);
    const isBelow = this.#below.push(pct <= -(this.isDoubted ? DOUBTED_PCT : BELOW_PCT), t);
    if (this.#isLost) return null;
    const cause = this.isDoubted
      ? this.#check(t, pct, isBelow)
      : isGone
        ? 'left'
        : isBelow && isAsked
          ? 'offset'
          : null;
    this.#isLost = cause !== null;
    return cause;
  }

  /** Whether this sample can be passed over: there is neither a doubt nor a level that is lost. Takes it if so. */
  passes(run: SampleRun, i: number): boolean {
    const isUsual = !this.isDoubted && (run.raw[i] ?? NaN) > this.#limit && (run.v[i] ?? NaN) > -BELOW_PCT;
    if (isUsual) {
      this.#gone.forget();
      this.#below.forget();
    }
    return isUsual;
  }

  /** Rest has been lost in some other way. */
  lose(): void {
    this.#isLost = true;
  }

  #check(t: number, pct: number, isBelow: boolean): ZeroLoss | null {
    if (this.#doubtedS === -Infinity) this.#doubtedS = t;
    if (isBelow) return 'offset';
    if (this.#near.push(Math.abs(pct) < DOUBTED_PCT, t)) {
      this.#doubtedS = NaN;
      return null;
    }
    return t - this.#doubtedS >= LONGEST_DOUBT_S ? 'offset' : null;
  }
}
