import { describe, expect, it } from 'vitest';
import { RoundSamples } from '../../../src/lib/signal/round-samples';
import { scoreOf, type ScoreFigures } from '../../../src/lib/signal/round-score';
import { segmentsOf, TargetCurve } from '../../../src/lib/signal/target';
import { sampled, sampleRun } from './samples';

const PATTERN = { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 };
const curve = new TargetCurve(segmentsOf(PATTERN, 40));

/** When the round begins, s: no number that rounds well. */
const START_S = 1003.7;

interface Gathered {
  readonly t?: number;
  readonly v?: number;
  readonly zeroPct?: number;
  readonly gap?: boolean;
  readonly atRail?: boolean;
}

/** The figures of a round of these samples, their times since it began. */
function scoredSamples(samples: readonly Gathered[], of = curve): ScoreFigures {
  const round = new RoundSamples();
  round.begin(START_S);
  for (const { t = NaN, v = 0, zeroPct = 0, ...flags } of samples)
    round.push(sampleRun([{ t: START_S + t, v, zeroPct }], flags), 0, 1);
  return scoreOf(round, of, 10, null);
}

/** One whole round of `f` against 40; 20; 40; 60 at 40 ± 10 %, `rateHz` samples a second, each in the middle of the time that it stands for. */
function scored(f: (s: number) => number, rateHz = 1000): ScoreFigures {
  const beside = [-0.5, 16 * rateHz + 0.5];
  const middles = Array.from({ length: 16 * rateHz }, (_, i) => i + 0.5);
  return scoredSamples(
    [...beside.slice(0, 1), ...middles, ...beside.slice(1)].map((i) => ({ t: i / rateHz, v: f(i / rateHz) }))
  );
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

  it('tell the share in the band of the hold without its first half second', () => {
    // Above the band but for 4.5 to 5.25 s: half of what is scored of the hold. An eighth is a number without rounding.
    const half = scored((s) => (s >= 4.5 && s < 5.25 ? 49.875 : 50.125));
    expect(half.holdInBandPct).toBeCloseTo(50, 9);
    expect(half.inBandPctBySegment[1]).toBeCloseTo(37.5, 9);
    // Below it but for 1.05 of the 1.5 s.
    expect(scored((s) => (s >= 4.95 ? 30.125 : 29.875)).holdInBandPct).toBeCloseTo(70, 9);
    expect(scored(() => 40).holdInBandPct).toBeCloseTo(100, 9);
    expect(scored(() => 0).holdInBandPct).toBe(0);
  });

  it('weigh time there too', () => {
    // Half of either step beside each: 0.3, 0.5 and 0.3 s, then 0.1, 0.1, 0.1 and 0.15 s; the first sample and the last are not of the hold.
    const got = scoredSamples(
      [4.4, 4.5, 5, 5.5, 5.6, 5.7, 5.8, 5.9, 6.1].map((t) => ({ t, v: t < 5.2 ? 40 : 80 }))
    );
    expect(got.holdInBandPct).toBeCloseTo((100 * 0.8) / 1.55, 9);
    expect(got.holdMeanPct).toBeCloseTo((40 * 0.8 + 80 * 0.75) / 1.55, 9);
  });

  it('leave half of a hold out that is shorter than a second', () => {
    const short = new TargetCurve(segmentsOf({ ...PATTERN, holdMs: 600, restMs: 1000 }, 40));
    // The hold lasts from 4 to 4.6 s, and a rest of 1 s counts whole.
    const got = scoredSamples(
      sampled((s) => (s < 4.3 ? 90 : s < 8.6 ? 50 : 5), 1000, -0.1, 9.7),
      short
    );
    expect(got.holdMeanPct).toBeCloseTo(50, 9);
    expect(got.holdInBandPct).toBeCloseTo(100, 9);
    expect(got.restMeanPct).toBeCloseTo(5, 9);
  });

  it('weigh time, not samples', () => {
    // Each sample has half of either step beside it: 2 s at 40 %, then 1 s at 80 % by twenty samples, and half a second of each between.
    const samples = [4.5, 6.5, ...Array.from({ length: 20 }, (_, i) => 7.5 + i / 20), 20];
    const got = scoredSamples(
      samples.map((t, i) => ({ t, v: i < 2 ? 40 : 80, gap: t === 20 })),
      new TargetCurve(segmentsOf({ riseMs: 0, holdMs: 16_000, fallMs: 0, restMs: 0 }, 40))
    );
    expect(got.measuredS).toBeCloseTo(3.95, 9);
    expect(got.inBandPct).toBeCloseTo((100 * 2.5) / 3.95, 9);
    expect(got.signedErrorPct).toBeCloseTo((40 * 1.45) / 3.95, 9);
  });

  it('tell the variation of the hold about its mean and about its line', () => {
    // From 4.5 to 6 s: 40 % and a slope of 4 %/s about their middle. A line over a length L has the standard deviation slope·L/√12.
    const sloped = scored((s) => 40 + 4 * (s - 5.25));
    expect(sloped.holdCvPct).toBeCloseTo((100 * 4 * 1.5) / Math.sqrt(12) / 40, 4);
    expect(sloped.holdCvDetrendedPct).toBeCloseTo(0, 6);
    // A sine of five whole periods: its amplitude over √2, of which the line takes away 6/(5π)² at most.
    const trembling = scored((s) => 40 + 2 * Math.sin((2 * Math.PI * 5 * (s - 4.5)) / 1.5));
    expect(trembling.holdCvPct).toBeCloseTo((100 * 2) / Math.SQRT2 / 40, 4);
    expect((trembling.holdCvDetrendedPct ?? NaN) / (trembling.holdCvPct ?? NaN)).toBeCloseTo(
      Math.sqrt(1 - 6 / (5 * Math.PI) ** 2),
      4
    );
    // Below 5 % a share says nothing.
    expect(scored(() => 4.99)).toMatchObject({ holdCvPct: null, holdCvDetrendedPct: null });
  });

  it.each([
    ['in it', 5, 5.1, null],
    ['across its end', 5.9, 6.3, null],
    ['across its first half second alone', 4, 4.4, 40],
    ['after it', 6.1, 6.5, 40]
  ])('have no mean and no variation of a hold with a gap %s', (_, fromS, toS, mean) => {
    const samples = sampled(() => 40, 100, 3, 8).filter(({ t }) => t <= fromS || t >= toS);
    const got = scoredSamples(
      samples.map((sample, i) => ({ ...sample, gap: sample.t - (samples[i - 1]?.t ?? sample.t) > 0.025 }))
    );
    expect(got.holdMeanPct).toEqual(mean === null ? null : expect.closeTo(mean, 9));
    expect(got.holdInBandPct).toEqual(mean === null ? null : expect.closeTo(100, 9));
    expect(got.holdCvPct).toEqual(mean === null ? null : expect.closeTo(0, 6));
    // From the first sample at 3 s to the last at 7.99 s; the gap is not measured.
    expect(got.measuredS).toBeCloseTo(4.99 - (toS - fromS), 9);
  });

  it('are bounds, without a variation, from three samples at the rail on', () => {
    const railed = (count: number, v: number) =>
      scoredSamples(
        sampled(() => v, 100, 4, 6).map((sample, i) => ({ ...sample, atRail: i >= 50 && i < 50 + count }))
      );
    expect(railed(2, 40)).toMatchObject({ isSaturated: false, holdCvPct: expect.closeTo(0, 6) as number });
    expect(railed(3, 40)).toMatchObject({ isSaturated: true, holdCvPct: null, holdCvDetrendedPct: null });
    expect(railed(3, 40).holdMeanPct).toBeCloseTo(40, 9);
    // A rest at the lowest number hides nothing of the hold.
    expect(railed(100, -0.5).isSaturated).toBe(false);
  });

  it('tell rest above the tare, wherever the zero is now', () => {
    const rest = sampled(() => 1, 100, 13, 16.1).map((sample) => ({ ...sample, zeroPct: 3.5 }));
    expect(scoredSamples(rest).restMeanPct).toBeCloseTo(4.5, 9);
  });

  it('are the same of a round that is longer than what is made room for at first', () => {
    const [coarse, fine] = [scored((s) => 20 + s, 100), scored((s) => 20 + s, 2000)];
    expect(fine.rmsePct).toBeCloseTo(coarse.rmsePct ?? NaN, 3);
    expect(fine.measuredS).toBeCloseTo(16, 9);
  });

  it('are null, and never NaN, where nothing was measured', () => {
    expect(scoredSamples([])).toEqual({
      inBandPct: null,
      inBandPctBySegment: [null, null, null, null],
      rmsePct: null,
      signedErrorPct: null,
      score: null,
      nearTargetS: 0,
      holdMeanPct: null,
      holdInBandPct: null,
      holdCvPct: null,
      holdCvDetrendedPct: null,
      restMeanPct: null,
      isSaturated: false,
      measuredS: 0
    });
  });
});
