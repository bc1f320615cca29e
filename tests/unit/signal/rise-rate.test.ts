import { describe, expect, it } from 'vitest';
import { steepest } from '../../../src/lib/signal/rise';
import { riseRateWindowS, TrailingRiseRate } from '../../../src/lib/signal/rise-rate';
import { column, sampled, sampleRun } from './samples';

const RATES = [20, 50, 100, 200] as const;

/** Rise rates of a ramp of 40 %/s, told at each sample. */
function ramp(rateHz: number, fromS: number, lengthS = 1): number[] {
  const rate = new TrailingRiseRate();
  return sampled((s) => 40 * (s - fromS), rateHz, fromS, fromS + lengthS).map(({ t, v }) =>
    told(rate, t, v, 1 / rateHz)
  );
}

function told(rate: TrailingRiseRate, t: number, v: number, stepS: number): number {
  const run = sampleRun([{ t, v }], { stepS });
  rate.push(run, 0, 1);
  return run.ratePerS[0] ?? NaN;
}

describe.each(RATES)('the rise rate at %i Hz', (rateHz) => {
  it.each([0, 3600, 8 * 3600])('of a ramp of 40 %%/s is 40 %%/s to 1e-6, from %i s on', (fromS) => {
    const measured = ramp(rateHz, fromS).filter((rate) => !Number.isNaN(rate));
    expect(measured.length).toBeGreaterThan(0.7 * rateHz);
    for (const rate of measured) expect(Math.abs(rate / 40 - 1)).toBeLessThan(1e-6);
  });

  it('is told from the first sample that fills max(100 ms, 4 steps)', () => {
    const first = { 20: 4, 50: 5, 100: 10, 200: 20 }[rateHz];
    expect(ramp(rateHz, 0).findIndex((rate) => !Number.isNaN(rate))).toBe(first);
  });

  it('bridges a step of 2.4, and is not measured for w after one of 2.6', () => {
    const dt = 1 / rateHz;
    const steps = Math.max(0.1 * rateHz, 4);
    for (const [long, leastNext] of [
      [2.4, 0],
      [2.6, steps]
    ] as const) {
      const rate = new TrailingRiseRate();
      for (let i = 0; i < rateHz; i++) told(rate, i * dt, 40 * i * dt, dt);
      for (let next = 0; next < 2 * steps; next++) {
        const t = (rateHz - 1 + long + next) * dt;
        const after = told(rate, t, 40 * t, dt);
        if (next < leastNext) expect(after).toBeNaN();
        else expect(after).toBeCloseTo(40, 6);
      }
    }
  });
});

it('a window with less than four fifths of its samples is void', () => {
  // At 100 Hz a window holds eleven samples: nine are enough, and eight are not.
  const isTold = (...missing: number[]) => {
    const rate = new TrailingRiseRate();
    return sampled((s) => 40 * s, 100, 0, 0.3)
      .filter((_, i) => !missing.includes(i))
      .map(({ t, v }) => !Number.isNaN(told(rate, t, v, 0.01)));
  };
  expect(isTold(13, 16).slice(10)).not.toContain(false);
  // The samples 13, 15 and 17 lie in the windows that end at 17 to 23. At 17 none ends, and at 16 only two are missing.
  const seen = isTold(13, 15, 17);
  const told18To23 = seen.slice(18 - 3, 24 - 3);
  expect(told18To23).toEqual(told18To23.map(() => false));
  expect(seen.slice(10, 15)).not.toContain(false);
  expect(seen.slice(21)).not.toContain(false);
});

describe('the rise rate', () => {
  it('is not told below 20 Hz', () => {
    expect(ramp(19, 0, 3).every(Number.isNaN)).toBe(true);
  });

  it('is not told while the step is not known', () => {
    const rate = new TrailingRiseRate();
    expect(told(rate, 0, 1, NaN)).toBeNaN();
    expect(told(rate, 0.5, 1, NaN)).toBeNaN();
  });

  it('has a window of 100 ms, and of 4 steps where those are longer', () => {
    expect(riseRateWindowS(0.005)).toBe(0.1);
    expect(riseRateWindowS(0.025)).toBe(0.1);
    expect(riseRateWindowS(0.05)).toBe(0.2);
  });
});

it('the steepest of a long curve is that of its steepest window, wherever it lies', () => {
  // The middle of a wave, once so far along that its window begins with any of 120 samples.
  for (let first = 180; first < 300; first++) {
    const curve = sampled((s) => 40 * Math.sin(3 * (s - (first + 50) / 1000)), 1000, 0, 0.7);
    const window = curve.slice(first, first + 101).map(({ t, v }) => ({ x: t - (first + 50) / 1000, v }));
    // About the middle the sums of x vanish: the slope of the line of least squares is Σxv/Σx².
    const slope =
      window.reduce((sum, { x, v }) => sum + x * v, 0) / window.reduce((sum, { x }) => sum + x * x, 0);
    const found = steepest(column(curve, 't'), column(curve, 'v'), 1, 0.15, 0.5, 0.001);
    expect(found).toBeCloseTo(slope, 6);
  }
});
