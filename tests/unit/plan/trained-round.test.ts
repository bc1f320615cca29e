import { describe, expect, it } from 'vitest';
import { trainedRound } from '../../../src/lib/plan/trained';
import { QUALITIES } from '../../../src/lib/signal/round-quality';
import { setUpOf } from './courses';

/** The first engine that tells a hold above the band from a weak one. */
const ENGINE = 8;

describe('a rest', () => {
  it.each<[number, number | null, number, boolean | null]>([
    // Below 10 %.
    [50, 9.99, 0, true],
    [50, 10, 0, false],
    [50, -3, 0, true],
    // Above where the zero is.
    [50, 11.99, 2, true],
    [50, 12, 2, false],
    [50, 8.5, -1.5, false],
    // Half of a force below 20 %.
    [20, 9.99, 0, true],
    [20, 10, 0, false],
    [15, 7.49, 0, true],
    [15, 7.5, 0, false],
    [10, 4.99, 0, true],
    [10, 5, 0, false],
    [50, null, 0, null]
  ])('of a force of %d, at %j with the zero at %d, is relaxed: %j', (forcePct, restMeanPct, zeroPct, is) => {
    const figures = { restMeanPct, zeroPct, quality: 'fair' } as const;
    expect(trainedRound(figures, setUpOf(6, { forcePct }), ENGINE)).toEqual({
      quality: 'fair',
      isRelaxed: is,
      isReached: null
    });
  });

  it('was judged also by engines that told no quality', () => {
    const figures = { restMeanPct: 1, zeroPct: 0 };
    for (const of of [figures, { ...figures, quality: null }, { ...figures, quality: undefined }]) {
      expect(trainedRound(of, setUpOf(6), 5)).toEqual({ quality: null, isRelaxed: true, isReached: null });
    }
  });
});

describe('the quality of a round', () => {
  const figures = { restMeanPct: 1, zeroPct: 0 };

  it.each(QUALITIES)('is kept from this engine on: %s', (quality) => {
    expect(trainedRound({ ...figures, quality }, setUpOf(6), ENGINE).quality).toBe(quality);
    expect(trainedRound({ ...figures, quality }, setUpOf(6), ENGINE + 1).quality).toBe(quality);
  });

  it.each(['good', 'fair', null] as const)('is kept from an earlier engine where it is %j', (quality) => {
    expect(trainedRound({ ...figures, quality }, setUpOf(6), 7).quality).toBe(quality);
  });

  it('is unknown where an earlier engine said weak: that may have been a hold above the band', () => {
    expect(trainedRound({ ...figures, quality: 'weak' }, setUpOf(6), 7).quality).toBeNull();
    expect(trainedRound({ ...figures, quality: 'weak' }, setUpOf(6), 0).quality).toBeNull();
  });
});

describe('a hold came up to the band', () => {
  it.each<[number, number, number, boolean]>([
    // 50 ± 10 %.
    [50, 10, 40, true],
    [50, 10, 39.9, false],
    [50, 10, 141, true],
    // The band is never more than half the force: 15 ± 7.5 %, 10 ± 5 %.
    [15, 10, 7.5, true],
    [15, 10, 7.4, false],
    [10, 10, 5, true],
    [10, 10, 4.9, false],
    [30, 25, 15, true],
    [30, 25, 14.9, false]
  ])('of a force of %d with a band of %d, at %d: %j', (forcePct, bandPct, holdBestPct, is) => {
    const figures = { restMeanPct: 1, zeroPct: 0, quality: 'fair' as const, holdBestPct };
    expect(trainedRound(figures, setUpOf(6, { forcePct, bandPct }), ENGINE).isReached).toBe(is);
  });

  it('or not: nobody knows where it was not measured', () => {
    for (const holdBestPct of [null, undefined]) {
      const figures = { restMeanPct: 1, zeroPct: 0, holdBestPct };
      expect(trainedRound(figures, setUpOf(6), ENGINE).isReached).toBeNull();
    }
  });
});
