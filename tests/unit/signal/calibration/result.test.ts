import { describe, expect, it } from 'vitest';
import type { Attempt, AttemptRefusal } from '../../../../src/lib/signal/calibration/attempt';
import { changePct, differencePct, outcomeOf, spanOf } from '../../../../src/lib/signal/calibration/result';

const attempts = (...tried: readonly (number | AttemptRefusal)[]): Attempt[] =>
  tried.map((one, i) => ({
    startS: 40 * i,
    polarity: 1,
    strength: typeof one === 'number' ? one : 999,
    refused: typeof one === 'number' ? null : one
  }));

describe('the outcome of attempts', () => {
  it.each([
    ['two accepted', [500, 490], 'more'],
    ['three whose best two lie a tenth apart', [500, 450, 300], 'done'],
    ['three whose best two lie farther apart', [500, 449, 440], 'more'],
    ['a fourth, however far apart', [500, 449, 440, 430], 'done'],
    ['refused ones in between', ['gap', 500, 'weak', 490, 480], 'done'],
    ['five, two of them accepted', ['gap', 500, 'weak', 490, 'rail'], 'more'],
    ['six, two of them accepted', ['gap', 500, 'weak', 490, 'rail', 'short'], 'failed'],
    ['six, three of them accepted and far apart', ['gap', 500, 'weak', 300, 'rail', 200], 'done']
  ] as const)('of %s', (_, tried, outcome) => {
    expect(outcomeOf(attempts(...tried), 'mvc')).toBe(outcome);
  });

  it('is whole with three comfortable ones, however far apart', () => {
    expect(outcomeOf(attempts(500, 300, 100), 'ref')).toBe('done');
    expect(outcomeOf(attempts(500, 300), 'ref')).toBe('more');
  });

  it('is the best as a maximum, and the middle one as comfortable', () => {
    expect(spanOf(attempts(300, 'breath', 500, 400), 'mvc')).toBe(500);
    expect(spanOf(attempts(300, 'breath', 500, 400), 'ref')).toBe(400);
    expect(spanOf(attempts(300, 600, 500, 400), 'ref')).toBe(450);
    expect(spanOf(attempts('weak'), 'mvc')).toBeNaN();
  });

  it('says how far the best two lie apart, and how far it lies from the last time', () => {
    expect(differencePct(attempts(400, 'breath', 500, 100))).toBeCloseTo(20, 12);
    expect(differencePct(attempts(400, 'breath'))).toBeNull();
    expect(changePct(400, 500)).toBeCloseTo(25, 12);
    expect(changePct(500, 400)).toBeCloseTo(-20, 12);
  });
});
