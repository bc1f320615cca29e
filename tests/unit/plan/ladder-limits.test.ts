import { describe, expect, it } from 'vitest';
import { isTooMuch, leastTangentPct, withRealTangent } from '../../../src/lib/plan/ladder';
import type { Setting } from '../../../src/lib/plan/prescription';
import type { Track } from '../../../src/lib/plan/situation';
import { after, birth, free, setting, setUpOf, surgery } from './courses';

describe('the least tangent', () => {
  it.each<[number, number, number, number]>([
    // Force/rise: 70/3 = 23.33 %/s.
    [70, 3, 100, 30],
    [70, 3, 75, 40],
    [70, 3, 40, 60],
    // 23.33/233.4 is just below a tenth, 23.33/233.3 just above it: both below 20.
    [70, 3, 233.4, 20],
    [70, 3, 233.3, 20],
    [70, 3, 1000, 20],
    // 20 %/s of 100 is 20: the same ramp still.
    [60, 3, 100, 30],
    [60, 3, 100.1, 20],
    [60, 3, 50, 50],
    [60, 3, 50.1, 40]
  ])('of a force of %d in %d s with a fastest rise of %d is %d', (forcePct, riseS, rmax, least) => {
    const { pattern, ...setUp } = setUpOf(7, { forcePct });
    expect(leastTangentPct({ ...setUp, pattern: { ...pattern, riseMs: 1000 * riseS } }, rmax)).toBe(least);
  });
});

describe('a tangent that shortens the ramp', () => {
  it.each<[number | undefined, number | null, number | undefined]>([
    [20, null, 20],
    [20, 300, 20],
    // 70 % in 3 s is 33.3 % of 70 %/s: 20 and 30 would ask for the same ramp.
    [20, 70, 40],
    [30, 70, 40],
    [40, 70, 40],
    [60, 70, 60],
    [20, 20, 80],
    // None is asked for.
    [0, 70, 0],
    [undefined, 70, undefined]
  ])('stands for %j with a fastest rise of %j: %j', (tangentPct, rmax, real) => {
    expect(withRealTangent(setUpOf(7, { tangentPct }), rmax)).toEqual(setUpOf(7, { tangentPct: real }));
  });
});

describe('too much for a day', () => {
  it.each<[string, Setting, Track, number, boolean]>([
    ['15 % on day 6', setting(5, { forcePct: 15 }), birth(), 6, false],
    ['16 % on day 6', setting(5, { forcePct: 16 }), birth(), 6, true],
    ['20 % on day 6 after a caesarean', setting(5, { forcePct: 20 }), birth('caesarean'), 6, true],
    ['20 % on day 7', setting(5, { forcePct: 20 }), birth(), 7, false],
    ['9 s at 15 % on day 6', setting(5, { holdS: 9 }), birth(), 6, false],
    ['a free curve on day 6', free(4), birth(), 6, false],
    ['what another step asks for on day 6', setting(6), birth(), 6, false],
    ['30 % after an operation', setting(5, { forcePct: 30 }), surgery(), 6, false]
  ])('is %s: %j', (_, now, track, days, is) => {
    expect(isTooMuch(now, { track }, after(days))).toBe(is);
  });
});
