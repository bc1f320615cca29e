import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestRealChange } from '../../../src/lib/progress/real-change';

describe('the smallest real change', () => {
  it('is 1.96 times the root mean square of the differences from one time to the next', () => {
    // Differences of 3 and 4 in turn: mean square (9 + 16) / 2 = 12.5, but for the fifth, which is a 3 again: (27 + 32) / 5 = 11.8.
    expect(smallestRealChange([0, 3, 7, 10, 14, 17], 0)).toBeCloseTo(1.96 * Math.sqrt(11.8), 12);
  });

  it('comes near the published 31 % where values vary by 11 %', () => {
    // 11 above and 11 below 100 have that standard deviation; of independent ones the differences are 11 · √2 in root mean square, as here,
    // where every other one is 22 and the rest are 0.
    const real = smallestRealChange([89, 111, 111, 89, 89, 111, 111, 89, 89], 0);
    expect(real).toBeCloseTo(1.96 * Math.SQRT2 * 11, 9);
    expect(Math.abs((real ?? NaN) - 31)).toBeLessThan(0.6);
  });

  it('is not told of fewer than six, and never less than the last digit shown', () => {
    expect(smallestRealChange([1, 2, 3, 4, 5], 0.1)).toBeNull();
    expect(smallestRealChange([2, 2, 2, 2, 2, 2], 0.1)).toBe(0.1);
  });

  it('goes with the unit and not with the height', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: -500, max: 500 }), (some, height) => {
        const real = smallestRealChange(some, 0) ?? NaN;
        expect(
          smallestRealChange(
            some.map((value) => 4 * value + height),
            0
          )
        ).toBeCloseTo(4 * real, 6);
      })
    );
  });
});
