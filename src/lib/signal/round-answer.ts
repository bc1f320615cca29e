import type { ContractionFigures } from './contraction';
import { ContractionWatch } from './contraction-watch';
import { levelsOf, watchedLevels } from './levels';
import type { Relaxation } from './release';
import type { RiseRate } from './rise';
import { SignalSample } from './sample';
import type { SampleRun } from './sample-run';
import type { TargetCurve } from './target';

/** *Decision*: so long before its cue a contraction, or its end, is early; before that it does not answer the cue. */
const EARLY_S = 1;
/** Of the samples that wait for the watch. */
const CAPACITY = 512;

/** How a round's contraction answered its cues (docs/signal.md, 7–9 and 13). Null where not measurable. */
export interface AnswerFigures {
  /** From the cue to rise to the onset, s; negative where it began early. */
  readonly reactionS: number | null;
  readonly riseRate: RiseRate;
  readonly riseTimeS: number | null;
  /** From the cue to let go to the contraction's end, s; negative where that came early, null where it was not reached. */
  readonly releaseTimeS: number | null;
  /** Null where it was not known yet when the round was over. */
  readonly relaxation: Relaxation | null;
}

interface Answer {
  readonly figures: ContractionFigures;
  relaxation: Relaxation | null;
}

/**
 * The contractions of one round after the other. The one that answers the cue to rise has its onset at most 1 s before it, is still there
 * at the cue, and starts before the fall is over; the one that answers the cue to let go was under way then, or ended at most 1 s before.
 * A contraction under way at the round's end is measured as far as it has come.
 */
export class AnswerWatch {
  readonly #watch: ContractionWatch;
  /** Into the round: when to rise, to let go, and to have let go. */
  readonly #riseS: number;
  readonly #fallS: number;
  readonly #fallEndS: number;
  #answers: Answer[] = [];
  /** When the round begins. */
  #startS = NaN;
  /** Samples that the watch has not seen yet. Nobody asks before the round is over, and one after the other in a stretch they cost half. */
  readonly #t = new Float64Array(CAPACITY);
  readonly #v = new Float64Array(CAPACITY);
  #count = 0;
  /** What all of these have in common. */
  readonly #waiting = new SignalSample();

  /**
   * @param noisePct σ of the tare, % of the reference
   * @param hasOnsets false where the reference is too coarse for onset and rise figures
   * @param noise σ of rest, null where that is no more than one quantisation step
   */
  constructor(
    curve: TargetCurve,
    forcePct: number,
    noisePct: number,
    hasOnsets: boolean,
    noise: number | null
  ) {
    const fall = curve.segments.findLastIndex(({ cue }) => cue === 'fall');
    this.#riseS = curve.startOf(curve.segments.findIndex(({ cue }) => cue === 'rise'));
    this.#fallS = curve.startOf(fall);
    this.#fallEndS = curve.endOf(fall);
    this.#watch = new ContractionWatch(
      watchedLevels(levelsOf(noisePct, forcePct)),
      hasOnsets,
      {
        contraction: (figures) => {
          this.#answers.push({ figures, relaxation: null });
        },
        relaxation: (relaxation) => {
          const newest = this.#answers.at(-1);
          if (newest) newest.relaxation = relaxation;
        }
      },
      noise
    );
  }

  /** From now on the answers to the cues of the round that begins then are looked for. */
  expect(startS: number): void {
    this.#catchUp();
    this.#startS = startS;
    this.#answers = [];
  }

  push(run: SampleRun, from: number, to: number): void {
    for (let i = from; i < to;) {
      i = this.#keep(run, i, to);
      if (i === to) return;
      this.#catchUp();
      this.#watch.push(run.sampleAt(i));
      this.#waiting.stepS = run.stepS;
      i += 1;
    }
  }

  /**
   * Keeps samples that have in common what all that wait have; whether the sensor was at its end changes no answer.
   *
   * @returns the index of the first that has not, or finds no room
   */
  #keep({ t, v, gap, stepS }: SampleRun, from: number, to: number): number {
    if ((gap && from === 0) || stepS !== this.#waiting.stepS) return from;
    const until = Math.min(to, from + CAPACITY - this.#count);
    let i = from;
    let at = this.#count;
    for (; i < until; i++, at++) {
      this.#t[at] = t[i] ?? NaN;
      this.#v[at] = v[i] ?? NaN;
    }
    this.#count = at;
    return i;
  }

  /** What is under way is no contraction. */
  forget(): void {
    this.#catchUp();
    this.#watch.reset();
  }

  /** Of the round, as far as the samples pushed by now tell. */
  figures(): AnswerFigures {
    this.#catchUp();
    const underWay = this.#watch.underWay();
    const all = underWay ? [...this.#answers, { figures: underWay, relaxation: null }] : this.#answers;
    const risen = all.find(({ figures }) => this.#answersRise(figures));
    const released = all.findLast(({ figures }) => this.#answersFall(figures));
    const onsetS = risen?.figures.onsetS ?? null;
    return {
      reactionS: onsetS === null ? null : onsetS - this.#startS - this.#riseS,
      riseRate: risen?.figures.riseRate ?? { notMeasured: 'no-onset' },
      riseTimeS: risen?.figures.riseTimeS ?? null,
      releaseTimeS:
        released?.figures.end === 'relaxed' ? released.figures.endS - this.#startS - this.#fallS : null,
      relaxation: released?.relaxation ?? null
    };
  }

  #catchUp(): void {
    const sample = this.#waiting;
    for (let i = 0; i < this.#count; i++) {
      i = this.#watch.skip(this.#t, this.#v, i, this.#count);
      if (i === this.#count) break;
      sample.t = this.#t[i] ?? NaN;
      sample.v = this.#v[i] ?? NaN;
      this.#watch.push(sample);
    }
    this.#count = 0;
  }

  #answersRise({ startS, onsetS, endS }: ContractionFigures): boolean {
    const cueS = this.#startS + this.#riseS;
    const isLate = startS >= this.#startS + this.#fallEndS;
    return endS > cueS && !isLate && (onsetS ?? startS) >= cueS - EARLY_S;
  }

  #answersFall({ startS, endS }: ContractionFigures): boolean {
    const cueS = this.#startS + this.#fallS;
    return startS < cueS && endS >= cueS - EARLY_S;
  }
}
