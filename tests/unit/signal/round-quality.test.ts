import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUALITIES, qualityOf } from '../../../src/lib/signal/round-quality';

const quality = (holdInBandPct: number | null, holdMeanPct: number | null, best: number | null = null) =>
  qualityOf({ holdInBandPct, holdMeanPct }, best);

describe('a round', () => {
  it.each([
    [100, 'good'],
    [70, 'good'],
    [69.99, 'fair'],
    [50, 'fair'],
    [49.99, 'weak'],
    [0, 'weak']
  ])('with %d %% of its hold in the band is %s', (inBand, expected) => {
    expect(quality(inBand, 40)).toBe(expected);
    expect(quality(inBand, 40, 40)).toBe(expected);
  });

  it.each([
    [40, 50, 'weak'],
    [40.01, 50, 'good'],
    [39.99, 50, 'weak'],
    [55, 50, 'good'],
    // 0.8 · 43 is not 34.4 in binary numbers, nor 0.8 · 23 18.4.
    [34.4, 43, 'weak'],
    [34.41, 43, 'good'],
    [18.4, 23, 'weak'],
    [18.41, 23, 'good']
  ])('with a hold of %d %% after a best one of %d %% is %s', (mean, best, expected) => {
    expect(quality(100, mean, best)).toBe(expected);
  });

  it('on a border but for the rounding of sums is on it', () => {
    expect(quality(70 - 1e-12, 40)).toBe('good');
    expect(quality(50 - 1e-12, 40)).toBe('fair');
    expect(quality(100, 40 + 1e-12, 50)).toBe('weak');
  });

  it('is weak before it is good, or fair', () => {
    for (const inBand of [100, 60]) expect(quality(inBand, 30, 50)).toBe('weak');
  });

  it('falls short of nothing where the best hold is none', () => {
    for (const best of [null, 0, -3]) expect(quality(100, -5, best)).toBe('good');
  });

  it('is nothing where its hold was not measured', () => {
    expect(quality(null, 40, 40)).toBeNull();
    expect(quality(100, null, 40)).toBeNull();
    expect(quality(null, null)).toBeNull();
  });

  it('is never better for less in the band, or a lower mean', () => {
    const pct = fc.double({ min: 0, max: 100, noNaN: true });
    const rank = (...of: Parameters<typeof quality>) =>
      QUALITIES.findIndex((each) => each === quality(...of));
    fc.assert(
      fc.property(pct, pct, pct, pct, (inBand, mean, best, less) => {
        const is = rank(inBand, mean, best);
        expect(is).toBeGreaterThanOrEqual(0);
        expect(rank(Math.max(0, inBand - less), mean, best)).toBeGreaterThanOrEqual(is);
        expect(rank(inBand, Math.max(0, mean - less), best)).toBeGreaterThanOrEqual(is);
      })
    );
  });
});
