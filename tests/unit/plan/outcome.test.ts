import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../src/lib/plan/outcome';
import type { Quality } from '../../../src/lib/signal/round-quality';
import { FIGURES } from '../signal/figures';
import { setUpOf } from './courses';

const QUALITY: Readonly<Record<string, Quality>> = {
  g: 'good',
  f: 'fair',
  w: 'weak',
  s: 'too-strong',
  n: 'not-done'
};
/** The first engine that tells a hold above the band from a weak one. */
const ENGINE = 8;
type Set = Parameters<typeof outcomeOf>[0][number];

/** Of each round good, fair, weak, too strong, not done or not measured (-), and the mean of its rest; else 1 %. */
const setOf = (qualities: string, restMeans: readonly (number | null)[] = []): Set => ({
  setUp: setUpOf(6),
  rounds: Array.from(qualities, (letter, i) => {
    const restMean = restMeans[i];
    const restMeanPct = restMean === undefined ? 1 : restMean;
    return { figures: { ...FIGURES, quality: QUALITY[letter] ?? null, restMeanPct } };
  })
});

describe('what a session came to', () => {
  it.each<[string, Set[], number, number, number | null]>([
    ['nothing', [], 0, 0, null],
    ['a set without fatigue', [setOf('ggfg')], 4, 3, null],
    ['one with fatigue', [setOf('ggfww')], 3, 2, 4],
    ['good rounds behind fatigue', [setOf('gwwgg')], 1, 1, 2],
    ['two with fatigue', [setOf('ggggww'), setOf('gww')], 5, 5, 2],
    ['one with fatigue before one without', [setOf('gww'), setOf('gg')], 3, 3, 2],
    ['rounds that were not measured', [setOf('g--g')], 4, 2, null],
    ['two weak rounds at once: round 1 is never fatigue', [setOf('wwg')], 1, 0, 2],
    ['rounds above the band', [setOf('ssss')], 4, 0, null],
    ['rounds that nobody did', [setOf('gnnn')], 4, 1, null]
  ])('%s: %j', (_, sets, counted, good, tiredFrom) => {
    expect(outcomeOf(sets, ENGINE)).toMatchObject({ counted, good, tiredFrom });
  });

  it.each<[string, Set[], number, number]>([
    ['below 10 %', [setOf('gg', [9.99, 10])], 2, 1],
    ['as far as it is known', [setOf('ggg', [1, null, 20])], 2, 1],
    ['behind fatigue too', [setOf('gwww', [1, 1, 1, 20])], 4, 3],
    ['of all sets', [setOf('g', [1]), setOf('g', [20])], 2, 1]
  ])('of its rests relaxed: %s', (_, sets, rests, relaxed) => {
    expect(outcomeOf(sets, ENGINE)).toMatchObject({ rests, relaxed });
  });

  it.each<[string, Set[], number, number, boolean]>([
    ['none', [setOf('ggfw')], 0, 0, false],
    ['one above the band', [setOf('ggs')], 1, 0, false],
    ['two in a row above it', [setOf('gss')], 2, 0, true],
    ['two above it with a good one between', [setOf('sgs')], 2, 0, false],
    ['two above it with one between that was not measured', [setOf('s-s')], 2, 0, true],
    ['one at the end of a set and one at the start of the next', [setOf('gs'), setOf('sg')], 2, 0, false],
    ['two in a row in the first of two sets', [setOf('gss'), setOf('ggg')], 2, 0, true],
    ['some that nobody did', [setOf('gnn'), setOf('n')], 0, 3, false]
  ])('counts rounds too strong and not done: %s', (_, sets, tooStrong, notDone, mayHaveGrown) => {
    expect(outcomeOf(sets, ENGINE)).toMatchObject({ tooStrong, notDone, mayHaveGrown });
  });

  it('takes no fatigue from engines that called a hold above the band weak', () => {
    expect(outcomeOf([setOf('gwwgg')], 7)).toMatchObject({ counted: 5, good: 3, tiredFrom: null });
    expect(outcomeOf([setOf('gwwgg')], 8)).toMatchObject({ counted: 1, good: 1, tiredFrom: 2 });
  });

  it('tells how far it was off the target over all measured time', () => {
    const round = (signedErrorPct: number | null, measuredS: number) => ({
      figures: { ...FIGURES, signedErrorPct, measuredS }
    });
    const off = (...rounds: Set['rounds']) =>
      outcomeOf([{ setUp: setUpOf(6), rounds }], ENGINE).signedErrorPct;
    // (10 s · 3 % − 5 s · 3 %)/15 s.
    expect(off(round(3, 10), round(-3, 5))).toBeCloseTo(1, 12);
    expect(off(round(3, 10), round(null, 0))).toBe(3);
    expect(off(round(null, 0))).toBeNull();
  });

  it.each<[string, (number | null)[], boolean]>([
    ['by 5 %', [1, 1, 6, 6], true],
    ['by less', [1, 1, 6, 5.98], false],
    // 3 and 8: the middle of two is their mean.
    ['in the middle of two', [2, 4, 9, 7], true],
    ['on the way and back', [1, 1, 20, 20, 1, 1], false],
    ['down', [6, 6, 1, 1], false],
    ['in three rounds', [1, 1, 9], false],
    ['in three that are known', [1, null, 1, 9, null], false],
    ['in four that are known', [1, null, 1, 6, 6], true]
  ])('its rest crept up %s: %j', (_, restMeans, is) => {
    const set = setOf('g'.repeat(restMeans.length), restMeans);
    expect(outcomeOf([set], ENGINE).isCreeping).toBe(is);
    expect(outcomeOf([set, setOf('gggg')], ENGINE).isCreeping).toBe(is);
  });

  it('does not creep from one set to the next', () => {
    expect(outcomeOf([setOf('gg', [1, 1]), setOf('gg', [9, 9])], ENGINE).isCreeping).toBe(false);
  });
});
