import type { Reference } from './calibration/reference';
import type { SetUp } from './command';
import type { PauseCause, RoundEvent } from './event';
import { known } from './known';
import { RelaxationWatch } from './relaxation';
import { AnswerWatch } from './round-answer';
import { RoundJudge } from './round-judge';
import { RoundSamples } from './round-samples';
import { scoreOf } from './round-score';
import type { SampleRun } from './sample-run';
import type { Moment } from './schedule';
import { curveOf } from './set-curve';
import { tangentOf } from './round-tangent';
import { effectiveBandPct, type TargetCurve } from './target';

/** Time to get ready before a round that does not follow another. */
export const LEAD_IN_S = 3;
/** *Decision*: no round waits longer than this for relaxation; a silence meanwhile counts. */
export const LONGEST_WAIT_S = 20;
/** *Decision*: who is still tense then gets a longer pause, a relaxing round of this length, and no load before having let go. */
export const RELAXING_ROUND_S = 30;
/** A longer silence breaks the round off: it begins again, and counts as interrupted. */
export const LONGEST_SILENCE_S = 1;

/** What a set tells about itself; times are session time. */
export interface SetListener {
  schedule(round: number, startS: number | null): void;
  /** From now on this round waits for relaxation; `schedule` tells when it begins. */
  waiting(round: number): void;
  /** A relaxing round comes before this round, until then. */
  relaxing(round: number, untilS: number): void;
  /** The set paused by itself; `schedule` has said that it did. */
  paused(cause: PauseCause): void;
  round(event: RoundEvent): void;
  /** @param complete all rounds are over, or fatigue has ended the set as asked */
  end(complete: boolean): void;
}

/**
 * One set: rounds of one target, one after the other, on sample time. Pause and silence end the round under way; it begins
 * again behind a lead-in. A round follows another at once where the last second before it was relaxed; else it waits, unscored,
 * until one was or 20 s are over. *Decision*: then it begins behind the lead-in, so that its rise is seen coming. Where fatigue is to end the
 * set, it ends with the round that shows it.
 *
 * A guarded set pauses by itself after two rounds not done. Where 20 s were not enough to let go, it has a relaxing round of 30 s instead of
 * the next load, and pauses if the person is still tense after it.
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
  /** The wait is a relaxing round, or the pause came from one: resuming begins with another. */
  #isRelaxing = false;
  readonly #relaxation: RelaxationWatch;
  readonly #answer: AnswerWatch;
  readonly #samples = new RoundSamples();
  readonly #judge: RoundJudge;
  #lastS = NaN;
  #isRelinked = false;
  #ended = false;

  /**
   * @param noisePct σ of the tare, % of the reference
   * @param hasOnsets false where the reference is too coarse for onset and rise figures
   * @param noise σ of rest, null where that is no more than one quantisation step: it decides what a flat top is (docs/signal.md, 15)
   */
  constructor(
    private readonly setUp: SetUp,
    private readonly noisePct: number,
    private readonly reference: Pick<Reference, 'scale' | 'rmaxPctPerS'>,
    hasOnsets: boolean,
    nowS: number,
    private readonly listener: SetListener,
    private readonly isGuarded = false,
    private readonly noise: number | null = null
  ) {
    this.#curve = curveOf(setUp, reference.rmaxPctPerS);
    this.#judge = new RoundJudge(setUp, this.#curve);
    this.#bandPct = effectiveBandPct(setUp.bandPct, setUp.forcePct);
    this.#answer = new AnswerWatch(this.#curve, setUp.forcePct, noisePct, hasOnsets, noise);
    this.#relaxation = new RelaxationWatch(setUp.forcePct, nowS);
    this.#lastS = nowS;
    this.#begin(nowS + LEAD_IN_S);
  }

  get ended(): boolean {
    return this.#ended;
  }
  /** Whether nothing is asked until it is resumed. */
  get isPaused(): boolean {
    return this.#startS === null && this.#waitEndS === null;
  }
  /** Whether a round is over. */
  get hasRounds(): boolean {
    return this.#round > 1;
  }

  /** What is asked at a sample, not before the newest. */
  cueAt({ t }: SampleRun, i: number): Exclude<Moment['cue'], 'done'> {
    if (this.#startS === null) {
      if (this.#waitEndS === null) return 'paused';
      return this.#isRelaxing ? 'relaxing' : 'waiting';
    }
    const part = this.#partAt(t, i, this.#startS);
    return part < 0 ? 'ready' : (this.#curve.segments[part]?.cue ?? 'rest');
  }

  /** A sample comes: what was asked until then may be over. What it asks from now on, `cueAt` tells. */
  arrive(run: SampleRun, i: number): void {
    const t = run.t[i] ?? NaN;
    const gap = run.hasGapAt(i);
    if (this.#isRelinked || (gap && t - this.#lastS > LONGEST_SILENCE_S)) this.#breakOff(t);
    this.#isRelinked = false;
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
    this.#lastS = t;
    if (this.#waitEndS !== null) this.#waitOn(t, t >= this.#waitEndS);
  }

  /** *Decision*: a new link breaks the round off, however short the silence was: the sensor may have set its own zero. */
  relink(): void {
    this.#isRelinked = true;
  }

  /** 0 % is in doubt at a sample that has arrived: a round that would count from here on waits for relaxation first. */
  mistrust({ t }: SampleRun, i: number): void {
    const s = t[i] ?? NaN;
    if (this.#startS === null || s < this.#startS) return;
    this.#countInterruption();
    this.#wait(s);
  }

  pause(): void {
    if (this.isPaused) return;
    this.#countInterruption();
    this.#expect(null);
    this.#waitEndS = null;
    this.listener.schedule(this.#round, null);
  }

  resume(): void {
    if (!this.isPaused) return;
    this.#judge.rouse();
    // A pause does not stand for letting go.
    const mustRelax = this.isGuarded && this.#round > 1 && !this.#relaxation.isRelaxedAt(this.#lastS);
    if (this.#isRelaxing) this.#relax(this.#lastS);
    else if (mustRelax) this.#wait(this.#lastS);
    else this.#begin(this.#lastS + LEAD_IN_S);
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
    this.#isRelaxing = false;
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
    const score = scoreOf(this.#samples, this.#curve, this.#bandPct, this.noise);
    this.listener.round({
      type: 'round',
      round: this.#round,
      startS,
      interruptions: this.#interruptions,
      figures: {
        zeroPct: zeroPct[i] ?? NaN,
        rateHz: known(this.#samples.rateHz(stepS)) ?? 1 / stepS,
        noisePct: this.noisePct,
        scale: this.reference.scale,
        tangent: tangentOf(this.#samples, this.#curve, this.setUp, this.reference.rmaxPctPerS, stepS),
        ...this.#judge.judge(this.#samples, score, stepS),
        // Last: each figure set behind a spread takes as long as ten samples.
        ...score,
        ...this.#answer.figures()
      }
    });
    this.#interruptions = 0;
    if (this.#round === this.setUp.rounds || this.#judge.isOver) {
      this.#ended = true;
      this.listener.end(true);
      return;
    }
    this.#round += 1;
    if (this.isGuarded && this.#judge.isIdle) {
      this.#pauseBecause('idle');
      return;
    }
    const endS = startS + this.#curve.durationS;
    if (this.#relaxation.isRelaxedAt(endS)) this.#prepare(endS);
    else this.#wait(t);
  }

  #wait(t: number): void {
    this.#expect(null);
    this.#waitEndS = t + LONGEST_WAIT_S;
    this.listener.waiting(this.#round);
  }

  /** @param isOver the time to wait is over */
  #waitOn(t: number, isOver: boolean): void {
    const isRelaxed = this.#relaxation.isRelaxedAt(t);
    // A relaxing round is a longer pause: it is not cut short.
    if (this.#isRelaxing ? isOver && isRelaxed : isRelaxed || (isOver && !this.isGuarded))
      this.#begin(t + LEAD_IN_S);
    else if (isOver && this.#isRelaxing) this.#pauseBecause('tense');
    else if (isOver) this.#relax(t);
  }

  #relax(t: number): void {
    this.#isRelaxing = true;
    this.#waitEndS = t + RELAXING_ROUND_S;
    this.listener.relaxing(this.#round, this.#waitEndS);
  }

  #pauseBecause(cause: PauseCause): void {
    this.#expect(null);
    this.#waitEndS = null;
    this.listener.schedule(this.#round, null);
    this.listener.paused(cause);
  }
}
