import type { SetUp } from './command';
import type { RoundEvent } from './event';
import { RoundScore } from './round-score';
import { effectiveBandPct, segmentsOf, TargetCurve } from './target';

/** Time to get ready before a round that does not follow another. */
export const LEAD_IN_S = 3;
/** A longer silence breaks the round off: it begins again, and counts as interrupted. */
export const LONGEST_SILENCE_S = 1;

/** What a set tells about itself; times are session time. */
export interface SetListener {
  schedule(round: number, startS: number | null): void;
  round(event: RoundEvent): void;
  end(complete: boolean): void;
}

/**
 * One set: rounds of one target, one after the other, on sample time. Pause and silence end the round under way; it begins
 * again behind a lead-in.
 */
export class TrainingSet {
  readonly #curve: TargetCurve;
  readonly #bandPct: number;
  #round = 1;
  #interruptions = 0;
  /** When the round under way began or begins; null in a pause. */
  #startS: number | null = null;
  #roundScore: RoundScore;
  #lastS: number;
  #lastPct = NaN;
  #lastWeightS = 0;
  #ended = false;

  constructor(
    private readonly setUp: SetUp,
    nowS: number,
    private readonly listener: SetListener
  ) {
    this.#curve = new TargetCurve(segmentsOf(setUp.pattern, setUp.forcePct));
    this.#bandPct = effectiveBandPct(setUp.bandPct, setUp.forcePct);
    this.#roundScore = this.#newScore();
    this.#lastS = nowS;
    this.#begin(nowS + LEAD_IN_S);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** @param gap the step since the last sample may not be bridged */
  push(t: number, pct: number, gap: boolean): void {
    if (gap && t - this.#lastS > LONGEST_SILENCE_S) this.#breakOff(t);
    const halfStepS = gap || Number.isNaN(this.#lastPct) ? 0 : (t - this.#lastS) / 2;
    this.#score(this.#lastWeightS + halfStepS);
    while (!this.#ended && this.#startS !== null && t >= this.#startS + this.#curve.durationS)
      this.#finishRound(t);
    this.#lastS = t;
    this.#lastPct = pct;
    this.#lastWeightS = halfStepS;
  }

  pause(): void {
    if (this.#startS === null) return;
    if (this.#lastS >= this.#startS) this.#interruptions += 1;
    this.#startS = null;
    this.listener.schedule(this.#round, null);
  }

  resume(): void {
    if (this.#startS === null) this.#begin(this.#lastS + LEAD_IN_S);
  }

  stop(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.listener.end(false);
  }

  #breakOff(t: number): void {
    if (this.#startS === null) return;
    if (this.#lastS >= this.#startS) this.#interruptions += 1;
    this.#begin(t + LEAD_IN_S);
  }

  #begin(startS: number): void {
    this.#startS = startS;
    this.#roundScore = this.#newScore();
    this.listener.schedule(this.#round, startS);
  }

  #newScore(): RoundScore {
    return new RoundScore(this.#curve, this.#bandPct);
  }

  /** Counts the last sample, now that both steps beside it are known: it weighs half of each, (t[i+1] − t[i−1])/2. */
  #score(weightS: number): void {
    if (this.#startS === null || this.#ended || weightS === 0 || this.#lastS < this.#startS) return;
    this.#roundScore.add(this.#lastS - this.#startS, this.#lastPct, weightS);
  }

  #finishRound(t: number): void {
    const startS = this.#startS ?? t;
    this.listener.round({
      type: 'round',
      round: this.#round,
      startS,
      interruptions: this.#interruptions,
      figures: this.#roundScore.figures()
    });
    this.#interruptions = 0;
    if (this.#round === this.setUp.rounds) {
      this.#ended = true;
      this.listener.end(true);
      return;
    }
    this.#round += 1;
    this.#startS = startS + this.#curve.durationS;
    this.#roundScore = this.#newScore();
  }
}
