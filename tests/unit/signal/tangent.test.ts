import { describe, expect, it } from 'vitest';
import {
  effectiveTangentPct,
  requiredRampS,
  rmaxOf,
  slopeTowards,
  tangentPct,
  type Slope
} from '../../../src/lib/signal/tangent';
import { column, sampled, straight, type Sample } from './samples';

function slopeOf(samples: readonly Sample[], forcePct: number, rateHz: number): Slope {
  return slopeTowards(forcePct, column(samples, 't'), column(samples, 'v'), 1 / rateHz);
}
/** Up by `pctPerS` from 1 s on, to `top`. */
const ramp = (pctPerS: number, top: number) => straight([1, 0], [1 + top / pctPerS, top]);

describe('the slope towards a target', () => {
  it.each([20, 50, 100, 200])('of a ramp of 40 %%/s is 40 %%/s at %i Hz', (rateHz) => {
    const slope = slopeOf(sampled(ramp(40, 70), rateHz, 0, 5), 70, rateHz);
    expect(slope).toEqual({ pctPerS: expect.closeTo(40, 6) as number });
  });

  it('counts from the last crossing of 20 % before the first of 80 %', () => {
    // A first try to 40 % at 1.5 s; then from 0 at 2 s by 100 %/s.
    const twice = straight([1, 0], [1.5, 40], [2, 0], [3, 100]);
    expect(slopeOf(sampled(twice, 100, 0, 4), 70, 100)).toEqual({
      pctPerS: expect.closeTo(100, 6) as number
    });
  });

  it('is not reached below 80 % of the force', () => {
    expect(slopeOf(sampled(ramp(40, 55), 100, 0, 5), 70, 100)).toEqual({ notMeasured: 'not-reached' });
  });

  it('is not measurable with fewer than three samples between, below 20 Hz, and across a gap', () => {
    // 42 % of K = 70 lie between: 0.021 s at 2000 %/s, two samples at 100 Hz.
    const fast = slopeOf(sampled(ramp(2000, 70), 100, 0, 5), 70, 100);
    expect(fast).toEqual({ notMeasured: 'not-measurable' });
    expect(slopeOf(sampled(ramp(20, 70), 10, 0, 8), 70, 10)).toEqual({ notMeasured: 'not-measurable' });
    const gap = sampled(ramp(40, 70), 100, 0, 5).filter(({ t }) => t < 1.33 || t > 1.42);
    expect(slopeOf(gap, 70, 100)).toEqual({ notMeasured: 'not-measurable' });
  });
});

describe('Rmax', () => {
  const slopes = (...values: readonly (number | null)[]): Slope[] =>
    values.map((pctPerS) => (pctPerS === null ? { notMeasured: 'not-reached' } : { pctPerS }));

  it('is the median of the best three of five', () => {
    expect(rmaxOf(slopes(150, 180, 90, 200, 170))).toBe(180);
    expect(rmaxOf(slopes(150, null, 90, 200, null))).toBe(150);
  });

  it('needs three', () => {
    expect(rmaxOf(slopes(150, null, null, 200, null))).toBeNull();
  });
});

describe('the ramp that a tangent asks for', () => {
  it.each([
    // Worked out by hand: 70/(0.8·180) and 70/(0.8·60).
    [70, 80, 180, 4, 0.4861],
    [70, 80, 60, 4, 1.4583],
    // Never shorter than 0.2 s, never longer than the pattern's rise.
    [30, 100, 300, 4, 0.2],
    [70, 10, 60, 4, 4]
  ])('to %i %% at τ %i and Rmax %i, within %i s, is %d s', (force, tangent, rmax, rise, rampS) => {
    expect(requiredRampS(force, tangent, rmax, rise)).toBeCloseTo(rampS, 4);
  });

  it('tells what it really asks for', () => {
    expect(effectiveTangentPct(70, requiredRampS(70, 80, 180, 4), 180)).toBeCloseTo(80, 9);
    // The pattern's 4 s cut τ 10 at Rmax 60 off: 70/(4·60).
    expect(effectiveTangentPct(70, requiredRampS(70, 10, 60, 4), 60)).toBeCloseTo(29.1667, 3);
    expect(tangentPct(90, 180)).toBe(50);
  });
});
