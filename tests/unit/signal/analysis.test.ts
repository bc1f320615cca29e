import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, type Analysis, type AnalysisOptions } from '../../../src/lib/signal/analysis';
import { sampled, straight, type Sample, column } from './samples';

const RATES = [10, 20, 50, 100, 200] as const;

/** Rest; up from 5 to 6 s; 100 units to 10 s; down to rest at 10.5 s; rest to 15 s. */
const TRAPEZOID = straight([5, 0], [6, 100], [10, 100], [10.5, 0]);

function analysed(samples: readonly Sample[], options: Partial<AnalysisOptions> = {}): Analysis {
  const startS = samples[0]?.t ?? 0;
  return analyse(
    { t: column(samples, 't'), v: column(samples, 'v') },
    { rest: { fromS: startS, toS: startS + 3 }, mvc: null, polarity: 1, target: null, ...options }
  );
}
const trapezoid = (rateHz: number) => sampled(TRAPEZOID, rateHz, 0, 15);
const only = ({ contractions }: Analysis) => {
  expect(contractions).toHaveLength(1);
  return contractions[0];
};

describe.each(RATES)('a trapezoid at %i Hz', (rateHz) => {
  const analysis = analysed(trapezoid(rateHz));
  const { contractions } = analysis;
  const [contraction] = contractions;

  it('has its own largest half second for 100 %, and one contraction', () => {
    expect(analysis.rateHz).toBeCloseTo(rateHz, 6);
    expect(analysis.gaps).toEqual([]);
    expect(analysis.mvc).toEqual({ value: expect.closeTo(100, 9) as number, given: false, weak: false });
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

  it('develops force by 100 %/s from its onset, told from 100 Hz on', () => {
    const expected = rateHz < 100 ? null : (expect.closeTo(100, 5) as number);
    expect(contraction).toMatchObject({ rfd100PctPerS: expected, rfd200PctPerS: expected });
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

  it('too short for a plateau has a residual, and no fall from it', () => {
    const flick = straight([5, 0], [5.13, 60], [5.36, 60], [5.5, 0]);
    expect(only(analysed(sampled(flick, 100, 0, 12), { mvc: 100 }))).toMatchObject({
      plateauPct: null,
      relaxation: { t90To10S: null, peakFallPctPerS: null, residualPct: expect.closeTo(0, 9) as number }
    });
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

describe('the tare', () => {
  const drifting = (units: number) => (s: number) => TRAPEZOID(s) + units * Math.min(1, s / 3);

  it('is judged in %, for 100 % is known by then: drift up to 2 %', () => {
    expect(analysed(sampled(drifting(1.5), 100, 0, 15)).baseline.refused).toBeNull();
    expect(analysed(sampled(drifting(2.5), 100, 0, 15)).baseline.refused).toBe('drifting');
  });

  it('is restless from 3 % of noise on', () => {
    const noisy = (units: number) =>
      trapezoid(100).map(({ t, v }, i) => ({ t, v: v + (i % 2 === 0 ? units : -units) }));
    expect(analysed(noisy(2.5), { mvc: 100 }).baseline.refused).toBeNull();
    expect(analysed(noisy(3.5), { mvc: 100 }).baseline.refused).toBe('restless');
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
  function expectAlike(a: unknown, b: unknown, shiftS = 0, key = ''): void {
    if (typeof a === 'number')
      expect(a).toBeCloseTo((b as number) + (/^(start|onset|end|releaseOnset)S$/.test(key) ? shiftS : 0), 5);
    else if (typeof a === 'object' && a !== null) {
      expect(Object.keys(a)).toEqual(Object.keys(b as object));
      for (const [name, value] of Object.entries(a))
        expectAlike(value, (b as Record<string, unknown>)[name], shiftS, name);
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
          expectAlike(figures(analysed(moved, { polarity })), reference, shiftS);
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
