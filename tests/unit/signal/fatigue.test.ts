import { describe, expect, it } from 'vitest';
import {
  beforeFatigue,
  fatigueOnset,
  fatiguePct,
  isOver,
  isTwiceInARow
} from '../../../src/lib/signal/fatigue';
import type { Quality } from '../../../src/lib/signal/round-quality';

it.each([
  [[40, 40, 38, 36, 30], 25],
  [[10, 40, 44], -10],
  // What was not measured is passed over.
  [[40, null, 40, null, 20, null], 50],
  [[40, 40], null],
  [[40, null, 40], null],
  [[], null],
  [[40, 0, 20], null]
])('the fatigue of holds of %j is %d %%', (means, expected) => {
  expect(fatiguePct(means)).toBe(expected);
});

/** By their first letters, not done by `n` and too strong by `s`; `-` was not measured. */
const LETTERS: Readonly<Record<string, Quality | null>> = {
  g: 'good',
  f: 'fair',
  w: 'weak',
  n: 'not-done',
  s: 'too-strong',
  '-': null
};
const qualities = (letters: string) => Array.from(letters, (letter) => LETTERS[letter] ?? null);

describe.each([
  // Rounds; onset, from 0 on, in a set that goes past fatigue, and in one that ends before it.
  ['', null, null],
  ['g', null, null],
  ['gfgf', null, null],
  // Round 1 alone is never fatigue; nor are the first two rounds where the set ends before it.
  ['w', null, null],
  ['gw', null, null],
  ['ww', 1, null],
  ['wwg', 1, null],
  ['gww', 1, 2],
  ['wgw', null, 2],
  ['gwgw', null, 3],
  ['gwfw', null, 3],
  ['gfww', 2, 2],
  ['gwgwwgww', 3, 3],
  // A round that was not measured is passed over.
  ['gw-', null, null],
  ['gw-w', 1, 3],
  ['gw--w', 1, 4],
  ['w-w', 1, 2],
  ['-ww', 1, 2],
  ['---', null, null],
  // Too strong and not done are no fatigue, and come between two weak rounds.
  ['ssss', null, null],
  ['nnnn', null, null],
  ['wsw', null, 2],
  ['gwnw', null, 3]
])('rounds of %j', (letters, past, before) => {
  it('have their onset of fatigue where the rule of the set puts it', () => {
    expect(fatigueOnset(qualities(letters), undefined)).toBe(past);
    expect(fatigueOnset(qualities(letters), 'past')).toBe(past);
    expect(fatigueOnset(qualities(letters), 'before')).toBe(before);
  });

  it('end the set as the rule says, and never without one', () => {
    const over = (rule?: 'before' | 'past') => isOver(rule, qualities(letters));
    expect([over('before'), over('past'), over()]).toEqual([before !== null, past !== null, false]);
  });

  it('count up to the onset', () => {
    const rounds = qualities(letters).map((quality, i) => ({ i, figures: { quality } }));
    expect(beforeFatigue(rounds, 'past')).toEqual(rounds.slice(0, past ?? rounds.length));
    expect(beforeFatigue(rounds, 'before')).toEqual(rounds.slice(0, before ?? rounds.length));
  });
});

it.each([
  ['nn', 'not-done', true],
  ['n', 'not-done', false],
  ['ngn', 'not-done', false],
  ['nng', 'not-done', false],
  ['gnn', 'not-done', true],
  ['n-n', 'not-done', true],
  ['gss', 'too-strong', true],
  ['sns', 'too-strong', false]
] as const)('rounds of %j end in two %s: %s', (letters, quality, expected) => {
  expect(isTwiceInARow(qualities(letters), quality)).toBe(expected);
});

it('all rounds count of an engine that judged none', () => {
  const rounds = [{ figures: {} }, { figures: { quality: undefined } }, { figures: {} }];
  expect(beforeFatigue(rounds, 'past')).toEqual(rounds);
});
