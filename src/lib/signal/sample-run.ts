import { SignalSample } from './sample';

/** The longest; what is longer is cut. */
export const RUN_LENGTH = 256;

/**
 * Samples that follow each other without a gap at one step, on their way through the engine: one column for each number, so that whatever
 * looks at all of them keeps what it reckons with at hand. Where many come at once, going through all of it with one after the other took a third longer.
 */
export class SampleRun {
  /** Session time, s. */
  readonly t = new Float64Array(RUN_LENGTH);
  /** What the sensor told. */
  readonly raw = new Float64Array(RUN_LENGTH);
  /** The sensor was at an end of its range: 1. */
  readonly atRail = new Uint8Array(RUN_LENGTH);
  /** Height: % of the reference above the zero as it is then. */
  readonly v = new Float64Array(RUN_LENGTH);
  /** Where that zero lies above the tare's, % of the reference. */
  readonly zeroPct = new Float64Array(RUN_LENGTH);
  /** The trailing rise rate, units of `v` per s; NaN where it is not measured. */
  readonly ratePerS = new Float64Array(RUN_LENGTH);
  count = 0;
  /** Median sample step, s. */
  stepS = NaN;
  /** Of how many of them 0 % is known, from the first on. */
  zeroedUntil = 0;
  /** When the sample came that something is told of; between two runs, the newest. 0 before the first. */
  nowS = 0;
  /** The step that leads to the first of them may not be bridged. */
  gap = false;
  readonly #sample = new SignalSample();

  get isFull(): boolean {
    return this.count === RUN_LENGTH;
  }
  /** How many more it takes. */
  get room(): number {
    return RUN_LENGTH - this.count;
  }

  /** Whether the step that leads to sample i may not be bridged. */
  hasGapAt(i: number): boolean {
    return i === 0 && this.gap;
  }

  /** @param column its height: % of the reference, or what the sensor told @returns one object for all, filled anew */
  sampleAt(i: number, column: Float64Array = this.v): SignalSample {
    const sample = this.#sample;
    sample.t = this.t[i] ?? NaN;
    sample.v = column[i] ?? NaN;
    sample.stepS = this.stepS;
    sample.gap = this.hasGapAt(i);
    sample.atRail = this.atRail[i] === 1;
    return sample;
  }
}
