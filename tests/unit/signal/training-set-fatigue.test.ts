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

  it('is that of its band, and of what was held before it', () => {
    // 29 % was never in the band but 1 % below it; 51 % is 1 % above it.
    expect(ofHolds(40, 29, 51)).toEqual(['good', 'weak', 'too-strong']);
    // In the band for all of its time, a hold is good, however much more was held before.
    expect(ofHolds(40, 32.01, 32)).toEqual(['good', 'good', 'good']);
    // What comes later is no part of it, and doing nothing is not fatigue.
    expect(ofHolds(29, 40, 0)).toEqual(['fair', 'good', 'not-done']);
    // Asked for 40 %, held 141 and 153 %: too hard is not tired.
    expect(ofHolds(141, 153)).toEqual(['too-strong', 'too-strong']);
  });

  it('is told of a hold that is in the band for a part of its time', () => {
    // Scored from 1.5 to 3 s of the round: in the band for 60 % of that, and then for 40 %.
    const part = (inBandS: number) => (s: number) => ((s - 3) % 5 < 1.5 + inBandS ? 40 : 0);
    expect(qualities(new Watched({ rounds: 1 }).run(9, part(0.9)))).toEqual(['fair']);
    expect(qualities(new Watched({ rounds: 1 }).run(9, part(0.6)))).toEqual(['weak']);
    // The last third only: late, but not lost.
    const late = (s: number) => ((s - 3) % 5 > 2.5 && (s - 3) % 5 < 3.5 ? 40 : 0);
    expect(qualities(new Watched({ rounds: 1 }).run(9, late))).toEqual(['fair']);
  });

  it('is none of a hold with a gap in it, of which the later rounds know nothing', () => {
    // Had the second hold been measured, 20 % after it would be weak.
    const f = holds(20, 40, 20);
    const watched = new Watched({ rounds: 3 }).run(10, f).silence(0.5).run(20, f);
    expect(watched.rounds[1]?.figures).toMatchObject({
      holdMeanPct: null,
      holdInBandPct: null,
      holdBestPct: null,
      onTargetPct: null
    });
    expect(qualities(watched)).toEqual(['fair', null, 'fair']);
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

  it('ends with the first weak round after the second, where it is to end before', () => {
    expect(ended('before', [40, 40, 20, 40])).toEqual([3, 'complete']);
    expect(ended('before', [40, 20, 40, 20, 40])).toEqual([4, 'complete']);
    expect(ended('before', [40, 20, 20, 40])).toEqual([3, 'complete']);
  });

  it('does not end for holds that are too strong, or never came up to the band', () => {
    for (const pct of [141, 20])
      for (const rule of ['before', 'past'] as const)
        expect(
          ended(
            rule,
            FRESH.map(() => pct)
          )
        ).toEqual([10, 'complete']);
  });

  it('ends with the second weak round in a row, where it is to end past it', () => {
    expect(ended('past', [40, 20, 40, 20, 20, 40])).toEqual([5, 'complete']);
    expect(ended('past', [40, 20, 20])).toEqual([3, 'complete']);
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
    const { told, set } = new Watched({ rounds: 10, fatigue: 'past' }).run(40, holds(40, 20, 20, 40));
    expect(told.slice(1)).toEqual([
      [expect.closeTo(8, 1), 'done 1'],
      [expect.closeTo(13, 1), 'done 2'],
      [expect.closeTo(18, 1), 'done 3'],
      [expect.closeTo(18, 1), 'complete']
    ]);
    expect(set.ended).toBe(true);
  });
});
