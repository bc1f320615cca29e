import { describe, expect, it } from 'vitest';
import type { SetUp } from '../../../src/lib/signal/command';
import type { RoundEvent } from '../../../src/lib/signal/event';
import { TrainingSet, type SetListener } from '../../../src/lib/signal/training-set';
import { signalSample, straight } from './samples';

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
  readonly set: TrainingSet;

  constructor(changed: Partial<SetUp> = {}) {
    this.set = new TrainingSet(
      { ...SET_UP, ...changed },
      0.2,
      { scale: 'mvc', rmaxPctPerS: null },
      true,
      0,
      this.#listener
    );
  }

  readonly #listener: SetListener = {
    schedule: (round, startS) => {
      this.#tell(`round ${round} at ${startS?.toFixed(2) ?? 'no time'}`);
    },
    waiting: (round) => {
      this.#tell(`round ${round} waits`);
    },
    round: (event) => {
      this.rounds.push(event);
      this.#tell(`done ${event.round}`);
    },
    end: (complete) => {
      this.#tell(complete ? 'complete' : 'ended');
    }
  };

  /** Samples at `pct` up to and with `toS`. */
  run(toS: number, pct: number | ((s: number) => number) = 0): this {
    while (this.#s < toS - DT / 2) {
      this.#s += DT;
      const v = typeof pct === 'number' ? pct : pct(this.#s);
      this.set.push(signalSample({ t: this.#s, v, stepS: DT, gap: this.#gap }));
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

  it('leaves the second round waiting from the end of a tense first one, unscored, until 1 s of less than 10 %', () => {
    // Tense up to and with 9.5 s: a second later it was relaxed for one.
    const { told, rounds } = new Watched().run(6.5, 40).run(7.5, 0).run(9.5, 10).run(30, 9.99);
    expect(told.slice(1)).toEqual([
      [expect.closeTo(8, 1), 'done 1'],
      [expect.closeTo(8, 1), 'round 2 waits'],
      [expect.closeTo(10.5, 1), expect.stringMatching(/^round 2 at 13\.5[01]$/)],
      [expect.closeTo(18.5, 1), 'done 2'],
      [expect.closeTo(18.5, 1), 'complete']
    ]);
    expect(rounds[1]?.interruptions).toBe(0);
    // Only its own 5 s at 9.99 %: none of the 10 % before.
    expect(Math.abs((rounds[1]?.figures.measuredS ?? NaN) - 5)).toBeLessThan(1.01 * DT);
    expect(rounds[1]?.figures.holdMeanPct).toBeCloseTo(9.99, 9);
  });

  it('goes on at once when the last second was relaxed, and only just', () => {
    const { told, rounds } = new Watched().run(6.99, 40).run(20, 9.99);
    expect(told.some(([, what]) => what.includes('waits'))).toBe(false);
    expect(rounds[1]?.startS).toBe(8);
  });

  it('waits for 20 s at most, and for nothing after the last round', () => {
    const { told } = new Watched().run(60, 40);
    expect(told.slice(2)).toEqual([
      [expect.closeTo(8, 1), 'round 2 waits'],
      [expect.closeTo(28, 1), expect.stringMatching(/^round 2 at 31\.0[012]$/)],
      [expect.closeTo(36, 1), 'done 2'],
      [expect.closeTo(36, 1), 'complete']
    ]);
  });

  it('counts 5 % as relaxed against a force of 12 %, and 6 % not', () => {
    const waits = (pct: number) =>
      new Watched({ forcePct: 12 }).run(9, pct).told.some(([, what]) => what === 'round 2 waits');
    expect([waits(5), waits(6), waits(9)]).toEqual([false, true, true]);
  });

  it('waits where a gap of 0.5 s hides a part of the last second', () => {
    const { told } = new Watched().run(7.2).silence(0.5).run(12);
    // Seen again from 7.7 s on.
    expect(told.slice(2, 4)).toEqual([
      [expect.closeTo(8, 1), 'round 2 waits'],
      [expect.closeTo(8.7, 1), expect.stringMatching(/^round 2 at 11\.7[01]$/)]
    ]);
  });

  it('goes on waiting over a silence of 2 s, with a new second to relax', () => {
    const { told, rounds } = new Watched().run(9, 40).run(9.9, 0).silence(2).run(30, 0);
    // The silence is over at 11.9 s.
    expect(told.slice(2, 4)).toEqual([
      [expect.closeTo(8, 1), 'round 2 waits'],
      [expect.closeTo(12.9, 1), expect.stringMatching(/^round 2 at 15\.9[01]$/)]
    ]);
    expect(rounds[1]?.interruptions).toBe(0);
  });

  it('is paused while it waits, and resumes behind 3 s with no interruption', () => {
    const watched = new Watched().run(10, 40);
    watched.set.pause();
    watched.set.pause();
    watched.run(40, 40);
    watched.set.resume();
    watched.set.resume();
    watched.run(60, 40);
    expect(watched.told.slice(2)).toEqual([
      [expect.closeTo(8, 1), 'round 2 waits'],
      [10, 'round 2 at no time'],
      [40, 'round 2 at 43.00'],
      [expect.closeTo(48, 1), 'done 2'],
      [expect.closeTo(48, 1), 'complete']
    ]);
    expect(watched.rounds[1]?.interruptions).toBe(0);
  });

  it('times the reaction to each round’s own cue', () => {
    // The rounds begin at 3 and 8 s; 2 % is passed 0.05 s into a rise of 40 %/s. The second begins early, and is at 10 % after its cue.
    const f = straight([3.2, 0], [4.2, 40], [6, 40], [6.5, 0], [7.8, 0], [8.8, 40], [11, 40], [11.5, 0]);
    const { rounds } = new Watched().run(20, f);
    expect(rounds.map(({ figures }) => figures.reactionS)).toEqual([
      expect.closeTo(0.25, 9),
      expect.closeTo(-0.15, 9)
    ]);
  });

  it('times the reaction to the cue that a broken round begins again with', () => {
    // Broken off at 5 s, so its second begin is at 9.1 s.
    const f = straight([3.2, 0], [4.2, 40], [5, 40], [6, 0], [9.4, 0], [10.4, 40], [12, 40], [13, 0]);
    const { rounds } = new Watched().run(5, f).silence(1.1).run(20, f);
    expect(rounds[0]?.figures.reactionS).toBeCloseTo(0.35, 9);
    // In the second round nothing was done.
    expect(rounds[1]?.figures.reactionS).toBeNull();
  });

  it('stops while it waits', () => {
    const watched = new Watched().run(10, 40);
    watched.set.stop();
    expect(watched.run(60, 0).told.slice(3)).toEqual([[10, 'ended']]);
  });

  it('stops once, and tells no more', () => {
    const watched = new Watched().run(5);
    watched.set.stop();
    watched.set.stop();
    expect(watched.told.slice(1)).toEqual([[5, 'ended']]);
    expect(watched.set.ended).toBe(true);
  });
});

/** Holds of so many % one after the other, each relaxed for the last 1.5 s of its 5; rounds begin at 3, 8, 13 … s. */
const holds =
  (...pcts: readonly number[]) =>
  (s: number): number =>
    (s - 3) % 5 < 3.5 ? (pcts[Math.floor((s - 3) / 5)] ?? 0) : 0;

describe('the quality of a round at 40 ± 10 %', () => {
  const qualities = (watched: Watched) => watched.rounds.map(({ figures }) => figures.quality);
  const ofHolds = (...pcts: readonly number[]) =>
    qualities(new Watched({ rounds: pcts.length }).run(3 + 5 * pcts.length + 1, holds(...pcts)));

  it('is that of its band, and of the best hold before it', () => {
    // Beside the band; then 20 % below the first, and just not: each of them in the band.
    expect(ofHolds(40, 29, 51)).toEqual(['good', 'weak', 'weak']);
    expect(ofHolds(40, 32.01, 32)).toEqual(['good', 'good', 'weak']);
    // The best is neither the first nor the last before it: 32 of 40 % is weak, of 36 % it would not be.
    expect(ofHolds(35, 40, 36, 32)).toEqual(['good', 'good', 'good', 'weak']);
    // More than was asked for is no measure: who holds 40 % after 50 % does what is asked, and 32 % is a fifth below 40 %.
    expect(ofHolds(50, 40, 32.01, 32)).toEqual(['good', 'good', 'good', 'weak']);
    // What comes later is no part of it.
    expect(ofHolds(35, 50)).toEqual(['good', 'good']);
  });

  it('is told of a hold that is in the band for a part of its time', () => {
    // Scored from 1.5 to 3 s of the round: in the band for 60 % of that, and then for 40 %.
    const part = (inBandS: number) => (s: number) => ((s - 3) % 5 < 1.5 + inBandS ? 40 : 0);
    expect(qualities(new Watched({ rounds: 1 }).run(9, part(0.9)))).toEqual(['fair']);
    expect(qualities(new Watched({ rounds: 1 }).run(9, part(0.6)))).toEqual(['weak']);
  });

  it('is none of a hold with a gap in it, of which the later rounds know nothing', () => {
    // The second hold of 40 % would make 32 % weak.
    const f = holds(35, 40, 32);
    const watched = new Watched({ rounds: 3 }).run(10, f).silence(0.5).run(20, f);
    expect(watched.rounds[1]?.figures).toMatchObject({ holdMeanPct: null, holdInBandPct: null });
    expect(qualities(watched)).toEqual(['good', null, 'good']);
  });

  it('of a round that was broken off is that of the one in its place', () => {
    // Broken off in its hold, of 60 %; it begins again at 13.1 s, behind the silence up to 10.1 s.
    const f = (s: number) => (s < 9 ? holds(40, 60)(s) : s >= 13.1 && s < 16.6 ? 40 : 0);
    const watched = new Watched().run(9, f).silence(1.1).run(20, f);
    expect(watched.rounds.map(({ interruptions }) => interruptions)).toEqual([0, 1]);
    expect(qualities(watched)).toEqual(['good', 'good']);
  });
});

describe('a set of 10 rounds at most that fatigue ends', () => {
  /** How many rounds there were, and what was told last. */
  const ended = (fatigue: SetUp['fatigue'], pcts: readonly number[], rounds = 10) => {
    const watched = new Watched({ rounds, fatigue }).run(60, holds(...pcts));
    expect(watched.told.filter(([, what]) => what === 'complete' || what === 'ended')).toHaveLength(
      watched.set.ended ? 1 : 0
    );
    return [watched.rounds.length, watched.told.at(-1)?.[1]];
  };
  /** Long enough for every cap; 20 is beside the band, and half of 40. */
  const FRESH = Array.from({ length: 10 }, () => 40);

  it('ends with the first weak round, where it is to end before', () => {
    expect(ended('before', [40, 40, 20, 40])).toEqual([3, 'complete']);
    expect(ended('before', [20])).toEqual([1, 'complete']);
  });

  it('ends with the second weak round in a row, where it is to end past it', () => {
    expect(ended('past', [40, 20, 40, 20, 20, 40])).toEqual([5, 'complete']);
    expect(ended('past', [20, 20])).toEqual([2, 'complete']);
  });

  it('ends with its last round where fatigue does not come before', () => {
    expect(ended('before', FRESH)).toEqual([10, 'complete']);
    expect(ended('past', FRESH)).toEqual([10, 'complete']);
    // It would have ended with round 3.
    expect(ended('past', [40, 20, 20], 2)).toEqual([2, 'complete']);
    // Both at once.
    expect(ended('past', [40, 20, 20], 3)).toEqual([3, 'complete']);
    expect(ended('before', [40, 20, 20], 2)).toEqual([2, 'complete']);
  });

  it('goes on to its last round, however weak, where nothing is said of fatigue', () => {
    expect(ended(undefined, [20, 20, 20, 20], 4)).toEqual([4, 'complete']);
  });

  it('takes weak rounds for two in a row between which one was not measured', () => {
    const f = holds(40, 20, 20, 20, 40);
    const watched = new Watched({ rounds: 10, fatigue: 'past' }).run(15, f).silence(0.5).run(60, f);
    expect(watched.rounds.map(({ figures }) => figures.quality)).toEqual(['good', 'weak', null, 'weak']);
    expect(watched.set.ended).toBe(true);
  });

  it('is told as complete when the round is over that shows it, and asks for nothing more', () => {
    const { told, set } = new Watched({ rounds: 10, fatigue: 'before' }).run(40, holds(40, 20, 40));
    expect(told.slice(1)).toEqual([
      [expect.closeTo(8, 1), 'done 1'],
      [expect.closeTo(13, 1), 'done 2'],
      [expect.closeTo(13, 1), 'complete']
    ]);
    expect(set.ended).toBe(true);
  });
});
