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
    [5, 'after a birth of which the way is not told', of(birth(null)), 13, 'before-fatigue'],
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
