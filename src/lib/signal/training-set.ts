import type { Reference } from './calibration/reference';
import type { SetUp } from './command';
import type { RoundEvent } from './event';
import { isOver } from './fatigue';
import { RelaxationWatch } from './relaxation';
import { AnswerWatch } from './round-answer';
import { qualityOf, type Quality } from './round-quality';
import { RoundSamples } from './round-samples';
import { scoreOf, type ScoreFigures } from './round-score';
import type { SampleRun } from './sample-run';
import type { Moment } from './schedule';
import { curveOf } from './set-curve';
import { tangentOf } from './round-tangent';
import { effectiveBandPct, type TargetCurve } from './target';

/** Time to get ready before a round that does not follow another. */
export const LEAD_IN_S = 3;
/** *Decision*: no round waits longer than this for relaxation; a silence meanwhile counts. */
export const LONGEST_WAIT_S = 20;
/** A longer silence breaks the round off: it begins again, and counts as interrupted. */
export const LONGEST_SILENCE_S = 1;

/** What a set tells about itself; times are session time. */
export interface SetListener {
  schedule(round: number, startS: number | null): void;
  /** From now on this round waits for relaxation; `schedule` tells when it begins. */
  waiting(round: number): void;
  round(event: RoundEvent): void;
  /** @param complete all rounds are over, or fatigue has ended the set as asked */
  end(complete: boolean): void;
}

/**
 * One set: rounds of one target, one after the other, on sample time. Pause and silence end the round under way; it begins
 * again behind a lead-in. A round follows another at once where the last second before it was relaxed; else it waits, unscored,
 * until one was or 20 s are over. *Decision*: then it begins behind the lead-in, so that its rise is seen coming. Where fatigue is to end the
 * set, it ends with the round that shows it.
 */
export class TrainingSet {
  readonly #curve: TargetCurve;
  readonly #bandPct: number;
  #round = 1;
  #interruptions = 0;
  /** When the round under way began or begins; null in a pause and while it waits. */
  #startS: number | null = null;
  /** When waiting for relaxation ends at the latest; null where nothing waits. */
  #waitEndS: number | null = null;
  readonly #relaxation: RelaxationWatch;
  readonly #answer: AnswerWatch;
  readonly #samples = new RoundSamples();
  /** Of the rounds that are over, and the largest hold mean of them; *decision*: of each no more than was asked for. */
  readonly #qualities: (Quality | null)[] = [];
  #bestHoldMeanPct: number | null = null;
  #lastS = NaN;
  #ended = false;

  /**
   * @param noisePct σ of the tare, % of the reference
   * @param hasOnsets false where the reference is too coarse for onset and rise figures
   */
  constructor(
    private readonly setUp: SetUp,
    private readonly noisePct: number,
    private readonly reference: Pick<Reference, 'scale' | 'rmaxPctPerS'>,
    hasOnsets: boolean,
    nowS: number,
    private readonly listener: SetListener
  ) {
    this.#curve = curveOf(setUp, reference.rmaxPctPerS);
    this.#bandPct = effectiveBandPct(setUp.bandPct, setUp.forcePct);
    this.#answer = new AnswerWatch(this.#curve, setUp.forcePct, noisePct, hasOnsets);
    this.#relaxation = new RelaxationWatch(setUp.forcePct, nowS);
    this.#lastS = nowS;
    this.#begin(nowS + LEAD_IN_S);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** What is asked at a sample, not before the newest. */
  cueAt({ t }: SampleRun, i: number): Exclude<Moment['cue'], 'done'> {
    if (this.#startS === null) return this.#waitEndS === null ? 'paused' : 'waiting';
    const part = this.#partAt(t, i, this.#startS);
    return part < 0 ? 'ready' : (this.#curve.segments[part]?.cue ?? 'rest');
  }

  /** A sample comes: what was asked until then may be over. What it asks from now on, `cueAt` tells. */
  arrive(run: SampleRun, i: number): void {
    const t = run.t[i] ?? NaN;
    const gap = run.hasGapAt(i);
    if (gap && t - this.#lastS > LONGEST_SILENCE_S) this.#breakOff(t);
    this.#samples.push(run, i, i + 1);
    if (gap) this.#relaxation.forget(t);
    while (!this.#ended && this.#startS !== null && t >= this.#startS + this.#curve.durationS)
      this.#finishRound(run, i);
  }

  /** Up to which sample the same is asked as of the one that has arrived. */
  asksUntil({ t, count }: SampleRun, from: number): number {
    if (this.#waitEndS !== null) return from + 1;
    if (this.#startS === null) return count;
    const part = this.#partAt(t, from, this.#startS);
    if (this.#partAt(t, count - 1, this.#startS) === part) return count;
    let to = from + 1;
    while (this.#partAt(t, to, this.#startS) === part) to += 1;
    return to;
  }

  /** Takes the sample that has arrived, and those after it of which the same is asked. */
  take(run: SampleRun, from: number, to: number): void {
    this.#samples.push(run, from + 1, to);
    this.#relaxation.push(run, from, to);
    this.#answer.push(run, from, to);
    const t = run.t[to - 1] ?? NaN;
    if (this.#waitEndS !== null && (t >= this.#waitEndS || this.#relaxation.isRelaxedAt(t)))
      this.#begin(t + LEAD_IN_S);
    this.#lastS = t;
  }

  pause(): void {
    if (this.#isPaused) return;
    this.#countInterruption();
    this.#expect(null);
    this.#waitEndS = null;
    this.listener.schedule(this.#round, null);
  }

  resume(): void {
    if (this.#isPaused) this.#begin(this.#lastS + LEAD_IN_S);
  }

  stop(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#waitEndS = null;
    this.listener.end(false);
  }

  /** From the next sample on 0 % lies elsewhere: what seemed to be a contraction was another posture. */
  moveZero(): void {
    this.#answer.forget();
  }

  /** Index of the round's segment at sample i; −1 before the round, and one more than there are after it. */
  #partAt(t: Float64Array, i: number, startS: number): number {
    const s = t[i] ?? NaN;
    if (s < startS) return -1;
    const { segments, durationS } = this.#curve;
    return s >= startS + durationS ? segments.length : this.#curve.indexAt(s - startS);
  }

  get #isPaused(): boolean {
    return this.#startS === null && this.#waitEndS === null;
  }

  #breakOff(t: number): void {
    if (this.#startS === null) return;
    this.#countInterruption();
    this.#begin(t + LEAD_IN_S);
  }

  /** Only of a round that is under way. */
  #countInterruption(): void {
    if (this.#startS !== null && this.#lastS >= this.#startS) this.#interruptions += 1;
  }

  #begin(startS: number): void {
    this.#waitEndS = null;
    this.#prepare(startS);
    this.listener.schedule(this.#round, startS);
  }

  /** The next to be scored is the round that begins then. */
  #prepare(startS: number): void {
    this.#expect(startS);
    this.#answer.expect(startS);
  }

  #expect(startS: number | null): void {
    this.#startS = startS;
    this.#samples.begin(startS ?? Infinity);
  }

  #finishRound({ t: times, zeroPct, stepS }: SampleRun, i: number): void {
    const t = times[i] ?? NaN;
    const startS = this.#startS ?? t;
    const score = scoreOf(this.#samples, this.#curve, this.#bandPct);
    this.listener.round({
      type: 'round',
      round: this.#round,
      startS,
      interruptions: this.#interruptions,
      figures: {
        zeroPct: zeroPct[i] ?? NaN,
        rateHz: 1 / stepS,
        noisePct: this.noisePct,
        scale: this.reference.scale,
        tangent: tangentOf(this.#samples, this.#curve, this.setUp, this.reference.rmaxPctPerS, stepS),
        quality: this.#judge(score),
        // Last: each figure set behind a spread takes as long as ten samples.
        ...score,
        ...this.#answer.figures()
      }
    });
    this.#interruptions = 0;
    if (this.#round === this.setUp.rounds || isOver(this.setUp.fatigue, this.#qualities)) {
      this.#ended = true;
      this.listener.end(true);
      return;
    }
    this.#round += 1;
    const endS = startS + this.#curve.durationS;
    if (this.#relaxation.isRelaxedAt(endS)) this.#prepare(endS);
    else this.#wait(t);
  }

  /** By the rounds before it, of which it is one from now on. */
  #judge(score: ScoreFigures): Quality | null {
    const quality = qualityOf(score, this.#bestHoldMeanPct);
    this.#qualities.push(quality);
    if (score.holdMeanPct !== null) {
      const asked = Math.min(score.holdMeanPct, this.setUp.forcePct);
      this.#bestHoldMeanPct = Math.max(this.#bestHoldMeanPct ?? -Infinity, asked);
    }
    return quality;
  }

  #wait(t: number): void {
    this.#expect(null);
    this.#waitEndS = t + LONGEST_WAIT_S;
    this.listener.waiting(this.#round);
  }
}
