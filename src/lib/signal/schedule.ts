import type { SetUp } from './command';
import { curveOf } from './set-curve';
import { effectiveBandPct, type Cue, type TargetCurve } from './target';

/**
 * What the target asks at one moment. `waiting`: to relax first; `relaxing`: a round without a load; `ready`: the lead-in; `paused`: no target; `done`: all rounds are
 * over.
 */
export interface Moment {
  readonly cue: Cue | 'waiting' | 'relaxing' | 'ready' | 'paused' | 'done';
  readonly round: number;
  /** Until the cue ends; 0 without an end. */
  readonly leftS: number;
}

/** Whether rest is asked for; null: nothing is. */
export function asksRest(cue: Moment['cue'] | null): boolean {
  return cue === 'rest' || cue === 'waiting' || cue === 'relaxing' || cue === 'ready';
}

interface Stretch {
  readonly fromS: number;
  readonly round: number;
  /** When the round begins, or why that is not known. */
  readonly startS: number | 'paused' | 'waiting' | 'relaxing' | 'done';
  /** When it ends, where that is known beforehand. */
  readonly untilS?: number;
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
    /** The person's fastest rise, % of the reference per s, where a tangent is asked for. */
    private readonly rmaxPctPerS: number | null = null,
    private readonly stretches: readonly Stretch[] = []
  ) {
    this.curve = curveOf(setUp, rmaxPctPerS);
    this.bandPct = effectiveBandPct(setUp.bandPct, setUp.forcePct);
  }

  /** The schedule as it is from `fromS` on: round `round` begins at `startS`, or the target is away. */
  with(fromS: number, round: number, startS: number | null): SetSchedule {
    return this.#and({ fromS, round, startS: startS ?? 'paused' });
  }

  /** The schedule as it is from `fromS` on: round `round` waits for relaxation, and the target lies at 0. */
  wait(fromS: number, round: number): SetSchedule {
    return this.#and({ fromS, round, startS: 'waiting' });
  }

  /** The schedule as it is from `fromS` on: before round `round` comes a relaxing round up to `untilS`, and the target lies at 0. */
  relax(fromS: number, round: number, untilS: number): SetSchedule {
    return this.#and({ fromS, round, startS: 'relaxing', untilS });
  }

  /** The schedule of a set that is over from `fromS` on, with that round: nothing more is asked. */
  end(fromS: number, round: number): SetSchedule {
    return this.#and({ fromS, round, startS: 'done' });
  }

  /** Whether there is a target at `s`: between the first round's begin and the last one's end, outside pauses and waiting. */
  asksAt(s: number): boolean {
    const { startS, endS } = this.#roundsAt(s);
    return s >= startS && s < endS;
  }

  /** Target in % of the reference; 0 where none is asked. */
  valueAt(s: number): number {
    const { startS, endS } = this.#roundsAt(s);
    return s < endS ? this.#valueIn(startS, s) : 0;
  }

  /**
   * The target's corners between two times, one list of [t, %, t, %, …] for each stretch that asks something: lead-ins and waiting lie
   * flat at 0, pauses leave a hole, and behind the end there is nothing.
   */
  outlines(fromS: number, toS: number): number[][] {
    return this.stretches.flatMap((stretch, i) => {
      const { startS } = stretch;
      if (startS === 'paused' || startS === 'done') return [];
      const from = Math.max(fromS, stretch.fromS);
      const untilS = Math.min(toS, this.stretches[i + 1]?.fromS ?? Infinity);
      if (startS === 'waiting' || startS === 'relaxing') return from < untilS ? [[from, 0, untilS, 0]] : [];
      const to = Math.min(untilS, this.#endOf(stretch.round, startS));
      return from < to ? [this.#outline(startS, from, to)] : [];
    });
  }

  momentAt(s: number): Moment {
    const { round, startS, untilS = s } = this.#at(s) ?? { round: 1, startS: 'paused' as const };
    if (typeof startS === 'string') return { cue: startS, round, leftS: Math.max(0, untilS - s) };
    const sinceS = s - startS;
    if (sinceS < 0) return { cue: 'ready', round, leftS: -sinceS };
    if (s >= this.#endOf(round, startS)) return { cue: 'done', round: this.setUp.rounds, leftS: 0 };
    const inRoundS = sinceS % this.curve.durationS;
    const index = this.curve.indexAt(inRoundS);
    return {
      cue: this.curve.segments[index]?.cue ?? 'rest',
      round: round + Math.floor(sinceS / this.curve.durationS),
      leftS: this.curve.endOf(index) - inRoundS
    };
  }

  #and(stretch: Stretch): SetSchedule {
    return new SetSchedule(this.setUp, this.rmaxPctPerS, [...this.stretches, stretch]);
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

  /** When the rounds begin and end that are asked for at `s`; an empty time where there are none. */
  #roundsAt(s: number): { startS: number; endS: number } {
    const stretch = this.#at(s);
    if (!stretch || typeof stretch.startS === 'string') return { startS: Infinity, endS: -Infinity };
    return { startS: stretch.startS, endS: this.#endOf(stretch.round, stretch.startS) };
  }

  #endOf(round: number, startS: number): number {
    return startS + (this.setUp.rounds - round + 1) * this.curve.durationS;
  }
}
