import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steepest } from '../../../src/lib/signal/rise';
import { analysed, only } from './analysed';
import { inMicroseconds, jittered, on, oneOfSixteenMissing, turns, type Clock } from './clocks';
import { column, sampled, straight, type Sample } from './samples';

/** In 0.15 s to 60 % (400 %/s), in 2 s more to 100 %; let go in 0.3 s (333.3 %/s). Begins somewhere within a step. */
const steep = (fromS: number) =>
  straight([fromS, 0], [fromS + 0.15, 60], [fromS + 2.15, 100], [fromS + 7, 100], [fromS + 7.3, 0]);

/**
 * Expects both slopes exactly. The slope of a line of least squares is a mean of the slopes within its window, none of which is above
 * 400; and the window that ends at the last sample of the steep part's 150 ms begins within it, for it is at most w + dt/2 = 105.7 ms long
 * and no step is longer than 25 ms.
 */
function expectSteep(clock: Clock, fromS: number): void {
  const contraction = only(analysed(on(steep(fromS), clock, fromS + 10), { mvc: 100 }));
  expect(contraction?.riseRate).toEqual({
    valuePctPerS: expect.closeTo(400, 4) as number,
    windowMs: 100
  });
  expect(contraction?.relaxation?.peakFallPctPerS).toBeCloseTo(1000 / 3, 4);
}

describe('a rise of 400 %/s is measured', () => {
  it.each([0, 1, 2])('with steps of 10, 10 and 15 ms, from phase %i on', (phase) => {
    for (let begin = 0; begin < 35; begin += 4)
      expectSteep(turns([0.01, 0.01, 0.015], phase), 4 + begin / 1000);
  });

  it('with the long step a few µs longer, and with times in whole µs', () => {
    for (const late of [1e-6, 4e-6, 5e-5])
      for (let begin = 0; begin < 35; begin += 4)
        expectSteep(inMicroseconds(turns([0.01, 0.01, 0.015 + late])), 4 + begin / 1000);
  });

  it('with one of sixteen samples missing, at every phase', () => {
    for (let phase = 0; phase < 16; phase++)
      for (let part = 0; part < 4; part++)
        expectSteep(oneOfSixteenMissing(0.01142, phase), 4 + (part / 4) * 0.01142);
  });

  it('with any step of up to 2.2 after each three short ones', () => {
    // Nine samples, which are four fifths of eleven, span at most 6 + 2·2.2 = 10.4 steps: each window of 10.5 steps holds as many.
    const longs = fc.array(fc.double({ min: 1, max: 2.2, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(longs, fc.double({ min: 4, max: 4.04, noNaN: true }), (steps, fromS) => {
        expectSteep(turns(steps.flatMap((long) => [0.01, 0.01, 0.01, 0.01 * long])), fromS);
      }),
      { numRuns: 50 }
    );
  });
});

/** To 100 % by τ, from 4 s on. */
const exponential = (tauS: number) => (s: number) => (s < 4 ? 0 : 100 * (1 - Math.exp((4 - s) / tauS)));

/**
 * The slope of the line of least squares through the first w = 100 ms of 100·(1 − e^(−t/τ)), its steepest:
 * 12/w³·∫(t − w/2)·f(t)dt = 1200/w³·(w·τ/2·(1 − E) − τ²·(1 − E·(1 + w/τ))) with E = e^(−w/τ).
 */
function steepestOf(tauS: number): number {
  const w = 0.1;
  const e = Math.exp(-w / tauS);
  return (1200 / w ** 3) * (((w * tauS) / 2) * (1 - e) - tauS ** 2 * (1 - e * (1 + w / tauS)));
}

/** Up by 0.2 s from 4 s on, and let go at 10 s by 0.15 s. */
const squeeze = (s: number) => exponential(0.2)(s) - exponential(0.15)(s - 6);

describe('an exponential rise and fall', () => {
  it('is measured within 7 % where every sixteenth sample is lost', () => {
    for (let phase = 0; phase < 16; phase++) {
      const contraction = only(analysed(on(squeeze, oneOfSixteenMissing(0.01, phase), 15), { mvc: 100 }));
      expectWithin(contraction?.riseRate, steepestOf(0.2), 0.07);
      const fall = contraction?.relaxation?.peakFallPctPerS ?? NaN;
      expect(Math.abs(fall / steepestOf(0.15) - 1)).toBeLessThan(0.07);
    }
  });

  it('is measured within what 3 ms of jitter leave, or not at all', () => {
    // A stamp that is wrong by ε moves its sample by b·ε beside a line of slope b, so the slope through 11 samples at 10 ms is wrong by
    // an SD of b·3 ms/(10 ms·√110) = 2.9 % of b. The largest of a few windows is looked for, whose ends differ: the first two or three
    // lie within one SD of each other, for the slope falls by 5 % from one to the next. A normal error lies beyond 7 % (2.45 SD) in
    // 1.4 % of the windows, so among three in less than 5 %, and beyond 4 SD, which are 11.4 %, in 0.02 %.
    const errors = Array.from({ length: 120 }, (_, seed) => {
      const samples = jittered(squeeze, turns([0.01]), 15, 0.003, seed);
      const riseRate = only(analysed(samples, { mvc: 100 }))?.riseRate;
      return riseRate && 'valuePctPerS' in riseRate ? riseRate.valuePctPerS / steepestOf(0.2) - 1 : null;
    });
    const measured = errors.flatMap((error) => (error === null ? [] : [Math.abs(error)]));
    expect(measured.length).toBeGreaterThan(60);
    expect(measured.filter((error) => error < 0.07).length).toBeGreaterThan(0.9 * measured.length);
    expect(Math.max(...measured)).toBeLessThan(0.114);
  });
});

function expectWithin(riseRate: unknown, right: number, share: number): void {
  const { valuePctPerS = NaN } = riseRate as { valuePctPerS?: number };
  expect(Math.abs(valuePctPerS / right - 1)).toBeLessThan(share);
}

describe('a void window', () => {
  const STEP_S = 0.01;
  /** Without the samples at these numbers from 4 s on. */
  const without = (f: (s: number) => number, ...missing: number[]) =>
    sampled(f, 100, 0, 12).filter(({ t }) => !missing.includes(Math.round((t - 4) / STEP_S)));
  const slopes = (samples: readonly Sample[], sign: 1 | -1, fromS: number, toS: number) =>
    steepest(column(samples, 't'), column(samples, 'v'), sign, fromS, toS, STEP_S);
  /** Slowly by 50 %/s, and from 4.4 to 4.5 s by 800 %/s, up or down. */
  const inTheMiddle = straight([4, 0], [4.4, 20], [4.5, 100]);

  it('that may hold the steepest part leaves the slope unmeasured', () => {
    // Every other sample between 4.38 and 4.52 s: of the 11 samples of a window about the steep part 5 to 6 are left.
    const holes = [39, 41, 43, 45, 47, 49, 51];
    expect(slopes(without(inTheMiddle, ...holes), 1, 4, 4.6)).toBe(-Infinity);
    expect(
      slopes(
        without((s) => -inTheMiddle(s), ...holes),
        -1,
        4,
        4.6
      )
    ).toBe(-Infinity);
    // A gap of three steps there: whole windows have it behind them, or before them.
    expect(slopes(without(inTheMiddle, 44, 45), 1, 4, 4.6)).toBe(-Infinity);
  });

  it('leaves no figure of a contraction', () => {
    // The median step stays 10 ms, and no step is longer than 20 ms.
    const squeezed = straight([4, 0], [4.4, 20], [4.5, 100], [8, 100], [8.1, 20], [8.5, 0]);
    const holes = [39, 41, 43, 45, 47, 49, 51];
    const rising = only(analysed(without(squeezed, ...holes), { mvc: 100 }));
    expect(rising?.riseRate).toEqual({ notMeasured: 'gap' });
    expect(rising?.relaxation?.peakFallPctPerS).toBeCloseTo(800, 6);
    const falling = only(analysed(without(squeezed, ...holes.map((i) => i + 360)), { mvc: 100 }));
    expect(falling?.riseRate).toMatchObject({ valuePctPerS: expect.closeTo(800, 6) as number });
    expect(falling?.relaxation?.peakFallPctPerS).toBeNull();
    expect(falling?.relaxation?.t90To10S).not.toBeNull();
  });

  it('elsewhere costs nothing', () => {
    // The same holes where the slope is 50 %/s, and in what is held.
    expect(slopes(without(inTheMiddle, 9, 11, 13, 15, 17, 19, 21), 1, 4, 4.6)).toBeCloseTo(800, 6);
    expect(slopes(without(inTheMiddle, 62, 63, 64, 65, 66), 1, 4, 4.7)).toBeCloseTo(800, 6);
  });
});
