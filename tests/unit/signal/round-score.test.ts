import { describe, expect, it } from 'vitest';
import { RoundScore, type RoundFigures } from '../../../src/lib/signal/round-score';
import { segmentsOf, TargetCurve } from '../../../src/lib/signal/target';

const PATTERN = { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 };
const curve = new TargetCurve(segmentsOf(PATTERN, 40));

/** One whole round of `f` against 40; 20; 40; 60 at 40 ± 10 %, in `rateHz` slices taken at their middle. */
function scored(f: (s: number) => number, rateHz = 1000): RoundFigures {
  const score = new RoundScore(curve, 10);
  for (let i = 0; i < 16 * rateHz; i++) {
    const s = (i + 0.5) / rateHz;
    score.add(s, f(s), 1 / rateHz);
  }
  return score.figures(null);
}

describe('the figures of a round', () => {
  it('of a constant 40 % are those of the integrals', () => {
    const got = scored(() => 40);
    // In the band where the target is above 30: the last second of the rise, 2 s of hold, the first second of the fall.
    expect(got.inBandPct).toBeCloseTo(25, 9);
    expect(got.inBandPctBySegment).toEqual([25, 100, 25, 0].map((pct) => expect.closeTo(pct, 9) as number));
    // Twice ∫(10u)² du from 0 to 4, and 6 s of 40². The middles of slices read u² low by dt²/12 of itself at most.
    const meanSquare = (2 * ((100 * 4 ** 3) / 3) + 6 * 40 ** 2) / 16;
    expect(meanSquare).toBeCloseTo(13866.67 / 16, 2);
    expect(got.rmsePct).toBeCloseTo(Math.sqrt(meanSquare), 5);
    expect(got.holdMeanPct).toBeCloseTo(40, 9);
    expect(got.restMeanPct).toBeCloseTo(40, 9);
    expect(got.measuredS).toBeCloseTo(16, 9);
  });

  it('of the target itself are a band of 100 % and no error', () => {
    const got = scored((s) => curve.valueAt(s));
    expect(got.inBandPct).toBeCloseTo(100, 9);
    expect(got.rmsePct).toBeCloseTo(0, 9);
    expect(got.signedErrorPct).toBeCloseTo(0, 9);
    expect(got.score).toBeCloseTo(100, 9);
    expect(got.nearTargetS).toBeCloseTo(2, 9);
    expect(got.restMeanPct).toBeCloseTo(0, 9);
  });

  it('of the target and 10 % lie just in the band, and just out of it with a little more', () => {
    // An eighth is a number without rounding.
    expect(scored((s) => curve.valueAt(s) + 9.875).inBandPct).toBeCloseTo(100, 9);
    expect(scored((s) => curve.valueAt(s) + 10.125).inBandPct).toBeCloseTo(0, 9);
    const below = scored((s) => curve.valueAt(s) - 10.125);
    expect(below.rmsePct).toBeCloseTo(10.125, 9);
    expect(below.signedErrorPct).toBeCloseTo(-10.125, 9);
  });

  it('of nothing done are the resting share and the target’s own RMS', () => {
    const got = scored(() => 0);
    // Out of the band where the target is above 10: 3 of 4 s of rise, the hold, 3 of 4 s of fall; 8 of 16 s.
    expect(got.inBandPct).toBeCloseTo(50, 9);
    expect(got.rmsePct).toBeCloseTo(Math.sqrt((2 * ((100 * 4 ** 3) / 3) + 2 * 40 ** 2) / 16), 5);
    expect(got.holdMeanPct).toBeCloseTo(0, 9);
    expect(got.score).toBe(0);
    expect(got.nearTargetS).toBe(0);
  });

  it('never score below 0, and half where everything is half', () => {
    expect(scored(() => 100).score).toBe(0);
    expect(scored((s) => curve.valueAt(s) / 2).score).toBeCloseTo(50, 9);
  });

  it('count as endured what is held at 85 % of the force or more', () => {
    // 85 % of 40 is 34. The hold is from 4 to 6 s.
    expect(scored((s) => (s < 5 ? 34 : 33.9)).nearTargetS).toBeCloseTo(1, 9);
  });

  it('leave the first half second of the hold and all but the last 2 s of rest out of the means', () => {
    const got = scored((s) => (s < 4.5 ? 90 : s < 6 ? 50 : s < 14 ? 70 : 3));
    expect(got.holdMeanPct).toBeCloseTo(50, 9);
    expect(got.restMeanPct).toBeCloseTo(3, 9);
  });

  it('leave half of a hold out that is shorter than a second', () => {
    const short = new TargetCurve(segmentsOf({ ...PATTERN, holdMs: 600, restMs: 1000 }, 40));
    const score = new RoundScore(short, 10);
    score.add(4.2, 90, 1);
    score.add(4.4, 50, 1);
    // A rest of 1 s counts whole.
    score.add(8.7, 5, 1);
    expect(score.figures(null)).toMatchObject({ holdMeanPct: 50, restMeanPct: 5 });
  });

  it('weigh time, not samples', () => {
    const score = new RoundScore(curve, 10);
    score.add(4.5, 40, 3);
    for (let i = 0; i < 10; i++) score.add(5, 80, 0.1);
    expect(score.figures(null)).toMatchObject({
      inBandPct: expect.closeTo(75, 9) as number,
      rmsePct: expect.closeTo(20, 9) as number,
      measuredS: expect.closeTo(4, 9) as number
    });
  });

  it('are null, and never NaN, where nothing was measured', () => {
    expect(new RoundScore(curve, 10).figures(null)).toEqual({
      reactionS: null,
      inBandPct: null,
      inBandPctBySegment: [null, null, null, null],
      rmsePct: null,
      signedErrorPct: null,
      score: null,
      nearTargetS: 0,
      holdMeanPct: null,
      restMeanPct: null,
      measuredS: 0
    });
  });
});
