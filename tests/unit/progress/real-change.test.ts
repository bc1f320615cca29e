import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestRealChange } from '../../../src/lib/progress/real-change';

describe('the smallest real change', () => {
  it('is 1.96 times the SD of the differences from one time to the next', () => {
    // Differences 3, 4, 3, 4 and 3: three lie 0.4 below their mean of 3.4 and two 0.6 above, so (3 · 0.16 + 2 · 0.36) / 4 = 0.3.
    expect(smallestRealChange([0, 3, 7, 10, 14, 17], 0)).toBeCloseTo(1.96 * Math.sqrt(0.3), 12);
  });

  it('takes a steady gain for no variation', () => {
    const varied = [3, 5, 4, 6, 2, 5, 3];
    const gaining = varied.map((value, i) => value + 7 * i);
    expect(smallestRealChange(gaining, 0)).toBeCloseTo(smallestRealChange(varied, 0) ?? NaN, 12);
    expect(smallestRealChange([10, 20, 30, 40, 50, 60], 0.1)).toBe(0.1);
  });

  it('comes near the published 31 % where values vary by 11 %', () => {
    // 11 above and 11 below 100 have that standard deviation. Of independent ones the mean square difference is 2 · 11², as here, where it is
    // 22, 0, −22, 0 in turn; n − 1 in place of n makes the SD of so many larger by √(200/199).
    const values = Array.from({ length: 201 }, (_, i) => ((i + 1) % 4 < 2 ? 111 : 89));
    const real = smallestRealChange(values, 0) ?? NaN;
    expect(real).toBeCloseTo(1.96 * Math.SQRT2 * 11 * Math.sqrt(200 / 199), 9);
    expect(Math.abs(real - 31)).toBeLessThan(0.6);
  });

  it('is not known of fewer than six, and never less than the last digit shown', () => {
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
