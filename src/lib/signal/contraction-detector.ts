import { passedS } from './crossing';
import { FlatWatch } from './flat-watch';
import { ShortMean } from './flatness/short-mean';
import type { SignalSample } from './sample';
import { HAIR_S } from './windowed-mean';

const SHORTEST_S = 0.3;
const MERGE_S = 0.2;
const FLAT_S = 1;
/** *Decision*: a start, an end and another base level are confirmed by so long from the first sample to the last; so one sample confirms nothing. */
const CONFIRM_S = 0.02 - HAIR_S;
/** *Decision*: what lies flat below half of the peak has been let go; above, it is held. */
const RELEASED = 0.5;
/** *Decision*: nobody knows what happened in a longer silence, so the contraction is cut off there. */
const LONGEST_SILENCE_S = 1;

/** In the unit of the signal, above the level that the contraction began from. */
export interface ContractionLevels {
  /** A contraction starts when the samples of 20 ms, and at least two in a row, lie above this. */
  readonly start: number;
  /** …and ends when the signal stays below this, which is less than its peak so far, for 0.2 s. */
  end(peak: number): number;
  /** What stays within so much for a second, as 20 ms means, is flat; 0 where flat levels end nothing. */
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
 * One contraction after the other (docs/signal.md, 6), by constant memory: 20 ms confirm the start, gaps shorter than 0.2 s are
 * merged (the last end counts), and what is shorter than 0.3 s is dropped. What lies flat for a second after the release, above the end
 * level, ends there, "not relaxed", and what comes is measured from that level, until the signal falls below it again.
 */
export class ContractionDetector {
  readonly #flat: FlatWatch;
  readonly #mean = new ShortMean();
  #lastS = NaN;
  #last = NaN;
  #active = false;
  /** The first sample above the start level in a row; NaN while there is none. */
  #startS = NaN;
  #base = 0;
  #peak = -Infinity;
  /** The end level for that peak. */
  #end = NaN;
  /** Since when it has been below the end level, and the first sample there; NaN while it is not. */
  #belowS = NaN;
  #firstBelowS = NaN;
  /** The first sample in a row that lies too low for the base, and the highest of them; NaN while there is none. */
  #lowerS = NaN;
  #lower = NaN;

  constructor(private readonly levels: ContractionLevels) {
    this.#flat = new FlatWatch(FLAT_S, levels.flat);
  }

  get active(): boolean {
    return this.#active;
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
    this.#lowerS = NaN;
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
    if (i > from) this.#startS = this.#lowerS = NaN;
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
      this.#forgetFlat();
    }
    return i;
  }

  /** Nothing more comes: the contraction under way, or null. */
  cut(): DetectedContraction | null {
    return this.active ? this.#finish(this.#lastS, 'cut') : null;
  }

  #await(sample: Readonly<SignalSample>): void {
    const { t, v, gap } = sample;
    this.#lowerBase(sample);
    const height = v - this.#base;
    if (height <= this.levels.start || gap) this.#startS = NaN;
    if (height <= this.levels.start) return;
    if (Number.isNaN(this.#startS)) {
      this.#settle();
      this.#startS = t;
    }
    this.#active = t - this.#startS >= CONFIRM_S;
    this.#rise(height);
    this.#watchFlat(sample);
  }

  /**
   * Let go further than the level that the last one ended on: what is still above the start level is on its way down, and no squeeze. The
   * highest of the samples that confirm it is the base from then on, so that a noisy one among them starts nothing.
   */
  #lowerBase({ t, v, gap }: Readonly<SignalSample>): void {
    const isLower = v < this.#base - this.levels.flat;
    if (!isLower || gap) this.#lowerS = NaN;
    if (!isLower) return;
    if (Number.isNaN(this.#lowerS)) {
      this.#lowerS = t;
      this.#lower = v;
    }
    if (v > this.#lower) this.#lower = v;
    if (t - this.#lowerS < CONFIRM_S) return;
    this.#base = this.#lower > this.levels.start ? this.#lower : 0;
    this.#lowerS = NaN;
  }

  #follow(sample: Readonly<SignalSample>): DetectedContraction | null {
    const { t, v, gap } = sample;
    if (gap) this.#forgetFlat();
    const isFlat = this.#watchFlat(sample);
    const height = v - this.#base;
    if (height > this.#peak) this.#rise(height);
    if (height >= this.#end) {
      this.#belowS = NaN;
    } else {
      if (Number.isNaN(this.#belowS)) {
        this.#belowS = gap ? t : passedS(this.#lastS, this.#last, t, v, this.#base + this.#end);
        this.#firstBelowS = t;
      }
      const isOver = t - this.#belowS >= MERGE_S && t - this.#firstBelowS >= CONFIRM_S;
      if (isOver) return this.#finish(this.#belowS, 'relaxed');
    }
    return isFlat ? this.#endFlat() : null;
  }

  #rise(peak: number): void {
    this.#peak = Math.max(this.#peak, peak);
    this.#end = this.levels.end(this.#peak);
  }

  /**
   * The last second was flat: it ends the contraction, if it has been let go. Where it lies below the end level, and only noise rises above that
   * again and again, that is relaxed: how soon noise stays below for 0.2 s depends on the rate.
   */
  #endFlat(): DetectedContraction | null {
    const level = this.#flat.mean();
    const endS = this.#mean.t - FLAT_S;
    if (level - this.#base >= RELEASED * this.#peak) return null;
    if (level - this.#base < this.#end) return this.#finish(endS, 'relaxed');
    return this.#finish(endS, 'not-relaxed', level);
  }

  /**
   * Whether this sample completes a second that was flat. A sample higher than what counts as let go cannot lie in a flat second that was
   * let go, so the windows are kept only below that.
   */
  #watchFlat(sample: Readonly<SignalSample>): boolean {
    if (sample.v - this.#base >= RELEASED * this.#peak + this.levels.flat) {
      this.#forgetFlat();
      return false;
    }
    if (!this.#mean.push(sample)) return false;
    this.#flat.push(this.#mean);
    return this.#flat.isFlat;
  }

  #forgetFlat(): void {
    this.#mean.reset();
    this.#flat.reset();
  }

  /** The next one is measured from the same level, unless from the one that this one ended on. */
  #finish(endS: number, end: ContractionEnd, nextBase = this.#base): DetectedContraction | null {
    const found = { startS: this.#startS, endS, end, base: this.#base };
    this.#base = nextBase;
    this.#settle();
    return endS - found.startS >= SHORTEST_S ? found : null;
  }

  #settle(): void {
    this.#active = false;
    this.#startS = NaN;
    this.#peak = -Infinity;
    this.#belowS = NaN;
    this.#forgetFlat();
  }
}
