import { describe, expect, it } from 'vitest';
import { isDisturbed, measureRest } from '../../../../src/lib/signal/rest/measured-rest';
import { gaussian } from './gaussian';

const measured = (v: readonly number[], rateHz: number, resolution = 0) =>
  measureRest(
    Float64Array.from(v, (_, i) => i / rateHz),
    Float64Array.from(v),
    resolution
  );

describe('what rest reads', () => {
  it('has the median for a baseline, of an odd and of an even number', () => {
    expect(measured([5, 1, 900, 2, 3], 100).baseline).toBe(3);
    expect(measured([5, 1, 900, 2], 100).baseline).toBe(3.5);
  });

  it('has the line of Theil and Sen for its drift, and the median distance from it for its σ', () => {
    // Slopes between 0, 1, 9, 3, 4 at 0 to 4 s: 1, 4.5, 1, 1, 8, 1, 1, −6, −2.5, 1: their median is 1. Distances from t: 0, 0, 7, 0, 0.
    expect(measured([0, 1, 9, 3, 4], 1, 0.1)).toMatchObject({ drift: 4, sd: 0.1 });
    // Slopes −1, 1/2, 1/3, 1, 2, 1, 5/3, 0, 3/2, 3: median 1. Distances from t + 0, its middle one: 2, 0, 1, 0, 2.
    expect(measured([2, 1, 3, 3, 6], 1, 0.001)).toMatchObject({
      drift: 4,
      sd: expect.closeTo(1.4826, 2) as number
    });
  });

  it('has σ of at least one quantisation step, which is the smallest difference where none is known', () => {
    expect(measured([7, 7, 7, 7], 100, 1)).toMatchObject({ sd: 1, drift: 0 });
    expect(measured([7, 7, 7.5, 7, 7, 7, 7], 100).sd).toBe(0.5);
    expect(measured([7, 7, 7, 7], 100).sd).toBe(0);
  });

  it('has neither σ nor drift of two samples', () => {
    expect(measured([1, 2], 100)).toMatchObject({ sd: NaN, drift: NaN });
  });
});

describe('the σ of normal noise', () => {
  // 60 rests of n samples: their mean has a standard error of 1.17/√(60n). Four of these, and 1 % for the two numbers that the line is fitted with.
  it.each([
    [20, 5],
    [80, 5],
    [100, 10],
    [500, 5],
    [2000, 3]
  ])('is 1 without bias at %i Hz over %i s, and scatters by 1.17/√n', (rateHz, seconds) => {
    const n = rateHz * seconds;
    const normal = gaussian(rateHz);
    const found = Array.from({ length: 60 }, () => measured(Array.from({ length: n }, normal), rateHz).sd);
    const mean = found.reduce((sum, each) => sum + each / 60, 0);
    expect(Math.abs(mean - 1)).toBeLessThan((4 * 1.17) / Math.sqrt(60 * n) + 1.5 / n);
    const scatter = Math.sqrt(found.reduce((sum, each) => sum + (each - mean) ** 2 / 59, 0));
    // The SD of 60 values is known to 1/√(2 · 59) = 9 %: four times that.
    expect(Math.abs(scatter / (1.17 / Math.sqrt(n)) - 1)).toBeLessThan(4 * 0.092);
  });

  it.each([0.8, 1, 1.5, 2, 2.2, 2.4, 3, 5])('of %d quantisation steps is what went in', (sigma) => {
    const normal = gaussian(7);
    const found = measured(
      Array.from({ length: 8000 }, () => Math.round(0.3 + sigma * normal())),
      100,
      1
    ).sd;
    // Rounding and the spread over a step add 1/12 each, and the line goes through whole numbers at 0.3 from the middle at the most.
    const upper = Math.max(1, Math.sqrt(sigma ** 2 + 2 / 12 + 0.3 ** 2));
    const error = (4 * 1.17 * sigma) / Math.sqrt(8000);
    expect(found).toBeGreaterThan(sigma - error);
    expect(found).toBeLessThan(upper + error);
  });
});

describe('ten start-up samples at 0', () => {
  // 3 s at 100 Hz: 3.3 % of the samples. The median distance of all is the quantile 0.5/0.967 of the others: 0.702 for 0.6745, 4 % more.
  it('leave σ, median and line of the rest as they are', () => {
    const normal = gaussian(3);
    const v = Array.from({ length: 300 }, (_, i) => (i < 10 ? 0 : 10 + 0.05 * normal()));
    const rest = measured(v, 100, 0.0001);
    expect(Math.abs(rest.sd - 0.05 * 1.04)).toBeLessThan((4 * 1.17 * 0.05) / Math.sqrt(300));
    expect(rest.baseline).toBeCloseTo(10, 1);
    // The slope of normal noise has an SD of σ·√(12/n) over the window: 0.01, and 0.0105 with Theil–Sen's efficiency of 91 % in variance.
    expect(Math.abs(rest.drift)).toBeLessThan(4 * 0.0105 + 0.01);
    expect(isDisturbed(rest, 0)).toBe(false);
  });
});

describe('a shift of the seat in the middle', () => {
  it('is a drift of its own height, with the σ of each half', () => {
    const normal = gaussian(11);
    for (const atShare of [0.44, 0.5, 0.56]) {
      const v = Array.from({ length: 500 }, (_, i) => (i < 500 * atShare ? 0 : 20) + 0.5 * normal());
      const { sd, drift } = measured(v, 100, 0.001);
      // 6 % of the samples at most lie in the wrong half, 12 % of that half: its median moves by 0.17σ.
      expect(drift).toBeGreaterThan(20 - 0.5);
      expect(drift).toBeLessThan(20 + 0.5);
      expect(sd).toBeLessThan(0.5 * 1.35);
    }
  });

  it('is none where somebody breathes', () => {
    for (let phase = 0; phase < 1; phase += 1 / 24) {
      const v = Array.from({ length: 500 }, (_, i) => 10 * Math.sin(2 * Math.PI * (i / 400 + phase)));
      // Periods of 4 s in 5 s of rest: 3σ are three times as much as the line can make of it.
      const { sd, drift } = measured(v, 100, 0.001);
      expect(Math.abs(drift)).toBeLessThan(0.4 * 3 * sd);
    }
  });
});
