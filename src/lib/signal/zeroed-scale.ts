import { BaselineTracker } from './baseline';
import type { SampleRun } from './sample-run';
import type { Rest } from './tare';

/** The zero is told again when it has moved so far, % of the reference. */
const TOLD_STEP_PCT = 0.5;

/** From what the sensor tells to % of the reference, above a zero that follows rest (docs/signal.md, 4 and 5). */
export class ZeroedScale {
  readonly #baseline = new BaselineTracker();
  #toldPct = 0;

  /** @param pctPerNumber of the reference; negative where a contraction lowers the number */
  constructor(
    private rest: Rest,
    private readonly pctPerNumber: number
  ) {}

  /** Where the zero is, % of the reference above that of the tare. */
  get zeroPct(): number {
    return this.#baseline.zeroPct;
  }
  /** Whether it is to be told where the zero is. */
  get hasMoved(): boolean {
    return Math.abs(this.zeroPct - this.#toldPct) >= TOLD_STEP_PCT;
  }

  /** It was told where the zero is. */
  tell(): void {
    this.#toldPct = this.zeroPct;
  }

  /** Fills in the heights of samples, above the zero as it is now. */
  fill({ raw, v, zeroPct }: SampleRun, from: number, to: number): void {
    const zero = this.zeroPct;
    const { baseline } = this.rest;
    for (let i = from; i < to; i++) {
      zeroPct[i] = zero;
      v[i] = ((raw[i] ?? NaN) - baseline) * this.pctPerNumber - zero;
    }
  }

  /** The zero goes where this sample of a rest that is asked for leads it. */
  follow(run: SampleRun, i: number): void {
    this.#baseline.push(run, i);
  }

  /** Rest is not asked for any more, or not known. */
  forget(): void {
    this.#baseline.forget();
  }

  /** The zero lies elsewhere: another posture. */
  shift(byPct: number): void {
    this.#baseline.shift(byPct);
  }

  /** Rest was measured anew. */
  restart(rest: Rest): void {
    this.rest = rest;
    this.#baseline.restart();
    this.#toldPct = 0;
  }
}
