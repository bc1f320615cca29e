import { describe, expect, it } from 'vitest';
import { roundsRule, setOfToday } from '../../../src/lib/plan/dose';
import type { Situation } from '../../../src/lib/plan/situation';
import type { Rounds, Step } from '../../../src/lib/plan/steps';
import type { FatigueRule } from '../../../src/lib/signal/fatigue';
import {
  after,
  birth,
  free,
  of,
  other,
  prescribed,
  pregnant,
  setOf,
  setting,
  setUpOf,
  surgery,
  type Targeted
} from './courses';

describe('the rounds of a step', () => {
  it.each<[Step, string, Situation, number, Rounds]>([
    [1, 'in pregnancy', of(pregnant), 0, 'fixed'],
    [2, 'in pregnancy', of(pregnant), 0, 'before-fatigue'],
    [3, 'in pregnancy', of(pregnant), 0, 'past-fatigue'],
    [3, 'otherwise', of(other), 0, 'past-fatigue'],
    [4, 'after a birth', of(birth()), 20, 'fixed'],
    [5, 'after a birth', of(birth()), 4, 'before-fatigue'],
    [5, 'after a birth', of(birth()), 13, 'before-fatigue'],
    [5, 'after a birth', of(birth()), 14, 'past-fatigue'],
    [5, 'after a caesarean', of(birth('caesarean')), 13, 'before-fatigue'],
    [5, 'after a caesarean', of(birth('caesarean')), 14, 'past-fatigue'],
    [5, 'after an operation', of(surgery()), 42, 'past-fatigue'],
    [6, 'after a birth', of(birth()), 42, 'past-fatigue'],
    [6, 'opened by a therapist, after a birth', of(birth()), 10, 'past-fatigue'],
    [7, 'after a birth', of(birth()), 84, 'fixed']
  ])('%d %s: %j, day %d: %s', (step, _, situation, days, rule) => {
    expect(roundsRule(prescribed(free(step)), situation, after(days))).toBe(rule);
  });
});

describe('the set of today', () => {
  it.each<[Targeted, Situation, number, number, FatigueRule | undefined]>([
    [2, of(pregnant), 0, 5, 'before'],
    [3, of(pregnant), 0, 10, 'past'],
    [5, of(birth()), 13, 5, 'before'],
    [5, of(birth()), 14, 10, 'past'],
    [6, of(birth()), 42, 10, 'past'],
    [7, of(birth()), 84, 5, undefined]
  ])('of step %d at first: %j, day %d: %d rounds, fatigue %j', (step, situation, days, rounds, fatigue) => {
    const set = setOfToday(prescribed(setting(step)), situation, [], after(days));
    expect(set).toEqual({ ...setUpOf(step), rounds, ...(fatigue && { fatigue }) });
  });

  it('keeps all but the rounds', () => {
    const changed = { forcePct: 35, holdS: 4, restS: 8, bandPct: 15 };
    const set = setOfToday(prescribed(setting(2, changed)), of(pregnant), [], after(0));
    expect(set).toEqual(setUpOf(2, { ...changed, rounds: 5, fatigue: 'before' }));
  });

  it('is none of a free curve', () => {
    expect(setOfToday(prescribed(free(1)), of(pregnant), [], after(0))).toBeNull();
    expect(setOfToday(prescribed(free(4)), of(birth()), [], after(10))).toBeNull();
  });

  it.each([3, 12, 30])('past fatigue has the most rounds that are prescribed: %d', (rounds) => {
    const tired = [setOf('gww', setUpOf(6, { fatigue: 'past' }))];
    expect(setOfToday(prescribed(setting(6, { rounds })), of(birth()), tired, after(42))).toMatchObject({
      rounds,
      fatigue: 'past'
    });
  });
});

describe('fewer rounds than fatigue takes', () => {
  const past = setUpOf(2, { fatigue: 'past' });
  const before = setUpOf(2, { fatigue: 'before' });
  const rounds = (sets: ReturnType<typeof setOf>[], most = 10) =>
    setOfToday(prescribed(setting(2, { rounds: most })), of(pregnant), sets, after(0))?.rounds;

  it.each<[string, string[], number]>([
    ['five the first time', [], 5],
    ['one less than the onset', ['ggggggww'], 6],
    ['one less than the middle one of three', ['gggggggww', 'gggww', 'gggggww'], 5],
    ['whichever comes first', ['gggww', 'gggggww', 'gggggggww'], 5],
    ['of the last three alone', ['gggww', 'gggww', 'gggggggww', 'gggggggww', 'gggggggww'], 3],
    ['the middle of two', ['gggww', 'gggggww'], 4],
    ['never none', ['ww', 'ww', 'ww'], 1],
    ['one from the second round on', ['gww'], 1],
    // Weak rounds that are not two in a row are no fatigue: taken for two rounds on.
    ['one more where no two were weak in a row', ['gwgwg'], 6],
    ['one more than were trained without fatigue', ['ggggg'], 6]
  ])('are %s: %j', (_, told, expected) => {
    expect(rounds(told.map((each) => setOf(each, past)))).toBe(expected);
  });

  it.each<[string, string[], number]>([
    // It ended with its first weak round, so that is where fatigue is taken to begin.
    ['one less than the weak round', ['ggggw'], 4],
    ['one less than the middle one of three', ['ggggw', 'ggw', 'gggw'], 3],
    ['never none', ['w', 'w', 'w'], 1],
    ['one more than were trained without a weak one', ['ggggg'], 6]
  ])('after sets that ended before it are %s: %j', (_, told, expected) => {
    expect(rounds(told.map((each) => setOf(each, before)))).toBe(expected);
  });

  it.each([
    [10, 10],
    [9, 9],
    [12, 11]
  ])('are at most what is prescribed: after ten without fatigue, of %d, %d', (most, expected) => {
    expect(rounds([setOf('g'.repeat(10), before)], most)).toBe(expected);
  });

  it('are at most what is prescribed the first time too', () => {
    expect(rounds([], 4)).toBe(4);
  });
});
