import { expect, test } from 'vitest';
import { isQuietTime } from '../../../src/lib/ui/quiet-time';

test.each([
  ['rest', 6, true],
  ['rest', 2, true],
  // The next cue comes before the sentence is over.
  ['rest', 1, false],
  ['waiting', null, true],
  ['relaxing', 20, true],
  ['relaxing', 1, false],
  ['paused', null, true],
  ['done', null, true],
  ['ready', 3, false],
  ['rise', 4, false],
  ['hold', 10, false],
  ['fall', 4, false]
] as const)('a result is read out in "%s" with %s s left: %s', (cue, left, isQuiet) => {
  expect(isQuietTime({ cue, left })).toBe(isQuiet);
});
