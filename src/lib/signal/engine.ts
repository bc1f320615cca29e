import type { Command, SetUp } from './command';
import type { SignalEvent, Told } from './event';
import { Measurement } from './measurement';
import { Preparation } from './preparation';
import { riseRateWindowS } from './rise-rate';
import { SampleStep } from './sample-step';
import { SignalSample } from './sample';

/** Stored with every result; a change of any figure raises it. */
export const ENGINE_VERSION = 6;

/** Numbers of one sample in an output row, in this order. */
export const ROW = { timeS: 0, raw: 1, pct: 2, riseRatePctPerS: 3 } as const;
export const ROW_LENGTH = 4;

/**
 * The signal engine: samples with their times in, % of the reference and events out. It has no clock and no randomness, and
 * makes no object for a sample; the same samples and commands in the same order give the same numbers, bit for bit.
 *
 * A row holds NaN for what is not known: % before there is a reference, the rise rate where it is not measurable.
 */
export class Engine {
  readonly #step = new SampleStep();
  readonly #sample = new SignalSample();
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
            if (event.type === 'seat-left') this.#preparation.forgetRest();
            tell(event);
          });
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
    return this.#sample.t || 0;
  }

  /** One quantisation step in sensor numbers; 0 for fractions, and until the sensor has told. */
  set resolution(step: number) {
    this.#preparation.resolution = step;
  }

  /**
   * Takes the sample whose time and number stand in the row at `offset`, and fills in the rest. Times must rise, and numbers be finite: the
   * pipeline sees to both.
   */
  push(rows: Float64Array, offset: number): void {
    const sample = this.#sample;
    const fromS = sample.t;
    sample.t = rows[offset + ROW.timeS] ?? NaN;
    sample.v = rows[offset + ROW.raw] ?? NaN;
    sample.atRail = sample.v <= this.range.min || sample.v >= this.range.max;
    this.#step.push(sample);
    if (sample.gap) this.#tell({ type: 'gap', fromS });
    if (Math.abs(sample.stepS - this.#toldStepS) > 0.1 * this.#toldStepS) this.#tellRate(sample.stepS);
    this.#preparation.push(sample);
    this.#measurement?.push(sample);
    const hasZero = this.#measurement?.isLeft === false;
    rows[offset + ROW.pct] = hasZero ? sample.v : NaN;
    rows[offset + ROW.riseRatePctPerS] = hasZero ? sample.ratePerS : NaN;
  }

  command(command: Command): void {
    if (this.#measurement?.isTraining) this.#commandSet(this.#measurement, command);
    else if (command.do === 'start') this.#startSet(command.setUp);
    else this.#preparation.command(command);
  }

  #tell(event: Told): void {
    this.emit({ ...event, atS: this.nowS });
  }

  #tellRate(stepS: number): void {
    this.#toldStepS = stepS;
    this.#tell({ type: 'rate', rateHz: 1 / stepS, riseRateWindowS: riseRateWindowS(stepS) });
  }

  #startSet(setUp: SetUp): void {
    if (!this.#preparation.isTaring) this.#measurement?.start(setUp, this.nowS);
  }

  #commandSet(measurement: Measurement, command: Command): void {
    if (command.do === 'tare' && measurement.isLeft) this.#preparation.command(command);
    else if (command.do === 'pause') measurement.pause();
    else if (command.do === 'resume') measurement.resume();
    else if (command.do === 'stop') this.#stopSet(measurement);
  }

  /** Without a rest that holds nothing goes on. */
  #stopSet(measurement: Measurement): void {
    measurement.stop();
    if (measurement.isLeft) this.#measurement = null;
  }
}
