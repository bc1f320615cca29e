import { describe, expect, it } from 'vitest';
import { isPulse, isSudden, pulseFigures } from '../../../../src/lib/signal/quick/pulse-figures';
import { column, sampled, straight } from '../samples';
import { at100Hz, passedAt, pulses, PULSE, quickly } from './pulses';

/** The end level: 15 % of the peak is more than 0.6 of the start level, which is 10. */
const END_PCT = 6;

describe('a pulse of 80·sin²', () => {
  // It begins between two samples at every rate.
  const figuresAt = (rateHz: number) => quickly(sampled(pulses([11.0037]), rateHz, 0, 15)).contractions[1];

  it.each([1000, 100, 50])('at %i Hz has the peak, plateau and area of the formula', (rateHz) => {
    const contraction = figuresAt(rateHz);
    const pulse = contraction?.pulse;
    // The highest sample lies up to half a step beside the top.
    const peakOff = 80 - (pulse?.peakPct ?? NaN);
    expect(peakOff).toBeGreaterThanOrEqual(0);
    expect(peakOff).toBeLessThanOrEqual(80 * Math.sin(Math.PI / rateHz / 0.9) ** 2);
    const omega = (2 * Math.PI) / 0.45;
    const mean = 40 * (1 + Math.sin(omega * 0.05) / (omega * 0.05));
    expect(mean).toBeCloseTo(76.83, 2);
    // With the largest curvature, 40·ω²: straight lines cut off 1/12 of it times dt², and half a step beside the top costs 1/8.
    const meanOff = mean - (contraction?.plateauPct ?? NaN);
    expect(meanOff).toBeGreaterThanOrEqual(0);
    expect(meanOff).toBeLessThanOrEqual((40 * omega ** 2 * (1 / 12 + 1 / 8)) / rateHz ** 2);
    // 18, without the tails below 2 % and 6 %, which the cubes of their lengths give: 80·(π/0.45)²·s³/3.
    const tail = (s: number) => (80 * (Math.PI / 0.45) ** 2 * s ** 3) / 3;
    expect(pulse?.impulsePctS).toBeCloseTo(18 - tail(passedAt(2)) - tail(passedAt(END_PCT)), 1);
  });

  it('has its onset, end, times and rates where the formula has them', () => {
    const contraction = figuresAt(1000);
    expect(contraction?.onsetS).toBeCloseTo(11.0037 + passedAt(2), 4);
    expect(contraction?.endS).toBeCloseTo(11.4537 - passedAt(END_PCT), 4);
    expect(contraction?.pulse?.timeToPeakS).toBeCloseTo(0.225 - passedAt(2), 2);
    expect(contraction?.pulse?.durationS).toBeCloseTo(0.45 - passedAt(END_PCT) - passedAt(2), 4);
    // The line of least squares through 0.1 s about the steepest moment: 3·40·(sin a − a·cos a)/(ω²·0.05³) with a = ω·0.05.
    const omega = (2 * Math.PI) / 0.45;
    const a = omega * 0.05;
    const slope = (3 * 40 * (Math.sin(a) - a * Math.cos(a))) / (omega ** 2 * 0.05 ** 3);
    expect(slope).toBeCloseTo(532, 0);
    const rate = contraction?.riseRate;
    const rise = rate && 'valuePctPerS' in rate ? rate.valuePctPerS : NaN;
    for (const measured of [rise, contraction?.relaxation?.peakFallPctPerS ?? NaN])
      expect(Math.abs(measured / slope - 1)).toBeLessThan(0.005);
  });

  it('has no peak nor time to it below 20 Hz, and an impulse', () => {
    const pulse = figuresAt(16)?.pulse;
    expect(pulse).toMatchObject({ peakPct: null, timeToPeakS: null });
    expect(pulse?.impulsePctS).toBeGreaterThan(17);
  });
});

describe('a pulse', () => {
  it('lasts less than a second from its onset, and its end was seen', () => {
    expect(isPulse(5, 5.99, 'relaxed')).toBe(true);
    expect(isPulse(5, 6, 'relaxed')).toBe(false);
    expect(isPulse(5, 5.5, 'not-relaxed')).toBe(true);
    expect(isPulse(5, 5.5, 'cut')).toBe(false);
  });

  it('has neither peak nor impulse where a gap lies in it, and its length', () => {
    const samples = at100Hz(pulses([11]), 15).filter(({ t }) => t < 11.2 || t > 11.25);
    const pulse = quickly(samples).contractions[1]?.pulse;
    expect(pulse).toMatchObject({ peakPct: null, timeToPeakS: null, impulsePctS: null });
    expect(pulse?.durationS).toBeCloseTo(0.45 - passedAt(END_PCT) - passedAt(2), 2);
  });

  it('is measured from its base, but for its peak, which is told above rest', () => {
    const [s, v] = (['t', 'v'] as const).map((of) =>
      column(sampled(straight([0, 20], [0.2, 60], [0.4, 20]), 100, 0, 1), of)
    );
    expect(
      pulseFigures({
        t: s ?? new Float64Array(),
        v: v ?? new Float64Array(),
        onsetS: 0,
        endS: 0.4,
        base: 20,
        stepS: 0.01,
        isSaturated: false
      })
    ).toEqual({
      peakPct: expect.closeTo(60, 9) as number,
      timeToPeakS: expect.closeTo(0.2, 9) as number,
      durationS: 0.4,
      impulsePctS: expect.closeTo((0.4 * 40) / 2, 9) as number
    });
  });

  it('that is saturated has no time to its peak: the top is cut off', () => {
    const samples = sampled((s) => Math.min(50, PULSE(s - 1)), 100, 0, 2);
    const input = { t: column(samples, 't'), v: column(samples, 'v'), onsetS: 1.03, endS: 1.4, base: 0 };
    expect(pulseFigures({ ...input, stepS: 0.01, isSaturated: true })).toMatchObject({
      peakPct: 50,
      timeToPeakS: null
    });
  });

  it('is sudden up to two steps from its onset to its peak', () => {
    const pulse = { peakPct: 50, durationS: 0.4, impulsePctS: 9 };
    expect(isSudden({ ...pulse, timeToPeakS: 0.02 }, 0.01)).toBe(true);
    expect(isSudden({ ...pulse, timeToPeakS: 0.021 }, 0.01)).toBe(false);
    expect(isSudden({ ...pulse, timeToPeakS: null }, 0.01)).toBe(false);
  });
});
