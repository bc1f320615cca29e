import { describe, expect, it } from 'vitest';
import { hasFlatTop } from '../../../../src/lib/signal/clipping/flat-top';
import { judgeAttempt } from '../../../../src/lib/signal/calibration/attempt';
import { analysed, only } from '../analysed';
import { gaussian } from '../rest/gaussian';
import { column, sampled } from '../samples';

/** Rest at 10; 100 % with a time constant of 0.2 s from 4 s on, let go at 10 s; noise of SD 0.1 in steps of 0.01; cut off at so much above rest. */
function clippedAt(level: number, seed = 5) {
  const normal = gaussian(seed);
  const pure = (s: number) => {
    const held = (at: number) => 100 * (1 - Math.exp(-(at - 4) / 0.2));
    if (s < 4) return 0;
    return s < 10 ? held(s) : held(10) * Math.exp(-(s - 10) / 0.15);
  };
  return sampled((s) => 10 + Math.min(level, Math.round(100 * (pure(s) + 0.1 * normal())) / 100), 100, 0, 15);
}

/** Least squares over 11 samples of the steepest 100 ms, those that begin with the rise: Σ(x − x̄)·y/Σ(x − x̄)². */
const STEEPEST = (() => {
  const x = Array.from({ length: 11 }, (_, i) => i / 100);
  const [top, bottom] = [
    x.reduce((sum, at) => sum + (at - 0.05) * 100 * (1 - Math.exp(-at / 0.2)), 0),
    x.reduce((sum, at) => sum + (at - 0.05) ** 2, 0)
  ];
  return top / bottom;
})();

describe('a recording that is cut off at its maximum', () => {
  it('has lower bounds for its height and no variation, with a 100 % of its own', () => {
    const contraction = only(analysed(clippedAt(80), { mvc: 100 }));
    expect(contraction).toMatchObject({
      isSaturated: true,
      plateauPct: expect.closeTo(80, 1) as number,
      riseTimeS: null,
      hold: {
        meanPct: expect.closeTo(80, 1) as number,
        cvPct: null,
        cvDetrendedPct: null,
        slopePctPerS: null
      },
      relaxation: { t90To10S: null }
    });
  });

  it('has a 100 % that is a lower bound, unless it was given', () => {
    expect(analysed(clippedAt(80)).mvc).toMatchObject({
      value: expect.closeTo(80, 1) as number,
      isLowerBound: true
    });
    expect(analysed(clippedAt(80), { mvc: 100 }).mvc.isLowerBound).toBe(false);
    expect(analysed(clippedAt(200)).mvc.isLowerBound).toBe(false);
  });

  it('has a rise rate only where its slope had halved below the cut: e^(−x/0.2) over the last 100 ms', () => {
    // 80 is reached after 0.322 s, and the 100 ms before have e^(−0.222/0.2) = 0.33 of the steepest slope; 60 after 0.183 s, with 0.66 of it.
    const { riseRate } = only(analysed(clippedAt(80), { mvc: 100 })) ?? {};
    // The slope of 11 samples of SD 0.1 has one of 0.1/√0.011 = 0.95; the largest of some ten windows, and one that begins a hair earlier.
    expect(riseRate).toMatchObject({ windowMs: 100 });
    expect(
      Math.abs((riseRate && 'valuePctPerS' in riseRate ? riseRate.valuePctPerS : NaN) - STEEPEST)
    ).toBeLessThan(4);
    expect(only(analysed(clippedAt(60), { mvc: 100 }))).toMatchObject({
      riseRate: { notMeasured: 'clipped' }
    });
  });

  it('has no force development over a time that the cut lies in', () => {
    // 30 is reached after 0.071 s, 60 after 0.183 s.
    const [low, high] = [30, 60].map((level) => only(analysed(clippedAt(level), { mvc: 100 }))?.review.rfd);
    expect(low).toMatchObject([{ toMs: 50 }, { notGiven: 'saturated' }, { notGiven: 'saturated' }]);
    expect(high).toMatchObject([{ toMs: 50 }, { toMs: 100 }, { notGiven: 'saturated' }]);
    const first = high?.[1];
    expect(first && 'pctPerS' in first ? first.pctPerS : NaN).toBeGreaterThan(300);
  });

  it('falls as fast as was seen only where it fell fastest below the cut', () => {
    // The fall is steepest where it begins, above 60.
    expect(only(analysed(clippedAt(60), { mvc: 100 }))?.relaxation?.peakFallPctPerS).toBeNull();
  });

  it('refuses no squeeze for it alone: that she may have held so still nobody can tell', () => {
    const samples = clippedAt(80);
    const judged = judgeAttempt(column(samples, 't'), column(samples, 'v'), 4, 0.01, false, {
      rest: { baseline: 10, sd: 0.1, drift: 0, farthestTenth: 0, jump: 0 },
      polarity: 1,
      practised: 80
    });
    expect(judged.refused).toBeNull();
  });
});

describe('equal samples at the maximum are no clipping', () => {
  it('where the sensor is quiet and the person is not', () => {
    // She sits at 0, 6 and 1 in turn, on a sensor without noise: σ is hers, 1.5 steps, and a hold of equal numbers is held.
    const fidgets = sampled((s) => (s >= 5 && s < 9 ? 400 : ([0, 6, 1][Math.floor(s) % 3] ?? 0)), 100, 0, 15);
    const [contraction] = analysed(fidgets, { rest: { fromS: 0, toS: 5 } }).contractions;
    expect(contraction).toMatchObject({ isSaturated: false });
  });

  it('where rest varies by no more than one quantisation step', () => {
    const normal = gaussian(2);
    const held = sampled((s) => (s >= 5 && s < 9 ? 100 : 0) + Math.round(0.3 * normal()), 100, 0, 15);
    expect(only(analysed(held))).toMatchObject({ isSaturated: false });
  });

  it('where noise of a few steps comes to its largest value by chance', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const normal = gaussian(seed);
      const held = sampled((s) => (s >= 5 && s < 9 ? 400 : 0) + Math.round(1.3 * normal()), 100, 0, 15);
      expect(only(analysed(held))).toMatchObject({ isSaturated: false });
      expect(analysed(held).mvc.isLowerBound).toBe(false);
    }
  });

  it('where a sensor is read five times as often as it measures', () => {
    const normal = gaussian(4);
    const measured = Array.from(
      { length: 75 },
      (_, i) => (i >= 25 && i < 45 ? 400 : 0) + Math.round(3 * normal())
    );
    const repeated = sampled((s) => measured[Math.floor(s * 5 + 1e-9)] ?? 0, 25, 0, 15);
    expect(analysed(repeated).mvc.isLowerBound).toBe(false);
    expect(analysed(repeated).contractions.every(({ isSaturated }) => !isSaturated)).toBe(true);
  });

  it('where there are four of them, as many elsewhere, or more just below', () => {
    const five = [0, 1, 50, 50, 50, 50, 50, 1];
    expect(hasFlatTop(Float64Array.from(five), 2)).toBe(true);
    expect(hasFlatTop(Float64Array.from(five.slice(0, -2)), 2)).toBe(false);
    expect(hasFlatTop(Float64Array.from(five), null)).toBe(false);
    expect(hasFlatTop(Float64Array.from([4, 4, 4, 4, 4, ...five]), 2)).toBe(false);
    // 3σ below 50 is 44.
    expect(hasFlatTop(Float64Array.from([44, 45, 46, 47, 48, ...five]), 2)).toBe(false);
    expect(hasFlatTop(Float64Array.from([43, 45, 46, 47, 48, ...five]), 2)).toBe(true);
  });

  it('at the top of quick squeezes, where the signal stands still', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const normal = gaussian(seed);
      const pulse = (s: number) => Math.sin((Math.PI * Math.min(0.7, Math.max(0, s - 5))) / 0.7);
      const pressed = sampled((s) => Math.round(200 * pulse(s) + 1.5 * normal()), 100, 0, 8);
      expect(only(analysed(pressed, { mvc: 200 }))?.isSaturated).toBe(false);
    }
  });
});
