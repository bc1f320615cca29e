import type { Firmware, FrameSource, Personality } from './personality';

const TICKS = 2 ** 32;

export interface StreamOptions {
  readonly rateHz: number;
  /** Undefined: as the personality has it for the rate. */
  readonly samplesPerFrame: number | undefined;
  readonly tickStartUs: number;
  readonly sequenceStart: number;
}

/** When samples are taken, and how they become frames. All times in whole µs of the sensor's time, so that nothing accumulates. */
export class SampleStream {
  streaming = false;
  rateHz: number;
  private periodUs = 0;
  private perFrame = 1;
  private wantedRateHz: number;
  private sequence: number;
  private nextUs = Infinity;
  private values: number[] = [];
  private ticksUs: number[] = [];

  constructor(
    private readonly personality: Personality,
    private readonly options: StreamOptions
  ) {
    this.rateHz = this.wantedRateHz = options.rateHz;
    this.sequence = options.sequenceStart % 256;
    this.applyRate();
  }

  /** The first sample is taken one period from now, so that a second of streaming holds as many samples as its rate. */
  start(nowUs: number): void {
    if (this.streaming) return;
    this.streaming = true;
    this.drop();
    this.applyRate();
    this.nextUs = nowUs + this.periodUs;
  }

  /** An unfinished frame is dropped. */
  stop(): void {
    this.streaming = false;
    this.nextUs = Infinity;
    this.drop();
  }

  /** From the next frame on; at once when nothing streams. */
  setRate(hz: number): void {
    this.wantedRateHz = hz;
    if (!this.streaming || this.values.length === 0) this.applyRate();
  }

  drop(): void {
    this.values = [];
    this.ticksUs = [];
  }

  /** When the next sample is due; Infinity when none is. */
  get dueUs(): number {
    return this.nextUs;
  }

  /** Takes the sample that is due. Gives a frame when it is full. */
  take(value: number, firmware: Firmware): { readonly bytes: Uint8Array; readonly samples: number } | null {
    this.values.push(value);
    this.ticksUs.push((this.options.tickStartUs + this.nextUs) % TICKS);
    const full = this.values.length >= this.perFrame;
    const source: FrameSource = {
      values: this.values,
      ticksUs: this.ticksUs,
      periodUs: this.periodUs,
      sequence: this.sequence
    };
    const frame = full ? { bytes: firmware.encode(source), samples: this.values.length } : null;
    if (full) {
      this.sequence = (this.sequence + 1) % 256;
      this.drop();
      this.applyRate();
    }
    this.nextUs += this.periodUs;
    return frame;
  }

  /** Passes over the sample that is due: nobody listens. */
  skip(): void {
    this.drop();
    this.applyRate();
    this.nextUs += this.periodUs;
  }

  private applyRate(): void {
    const { periodStepUs, samplesPerFrame } = this.personality;
    this.rateHz = this.wantedRateHz;
    this.periodUs = Math.round(1e6 / this.rateHz / periodStepUs) * periodStepUs;
    this.perFrame = this.options.samplesPerFrame ?? samplesPerFrame(this.rateHz);
  }
}
