import { describe, expect, it } from 'vitest';
import { beforeFatigue, fatigueOnset, fatiguePct, isOver } from '../../../src/lib/signal/fatigue';
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

/** By their first letters; `-` was not measured. */
const LETTERS: Readonly<Record<string, Quality | null>> = { g: 'good', f: 'fair', w: 'weak', '-': null };
const qualities = (letters: string) => Array.from(letters, (letter) => LETTERS[letter] ?? null);

describe.each([
  // Rounds, onset, over by `before`, over by `past`.
  ['', null, false, false],
  ['g', null, false, false],
  ['gfgf', null, false, false],
  ['w', null, true, false],
  ['gw', null, true, false],
  ['gwgw', null, true, false],
  ['gwfw', null, true, false],
  ['ww', 0, true, true],
  ['gfww', 2, true, true],
  ['gwgwwgww', 3, true, true],
  ['gw-', null, true, false],
  ['gw-w', 1, true, true],
  ['gw--w', 1, true, true],
  ['w-g-w', null, true, false],
  ['-ww', 1, true, true],
  ['---', null, false, false]
])('rounds of %j', (letters, onset, before, past) => {
  it(`have their onset of fatigue at ${String(onset)}`, () => {
    expect(fatigueOnset(qualities(letters))).toBe(onset);
  });

  it('are over as the rule says, and without one never', () => {
    const over = (rule?: 'before' | 'past') => isOver(rule, qualities(letters));
    expect([over('before'), over('past'), over()]).toEqual([before, past, false]);
  });

  it('count before it', () => {
    const rounds = qualities(letters).map((quality, i) => ({ i, figures: { quality } }));
    expect(beforeFatigue(rounds)).toEqual(rounds.slice(0, onset ?? rounds.length));
  });
});

it('all rounds count of an engine that told no quality', () => {
  const rounds = [{ figures: {} }, { figures: { quality: undefined } }, { figures: {} }];
  expect(beforeFatigue(rounds)).toEqual(rounds);
});
