import { passedS } from './crossing';
import { FlatWatch } from './flat-watch';
import type { SignalSample } from './sample';

const SHORTEST_S = 0.3;
const MERGE_S = 0.2;
const FLAT_S = 1;
/** *Decision*: what lies flat below half of the peak has been let go; above, it is held. */
const RELEASED = 0.5;
/** *Decision*: nobody knows what happened in a longer silence, so the contraction is cut off there. */
const LONGEST_SILENCE_S = 1;

/** In the unit of the signal, above the level that the contraction began from. */
export interface ContractionLevels {
  /** A contraction starts when two samples in a row lie above this. */
  readonly start: number;
  /** …and ends when the signal stays below this, which is less than its peak so far, for 0.2 s. */
  end(peak: number): number;
  /** What stays within so much for a second is flat; 0 where flat levels end nothing. */
  readonly flat: number;
}

/** One that is over. Times in s, the level in the unit of the signal. */
export interface DetectedContraction {
  /** The first sample above the start level. */
  readonly startS: number;
  /** When it fell below its end level, on the straight line between two samples; or what `end` says. */
  readonly endS: number;
  readonly end: ContractionEnd;
  /** What it is measured from: 0, or the flat level that one before it ended on. */
  readonly base: number;
}

/** How a contraction ended: below its end level; flat above it; or in a silence, or with the recording. */
export type ContractionEnd = 'relaxed' | 'not-relaxed' | 'cut';

/**
 * One contraction after the other (docs/signal.md, 6), by constant memory: two samples confirm the start, gaps shorter than 0.2 s are
 * merged (the last end counts), and what is shorter than 0.3 s is dropped. What lies flat for a second after the release, above the end
 * level, ends there, "not relaxed", and what comes is measured from that level, until the signal falls below it again.
 */
export class ContractionDetector {
  readonly #flat: FlatWatch;
  #lastS = NaN;
  #last = NaN;
  /** Samples above the start level in a row, up to two: then a contraction is under way. */
  #above = 0;
  #startS = NaN;
  #base = 0;
  #peak = -Infinity;
  /** The end level for that peak. */
  #end = NaN;
  /** Since when it has been below the end level; NaN while it is not. */
  #belowS = NaN;

  constructor(private readonly levels: ContractionLevels) {
    this.#flat = new FlatWatch(FLAT_S, levels.flat);
  }

  get active(): boolean {
    return this.#above >= 2;
  }
  /** The first sample above the start level of what is under way, s. */
  get startS(): number {
    return this.#startS;
  }
  /** What the contraction under way is measured from, or the next one. */
  get base(): number {
    return this.#base;
  }

  reset(): void {
    this.#last = this.#lastS = NaN;
    this.#base = 0;
    this.#settle();
  }

  /** The contraction whose end this sample makes certain, or null. */
  push(sample: Readonly<SignalSample>): DetectedContraction | null {
    const isCut = this.active && sample.gap && sample.t - this.#lastS > LONGEST_SILENCE_S;
    const cut = isCut ? this.cut() : null;
    const found = this.active ? this.#follow(sample) : null;
    if (!this.active && !found) this.#await(sample);
    this.#lastS = sample.t;
    this.#last = sample.v;
    return cut ?? found;
  }

  /**
   * Takes samples without a gap while they begin and end nothing: below the start level, or high above what counts as let go.
   *
   * @returns the index of the first that is to be pushed, or `to`
   */
  skip(t: Float64Array, v: Float64Array, from: number, to: number): number {
    const i = this.active ? this.#skipHigh(v, from, to) : this.#skipLow(v, from, to);
    if (i > from) {
      this.#lastS = t[i - 1] ?? NaN;
      this.#last = v[i - 1] ?? NaN;
    }
    return i;
  }

  #skipLow(v: Float64Array, from: number, to: number): number {
    const low = this.#base - this.levels.flat;
    const high = this.#base + this.levels.start;
    let i = from;
    while (i < to && (v[i] ?? NaN) >= low && (v[i] ?? NaN) <= high) i += 1;
    if (i > from) this.#above = 0;
    return i;
  }

  #skipHigh(v: Float64Array, from: number, to: number): number {
    const base = this.#base;
    let peak = this.#peak;
    let i = from;
    for (; i < to; i++) {
      const height = (v[i] ?? NaN) - base;
      if (!(height >= RELEASED * peak + this.levels.flat && height >= this.levels.end(peak))) break;
      if (height > peak) peak = height;
    }
    if (i > from) {
      this.#rise(peak);
      this.#belowS = NaN;
      this.#flat.reset();
    }
    return i;
  }

  /** Nothing more comes: the contraction under way, or null. */
  cut(): DetectedContraction | null {
    return this.active ? this.#finish(this.#lastS, 'cut') : null;
  }

  #await(sample: Readonly<SignalSample>): void {
    const { t, v, gap } = sample;
    // Let go further than the level that the last one ended on: what is still above the start level is on its way down, and no squeeze.
    if (v < this.#base - this.levels.flat) this.#base = v > this.levels.start ? v : 0;
    const height = v - this.#base;
    if (height <= this.levels.start || gap) this.#above = 0;
    if (height <= this.levels.start) return;
    if (this.#above === 0) {
      this.#settle();
      this.#startS = t;
    }
    this.#above += 1;
    this.#rise(height);
    this.#watchFlat(sample);
  }

  #follow(sample: Readonly<SignalSample>): DetectedContraction | null {
    const { t, v, gap } = sample;
    if (gap) this.#flat.reset();
    const isFlat = this.#watchFlat(sample);
    const height = v - this.#base;
    if (height > this.#peak) this.#rise(height);
    if (height >= this.#end) {
      this.#belowS = NaN;
      return isFlat ? this.#endFlat(t) : null;
    }
    if (Number.isNaN(this.#belowS)) {
      this.#belowS = gap ? t : passedS(this.#lastS, this.#last, t, v, this.#base + this.#end);
    }
    return t - this.#belowS < MERGE_S ? null : this.#finish(this.#belowS, 'relaxed');
  }

  #rise(peak: number): void {
    this.#peak = Math.max(this.#peak, peak);
    this.#end = this.levels.end(this.#peak);
  }

  /** The last second was flat: it ends the contraction, if it has been let go. */
  #endFlat(t: number): DetectedContraction | null {
    const level = this.#flat.mean();
    return level - this.#base < RELEASED * this.#peak ? this.#finish(t - FLAT_S, 'not-relaxed', level) : null;
  }

  /**
   * Whether the last second was flat. A sample higher than what counts as let go cannot lie in a flat second that was let go, so the windows
   * are kept only below that.
   */
  #watchFlat(sample: Readonly<SignalSample>): boolean {
    if (sample.v - this.#base >= RELEASED * this.#peak + this.levels.flat) {
      this.#flat.reset();
      return false;
    }
    this.#flat.push(sample);
    return this.#flat.isFlat;
  }

  /** The next one is measured from the same level, unless from the one that this one ended on. */
  #finish(endS: number, end: ContractionEnd, nextBase = this.#base): DetectedContraction | null {
    const found = { startS: this.#startS, endS, end, base: this.#base };
    this.#base = nextBase;
    this.#settle();
    return endS - found.startS >= SHORTEST_S ? found : null;
  }

  #settle(): void {
    this.#above = 0;
    this.#peak = -Infinity;
    this.#belowS = NaN;
    this.#flat.reset();
  }
}
