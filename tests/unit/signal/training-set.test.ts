import { describe, expect, it } from 'vitest';
import { straight } from './samples';
import { DT, Watched } from './watched-set';

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
