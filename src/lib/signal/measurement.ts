import { BaselineTracker } from './baseline';
import { isFine, type Reference } from './calibration/reference';
import type { SetUp } from './command';
import type { ContractionFigures } from './contraction';
import { ContractionWatch } from './contraction-watch';
import type { Tell } from './event';
import { levelsOf, watchedLevels } from './levels';
import { MarkWatch } from './marks';
import type { Relaxation } from './release';
import { TrailingRiseRate } from './rise-rate';
import type { SignalSample } from './sample';
import { asksRest } from './schedule';
import { SeatWatch } from './seat';
import type { Rest } from './tare';
import { TrainingSet } from './training-set';

/** The zero is told again when it has moved so far, % of the reference. */
const TOLD_STEP_PCT = 0.5;

/** All that is measured in % of the reference, from the moment on that there is one and a rest that holds. */
export class Measurement {
  readonly #riseRate = new TrailingRiseRate();
  readonly #baseline = new BaselineTracker();
  readonly #contractions: ContractionWatch;
  readonly #marks: MarkWatch;
  /** σ in % of the reference. */
  readonly #noisePct: number;
  readonly #hasOnsets: boolean;
  readonly #pctPerNumber: number;
  #seat: SeatWatch;
  #isLeft = false;
  #set: TrainingSet | null = null;
  /** The newest contraction, where it was told. */
  #told: ContractionFigures | null = null;
  #toldZeroPct = 0;

  /**
   * @param resolution one quantisation step, in sensor numbers
   * @param ownRatePctPerS the person's steepest rise so far; NaN before one is known
   */
  constructor(
    private rest: Rest,
    private readonly reference: Reference,
    resolution: number,
    ownRatePctPerS: number,
    private readonly tell: Tell
  ) {
    this.#seat = new SeatWatch(rest, reference);
    this.#noisePct = (100 * rest.sd) / reference.span;
    this.#hasOnsets = isFine(reference.span, rest.sd, resolution);
    this.#pctPerNumber = (100 * reference.polarity) / reference.span;
    this.#marks = new MarkWatch(this.#noisePct, ownRatePctPerS);
    this.#contractions = new ContractionWatch(watchedLevels(levelsOf(this.#noisePct)), this.#hasOnsets, {
      contraction: (figures) => {
        this.#tellContraction(figures);
      },
      relaxation: (relaxation) => {
        this.#tellRelaxation(relaxation);
      }
    });
  }

  /** Whether a set is under way. */
  get isTraining(): boolean {
    return this.#set !== null;
  }
  /** Whether the seat was left, and rest has not been measured since. */
  get isLeft(): boolean {
    return this.#isLeft;
  }
  /** The person's steepest rise so far, % of the reference per s. */
  get ownRatePctPerS(): number {
    return this.#marks.ownRatePctPerS;
  }

  /** @param sample with the number that the sensor told; its % of the reference, and what hangs on it, are filled in */
  push(sample: SignalSample): void {
    if (this.#seat.push(sample)) this.#leave();
    const tarePct = (sample.v - this.rest.baseline) * this.#pctPerNumber;
    sample.zeroPct = this.#baseline.zeroPct;
    sample.v = tarePct - sample.zeroPct;
    this.#riseRate.push(sample);
    const outside = this.#set === null;
    this.#set?.push(sample);
    if (this.#set?.ended) this.#set = null;
    this.#follow(sample);
    if (outside && !this.#isLeft) this.#contractions.push(sample);
  }

  /** The set under way goes on after somebody left the seat: rest was measured anew. */
  retare(rest: Rest): void {
    this.rest = rest;
    this.#seat = new SeatWatch(rest, this.reference);
    this.#baseline.restart();
    this.#riseRate.reset();
    this.#toldZeroPct = 0;
    this.#set?.moveZero();
    this.#isLeft = false;
  }

  start(setUp: SetUp, nowS: number): void {
    if (this.#set || this.#isLeft) return;
    const { rmaxPctPerS } = this.reference;
    this.tell({ type: 'set', setUp, rmaxPctPerS });
    this.#contractions.reset();
    this.#set = new TrainingSet(setUp, this.#noisePct, this.reference, this.#hasOnsets, nowS, {
      schedule: (round, startS) => {
        this.tell({ type: 'schedule', round, startS });
      },
      waiting: (round) => {
        this.tell({ type: 'waiting', round });
      },
      round: (event) => {
        this.tell(event);
      },
      end: (complete) => {
        this.tell({ type: 'set-end', complete });
      }
    });
  }

  pause(): void {
    this.#set?.pause();
  }

  resume(): void {
    if (!this.#isLeft) this.#set?.resume();
  }

  stop(): void {
    this.#set?.stop();
    this.#set = null;
  }

  /** Nothing is known of 0 % any more: the set stands still until rest is measured anew. */
  #leave(): void {
    this.#isLeft = true;
    this.#contractions.reset();
    this.#set?.pause();
    this.tell({ type: 'seat-left' });
  }

  /** What the sample says beside the set: marks, and where the zero is from the next sample on. */
  #follow(sample: SignalSample): void {
    const cue = this.#set?.cueAt(sample.t) ?? null;
    const isRest = asksRest(cue);
    if (sample.gap || !isRest) this.#baseline.forget();
    if (isRest) this.#baseline.push(sample);
    const mark = this.#marks.push(sample, cue);
    if (mark) this.tell({ type: 'mark', ...mark });
    if (mark?.mark === 'posture') this.#moveZero(mark.levelPct);
    const { zeroPct } = this.#baseline;
    if (Math.abs(zeroPct - this.#toldZeroPct) < TOLD_STEP_PCT) return;
    this.#toldZeroPct = zeroPct;
    this.tell({ type: 'zero', zeroPct });
  }

  #moveZero(byPct: number): void {
    this.#baseline.shift(byPct);
    this.#riseRate.reset();
    this.#set?.moveZero();
  }

  #tellContraction(figures: ContractionFigures): void {
    const isMark = this.#marks.coversContraction(figures.startS, figures.endS);
    this.#told = isMark || figures.plateauPct === null ? null : figures;
    if (this.#told) this.tell({ type: 'contraction', ...figures });
  }

  #tellRelaxation(relaxation: Relaxation | null): void {
    if (this.#told) this.tell({ type: 'relaxation', startS: this.#told.startS, relaxation });
  }
}
