import { describe, expect, it } from 'vitest';
import { holdVariabilityOf } from '../../../../src/lib/signal/review/hold-variability';
import type { ReviewInput } from '../../../../src/lib/signal/review/input';
import { analysed, only, trapezoid } from '../analysed';
import { column, sampled, straight } from '../samples';

const LONG = straight([5, 0], [6, 90], [17, 90], [17.5, 0]);
/** A hold from 6.15 to 16.75 s at 90 %, with a wave of 2 % on it that begins and ends with the hold's plateau. */
const waving = (hz: number) => (s: number) =>
  LONG(s) + (s > 6.2 && s < 16.9 ? 2 * Math.sin(2 * Math.PI * hz * (s - 6.2)) : 0);
const hold = (f: (s: number) => number, rateHz = 100) => {
  const { review } = only(analysed(sampled(f, rateHz, 0, 21), { mvc: 100 })) ?? {};
  if (!review || !('drift' in review.hold)) throw new Error('no hold');
  return review.hold;
};
const sdOf = (band: object) => ('sdPct' in band ? (band.sdPct as number) : NaN);
/** 2 %/√2 of 90 %. */
const FULL = (100 * Math.SQRT2) / 90;

describe('the variability of a hold', () => {
  it('by a wave of 8 Hz is tremor of A/√2, and no drift', () => {
    const { drift, tremor } = hold(waving(8));
    expect(Math.abs(sdOf(tremor) / FULL - 1)).toBeLessThan(0.01);
    expect(sdOf(drift)).toBeLessThan(0.02 * FULL);
  });

  it('by a wave of 0.3 Hz is drift of A/√2, and no tremor', () => {
    const { drift, tremor } = hold(waving(0.3));
    // 10.6 s are 3.2 periods: a sine's square over a part of a period is off by 1/(2ωT) = 2.5 % at most, its mean by 2A/(ωT), and 0.3 Hz
    // from the edge of 0.5 Hz reads an SD low by 5 %/(0.2·10.6) at most.
    expect(Math.abs(sdOf(drift) / FULL - 1)).toBeLessThan(0.05);
    expect(sdOf(tremor)).toBeLessThan(0.01 * FULL);
  });

  it('by a wave of 2 Hz is neither', () => {
    const { drift, tremor } = hold(waving(2));
    // At most 0.56/(f·√T) of its SD (docs/signal.md, 11): 8.6 %.
    expect(sdOf(drift)).toBeLessThan(0.086 * FULL);
    // 0.32/√(d·T) = 6.9 %, d = 2 Hz from the edge of 4 Hz.
    expect(sdOf(tremor)).toBeLessThan(0.07 * FULL);
  });

  it('by sinking is drift of its straight line, and no tremor at all', () => {
    const sinking = straight([5, 0], [6, 100], [16, 70], [16.3, 0]);
    const { drift, tremor, lengthS } = hold(sinking);
    // The SD of a line of slope a is aT/√12; 96/π⁴ of its variance are its slowest cosine, and 1/k⁴ of that each odd one.
    const mean = 100 - 3 * (0.25 - 10 / 90 / 1 + lengthS / 2);
    expect(sdOf(drift)).toBeGreaterThan(0);
    const sd = (100 * 3 * lengthS) / Math.sqrt(12) / mean;
    expect(Math.abs(sdOf(drift) / sd - 1)).toBeLessThan(0.02);
    expect(sdOf(tremor)).toBeLessThan(1e-3);
  });

  it('states its length, its resolution, and the degrees of freedom of its variations', () => {
    const { lengthS, resolutionHz, degreesOfFreedom } = hold(LONG);
    expect(lengthS).toBeCloseTo(17 - 0.25 - (5.9 + 0.25), 6);
    expect(resolutionHz).toBeCloseTo(1 / lengthS, 9);
    // Even steps weigh alike: as many as there are samples from 6.15 to 16.75 s.
    expect(degreesOfFreedom.cv).toBeCloseTo(1061 - 1, 6);
    expect(degreesOfFreedom.cvDetrended).toBeCloseTo(1061 - 2, 6);
  });

  it('counts unequal weights as fewer samples', () => {
    // Steps of 10 and 20 ms in turn: every sample weighs 15 ms but for where one is lost.
    const t = Float64Array.of(-0.01, 0, 0.01, 0.02, 0.04, 0.05, 0.06, 0.07);
    const found = holdVariabilityOf(input({ t, startS: 0, endS: 0.06 }));
    // 10, 10, 15, 15, 10 and 10 ms.
    const effective = 70 ** 2 / (4 * 10 ** 2 + 2 * 15 ** 2);
    expect(found).toMatchObject({
      degreesOfFreedom: {
        cv: expect.closeTo(effective - 1, 6) as number,
        cvDetrended: expect.closeTo(effective - 2, 6) as number
      }
    });
  });

  it('says why it is not given', () => {
    expect(hold(LONG, 40).tremor).toEqual({ notGiven: 'slow-sampling' });
    expect(sdOf(hold(LONG, 40).drift)).toBeCloseTo(0, 3);
    const short = hold(straight([5, 0], [5.5, 90], [7.9, 90], [8.5, 0]));
    expect(short).toMatchObject({
      drift: { notGiven: 'short-hold' },
      tremor: { notGiven: 'short-hold' }
    });
    const none = only(analysed(sampled(straight([5, 0], [6, 90], [7, 90], [7.5, 0]), 100, 0, 12)));
    expect(none?.review.hold).toEqual({ notGiven: 'no-hold' });
    const low = { notGiven: 'low-mean' };
    expect(holdVariabilityOf(input({ cvPct: null }))).toMatchObject({ drift: low, tremor: low });
    const saturated = { notGiven: 'saturated' };
    expect(holdVariabilityOf(input({ isSaturated: true }))).toMatchObject({
      drift: saturated,
      tremor: saturated
    });
  });
});

/** A hold of 3 s at 50 %. */
function input({
  t = column(trapezoid(100), 't'),
  startS = 6,
  endS = 9,
  cvPct = 0 as number | null,
  isSaturated = false
}): ReviewInput {
  const figures = only(analysed(trapezoid(100)));
  if (!figures) throw new Error('no contraction');
  return {
    t,
    v: t.map(() => 50),
    stepS: (t[1] ?? NaN) - (t[0] ?? NaN),
    figures: {
      ...figures,
      isSaturated,
      hold: { startS, endS, meanPct: 50, slopePctPerS: 0, cvPct, cvDetrendedPct: cvPct }
    },
    basePct: 0,
    fromS: -Infinity,
    hasOnsets: true,
    onsetPct: 2,
    noisePct: 0.1,
    unitsPerPct: 1
  };
}
