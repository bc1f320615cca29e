import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hingeOf } from '../../../../src/lib/signal/review/hinge';
import { hingeError } from './hinge-error';
import { normalOf } from './noise';

const even = (count: number, stepS: number) => Float64Array.from({ length: count }, (_, i) => i * stepS);
const hinge = (t: Float64Array, breakS: number, level: number, slope: number) =>
  t.map((s) => level + slope * Math.max(0, s - breakS));

describe('a hinge', () => {
  it('is found exactly, wherever it breaks and however uneven the steps are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 20 }), { minLength: 30, maxLength: 60 }),
        fc.double({ min: 0.2, max: 0.8, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 10, max: 1000, noNaN: true }),
        (stepsMs, share, level, slope) => {
          let s = 40_000;
          const t = Float64Array.from(stepsMs, (step) => (s += step / 1000));
          const [first = NaN, last = NaN] = [t[0], t.at(-1)];
          const breakS = first + share * (last - first);
          const found = hingeOf(t, hinge(t, breakS, level, slope), 0, t.length);
          expect(found?.breakS).toBeCloseTo(breakS, 6);
          expect(found?.level).toBeCloseTo(level, 4);
          expect((found?.slope ?? NaN) / slope).toBeCloseTo(1, 4);
        }
      )
    );
  });

  it('of a noisy signal breaks where no other break leaves a smaller sum of squares', () => {
    const t = even(60, 0.01);
    for (let seed = 1; seed <= 20; seed++) {
      const normal = normalOf(seed);
      const v = hinge(t, 0.333, 0, 100).map((each) => each + 4 * normal());
      const least = hingeError(t, v, hingeOf(t, v, 0, t.length)?.breakS ?? NaN);
      for (let breakS = 0; breakS <= 0.59; breakS += 0.0007)
        expect(hingeError(t, v, breakS)).toBeGreaterThanOrEqual(least - 1e-6);
    }
  });

  it('with noise breaks where it should, without a bias', () => {
    // 30 samples flat, 20 on a line of slope b over L. The break is (c − a)/b: its variance is σ²/b²·(1/30 + 4/20), and as level and slope of
    // a line vary against each other, its mean is off by −6σ²/(20·L·b²).
    const [flat, line, stepS, slope, sd] = [30, 20, 0.01, 200, 1];
    const t = even(flat + line, stepS);
    const breakS = (flat - 0.5) * stepS;
    const repeats = 400;
    let sum = 0;
    for (let seed = 1; seed <= repeats; seed++) {
      const normal = normalOf(seed);
      const v = hinge(t, breakS, 0, slope).map((each) => each + sd * normal());
      sum += (hingeOf(t, v, 0, t.length)?.breakS ?? NaN) - breakS;
    }
    const spread = (sd / slope) * Math.sqrt(1 / flat + 4 / line);
    const bias = (-6 * sd ** 2) / (line * line * stepS * slope ** 2);
    expect(Math.abs(sum / repeats - bias)).toBeLessThan((4 * spread) / Math.sqrt(repeats));
  });

  it('is not there where nothing rises, or where fewer than three samples lie on a line', () => {
    const t = even(20, 0.01);
    expect(
      hingeOf(
        t,
        t.map(() => 5),
        0,
        20
      )
    ).toBeNull();
    expect(hingeOf(t, hinge(t, 0.1, 0, -100), 0, 20)).toBeNull();
    expect(hingeOf(t, hinge(t, 0.02, 0, 100), 0, 5)).toBeNull();
    expect(hingeOf(t, hinge(t, 0.025, 0, 100), 0, 6)?.breakS).toBeCloseTo(0.025, 9);
  });
});
