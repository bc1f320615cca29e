import { describe, expect, it } from 'vitest';
import { findRest } from '../../../../src/lib/signal/offline/rest-search';
import { column, sampled, straight, type Sample } from '../samples';

const survey = (samples: readonly Sample[], stepS = 0.01, resolution = 0.01) => ({
  t: column(samples, 't'),
  v: column(samples, 'v'),
  stepS,
  resolution
});
/** Of ±1, and as good as normal: the sum of twelve even parts, from a generator of Park and Miller. */
function noise(sd: number, seed = 1): () => number {
  let state = seed;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return () => sd * (Array.from({ length: 12 }, next).reduce((sum, each) => sum + each, 0) - 6);
}
/** Restless for 3 s; held at 100 from 4 to 10 s, as calm as rest; rest at 0 from 11 to 16 s, and a squeeze at its end. */
const LATE = straight([3, 60], [4, 100], [10, 100], [11, 0], [16, 0], [16.5, 100], [18, 100], [18.5, 0]);
const RESTLESS = (s: number) => (s < 3 ? 30 * Math.sin(2 * Math.PI * s) : 0) + LATE(s);

describe('the rest of a recording', () => {
  it('is its first three seconds where they are calm and low, whatever comes later', () => {
    const squeeze = straight([5, 10], [6, 110], [10, 110], [10.5, 10]);
    expect(findRest(survey(sampled(squeeze, 100, 2, 15)), 1)).toEqual({
      fromS: 2,
      toS: 5,
      firstRefused: null,
      isMakeshift: false
    });
    // It settles 15 % below rest, as real signals do.
    const below = straight([5, 10], [6, 110], [10, 110], [10.5, -5]);
    expect(findRest(survey(sampled(below, 100, 2, 15)), 1).firstRefused).toBeNull();
  });

  it('is the calm stretch at the lowest level, and no plateau that is as calm', () => {
    const { fromS, toS, firstRefused } = findRest(survey(sampled(RESTLESS, 100, 0, 19)), 1);
    expect(firstRefused).toBe('restless');
    expect([fromS >= 11, toS <= 16]).toEqual([true, true]);
    expect(toS - fromS).toBeCloseTo(3, 9);
  });

  it('is the calm stretch at the highest level where a contraction lowers the signal', () => {
    const { fromS, toS } = findRest(survey(sampled((s) => -RESTLESS(s), 100, 0, 19)), -1);
    expect([fromS >= 11, toS <= 16]).toEqual([true, true]);
  });

  it('is not a plateau that the recording begins with', () => {
    const held = straight([4, 80], [4.5, 0], [9, 0], [9.5, 100], [12, 100], [12.5, 0]);
    const { fromS, firstRefused } = findRest(survey(sampled(held, 100, 0, 14)), 1);
    expect(firstRefused).toBe('high');
    expect(fromS).toBeGreaterThanOrEqual(4.5);
  });

  it('is not a stretch that drifts, nor one with a gap', () => {
    const drifting = straight([0, 0], [3, 30], [4, 0], [8, 0], [9, 100], [12, 100], [12.5, 0]);
    expect(findRest(survey(sampled(drifting, 100, 0, 16)), 1)).toMatchObject({ firstRefused: 'drifting' });
    const holed = sampled(straight([8, 0], [9, 100], [12, 100], [12.5, 0]), 100, 0, 16);
    const found = findRest(survey(holed.filter(({ t }) => t < 1 || t > 1.5)), 1);
    expect(found.firstRefused).toBe('gap');
    expect(found.fromS).toBeGreaterThan(1.5);
  });

  it('stays the first three seconds where nothing else is a rest either', () => {
    const never = sampled((s) => 50 * Math.sin(2 * Math.PI * 0.5 * s), 100, 0, 12);
    expect(findRest(survey(never), 1)).toEqual({
      fromS: 0,
      toS: 3,
      firstRefused: 'restless',
      isMakeshift: true
    });
  });

  it('is no plateau where the rests between are shorter than three seconds', () => {
    const short = straight([4, 80], [4.5, 0], [6.5, 0], [7, 100], [12, 100], [12.5, 0], [14.5, 0], [15, 100]);
    expect(findRest(survey(sampled(short, 100, 0, 19)), 1)).toEqual({
      fromS: 0,
      toS: 3,
      firstRefused: 'high',
      isMakeshift: true
    });
  });

  it('has the noise that there is: at 10 Hz the calmest of many stretches would have half of it', () => {
    // 40 recordings of 60 s with σ 1. The SD of 30 values is √(1/56) = 13 % uncertain, the mean of 40 of them 2.1 %; three of these are 6.4 %.
    const ratios = Array.from({ length: 40 }, (_, i) => {
      const random = noise(1, 1 + 7919 * i);
      const hold = straight([3, 300], [4, 0], [60, 0], [60.5, 300], [64, 300]);
      const samples = sampled(hold, 10, 0, 64).map(({ t, v }) => ({ t, v: v + random() }));
      const { fromS, toS } = findRest(survey(samples, 0.1), 1);
      const rest = samples.filter(({ t }) => t >= fromS - 1e-9 && t < toS - 1e-9);
      const mean = rest.reduce((sum, { v }) => sum + v / rest.length, 0);
      return rest.reduce((sum, { v }) => sum + (v - mean) ** 2 / (rest.length - 1), 0);
    });
    const sd = Math.sqrt(ratios.reduce((sum, each) => sum + each / ratios.length, 0));
    expect(Math.abs(sd - 1)).toBeLessThan(0.064);
  });
});
