import { describe, expect, it } from 'vitest';
import { LIMITS, within, type Limit } from '../../../src/lib/signal/limits';

describe('limits', () => {
  it.each<[string, Limit]>(Object.entries(LIMITS))('of %s hold at both ends', (_, limit) => {
    const { min, max, parts = 1 } = limit;
    expect(min).toBeLessThan(max);
    expect(within(min, limit)).toBe(true);
    expect(within(max, limit)).toBe(true);
    expect(within(min - 1 / parts, limit)).toBe(false);
    expect(within(max + 1 / parts, limit)).toBe(false);
  });

  it.each([20.5, NaN, Infinity, -Infinity])('refuse %d, which is no whole number', (value) => {
    expect(within(value, { min: 0, max: 100 })).toBe(false);
  });

  it('take every tenth of a second, however it is rounded, and nothing finer', () => {
    const limit = { min: 0, max: 60, parts: 10 };
    for (let tenths = 0; tenths <= 600; tenths++) {
      expect(within(Number(`${Math.floor(tenths / 10)}.${tenths % 10}`), limit)).toBe(true);
      expect(within(tenths / 10 + 0.05, limit)).toBe(false);
    }
  });
});
