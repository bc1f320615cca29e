import { describe, expect, it } from 'vitest';
import { setOfToday } from '../../../src/lib/plan/dose';
import type { TrainedSet } from '../../../src/lib/plan/trained';
import { after, birth, of, prescribed, setOf, setting, setUpOf } from './courses';

/** A set of day 10 that was planned with so many rounds. */
const planned = (rounds: number, told: string) => setOf(told, setUpOf(5, { rounds, fatigue: 'before' }));
/** How many the next one has, after those sets, newest first. */
const next = (sets: readonly TrainedSet[], most = 10) =>
  setOfToday(prescribed(setting(5, { rounds: most })), of(birth()), sets, after(10))?.rounds;
type Told = readonly [planned: number, rounds: string];
const nextOf = (told: readonly Told[]) => next(told.map(([rounds, each]) => planned(rounds, each)));

describe('fewer rounds than fatigue takes', () => {
  it.each<[string, Told[], number]>([
    ['five the first time', [], 5],
    ['one less than the weak round', [[10, 'gggggw']], 5],
    [
      'one less than the middle one of three',
      [
        [10, 'gggw'],
        [10, 'gggggw'],
        [10, 'gggggggw']
      ],
      5
    ],
    [
      'one less than the middle one, in whichever order',
      [
        [10, 'gggggggw'],
        [10, 'gggw'],
        [10, 'gggggw']
      ],
      5
    ],
    [
      'one less than the middle of two',
      [
        [10, 'gggw'],
        [10, 'gggggw']
      ],
      4
    ],
    [
      'of the last three alone',
      [
        [10, 'gggggw'],
        [10, 'gggggw'],
        [10, 'gggggw'],
        [10, 'ggw'],
        [10, 'ggw']
      ],
      5
    ],
    ['at least three, with fatigue in round 3', [[5, 'ggw']], 3],
    ['at least three, with fatigue in round 4', [[5, 'gggw']], 3],
    ['four, with fatigue in round 5', [[5, 'ggggw']], 4],
    [
      'at least three, however weak all of them were',
      [
        [3, 'www'],
        [3, 'www'],
        [3, 'www']
      ],
      3
    ],
    // Onsets 3, and 5 + 2 twice: the middle is 7.
    [
      'as many as before, or more, after one bad set',
      [
        [5, 'ggw'],
        [5, 'ggggg'],
        [5, 'ggggg']
      ],
      6
    ]
  ])('are %s: %j', (_, told, expected) => {
    expect(nextOf(told)).toBe(expected);
  });

  it.each<[string, Told[], number]>([
    ['one more than it had', [[5, 'ggggg']], 6],
    ['one more than it had, with fair rounds', [[5, 'fffff']], 6],
    ['one more than it had, with two weak ones at its start', [[5, 'wwggg']], 6],
    [
      'what was planned before a bad set',
      [
        [3, 'ggg'],
        [5, 'ggw']
      ],
      5
    ],
    [
      'the most that was planned in the last three',
      [
        [3, 'ggg'],
        [3, 'ggw'],
        [9, 'ggw']
      ],
      9
    ],
    // Onsets 5, 3 and 3: 3 by the middle one, 4 by one more, 5 and 3 by what was planned.
    [
      'no more than was planned in the last three',
      [
        [3, 'ggg'],
        [3, 'ggw'],
        [5, 'ggw'],
        [10, 'ggw']
      ],
      5
    ],
    ['never more than ten', [[10, 'gggggggggg']], 10],
    [
      'never more than ten where thirty were planned',
      [
        [3, 'ggg'],
        [30, 'ggw']
      ],
      10
    ]
  ])('are back up at once after a good set, at %s: %j', (_, told, expected) => {
    expect(nextOf(told)).toBe(expected);
  });

  it.each<[string, Told[], number]>([
    ['broken off', [[5, 'gg']], 5],
    [
      'broken off after a bad one',
      [
        [3, 'gg'],
        [5, 'ggw']
      ],
      3
    ],
    ['not done', [[3, 'nnn']], 5],
    [
      'not done after a bad one',
      [
        [3, 'nnn'],
        [5, 'ggw']
      ],
      3
    ],
    [
      'half done after a bad one',
      [
        [4, 'ggnn'],
        [5, 'ggw']
      ],
      3
    ],
    [
      'broken off between',
      [
        [5, 'gggw'],
        [5, 'g'],
        [10, 'gggggggw']
      ],
      5
    ]
  ])('learn nothing from a set that was %s: %j', (_, told, expected) => {
    expect(nextOf(told)).toBe(expected);
  });

  it('learn from a set of which most was done', () => {
    expect(nextOf([[5, 'gggnn']])).toBe(6);
  });

  it('learn fatigue also from a set whose other rounds nobody did', () => {
    // Round 3 was weak: whoever idled before it was tired all the same.
    expect(nextOf([[5, 'nnw']])).toBe(3);
  });

  it.each([
    [10, 10],
    [9, 9],
    [4, 4],
    [12, 11]
  ])('are at most what is prescribed: after ten without fatigue, of %d, %d', (most, expected) => {
    expect(next([planned(10, 'g'.repeat(10))], most)).toBe(expected);
  });

  it('are at most what is prescribed the first time too', () => {
    expect(next([], 4)).toBe(4);
  });
});

describe('over many sets', () => {
  /** How many rounds each set has for somebody who does so many of the n-th set well, and then a weak one. */
  function dosesOf(good: readonly number[]): number[] {
    const sets: TrainedSet[] = [];
    return good.map((rounds) => {
      const plan = next(sets) ?? 0;
      // Short of three rounds a weak one ends nothing.
      const told =
        rounds >= plan ? 'g'.repeat(plan) : `${'g'.repeat(rounds)}${'w'.repeat(Math.max(1, 3 - rounds))}`;
      sets.unshift(planned(plan, told));
      return plan;
    });
  }
  const always = (rounds: number, sets: number) => new Array<number>(sets).fill(rounds);

  it('a single weak round costs one set, and perfect ones lead on up to ten', () => {
    expect(dosesOf([2, ...always(30, 9)])).toEqual([5, 3, 5, 6, 7, 8, 9, 10, 10, 10]);
  });

  it('perfect sets from the first on lead up to ten, one by one', () => {
    expect(dosesOf(always(30, 8))).toEqual([5, 6, 7, 8, 9, 10, 10, 10]);
  });

  it.each([0, 1, 2])('who is always weak behind %d rounds stays at three', (rounds) => {
    expect(dosesOf(always(rounds, 20))).toEqual([5, ...always(3, 19)]);
  });

  it('who is always weak gets back up with the first good set', () => {
    expect(dosesOf([...always(2, 12), ...always(30, 5)]).slice(11)).toEqual([3, 3, 4, 5, 6, 7]);
  });

  it('one bad day at ten rounds takes none away', () => {
    expect(dosesOf([...always(30, 8), 2, 30, 30]).slice(7)).toEqual([10, 10, 10, 10]);
  });

  it.each([3, 4, 5, 6, 7, 8, 9])(
    'no set of somebody who can do %d is ever below three, nor above ten',
    (rounds) => {
      for (const dose of dosesOf(always(rounds, 60))) {
        expect(dose).toBeGreaterThanOrEqual(3);
        expect(dose).toBeLessThanOrEqual(10);
      }
    }
  );
});
