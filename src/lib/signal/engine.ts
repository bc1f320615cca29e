import { ShortCalibration, type Polarity, type Reference } from './calibration';
import type { Command, SetUp } from './command';
import type { SignalEvent, Told } from './event';
import { Measurement } from './measurement';
import { riseRateWindowS } from './rise-rate';
import { SampleStep } from './sample-step';
import { SignalSample } from './sample';
import { judgeRest, Tare, type Rest, type TareRefusal } from './tare';

/** Stored with every result; a change of any figure raises it. */
export const ENGINE_VERSION = 4;

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
  #tare: Tare | null = null;
  #rest: Rest | null = null;
  #calibration: ShortCalibration | null = null;
  #reference: Reference | null = null;
  #measurement: Measurement | null = null;
  /** The person's steepest rise so far, % of the reference per s, while nothing is measured. */
  #ownRatePctPerS = NaN;

  /** One quantisation step in sensor numbers; 0 for fractions, and until the sensor has told. */
  resolution = 0;
  /** A number at either end of it, or beyond, is at the rail. */
  range = { min: -Infinity, max: Infinity };

  /** @param emit called at once, in order */
  constructor(private readonly emit: (event: SignalEvent) => void) {}

  /** Session time of the newest sample; 0 before the first. */
  get nowS(): number {
    return this.#sample.t || 0;
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
    if (this.#tare?.push(sample)) this.#finishTare(this.#tare);
    if (this.#calibration) this.#calibrate(this.#calibration, sample);
    this.#measurement?.push(sample);
    rows[offset + ROW.pct] = this.#measurement ? sample.v : NaN;
    rows[offset + ROW.riseRatePctPerS] = this.#measurement ? sample.ratePerS : NaN;
  }

  command(command: Command): void {
    if (command.do === 'tare') this.#startTare(command.windowS);
    else if (command.do === 'calibrate') this.#startCalibration();
    else if (command.do === 'accept') this.#accept(command.polarity);
    else if (command.do === 'start') this.#startSet(command.setUp);
    else if (command.do === 'pause') this.#measurement?.pause();
    else if (command.do === 'resume') this.#measurement?.resume();
    else this.#measurement?.stop();
  }

  #tell(event: Told): void {
    this.emit({ ...event, atS: this.nowS });
  }

  #tellRate(stepS: number): void {
    this.#toldStepS = stepS;
    this.#tell({ type: 'rate', rateHz: 1 / stepS, riseRateWindowS: riseRateWindowS(stepS) });
  }

  #startTare(windowS: number): void {
    if (this.#measurement?.isTraining) return;
    this.#calibration = null;
    this.#tare = new Tare(this.nowS, windowS);
    this.#tell({ type: 'taring', windowS });
  }

  #finishTare(tare: Tare): void {
    this.#tare = null;
    const result = tare.finish(this.resolution, this.#reference?.span ?? null);
    if (typeof result === 'string') {
      this.#refuseTare(result);
      return;
    }
    this.#rest = result;
    this.#measure(this.#measurement?.ownRatePctPerS ?? this.#ownRatePctPerS);
    this.#tell({ type: 'tared', rest: result });
  }

  /** Without a rest that holds there is no 0 %: nothing goes on before there is one. */
  #refuseTare(reason: TareRefusal): void {
    this.#rest = null;
    this.#ownRatePctPerS = this.#measurement?.ownRatePctPerS ?? this.#ownRatePctPerS;
    this.#measurement = null;
    this.#tell({ type: 'tare-refused', reason });
  }

  #startCalibration(): void {
    if (!this.#rest || this.#measurement?.isTraining) return;
    this.#calibration = new ShortCalibration(this.#rest);
    this.#reference = null;
    this.#measurement = null;
    this.#ownRatePctPerS = NaN;
    this.#tell({ type: 'calibrating' });
  }

  #calibrate(calibration: ShortCalibration, sample: Readonly<SignalSample>): void {
    const attempt = calibration.push(sample);
    if (!attempt) return;
    this.#tell({ type: 'attempt', attempt, accepted: calibration.accepted.length });
    const reference = calibration.done ? calibration.propose() : null;
    if (!reference) return;
    const opposite = calibration.reference(reference.polarity === 1 ? -1 : 1);
    this.#tell({ type: 'proposed', reference, opposite });
  }

  #accept(polarity: Polarity): void {
    const calibration = this.#calibration;
    const reference = calibration?.done ? calibration.reference(polarity) : null;
    if (!calibration || !reference || !this.#rest) return;
    this.#calibration = null;
    // The tare was judged without a measure of its own; now there is one.
    const refusal = judgeRest(this.#rest, this.resolution, reference.span);
    if (refusal) {
      this.#refuseTare(refusal);
      return;
    }
    this.#reference = reference;
    this.#measure((100 * calibration.riseRatePerS(polarity)) / reference.span);
    this.#tell({ type: 'referenced', reference });
  }

  #measure(ownRatePctPerS: number): void {
    if (!this.#rest || !this.#reference) return;
    this.#measurement = new Measurement(
      this.#rest,
      this.#reference,
      this.resolution,
      ownRatePctPerS,
      (event) => {
        this.#tell(event);
      }
    );
  }

  #startSet(setUp: SetUp): void {
    if (!this.#tare) this.#measurement?.start(setUp, this.nowS);
  }
}
