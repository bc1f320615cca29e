import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/lib/signal/analysis';
import { meanRateHz } from '../../../../src/lib/signal/sampling/mean-rate';
import { analysed, only, TRAPEZOID } from '../analysed';
import { littleSession, run } from '../little-session';

/** Steps of 10, 10 and 15 ms, as an HX711 has them: three samples in 35 ms. */
const uneven = Array.from({ length: 1200 }, (_, i) => 0.035 * Math.floor(i / 3) + 0.01 * (i % 3));

describe('the sampling rate that is reported', () => {
  it('is that of the mean step and not of the median one', () => {
    const analysis = analysed(uneven.map((t) => ({ t, v: TRAPEZOID(t) })));
    // From the first sample to the last there are 400 times 35 ms but for the last 15.
    expect(analysis.rateHz).toBeCloseTo(1199 / (400 * 0.035 - 0.015), 9);
    // A contraction has some 450 samples: one step of 5 ms more or less at its ends.
    expect(Math.abs((only(analysis)?.rateHz ?? NaN) - 3 / 0.035)).toBeLessThan(0.1);
  });

  it('leaves gaps out, and counts what is missing', () => {
    const without = (t: number[], from: number, count: number) =>
      t.filter((_, i) => i < from || i >= from + count);
    const even = Array.from({ length: 101 }, (_, i) => i / 100);
    expect(meanRateHz(Float64Array.from(without(even, 50, 20)), 0.025)).toBeCloseTo(100, 9);
    expect(meanRateHz(Float64Array.from(without(even, 50, 1)), 0.025)).toBeCloseTo(99, 9);
    expect(meanRateHz(Float64Array.of(1), 0.025)).toBeNaN();
  });

  it('is that of a round too', () => {
    // Every third sample of 150 Hz is missing: steps of 1, 2, 1, 2 … by turns, a mean of 10 ms and a median of 6.7 or 13.3.
    const events = run(littleSession(150).filter((_, i) => i % 3 > 0)).events;
    const rounds = events.filter((event) => event.type === 'round');
    expect(rounds).toHaveLength(2);
    // A round has 500 samples: one more or less.
    for (const { figures } of rounds) expect(Math.abs(figures.rateHz - 100)).toBeLessThan(0.3);
  });
});

describe('times that stand', () => {
  it('are refused with their sample, for no step can be taken from them', () => {
    const t = Float64Array.from({ length: 400 }, (_, i) => Math.floor(i / 4) * 0.04);
    const options = { rest: { fromS: 0, toS: 1 }, mvc: null, polarity: 1 as const, target: null };
    expect(() => analyse({ t, v: t.map(() => 0) }, options)).toThrow(
      'Times have to rise: sample 1 comes at 0 s, the one before at 0 s.'
    );
  });
});
