import { contractionFigures, type ContractionFigures } from './contraction';
import {
  ContractionDetector,
  type ContractionLevels,
  type DetectedContraction
} from './contraction-detector';
import { relaxationOf, RESIDUAL_TO_S, type Relaxation, type Release } from './release';
import type { SamplePoint, SignalSample } from './sample';
import { SampleBuffer } from './sample-buffer';
import { RailCount } from './saturation';

/** So much before the newest sample is kept while nothing happens, s: the longest window of a rise rate, and more. */
const KEPT_S = 1;

/** In the unit of the signal, above the level that the contraction is measured from. */
export interface WatchedLevels extends ContractionLevels {
  /** The last upward crossing of this before the start is the onset. */
  readonly onset: number;
}

/** Called once for each, in this order; never called again for a contraction that was told. */
export interface ContractionListener {
  /**
   * @param base the level that the contraction is measured from, in the unit of the signal
   * @param t90S when it first reached 90 % of its plateau; NaN where that is hidden
   */
  contraction(figures: ContractionFigures, base: number, t90S: number): void;
  /** How the contraction just told was let go: up to 1.5 s after its end, earlier where the next one begins. */
  relaxation(relaxation: Relaxation | null): void;
}

/** The figures of one contraction after the other, each told as soon as it is known. */
export class ContractionWatch {
  readonly #detector: ContractionDetector;
  readonly #buffer: SampleBuffer;
  readonly #rail = new RailCount();
  #lastS = NaN;
  #stepS = NaN;
  /** Where the newest contraction ended, s: nothing of the next one lies before. */
  #endedS = -Infinity;
  /** When the signal was last at the level from which an onset counts, s. */
  #quietS = NaN;
  /** The contraction just told, while its release is not known. */
  #released: Release | null = null;

  /**
   * @param hasOnsets false where the reference is too coarse for onset and rise figures (docs/signal.md, 5)
   * @param noise σ of rest, null where that is no more than one quantisation step: it decides what a flat top is (docs/signal.md, 15)
   * @param capacity samples of one contraction; of a longer one only what lies before is measured
   */
  constructor(
    private readonly levels: WatchedLevels,
    private readonly hasOnsets: boolean,
    private readonly listener: ContractionListener,
    private readonly noise: number | null,
    capacity = 2 ** 15
  ) {
    this.#detector = new ContractionDetector(levels);
    this.#buffer = new SampleBuffer(capacity);
  }

  /** Whether a contraction is under way. */
  get active(): boolean {
    return this.#detector.active;
  }

  /** Forgets what is under way. */
  reset(): void {
    this.#detector.reset();
    this.#buffer.clear();
    this.#rail.reset();
    this.#released = null;
    this.#lastS = this.#quietS = NaN;
  }

  push(sample: Readonly<SignalSample>): void {
    this.#stepS = sample.stepS;
    const found = this.#detector.push(sample);
    if (found?.end === 'cut') this.#tell(found);
    this.#buffer.push(sample);
    // Rest may lie at the other end, and the first samples of it stand where the end is still to be confirmed.
    if (sample.atRail && sample.v > 0) this.#rail.add();
    if (found && found.end !== 'cut') this.#tell(found);
    this.#lastS = sample.t;
    if (this.#released) this.#awaitRelease(this.#released);
    if (!this.#detector.active) this.#forget(sample);
  }

  /**
   * Takes samples without a gap while they change nothing that is told.
   *
   * @returns the index of the first that is to be pushed, or `to`
   */
  skip(t: Float64Array, v: Float64Array, from: number, to: number): number {
    const untilS = this.#released ? this.#released.endS + RESIDUAL_TO_S : Infinity;
    let limit = Math.min(to, from + this.#buffer.room);
    while (limit > from && (t[limit - 1] ?? NaN) >= untilS) limit -= 1;
    const i = this.#detector.skip(t, v, from, limit);
    if (i === from) return from;
    this.#buffer.append(t, v, from, i);
    this.#lastS = t[i - 1] ?? NaN;
    if (this.#detector.active) return i;
    let quiet = i - 1;
    while (quiet >= from && (v[quiet] ?? NaN) - this.#detector.base > this.levels.onset) quiet -= 1;
    if (quiet >= from) this.#beQuiet(t[quiet] ?? NaN);
    else if (Number.isNaN(this.#quietS)) this.#beQuiet(t[from] ?? NaN);
    this.#drop(this.#lastS);
    return i;
  }

  /** What is under way, as it would be told if nothing more came; null where nothing is. */
  underWay(): ContractionFigures | null {
    if (!this.#detector.active) return null;
    const { startS, base } = this.#detector;
    return this.#figuresOf({ startS, endS: this.#lastS, end: 'cut', base });
  }

  /** Nothing more comes. */
  finish(): void {
    const found = this.#detector.cut();
    if (found) this.#tell(found);
    if (this.#released) this.#tellRelease(this.#released, this.#lastS);
  }

  #tell(found: DetectedContraction): void {
    if (this.#released) this.#tellRelease(this.#released, found.startS);
    const { t90S, ...figures } = this.#figuresOf(found);
    this.#endedS = found.endS;
    this.#rail.reset();
    this.listener.contraction(figures, found.base, t90S);
    if (found.end === 'cut') this.listener.relaxation(null);
    else {
      const { releaseOnsetS, endS, isSaturated: isClipped } = figures;
      this.#released = { t90S, releaseOnsetS: releaseOnsetS ?? NaN, endS, isClipped };
    }
  }

  #figuresOf(found: DetectedContraction): ReturnType<typeof contractionFigures> {
    const { times, values } = this.#buffer;
    const onset = this.hasOnsets ? this.levels.onset : null;
    const fromS = this.#endedS;
    const clipping = { isRailed: this.#rail.isSaturated, noise: this.noise };
    return contractionFigures(found, times, values, fromS, onset, this.#stepS, clipping);
  }

  #awaitRelease(released: Release): void {
    const untilS = released.endS + RESIDUAL_TO_S;
    if (this.#detector.active) this.#tellRelease(released, this.#detector.startS);
    else if (this.#lastS >= untilS) this.#tellRelease(released, untilS);
  }

  #tellRelease(release: Release, untilS: number): void {
    this.#released = null;
    const { times, values } = this.#buffer;
    this.listener.relaxation(relaxationOf(times, values, release, untilS, this.#stepS));
  }

  /** Keeps what an onset to come may need, and the release that is not known yet. */
  #forget({ t, v }: SamplePoint): void {
    if (!(v - this.#detector.base > this.levels.onset) || Number.isNaN(this.#quietS)) this.#beQuiet(t);
    this.#drop(t);
  }

  /** At the level from which an onset counts, or nothing is known of before. */
  #beQuiet(t: number): void {
    this.#quietS = t;
    this.#rail.reset();
  }

  #drop(t: number): void {
    // Where that is hidden nothing is dropped until the release is told.
    const releaseFromS = this.#released ? this.#released.releaseOnsetS : Infinity;
    this.#buffer.dropBefore(Math.min(this.#quietS, releaseFromS) - KEPT_S);
    // Above the onset level without a start, for so long that nobody can tell when it began.
    if (this.#buffer.isFull) this.#buffer.dropBefore(t - KEPT_S);
  }
}
