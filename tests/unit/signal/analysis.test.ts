import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../src/lib/signal/analysis';
import { analysed, trapezoid, TRAPEZOID } from './analysed';
import { sampled, straight } from './samples';

const RATES = [10, 20, 50, 100, 200] as const;

describe.each(RATES)('a trapezoid at %i Hz', (rateHz) => {
  const analysis = analysed(trapezoid(rateHz));
  const { contractions } = analysis;
  const [contraction] = contractions;

  it('has its own largest half second for 100 %, and one contraction', () => {
    expect(analysis.rateHz).toBeCloseTo(rateHz, 6);
    expect(analysis.gaps).toEqual([]);
    expect(analysis.mvc).toEqual({
      value: expect.closeTo(100, 9) as number,
      given: false,
      weak: false,
      isLowerBound: false
    });
    expect(contractions).toHaveLength(1);
    expect(contraction?.plateauPct).toBeCloseTo(100, 9);
  });

  it('begins where it passes 2 %, and ends where it passes 6 %', () => {
    expect(contraction?.onsetS).toBeCloseTo(5.02, 6);
    expect(contraction?.endS).toBeCloseTo(10.47, 6);
    expect(contraction?.end).toBe('relaxed');
  });

  it('rises by 100 %/s, measured from 20 Hz on', () => {
    expect(contraction?.riseRate).toEqual(
      rateHz < 20
        ? { notMeasured: 'slow-sampling' }
        : {
            valuePctPerS: expect.closeTo(100, 5) as number,
            windowMs: expect.closeTo(Math.max(100, 4000 / rateHz), 6) as number
          }
    );
  });

  it('rises from 10 to 90 % in 0.8 s', () => {
    expect(contraction?.riseTimeS).toBeCloseTo(0.8, 6);
  });

  it('is held from 0.25 s after 90 % to 0.25 s before its release corner, without a tremor', () => {
    expect(contraction?.releaseOnsetS).toBeCloseTo(10, 6);
    expect(contraction?.hold).toEqual({
      startS: expect.closeTo(6.15, 6) as number,
      endS: expect.closeTo(9.75, 6) as number,
      meanPct: expect.closeTo(100, 9) as number,
      cvPct: expect.closeTo(0, 6) as number,
      cvDetrendedPct: expect.closeTo(0, 6) as number,
      slopePctPerS: expect.closeTo(0, 6) as number
    });
  });

  it('is let go from 90 to 10 % in 0.4 s, at 200 %/s, to rest', () => {
    const { t90To10S, peakFallPctPerS, residualPct } = contraction?.relaxation ?? {};
    expect(t90To10S).toBeCloseTo(0.4, 6);
    expect(residualPct).toBeCloseTo(0, 9);
    if (rateHz < 20) expect(peakFallPctPerS).toBeNull();
    else expect(peakFallPctPerS).toBeCloseTo(200, 5);
  });
});

describe('the tare', () => {
  const drifting = (units: number) => (s: number) => TRAPEZOID(s) + units * Math.min(1, s / 3);

  it('is judged in %, for 100 % is known by then: drift up to 2 %', () => {
    expect(analysed(sampled(drifting(1.5), 100, 0, 15)).baseline.refused).toBeNull();
    expect(analysed(sampled(drifting(2.5), 100, 0, 15)).baseline.refused).toBe('drifting');
  });

  it('states the effective degrees of freedom of its σ: 37 % of its samples less two, and none of one quantisation step', () => {
    const noisy = trapezoid(100).map(({ t, v }, i) => ({ t, v: v + ([0, 0.3, 1, 0.7][i % 4] ?? NaN) }));
    expect(analysed(noisy).baseline.degreesOfFreedom).toBe(0.37 * 300 - 2);
    expect(analysed(trapezoid(100)).baseline.degreesOfFreedom).toBeNull();
    expect(analysed(noisy, { rest: { baseline: 0.5 } }).baseline.degreesOfFreedom).toBeNull();
  });

  it('is restless from 3 % of noise on', () => {
    const noisy = (units: number) =>
      trapezoid(100).map(({ t, v }, i) => ({ t, v: v + (i % 2 === 0 ? units : -units) }));
    // All residuals are as large: σ is 1.4826 times that, 2.82 and 3.26.
    expect(analysed(noisy(1.9), { mvc: 100 }).baseline.refused).toBeNull();
    expect(analysed(noisy(2.2), { mvc: 100 }).baseline.refused).toBe('restless');
  });
});

describe('the figures in %', () => {
  const samples = sampled(
    (s) => TRAPEZOID(s) * 0.8 + 3 * Math.sin(7 * s) + TRAPEZOID(s - 0.7) * 0.1,
    100,
    0,
    15
  );
  const figures = ({ contractions }: Analysis) => contractions;
  const reference = figures(analysed(samples));

  /** All numbers of one tree within 1e-6 of the other's; what is no number is equal. */
  function expectAlike(a: unknown, b: unknown, shiftS = 0, scale = 1, key = ''): void {
    if (key === 'unitsPerS') expect((a as number) / scale).toBeCloseTo(b as number, 5);
    else if (typeof a === 'number')
      expect(a).toBeCloseTo(
        (b as number) + (/^(start|onset|t90|end|releaseOnset)S$/.test(key) ? shiftS : 0),
        5
      );
    else if (typeof a === 'object' && a !== null) {
      expect(Object.keys(a)).toEqual(Object.keys(b as object));
      for (const [name, value] of Object.entries(a))
        expectAlike(value, (b as Record<string, unknown>)[name], shiftS, scale, name);
    } else expect(a).toBe(b);
  }

  it('do not change with scale, offset, polarity and the time of day', () => {
    expect(reference.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.constantFrom(1 as const, -1 as const),
        fc.integer({ min: 0, max: 90_000 }),
        (scale, offset, polarity, shiftS) => {
          const moved = samples.map(({ t, v }) => ({
            t: t + shiftS,
            v: polarity * scale * v + offset * scale
          }));
          expectAlike(figures(analysed(moved, { polarity })), reference, shiftS, scale);
        }
      ),
      { numRuns: 40 }
    );
  });

  it('are never NaN or infinite, whatever comes in', () => {
    const wild = fc.array(
      fc.record({
        step: fc.oneof(fc.constant(0.01), fc.double({ min: 1e-6, max: 3, noNaN: true })),
        v: fc.oneof(fc.integer({ min: 0, max: 4095 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }))
      }),
      { minLength: 3, maxLength: 400, size: 'max' }
    );
    const check = (value: unknown): void => {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(check);
    };
    fc.assert(
      fc.property(wild, (steps) => {
        let t = 0;
        const moved = steps.map(({ step, v }) => ({ t: (t += step), v }));
        check(analysed(moved, { rest: { baseline: 0 }, mvc: 100 }).contractions);
      }),
      { numRuns: 300 }
    );
  });

  it('hold a gap against the rise rate, wherever it lies', () => {
    fc.assert(
      fc.property(fc.double({ min: 4.9, max: 5.95, noNaN: true }), (fromS) => {
        const { contractions } = analysed(trapezoid(100).filter(({ t }) => t < fromS || t > fromS + 0.08));
        for (const { riseRate } of contractions) {
          if ('valuePctPerS' in riseRate) expect(riseRate.valuePctPerS).toBeCloseTo(100, 5);
        }
      })
    );
  });
});

describe('the score of one round', () => {
  const target = {
    pattern: { riseMs: 2000, holdMs: 6000, fallMs: 2000, restMs: 4000 },
    forcePct: 97,
    bandPct: 10,
    startS: 3
  };
  const asked = straight([3, 0], [5, 97], [11, 97], [13, 0]);

  it('of a curve 3 % too high everywhere is an error of 3, all of it in the band', () => {
    const { target: score } = analysed(
      sampled((s) => asked(s) + 3, 100, 0, 20),
      {
        rest: { baseline: 0 },
        mvc: 100,
        target
      }
    );
    expect(score?.rmsePct).toBeCloseTo(3, 6);
    expect(score?.signedErrorPct).toBeCloseTo(3, 6);
    expect(score?.inBandPct).toBeCloseTo(100, 6);
  });

  it('of idling is the target itself', () => {
    // Mean square of a ramp to F is F²/3: (2·F²/3 + 6·F² + 2·F²/3)/14. Mean: (1 + 6 + 1)/14·F.
    const { target: score } = analysed(
      sampled((s) => (s > 17 ? s : 0), 200, 0, 20),
      {
        rest: { baseline: 0 },
        mvc: 100,
        target
      }
    );
    expect(score?.rmsePct).toBeCloseTo(97 * Math.sqrt((4 / 3 + 6) / 14), 1);
    expect(score?.signedErrorPct).toBeCloseTo((-97 * 8) / 14, 1);
  });
});
