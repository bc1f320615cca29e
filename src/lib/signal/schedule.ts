import type { SetUp } from './command';
import { effectiveBandPct, segmentsOf, TargetCurve, type Cue } from './target';

/** What the target asks at one moment. `ready`: the lead-in; `paused`: no target; `done`: all rounds are over. */
export interface Moment {
  readonly cue: Cue | 'ready' | 'paused' | 'done';
  readonly round: number;
  /** Until the cue ends; 0 without an end. */
  readonly leftS: number;
}

interface Stretch {
  readonly fromS: number;
  readonly round: number;
  readonly startS: number | null;
}

/**
 * The target of one set over session time, as the schedule events told it: for drawing what was asked, and what comes. The engine scores by
 * its own account (training-set.ts); both read the same curve.
 */
export class SetSchedule {
  readonly curve: TargetCurve;
  readonly bandPct: number;

  constructor(
    readonly setUp: SetUp,
    private readonly stretches: readonly Stretch[] = []
  ) {
    this.curve = new TargetCurve(segmentsOf(setUp.pattern, setUp.forcePct));
    this.bandPct = effectiveBandPct(setUp.bandPct, setUp.forcePct);
  }

  /** The schedule as it is from `fromS` on: round `round` begins at `startS`, or the target is away. */
  with(fromS: number, round: number, startS: number | null): SetSchedule {
    return new SetSchedule(this.setUp, [...this.stretches, { fromS, round, startS }]);
  }

  /** Whether there is a target at `s`: between the first round's begin and the last one's end, outside pauses. */
  asksAt(s: number): boolean {
    const stretch = this.#at(s);
    return stretch?.startS != null && s >= stretch.startS && s < this.#endOf(stretch, stretch.startS);
  }

  /** Target in % of the reference; 0 where none is asked. */
  valueAt(s: number): number {
    const stretch = this.#at(s);
    if (stretch?.startS == null || !this.asksAt(s)) return 0;
    return this.#valueIn(stretch.startS, s);
  }

  /**
   * The target's corners between two times, one list of [t, %, t, %, …] for each stretch that asks something: lead-ins lie flat
   * at 0, pauses leave a hole.
   */
  outlines(fromS: number, toS: number): number[][] {
    return this.stretches.flatMap((stretch, i) => {
      const { startS } = stretch;
      if (startS === null) return [];
      const from = Math.max(fromS, stretch.fromS);
      const to = Math.min(toS, this.stretches[i + 1]?.fromS ?? Infinity, this.#endOf(stretch, startS));
      return from < to ? [this.#outline(startS, from, to)] : [];
    });
  }

  momentAt(s: number): Moment {
    const stretch = this.#at(s);
    if (stretch?.startS == null) return { cue: 'paused', round: stretch?.round ?? 1, leftS: 0 };
    const sinceS = s - stretch.startS;
    if (sinceS < 0) return { cue: 'ready', round: stretch.round, leftS: -sinceS };
    if (s >= this.#endOf(stretch, stretch.startS)) return { cue: 'done', round: this.setUp.rounds, leftS: 0 };
    const inRoundS = sinceS % this.curve.durationS;
    const index = this.curve.indexAt(inRoundS);
    return {
      cue: this.curve.segments[index]?.cue ?? 'rest',
      round: stretch.round + Math.floor(sinceS / this.curve.durationS),
      leftS: this.curve.endOf(index) - inRoundS
    };
  }

  /** The target of rounds that begin at `startS`, however many; 0 before. */
  #valueIn(startS: number, s: number): number {
    return s < startS ? 0 : this.curve.valueAt((s - startS) % this.curve.durationS);
  }

  #outline(startS: number, from: number, to: number): number[] {
    const points = [from, this.#valueIn(startS, from)];
    const { durationS, segments } = this.curve;
    const firstRound = Math.max(0, Math.floor((from - startS) / durationS));
    for (let roundS = startS + firstRound * durationS; roundS < to; roundS += durationS) {
      for (let i = 0; i < segments.length; i++) {
        const t = roundS + this.curve.startOf(i);
        if (t > from && t < to) points.push(t, segments[i]?.fromPct ?? 0);
      }
    }
    points.push(to, this.#valueIn(startS, to));
    return points;
  }

  /** The latest stretch told by then; before the first, the first. */
  #at(s: number): Stretch | undefined {
    let i = this.stretches.length - 1;
    while (i > 0 && s < (this.stretches[i]?.fromS ?? 0)) i -= 1;
    return this.stretches[i];
  }

  #endOf(stretch: Stretch, startS: number): number {
    return startS + (this.setUp.rounds - stretch.round + 1) * this.curve.durationS;
  }
}
