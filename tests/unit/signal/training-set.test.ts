import { describe, expect, it } from 'vitest';
import type { RoundEvent } from '../../../src/lib/signal/event';
import { TrainingSet } from '../../../src/lib/signal/training-set';

/** 5 s a round, two rounds. */
const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 },
  rounds: 2,
  bandPct: 10
};
const DT = 0.01;

/** A set begun at 0 s, and all that it told, with the time of the sample that it was told at. */
class Watched {
  readonly told: (readonly [atS: number, what: string])[] = [];
  readonly rounds: RoundEvent[] = [];
  #s = 0;
  #gap = false;
  readonly set = new TrainingSet(SET_UP, 0, {
    schedule: (round, startS) => {
      this.#tell(`round ${round} at ${startS?.toFixed(2) ?? 'no time'}`);
    },
    round: (event) => {
      this.rounds.push(event);
      this.#tell(`done ${event.round}`);
    },
    end: (complete) => {
      this.#tell(complete ? 'complete' : 'ended');
    }
  });

  /** Samples at `pct` up to and with `toS`. */
  run(toS: number, pct = 0): this {
    while (this.#s < toS - DT / 2) {
      this.#s += DT;
      this.set.push(this.#s, pct, this.#gap);
      this.#gap = false;
    }
    return this;
  }

  /** No samples for so long; the next one knows of the gap. */
  silence(lengthS: number): this {
    this.#s += lengthS - DT;
    this.#gap = true;
    return this;
  }

  #tell(what: string): void {
    this.told.push([Number(this.#s.toFixed(2)), what]);
  }
}

describe('a set of two rounds of 5 s', () => {
  it('begins behind 3 s, tells each round at its end, and then that it is complete', () => {
    const { told, rounds, set } = new Watched().run(20);
    expect(told).toEqual([
      [0, 'round 1 at 3.00'],
      [expect.closeTo(8, 1), 'done 1'],
      [expect.closeTo(13, 1), 'done 2'],
      [expect.closeTo(13, 1), 'complete']
    ]);
    expect(rounds.map(({ startS }) => startS)).toEqual([3, 8]);
    // Half a step at either end belongs to the neighbour.
    for (const { figures } of rounds) expect(Math.abs(figures.measuredS - 5)).toBeLessThan(1.01 * DT);
    expect(set.ended).toBe(true);
  });

  it('scores a round by its own samples alone', () => {
    const { rounds } = new Watched().run(3, 90).run(8, 0).run(13.1, 40);
    // At 0 %: in the ±10 band for the first and last quarter second of slopes, and in all the rest: 1.5 of 5 s.
    expect(rounds[0]?.figures.inBandPct).toBeCloseTo(30, 0);
    expect(rounds[0]?.figures.holdMeanPct).toBeCloseTo(0, 9);
    // At 40 %: the last and first quarter second of the slopes, and the hold: 2.5 of 5 s.
    expect(rounds[1]?.figures.inBandPct).toBeCloseTo(50, 0);
    expect(rounds[1]?.figures.holdMeanPct).toBeCloseTo(40, 9);
  });

  it('begins the round again behind 3 s after a silence of more than 1 s, and counts it', () => {
    const { told, rounds } = new Watched().run(5).silence(1.1).run(20);
    expect(told.slice(1, 3)).toEqual([
      [6.1, 'round 1 at 9.10'],
      [expect.closeTo(14.1, 1), 'done 1']
    ]);
    expect(rounds.map(({ interruptions }) => interruptions)).toEqual([1, 0]);
  });

  it('goes on over a silence of 0.9 s, which it does not measure', () => {
    const { told, rounds } = new Watched().run(5).silence(0.9).run(8.1);
    expect(told).toHaveLength(2);
    expect(rounds[0]?.interruptions).toBe(0);
    expect(Math.abs((rounds[0]?.figures.measuredS ?? NaN) - 4.1)).toBeLessThan(2.01 * DT);
  });

  it('moves the lead-in for a silence within it, and counts nothing', () => {
    const { told, rounds } = new Watched().run(1).silence(1.5).run(12);
    expect(told[1]).toEqual([2.5, 'round 1 at 5.50']);
    expect(rounds[0]?.interruptions).toBe(0);
  });

  it('takes the target away in a pause, and begins the round again behind 3 s', () => {
    const watched = new Watched().run(10);
    watched.set.pause();
    watched.set.pause();
    watched.run(30);
    watched.set.resume();
    watched.set.resume();
    watched.run(60);
    expect(watched.told.slice(2)).toEqual([
      [10, 'round 2 at no time'],
      [30, 'round 2 at 33.00'],
      [expect.closeTo(38, 1), 'done 2'],
      [expect.closeTo(38, 1), 'complete']
    ]);
    expect(watched.rounds.map(({ interruptions }) => interruptions)).toEqual([0, 1]);
  });

  it('counts no interruption for a pause before the first round began', () => {
    const watched = new Watched().run(2);
    watched.set.pause();
    watched.set.resume();
    expect(watched.run(20).rounds[0]?.interruptions).toBe(0);
  });

  it('stops once, and tells no more', () => {
    const watched = new Watched().run(5);
    watched.set.stop();
    watched.set.stop();
    expect(watched.told.slice(1)).toEqual([[5, 'ended']]);
    expect(watched.set.ended).toBe(true);
  });
});
