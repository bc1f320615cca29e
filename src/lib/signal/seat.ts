import type { Reference } from './calibration/reference';
import type { SampleRun } from './sample-run';
import type { Rest } from './tare';

/** *Decision*: so long it has to be gone; a knock is shorter. */
const GONE_S = 1;

/**
 * Whether the seat was left. *Decision*: a sensor that lost more load than a whole maximum squeeze adds to it is not sat on any more;
 * where squeezing lowers the signal, more than two squeezes. A sensor whose zero was set while somebody sat on it does not show it below
 * its range: there nothing is seen.
 */
export class SeatWatch {
  readonly #limit: number;
  /** Since when the load has been gone; NaN while it is there, Infinity once that was told. */
  #goneS = NaN;

  constructor({ baseline }: Rest, { span, polarity }: Reference) {
    this.#limit = baseline - (polarity === 1 ? span : 2 * span);
  }

  /** True once, at the sample that makes it certain. */
  push(run: SampleRun, i: number): boolean {
    const t = run.t[i] ?? NaN;
    if ((run.raw[i] ?? NaN) > this.#limit) this.#goneS = NaN;
    else if (Number.isNaN(this.#goneS)) this.#goneS = t;
    if (!(t - this.#goneS >= GONE_S)) return false;
    this.#goneS = Infinity;
    return true;
  }

  /** Takes samples while the load is there. @returns the index of the first with which it is gone, or `to` */
  staysUntil({ raw }: SampleRun, from: number, to: number): number {
    let i = from;
    while (i < to && (raw[i] ?? NaN) > this.#limit) i += 1;
    if (i > from) this.#goneS = NaN;
    return i;
  }
}
