import { describe, expect, it } from 'vitest';
import { Watched } from './watched-set';

/** Holds of so many % one after the other, let go for the last 1.5 s of each round of 5 s; rounds begin at 3, 8, 13 … s. */
const holds =
  (...pcts: readonly number[]) =>
  (s: number): number =>
    (s - 3) % 5 < 3.5 ? (pcts[Math.floor((s - 3) / 5)] ?? 0) : 0;

const IS_GUARDED = true;

describe('a guarded set in which nothing is done', () => {
  it('pauses after the second such round in a row, and asks', () => {
    const { told } = new Watched({ rounds: 10 }, IS_GUARDED).run(40, holds(40, 0, 0));
    expect(told.slice(-3)).toEqual([
      [expect.closeTo(18, 1), 'done 3'],
      [expect.closeTo(18, 1), 'round 4 at no time'],
      [expect.closeTo(18, 1), 'paused: idle']
    ]);
  });

  it('goes on when it is resumed, and asks again after two more rounds that are not done', () => {
    const watched = new Watched({ rounds: 10 }, IS_GUARDED).run(20);
    watched.set.resume();
    watched.run(35);
    expect(watched.told.slice(-5).map(([, what]) => what)).toEqual([
      'round 3 at 23.00',
      'done 3',
      'done 4',
      'round 5 at no time',
      'paused: idle'
    ]);
  });

  it('does not pause for rounds that were tried', () => {
    const { told } = new Watched({ rounds: 4 }, IS_GUARDED).run(40, holds(20, 18, 20, 18));
    expect(told.at(-1)?.[1]).toBe('complete');
  });
});

it('without a guard, goes on to its end as engines before 8 did', () => {
  const { told } = new Watched({ rounds: 3 }).run(40);
  expect(told.map(([, what]) => what)).toEqual(['round 1 at 3.00', 'done 1', 'done 2', 'done 3', 'complete']);
});

describe('a guarded set of somebody who stays tense', () => {
  /** Held at 40 % in the first round, and never let go further than 15 %, until then. */
  const tenseUntil = (letGoS: number) => (s: number) => (s < 6.5 ? 40 : s < letGoS ? 15 : 0);

  it('asks for no load after 20 s of waiting, but has a relaxing round of 30 s', () => {
    const { told } = new Watched({ rounds: 2 }, IS_GUARDED).run(31, tenseUntil(100));
    expect(told.slice(1)).toEqual([
      [expect.closeTo(8, 1), 'done 1'],
      [expect.closeTo(8, 1), 'round 2 waits'],
      [expect.closeTo(28, 1), expect.stringMatching(/^round 2 relaxes until 58\.0/)]
    ]);
  });

  it('goes on behind the lead-in once it was let go by the end of the relaxing round, which is not cut short', () => {
    const { told } = new Watched({ rounds: 2 }, IS_GUARDED).run(60, tenseUntil(35));
    expect(told.at(-1)).toEqual([expect.closeTo(58, 1), expect.stringMatching(/^round 2 at 61\.0/)]);
  });

  it('pauses where it is still tense then, and resuming begins with another relaxing round', () => {
    const watched = new Watched({ rounds: 2 }, IS_GUARDED).run(70, tenseUntil(100));
    expect(watched.told.slice(-2)).toEqual([
      [expect.closeTo(58, 1), 'round 2 at no time'],
      [expect.closeTo(58, 1), 'paused: tense']
    ]);
    watched.set.resume();
    watched.run(101, tenseUntil(90));
    expect(watched.told.slice(-2)).toEqual([
      [expect.closeTo(70, 1), expect.stringMatching(/^round 2 relaxes until 100\.0/)],
      [expect.closeTo(100, 1), expect.stringMatching(/^round 2 at 103\.0/)]
    ]);
  });

  it('does not pass over the waiting by a pause', () => {
    const watched = new Watched({ rounds: 2 }, IS_GUARDED).run(12, tenseUntil(100));
    watched.set.pause();
    watched.run(14, 15);
    watched.set.resume();
    expect(watched.told.slice(-2)).toEqual([
      [expect.closeTo(12, 1), 'round 2 at no time'],
      [expect.closeTo(14, 1), 'round 2 waits']
    ]);
  });
});
