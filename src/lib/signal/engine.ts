import type { Command } from './command';
import type { SignalEvent, Told } from './event';
import { Measurement } from './measurement';
import { Preparation } from './preparation';
import { riseRateWindowS } from './rise-rate';
import { SampleStep } from './sample-step';
import { SampleRun } from './sample-run';

/** Stored with every result; a change of any figure raises it. */
export const ENGINE_VERSION = 11;

/** Numbers of one sample in an output row, in this order. */
export const ROW = { timeS: 0, raw: 1, pct: 2, riseRatePctPerS: 3 } as const;
export const ROW_LENGTH = 4;

/**
 * The signal engine: samples with their times in, % of the reference and events out. It has no clock and no randomness, and
 * makes no object for a sample; the same samples and commands in the same order give the same numbers, bit for bit, in batches of any size.
 *
 * A row holds NaN for what is not known: % before there is a reference, the rise rate where it is not measurable.
 */
export class Engine {
  readonly #step = new SampleStep();
  readonly #run = new SampleRun();
  #toldStepS = 0;
  readonly #preparation: Preparation;
  #measurement: Measurement | null = null;
  /** A number at either end of it, or beyond, is at the rail. */
  range = { min: -Infinity, max: Infinity };

  /** @param emit called at once, in order */
  constructor(private readonly emit: (event: SignalEvent) => void) {
    const tell = (event: Told) => {
      this.#tell(event);
    };
    this.#preparation = new Preparation(
      {
        begin: (rest, reference, ownRate) => {
          if (this.#measurement?.isTraining) {
            this.#measurement.retare(rest);
            return;
          }
          const { resolution } = this.#preparation;
          this.#measurement = new Measurement(rest, reference, resolution, ownRate, (event) => {
            if (event.type === 'zero-lost') this.#preparation.forgetRest();
            tell(event);
          });
          if (this.#preparation.isDoubted) this.#measurement.doubt();
        },
        end: () => {
          if (!this.#measurement?.isTraining) this.#measurement = null;
        },
        ownRatePctPerS: () => this.#measurement?.ownRatePctPerS ?? NaN
      },
      tell
    );
  }

  /** Session time of the newest sample; 0 before the first. */
  get nowS(): number {
    return this.#run.nowS;
  }

  /** One quantisation step in sensor numbers; 0 for fractions, and until the sensor has told. */
  set resolution(step: number) {
    this.#preparation.resolution = step;
  }

  /**
   * Takes so many samples, whose times and numbers stand in the rows, and fills in the rest. Times must rise, and numbers be finite: the
   * pipeline sees to both.
   */
  push(rows: Float64Array, count: number): void {
    const run = this.#run;
    let isBusy = this.#preparation.isBusy;
    const end = ROW_LENGTH * count;
    // A row begins with its time.
    for (let at = 0; at < end;) {
      this.#step.push(rows, at);
      const { gap, stepS } = this.#step;
      const follows = !gap && stepS === run.stepS && !run.isFull && !isBusy;
      if (run.count > 0 && !follows) {
        this.#measureRun(rows, at);
        isBusy = this.#preparation.isBusy;
      }
      if (run.count === 0) {
        run.stepS = stepS;
        run.gap = gap;
      }
      const next = at + ROW_LENGTH;
      const to = isBusy
        ? next
        : this.#step.follow(rows, ROW_LENGTH, next, Math.min(end, at + ROW_LENGTH * run.room));
      this.#gather(rows, at, to);
      at = to;
    }
    if (run.count > 0) this.#measureRun(rows, end);
  }

  #gather(rows: Float64Array, from: number, to: number): void {
    const { t, raw, atRail, count } = this.#run;
    const { min, max } = this.range;
    let i = count;
    for (let at = from; at < to; at += ROW_LENGTH, i++) {
      const value = rows[at + ROW.raw] ?? NaN;
      t[i] = rows[at + ROW.timeS] ?? NaN;
      raw[i] = value;
      atRail[i] = value <= min || value >= max ? 1 : 0;
    }
    this.#run.count = i;
  }

  /** The sensor was linked again: it may have set its own zero meanwhile. */
  relinked(): void {
    this.#measurement?.doubt();
    this.#preparation.relinked();
  }

  /** The sensor says that it moved its zero before the next sample. */
  rezeroed(): void {
    this.#measurement?.lose('rezeroed');
    this.#preparation.rezeroed();
  }

  command(command: Command): void {
    if (this.#measurement?.isTraining) this.#commandSet(this.#measurement, command);
    else if (command.do === 'start') this.#startSet(command);
    else this.#preparation.command(command);
  }

  /** Measures the run, whose samples stand in the rows up to there, and begins another. */
  #measureRun(rows: Float64Array, end: number): void {
    const run = this.#run;
    const fromS = run.nowS;
    run.nowS = run.t[0] ?? NaN;
    if (run.gap) this.#tell({ type: 'gap', fromS });
    if (Math.abs(run.stepS - this.#toldStepS) > 0.1 * this.#toldStepS) this.#tellRate(run.stepS);
    this.#preparation.push(run);
    run.zeroedUntil = 0;
    this.#measurement?.push(run);
    for (let i = 0, at = end - ROW_LENGTH * run.count; i < run.count; i++, at += ROW_LENGTH) {
      const hasZero = i < run.zeroedUntil;
      rows[at + ROW.pct] = hasZero ? (run.v[i] ?? NaN) : NaN;
      rows[at + ROW.riseRatePctPerS] = hasZero ? (run.ratePerS[i] ?? NaN) : NaN;
    }
    run.nowS = run.t[run.count - 1] ?? NaN;
    run.count = 0;
  }

  #tell(event: Told): void {
    this.emit({ ...event, atS: this.nowS });
  }

  #tellRate(stepS: number): void {
    this.#toldStepS = stepS;
    this.#tell({ type: 'rate', rateHz: 1 / stepS, riseRateWindowS: riseRateWindowS(stepS) });
  }

  #startSet(command: Extract<Command, { do: 'start' }>): void {
    if (!this.#preparation.isTaring) this.#measurement?.start(command, this.nowS);
  }

  #commandSet(measurement: Measurement, command: Command): void {
    if (command.do === 'tare' && measurement.mayRetare) this.#preparation.command(command);
    // Engines before 8 ended some sets earlier: in their journals the next set begins while this one still runs.
    else if (command.do === 'start') this.#startSet(command);
    else if (command.do === 'pause') measurement.pause();
    else if (command.do === 'resume') measurement.resume();
    else if (command.do === 'stop') this.#stopSet(measurement);
  }

  /** Without a rest that holds nothing goes on. */
  #stopSet(measurement: Measurement): void {
    measurement.stop();
    if (measurement.isLost) this.#measurement = null;
  }
}
