import { clippingNoise } from './clipping/flat-top';
import { isFine, type Reference } from './calibration/reference';
import type { Command } from './command';
import type { ContractionFigures } from './contraction';
import { ContractionWatch } from './contraction-watch';
import type { Tell } from './event';
import { levelsOf, watchedLevels } from './levels';
import { MarkWatch, type Mark } from './marks';
import type { Relaxation } from './release';
import { TrailingRiseRate } from './rise-rate';
import type { SampleRun } from './sample-run';
import { asksRest } from './schedule';
import type { Rest } from './tare';
import { TrainingSet, type SetListener } from './training-set';
import { ZeroWatch, type ZeroLoss } from './zero-watch';
import { ZeroedScale } from './zeroed-scale';

type StartCommand = Extract<Command, { do: 'start' }>;

/** All that is measured in % of the reference, from the moment on that there is one and a rest that holds. */
export class Measurement {
  readonly #riseRate = new TrailingRiseRate();
  readonly #scale: ZeroedScale;
  readonly #contractions: ContractionWatch;
  readonly #marks: MarkWatch;
  /** σ in % of the reference. */
  readonly #noisePct: number;
  readonly #hasOnsets: boolean;
  /** σ of rest, null where that is no more than one quantisation step, %. */
  readonly #noise: number | null;
  #zero: ZeroWatch;
  #isLost = false;
  #set: TrainingSet | null = null;
  /** The newest contraction, where it was told. */
  #told: ContractionFigures | null = null;
  /** What the newest samples at rest made certain. */
  #mark: Mark | null = null;

  /**
   * @param resolution one quantisation step, in sensor numbers
   * @param ownRatePctPerS the person's steepest rise so far; NaN before one is known
   */
  constructor(
    rest: Rest,
    private readonly reference: Reference,
    resolution: number,
    ownRatePctPerS: number,
    private readonly tell: Tell
  ) {
    this.#zero = new ZeroWatch(rest, reference);
    this.#noisePct = (100 * rest.sd) / reference.span;
    this.#hasOnsets = isFine(reference.span, rest.sd, resolution);
    this.#noise = clippingNoise(rest, resolution) === null ? null : this.#noisePct;
    this.#scale = new ZeroedScale(rest, (100 * reference.polarity) / reference.span);
    this.#marks = new MarkWatch(this.#noisePct, ownRatePctPerS);
    this.#contractions = new ContractionWatch(
      watchedLevels(levelsOf(this.#noisePct)),
      this.#hasOnsets,
      {
        contraction: (figures) => {
          this.#tellContraction(figures);
        },
        relaxation: (relaxation) => {
          this.#tellRelaxation(relaxation);
        }
      },
      this.#noise
    );
  }

  /** Whether a set is under way. */
  get isTraining(): boolean {
    return this.#set !== null;
  }
  /** Whether nothing is known of 0 % any more, and rest has not been measured since. */
  get isLost(): boolean {
    return this.#isLost;
  }
  /** Whether rest may be measured: in a set only while nothing is asked. */
  get mayRetare(): boolean {
    return this.#isLost || this.#set?.isPaused !== false;
  }
  /** The person's steepest rise so far, % of the reference per s. */
  get ownRatePctPerS(): number {
    return this.#marks.ownRatePctPerS;
  }

  /** Fills in what it measures of each sample. */
  push(run: SampleRun): void {
    run.zeroedUntil = this.#isLost ? 0 : run.count;
    for (let from = 0; from < run.count;) from = this.#measure(run, from);
  }

  /** The set under way goes on after its zero was lost: rest was measured anew. */
  retare(rest: Rest): void {
    this.#zero = new ZeroWatch(rest, this.reference);
    this.#scale.restart(rest);
    this.#riseRate.reset();
    this.#marks.restart();
    this.#set?.moveZero();
    this.#isLost = false;
  }

  /** A set under way of which a round is over ends, and another begins; one that has just begun stays. */
  start({ setUp, guarded }: StartCommand, nowS: number): void {
    if (this.#isLost || (this.#set && !this.#set.hasRounds)) return;
    if (this.#set) this.stop();
    const { rmaxPctPerS, span } = this.reference;
    this.tell({ type: 'set', setUp, rmaxPctPerS, span });
    this.#contractions.reset();
    const listener: SetListener = {
      schedule: (round, startS) => {
        this.tell({ type: 'schedule', round, startS });
      },
      waiting: (round) => {
        this.tell({ type: 'waiting', round });
      },
      relaxing: (round, untilS) => {
        this.tell({ type: 'relaxing', round, untilS });
      },
      paused: (cause) => {
        this.tell({ type: 'set-paused', cause });
      },
      round: (event) => {
        this.tell(event);
      },
      end: (complete) => {
        this.tell({ type: 'set-end', complete });
      }
    };
    this.#set = new TrainingSet(
      setUp,
      this.#noisePct,
      this.reference,
      this.#hasOnsets,
      nowS,
      listener,
      guarded === true,
      this.#noise
    );
  }

  /** The sensor was linked again, and may have set its own zero: before a round counts, rest has to be seen. */
  doubt(): void {
    if (this.#isLost) return;
    this.#zero.doubt();
    this.#set?.relink();
  }

  /** Nothing is known of 0 % any more: the set stands still until rest is measured anew. */
  lose(cause: ZeroLoss): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#zero.lose();
    this.#contractions.reset();
    this.#set?.pause();
    this.tell({ type: 'zero-lost', cause });
  }

  pause(): void {
    this.#set?.pause();
  }

  resume(): void {
    if (!this.#isLost) this.#set?.resume();
  }

  stop(): void {
    this.#set?.stop();
    this.#set = null;
  }

  /**
   * The samples from there on of which the same is asked, up to the first that something is told of. Outside of sets, and where a pulse may be
   * under way, only one.
   *
   * @returns the index of the next
   */
  #measure(run: SampleRun, from: number): number {
    this.#mark = null;
    run.nowS = run.t[from] ?? NaN;
    this.#scale.fill(run, from, from + 1);
    const loss = this.#zero.push(run, from, this.#set?.isPaused === false);
    if (loss) {
      run.zeroedUntil = Math.min(run.zeroedUntil, from);
      this.lose(loss);
    }
    const outside = this.#set === null;
    this.#set?.arrive(run, from);
    if (this.#set?.ended) this.#set = null;
    if (this.#zero.isDoubted) this.#set?.mistrust(run, from);
    const cue = this.#set?.cueAt(run, from) ?? null;
    const isRest = asksRest(cue);
    if (run.hasGapAt(from) || !isRest) this.#scale.forget();
    this.#marks.begin(cue, run.hasGapAt(from));
    const alone = this.#set === null || this.#zero.isDoubted || (isRest && !this.#marks.passes(run, from));
    const limit = this.#set && !alone ? this.#set.asksUntil(run, from) : from + 1;
    const to = isRest ? this.#rest(run, from, limit, alone) : this.#contract(run, from, limit);
    this.#riseRate.push(run, from, to);
    run.nowS = run.t[to - 1] ?? NaN;
    this.#set?.take(run, from, to);
    if (cue === 'rise') this.#marks.learn(run, from, to);
    const mark = alone ? this.#marks.at(run, from, cue) : this.#mark;
    if (mark) this.#tellMark(mark);
    this.#tellZero();
    if (outside && !this.#isLost) this.#contractions.push(run.sampleAt(from));
    return to;
  }

  /** Where no rest is asked for, nothing moves the zero. */
  #contract(run: SampleRun, from: number, limit: number): number {
    this.#scale.fill(run, from + 1, limit);
    let to = from + 1;
    while (to < limit && this.#zero.passes(run, to)) to += 1;
    return to;
  }

  /** At rest the zero follows each sample, until there is something to tell. */
  #rest(run: SampleRun, from: number, limit: number, alone: boolean): number {
    for (let i = from; ;) {
      this.#scale.follow(run, i);
      if (alone) return i + 1;
      this.#mark = this.#marks.postureAt(run, i);
      i += 1;
      if (i === limit || this.#mark || this.#scale.hasMoved) return i;
      this.#scale.fill(run, i, i + 1);
      if (!this.#zero.passes(run, i) || !this.#marks.passes(run, i)) return i;
    }
  }

  #tellMark(mark: Mark): void {
    this.tell({ type: 'mark', ...mark });
    if (mark.mark === 'posture') this.#moveZero(mark.levelPct);
  }

  #tellZero(): void {
    if (!this.#scale.hasMoved) return;
    this.#scale.tell();
    this.tell({ type: 'zero', zeroPct: this.#scale.zeroPct });
  }

  #moveZero(byPct: number): void {
    this.#scale.shift(byPct);
    this.#riseRate.reset();
    this.#set?.moveZero();
  }

  #tellContraction(figures: ContractionFigures): void {
    const { startS, endS, pulse } = figures;
    // Coughs in a row are one contraction, and a cough together with a squeeze is no quick squeeze.
    const isMark =
      this.#marks.coversContraction(startS, endS) ||
      (pulse !== null && this.#marks.reachesInto(startS, endS));
    this.#told = isMark || figures.plateauPct === null ? null : figures;
    if (this.#told) this.tell({ type: 'contraction', noisePct: this.#noisePct, ...figures });
  }

  #tellRelaxation(relaxation: Relaxation | null): void {
    if (this.#told) this.tell({ type: 'relaxation', startS: this.#told.startS, relaxation });
  }
}
