import type { SetUp } from './command';
import type { RoundFigures } from './event';
import { isOver, isTwiceInARow } from './fatigue';
import { holdLevelsOf, scoredHold } from './hold-levels';
import { onTargetPct } from './on-target';
import { isReached, qualityOf, type HoldTarget, type Quality } from './round-quality';
import type { RoundSamples } from './round-samples';
import type { ScoreFigures } from './round-score';
import { BRIDGE_STEPS } from './sample-step';
import { effectiveBandPct, type TargetCurve } from './target';

type Judgement = Pick<RoundFigures, 'quality' | 'holdBestPct' | 'onTargetPct'>;

/** Judges the rounds of one set, each by itself and by those before it. */
export class RoundJudge {
  readonly #qualities: (Quality | null)[] = [];
  readonly #target: HoldTarget;
  #rousedAt = 0;
  #isReached = false;
  #bestMeanPct: number | null = null;

  constructor(
    private readonly setUp: SetUp,
    private readonly curve: TargetCurve
  ) {
    const { bandPct, forcePct } = setUp;
    this.#target = { forcePct, bandPct: effectiveBandPct(bandPct, forcePct) };
  }

  /** Whether fatigue ends the set, as it was asked to. */
  get isOver(): boolean {
    return isOver(this.setUp.fatigue, this.#qualities);
  }
  /** Whether nobody seems to be training any more. */
  get isIdle(): boolean {
    return isTwiceInARow(this.#qualities.slice(this.#rousedAt), 'not-done');
  }

  /** Somebody is there again: rounds that were not done before count no more. */
  rouse(): void {
    this.#rousedAt = this.#qualities.length;
  }

  /** Judges the round that is over; from now on it is one of those before. */
  judge(round: RoundSamples, score: ScoreFigures, stepS: number): Judgement {
    if (score.holdMeanPct === null) {
      this.#qualities.push(null);
      return { quality: null, holdBestPct: null, onTargetPct: null };
    }
    const hold = scoredHold(
      this.curve,
      this.curve.segments.findIndex(({ cue }) => cue === 'hold')
    );
    const levels = holdLevelsOf(round, hold, BRIDGE_STEPS * stepS);
    const earlier = { isReached: this.#isReached, bestMeanPct: this.#bestMeanPct };
    const quality = qualityOf(score, levels, this.#target, earlier);
    const reached = isReached(levels.bestPct, this.#target);
    this.#qualities.push(quality);
    this.#isReached ||= reached;
    // *Decision*: more than was asked for is no measure of strength.
    const capped = Math.min(score.holdMeanPct, this.setUp.forcePct);
    this.#bestMeanPct = Math.max(this.#bestMeanPct ?? -Infinity, capped);
    return {
      quality,
      holdBestPct: levels.bestPct,
      onTargetPct: onTargetPct(score, this.curve, this.setUp.goal, reached)
    };
  }
}
