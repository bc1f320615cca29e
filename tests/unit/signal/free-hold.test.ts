import { describe, expect, it } from 'vitest';
import { freeHold } from '../../../src/lib/signal/free-hold';
import { column, sampled, straight } from './samples';

function holdOf(f: (s: number) => number, plateau: number, rateHz = 100) {
  const samples = sampled(f, rateHz, 0, 10);
  return freeHold(column(samples, 't'), column(samples, 'v'), plateau);
}

describe('the hold of a free contraction', () => {
  it('of a trapezoid lies 0.25 s inside the crossings of 90 %', () => {
    // Up 1–2 s, down 5–6 s: 90 % at 1.9 s and 5.1 s.
    const hold = holdOf(straight([1, 0], [2, 55], [5, 55], [6, 0]), 55);
    expect(hold?.startS).toBeCloseTo(2.15, 9);
    expect(hold?.endS).toBeCloseTo(4.85, 9);
    expect(hold?.mean).toBeCloseTo(55, 9);
  });

  it('is at least 1 s long', () => {
    const upright = (lengthS: number) => straight([1, 0], [2, 50], [2 + lengthS, 50], [3 + lengthS, 0]);
    // The crossings of 90 % lie 0.1 s outside the corners, the margins 0.25 s inside: lengthS + 0.2 − 0.5.
    expect(holdOf(upright(1.28), 50)).toBeNull();
    expect(holdOf(upright(1.32), 50)).not.toBeNull();
  });

  it('weighs each sample with (t[i+1] − t[i−1])/2', () => {
    // 90 % of 100 is crossed at 0.9 and 6.1 s. Within 1.15–5.85 s: 98 and 94 with 1.5 s each, 100 with 1 s.
    const t = Float64Array.of(0, 1, 2, 4, 5, 6, 7);
    const v = Float64Array.of(0, 100, 98, 94, 100, 100, 0);
    const hold = freeHold(t, v, 100);
    expect(hold?.startS).toBeCloseTo(1.15, 12);
    expect(hold?.endS).toBeCloseTo(5.85, 12);
    expect(hold?.mean).toBeCloseTo((1.5 * 98 + 1.5 * 94 + 100) / 4, 12);
  });

  it('of a hold that sinks in a straight line is the value at its middle', () => {
    const hold = holdOf(straight([1, 0], [2, 60], [5, 57], [6, 0]), 60);
    const middle = 60 - (((hold?.startS ?? NaN) + (hold?.endS ?? NaN)) / 2 - 2);
    // Samples stand in for the line: half a step at 1 %/s.
    expect(Math.abs((hold?.mean ?? NaN) - middle)).toBeLessThan(0.005);
  });

  it('is none where nothing reaches 90 %', () => {
    expect(holdOf(() => 10, 100)).toBeNull();
  });
});
