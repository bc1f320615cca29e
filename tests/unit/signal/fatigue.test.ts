import { expect, it } from 'vitest';
import { fatiguePct } from '../../../src/lib/signal/fatigue';

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
