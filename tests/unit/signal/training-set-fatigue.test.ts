import { describe, expect, it } from 'vitest';
import type { SetUp } from '../../../src/lib/signal/command';
import { Watched } from './watched-set';

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
