import { describe, expect, it } from 'vitest';
import { LIMITS, within } from '../../../src/lib/signal/limits';

describe('limits', () => {
  it.each(Object.entries(LIMITS))('of %s hold at both ends', (_, limit) => {
    expect(limit.min).toBeLessThan(limit.max);
    expect(within(limit.min, limit)).toBe(true);
    expect(within(limit.max, limit)).toBe(true);
    expect(within(limit.min - 1, limit)).toBe(false);
    expect(within(limit.max + 1, limit)).toBe(false);
  });

  it.each([20.5, NaN, Infinity, -Infinity])('refuse %d, which is no whole number', (value) => {
    expect(within(value, { min: 0, max: 100 })).toBe(false);
  });
});
