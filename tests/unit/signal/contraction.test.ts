import { describe, expect, it } from 'vitest';
import { analysed, only, TRAPEZOID, trapezoid } from './analysed';
import { sampled, straight } from './samples';

describe('a contraction', () => {
  it('has no rise rate where a gap lies in its rise, and the rest of its figures', () => {
    const contraction = only(analysed(trapezoid(100).filter(({ t }) => t < 5.4 || t > 5.6)));
    expect(contraction?.riseRate).toEqual({ notMeasured: 'gap' });
    expect(contraction?.riseTimeS).toBeNull();
    expect(contraction?.onsetS).toBeCloseTo(5.02, 6);
    expect(contraction?.hold?.meanPct).toBeCloseTo(100, 9);
  });

  it('has no hold where a gap lies in its hold', () => {
    const contraction = only(analysed(trapezoid(100).filter(({ t }) => t < 8 || t > 8.1)));
    expect(contraction?.hold).toBeNull();
    expect(contraction?.riseTimeS).toBeCloseTo(0.8, 6);
    expect(contraction?.relaxation?.t90To10S).toBeCloseTo(0.4, 6);
  });

  it('is not told how fast it fell where a gap lies in its fall, and the rest of its figures', () => {
    const contraction = only(analysed(trapezoid(100).filter(({ t }) => t < 10.1 || t > 10.3)));
    expect(contraction?.relaxation).toEqual({
      t90To10S: null,
      peakFallPctPerS: null,
      residualPct: expect.closeTo(0, 9) as number
    });
    expect(contraction?.releaseOnsetS).toBeCloseTo(10, 6);
    expect(contraction?.hold?.endS).toBeCloseTo(9.75, 6);
    expect(contraction?.riseTimeS).toBeCloseTo(0.8, 6);
  });

  it('has no release corner nor hold where a gap lies beside the corner, and its residual', () => {
    for (const [fromS, toS] of [
      [9.945, 10.055],
      [9.945, 9.995]
    ] as const) {
      const contraction = only(analysed(trapezoid(100).filter(({ t }) => t < fromS || t > toS)));
      expect(contraction).toMatchObject({ releaseOnsetS: null, hold: null });
      expect(contraction?.relaxation?.t90To10S).toBeNull();
      expect(contraction?.relaxation?.residualPct).toBeCloseTo(0, 9);
    }
  });

  it('shorter than half a second falls from the level that it had after its rise', () => {
    const flick = straight([5, 0], [5.13, 60], [5.36, 60], [5.5, 0]);
    const { plateauPct, relaxation } = only(analysed(sampled(flick, 100, 0, 12), { mvc: 100 })) ?? {};
    expect(plateauPct).toBeCloseTo(60, 9);
    // 90 % are reached at 5.117 s. From there to the corner: one sample on the rise, and 24 at the top.
    const level = ((60 * 12) / 13 + 24 * 60) / 25;
    const fall = 60 / 0.14;
    expect(relaxation?.t90To10S).toBeCloseTo((0.8 * level) / fall, 6);
    expect(relaxation?.peakFallPctPerS).toBeCloseTo(fall, 6);
    expect(relaxation?.residualPct).toBeCloseTo(0, 9);
  });

  it('falls from 90 % where it is passed, though the top sags below that before the corner', () => {
    // It sags by 40 %/s: the mean of the half second before the corner is 60 + 40/4, and 90 % of it lie above the corner's 60.
    const sagging = straight([5, 0], [5.1, 100], [6.1, 60], [6.2, 0]);
    const contraction = only(analysed(sampled(sagging, 100, 0, 12), { mvc: 100 }));
    expect(contraction?.releaseOnsetS).toBeCloseTo(6.1, 6);
    const t90S = 5.1 + (100 - 63) / 40;
    const t10S = 6.1 + (60 - 7) / 600;
    expect(contraction?.relaxation?.t90To10S).toBeCloseTo(t10S - t90S, 6);
  });

  it('takes no onset, plateau nor rise from the one before, where what lies between stays above the onset level', () => {
    const halfLetGo = straight(
      [5, 0],
      [6, 100],
      [8, 100],
      [8.5, 4],
      [12, 4],
      [13, 60],
      [15, 60],
      [15.5, 4],
      [18, 4],
      [18.5, 30],
      [20, 30],
      [20.5, 0]
    );
    const [first, second, third, ...others] = analysed(sampled(halfLetGo, 100, 0, 23)).contractions;
    expect(others).toEqual([]);
    expect(first?.onsetS).toBeCloseTo(5.02, 6);
    expect(second).toMatchObject({ onsetS: null, riseRate: { notMeasured: 'no-onset' } });
    expect(second?.plateauPct).toBeCloseTo(60, 9);
    // From 6 to 54 % of 4 to 60 % in a second.
    expect(second?.riseTimeS).toBeCloseTo(48 / 56, 6);
    // 10 % of 30 % were passed in the rise of the first.
    expect(third).toMatchObject({ onsetS: null, riseTimeS: null });
    expect(third?.plateauPct).toBeCloseTo(30, 9);
    expect(second?.hold?.meanPct).toBeCloseTo(60, 9);
  });

  it('has no onset where it goes on behind a silence', () => {
    const [before, after, ...others] = analysed(
      trapezoid(100).filter(({ t }) => t < 7 || t > 8.2)
    ).contractions;
    expect(others).toEqual([]);
    expect(before?.onsetS).toBeCloseTo(5.02, 6);
    expect(after).toMatchObject({ onsetS: null, riseRate: { notMeasured: 'no-onset' }, riseTimeS: null });
  });

  it('has no residual where the next one begins within 1.5 s', () => {
    const twice = straight([5, 0], [6, 100], [8, 100], [8.5, 0], [9, 0], [10, 100], [12, 100], [12.5, 0]);
    const [first, second] = analysed(sampled(twice, 100, 0, 15)).contractions;
    expect(first?.relaxation?.t90To10S).toBeCloseTo(0.4, 6);
    expect(first?.relaxation?.residualPct).toBeNull();
    expect(second?.relaxation?.residualPct).toBeCloseTo(0, 9);
  });

  it('that settles above rest has that for a residual', () => {
    // To 4 %, which is below the end level.
    const settling = straight([5, 0], [6, 100], [10, 100], [10.5, 4]);
    expect(only(analysed(sampled(settling, 100, 0, 15)))?.relaxation?.residualPct).toBeCloseTo(4, 9);
  });

  it('that sinks while it is held is held to its corner; the line is taken out of the detrended CV', () => {
    // 100 to 80 % in 4 s: SD of a straight line of length L and slope a is aL/√12; 5 %/s over 3.6 s about a mean of 90.5 %.
    const sinking = straight([5, 0], [6, 100], [10, 80], [10.4, 0]);
    const { hold } = only(analysed(sampled(sinking, 200, 0, 15), { mvc: 100 })) ?? {};
    const [startS, endS] = [hold?.startS ?? NaN, hold?.endS ?? NaN];
    expect(endS).toBeCloseTo(9.75, 6);
    const mean = 100 - 5 * ((startS + endS) / 2 - 6);
    expect(hold?.meanPct).toBeCloseTo(mean, 2);
    // Samples stand in for the line: one step of 5 ms in 3.6 s at either end.
    expect(
      Math.abs((hold?.cvPct ?? NaN) / ((100 * 5 * (endS - startS)) / Math.sqrt(12) / mean) - 1)
    ).toBeLessThan(3e-3);
    expect(hold?.cvDetrendedPct).toBeCloseTo(0, 6);
    expect(hold?.slopePctPerS).toBeCloseTo(-5, 6);
  });

  it('that the recording ends in is held to what was seen of it, and its end is not known', () => {
    const seen = (toS: number, f = TRAPEZOID) => only(analysed(sampled(f, 200, 0, toS), { mvc: 100 }));
    // The last sample is that of 8 s.
    const cut = seen(8.004);
    expect(cut).toMatchObject({ end: 'cut', releaseOnsetS: null, relaxation: null });
    expect(cut?.endS).toBeCloseTo(8, 9);
    expect(cut?.hold?.endS).toBeCloseTo(7.75, 9);
    expect(cut?.hold?.meanPct).toBeCloseTo(100, 9);
    expect(cut?.hold?.cvPct).toBeCloseTo(0, 9);
    // Let go already: from 10 s on, to 20 % at 10.4 s.
    expect(seen(10.404)?.end).toBe('cut');
    expect(seen(10.404)?.hold?.endS).toBeCloseTo(9.75, 9);
    // A hold that sinks from 100 to 80 % is held to the end: mean of 6.15 to 9.75 s, 100 − 5·1.95.
    const sunk = seen(10.004, straight([5, 0], [6, 100], [10, 80]));
    expect(sunk?.hold?.endS).toBeCloseTo(9.75, 9);
    expect(Math.abs((sunk?.hold?.slopePctPerS ?? NaN) + 5)).toBeLessThan(1e-6);
    // No second of it was seen: t90 is at 5.9 s.
    expect(seen(7.304)?.hold).toBeNull();
  });

  it('at an end of a known range is a lower bound without a variation', () => {
    const clipped = (s: number) => Math.min(80, TRAPEZOID(s));
    const only80 = (range: { min: number; max: number } | null) =>
      only(analysed(sampled(clipped, 100, 0, 15), { mvc: 100, range }));
    expect(only80(null)).toMatchObject({ isSaturated: false });
    expect(only80({ min: 0, max: 81 })).toMatchObject({ isSaturated: false });
    // Rest is at the lowest value that there is, which is no saturation of a contraction.
    expect(only80({ min: 0, max: 80 })).toMatchObject({
      isSaturated: true,
      hold: { cvPct: null, cvDetrendedPct: null }
    });
    // 100 % of its own is 80 at least.
    expect(analysed(sampled(clipped, 100, 0, 15), { range: { min: 0, max: 80 } }).mvc).toMatchObject({
      isLowerBound: true
    });
    expect(analysed(trapezoid(100), { range: { min: 0, max: 101 } }).contractions[0]?.isSaturated).toBe(
      false
    );
  });

  it('that trembles by a sine of 2 % at 90 % has a CV of 2/√2/90', () => {
    const trembling = (s: number) =>
      TRAPEZOID(s) * 0.9 + (s > 6.1 && s < 9.9 ? 2 * Math.sin(2 * Math.PI * 5 * s) : 0);
    const { hold } = only(analysed(sampled(trembling, 200, 0, 15), { mvc: 100 })) ?? {};
    // 3.6 s are 18 periods.
    expect(Math.abs((hold?.cvPct ?? NaN) - (100 * Math.SQRT2) / 90)).toBeLessThan(0.01);
  });

  it('faster than six steps has no rise time', () => {
    const fast = straight([5, 0], [5.5, 100], [8, 100], [8.5, 0]);
    expect(only(analysed(sampled(fast, 10, 0, 15)))?.riseTimeS).toBeNull();
    expect(only(analysed(sampled(fast, 20, 0, 15)))?.riseTimeS).toBeCloseTo(0.4, 6);
  });

  it('has no onset and rise figures below 100σ, and is not told at all below 20σ', () => {
    /** ±1: σ is 1, to the n − 2. */
    const noisy = (mvc: number) =>
      sampled((s) => (mvc / 100) * TRAPEZOID(s) + (Math.round(s * 100) % 2 === 0 ? 1 : -1), 100, 0, 15);
    const loud = analysed(noisy(50));
    expect(loud.contractions[0]).toMatchObject({
      onsetS: null,
      riseRate: { notMeasured: 'noise' },
      riseTimeS: null
    });
    expect(analysed(noisy(18))).toMatchObject({ mvc: { weak: true }, contractions: [] });
  });
});
