import { expect, it } from 'vitest';
import { LIMITS } from '../../../src/lib/signal/limits';
import { besideOf, limitOf, rangeOf, typedNumber } from '../../../src/lib/ui/field-words';

it.each([
  ['3', 3],
  ['0.3', 0.3],
  ['0,3', 0.3],
  [',5', 0.5],
  ['2.', 2],
  [' 12 ', 12],
  ['', null],
  ['.', null],
  ['-3', null],
  ['1e3', null],
  ['1.2.3', null],
  ['1.000,5', null],
  ['three', null]
])('reads what was typed: "%s" is %s', (typed, value) => {
  expect(typedNumber(typed)).toBe(value);
});

it('names the unit, the range and the limit of a pattern in seconds', () => {
  expect(besideOf('holdS', 1)).toBe('second');
  expect(besideOf('holdS', 0.5)).toBe('seconds');
  expect(rangeOf(LIMITS.riseS)).toBe('0.2 to 20 seconds, in tenths at the finest.');
  expect(rangeOf(LIMITS.rounds)).toBe('A whole number from 1 to 30.');
  expect(limitOf('holdS', 9)).toBe('At most 9 s.');
});
