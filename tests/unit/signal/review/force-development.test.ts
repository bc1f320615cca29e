import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysisOptions } from '../../../../src/lib/signal/analysis';
import { analysed, only, trapezoid, TRAPEZOID } from '../analysed';
import { sampled, straight, type Sample } from '../samples';
import { normalOf } from './noise';

const review = (samples: readonly Sample[], options: Partial<AnalysisOptions> = {}) =>
  only(analysed(samples, options))?.review;
const close = (value: number, digits = 5) => expect.closeTo(value, digits) as number;
const refusedAll = (notGiven: string) => [50, 100, 200].map((toMs) => ({ toMs, notGiven }));

describe('the rate of force development', () => {
  it.each([100, 200, 1000])(
    'of a straight rise is its slope at %i Hz, in % and in the unit of the recording',
    (rateHz) => {
      const samples = trapezoid(rateHz).map(({ t, v }) => ({ t, v: 40 - 2.5 * v }));
      expect(review(samples, { polarity: -1 })?.rfd).toEqual(
        [50, 100, 200].map((toMs) => ({ toMs, pctPerS: close(100), unitsPerS: close(250) }))
      );
    }
  );

  it('of a rise that bends is its mean slope from the onset, by arithmetic', () => {
    // 100·(1 − e^(−t/0.2)), from 2 % on: 98·(1 − e^(−T/0.2))/T.
    const samples = sampled((s) => (s < 5 || s > 10 ? 0 : 100 * (1 - Math.exp(-(s - 5) / 0.2))), 100, 0, 15);
    const rfd = review(samples, { mvc: 100 })?.rfd ?? [];
    expect(rfd).toHaveLength(3);
    for (const each of rfd) {
      const overS = each.toMs / 1000;
      // A straight line over a step lies below the curve by at most dt²/8 times its curvature of 100/0.2² at most; the onset's own step has the
      // corner in it, where the line is off by the rise within a step at most: the onset is late or early by 10 ms · 2/4.9 at most.
      const height = (0.01 ** 2 / 8) * 2500;
      const lateness = 0.01 * (2 / 4.9);
      const expected = (98 * (1 - Math.exp(-overS / 0.2))) / overS;
      expect('pctPerS' in each ? Math.abs(each.pctPerS - expected) : NaN).toBeLessThan(
        height / overS + (expected * lateness) / 0.2
      );
    }
  });

  it('is not given below 100 Hz, counted by its samples', () => {
    expect(review(trapezoid(50))?.rfd).toEqual(refusedAll('slow-sampling'));
    // Steps of 10, 10 and 15 ms: their median says 100 Hz.
    const turns = [0, 0.01, 0.02];
    const uneven = Array.from({ length: 1200 }, (_, i) => 0.035 * Math.floor(i / 3) + (turns[i % 3] ?? NaN));
    expect(review(uneven.map((t) => ({ t, v: TRAPEZOID(t) })))?.rfd).toEqual(refusedAll('slow-sampling'));
    const lossy = trapezoid(100).filter((_, i) => i % 16 !== 7);
    expect(review(lossy)?.rfd).toEqual(
      [50, 100, 200].map((toMs) => ({ toMs, pctPerS: close(100), unitsPerS: close(100) }))
    );
  });

  it('is not given of what a gap lies in or before, and is of what ends before the gap', () => {
    const gap = (fromS: number, toS: number) => trapezoid(100).filter(({ t }) => t < fromS || t > toS);
    expect(review(gap(5.1, 5.13))?.rfd).toEqual([
      { toMs: 50, pctPerS: close(100), unitsPerS: close(100) },
      { toMs: 100, notGiven: 'gap' },
      { toMs: 200, notGiven: 'gap' }
    ]);
    expect(review(gap(4.85, 4.95))?.rfd).toEqual(refusedAll('gap'));
    expect(review(sampled(TRAPEZOID, 100, 4.9, 15), { rest: { baseline: 0 } })?.rfd).toEqual(
      refusedAll('gap')
    );
  });

  it('is not given without an onset, and says whether it was the noise', () => {
    expect(review(trapezoid(100).filter(({ t }) => t < 4.99 || t > 5.1))?.rfd).toEqual(
      refusedAll('no-onset')
    );
    const noisy = trapezoid(100).map(({ t, v }, i) => ({ t, v: v + (i % 2 === 0 ? 2 : -2) }));
    expect(review(noisy, { mvc: 100 })?.rfd).toEqual(refusedAll('noise'));
  });
});

describe('tension before the onset', () => {
  it('withholds the rate: below rest, rising already, or at the level of an unfinished release', () => {
    const dip = straight([4.5, 0], [4.6, -5], [5, -5], [6, 100], [10, 100], [10.5, 0]);
    expect(review(sampled(dip, 100, 0, 15))?.rfd).toEqual(refusedAll('tense'));
    // By −4 to 1.9 % in the 200 ms: −1 % in the mean, within the limit of 2 %, and a change of 6 %, beyond twice that.
    const climb = straight([4.79, 0], [4.8, -4], [5, 1.9], [5.1, 10], [6, 100], [10, 100], [10.5, 0]);
    const climbing = review(sampled(climb, 100, 0, 15));
    expect(climbing?.preTension).toMatchObject({ levelPct: expect.closeTo(-1.05, 0) as number, limitPct: 2 });
    expect(climbing?.rfd).toEqual(refusedAll('tense'));
    const halfLetGo = straight(
      [5, 0],
      [6, 100],
      [8, 100],
      [8.5, 25],
      [12, 25],
      [12.5, 75],
      [15, 75],
      [15.5, 0]
    );
    const [, second] = analysed(sampled(halfLetGo, 100, 0, 18)).contractions;
    expect(second?.onsetS).toBeCloseTo(12.02, 3);
    expect(second?.review.preTension).toMatchObject({ levelPct: close(25, 0), limitPct: 2 });
    expect(second?.review.rfd).toEqual(refusedAll('tense'));
  });

  it('withholds it too where a few percent are held before the rise', () => {
    // 5 % for 2 s: the onset is at the beginning of these, and rest before it.
    const waiting = straight([3, 0], [3.1, 5], [5, 5], [6, 100], [10, 100], [10.5, 0]);
    const found = review(sampled(waiting, 100, 0, 15), { rest: { fromS: 0, toS: 2.5 } });
    expect(found?.preTension).toMatchObject({ levelPct: close(0, 0) });
    expect(found?.hingeOnset).toMatchObject({ onsetS: close(5, 1) });
    expect(found?.rfd).toEqual(refusedAll('early-onset'));
  });

  it('is not seen in a straight rise from rest, however slow', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 30, noNaN: true }), (riseS) => {
        const slow = straight([5, 0], [5 + riseS, 100], [8 + riseS, 100], [8.5 + riseS, 0]);
        const { preTension, rfd } = review(sampled(slow, 100, 0, 12 + riseS), { mvc: 100 }) ?? {};
        if (!preTension || !('changePct' in preTension)) throw new Error('no pre-tension');
        // 1.125 times the limit where 3/4 of the window are on the rise; half a sample at either end is 5 % of its length.
        expect(preTension.changePct).toBeLessThan(1.125 * 1.1 * preTension.limitPct);
        expect(rfd?.every((each) => 'pctPerS' in each)).toBe(true);
      }),
      { numRuns: 30 }
    );
  });

  it('is not seen in noise, up to what the reference allows', () => {
    // σ of 0.9 %: mean and change of 20 samples vary by σ/√20 and σ·√(12/20), where 3σ and 6σ are allowed.
    for (let seed = 1; seed <= 10; seed++) {
      const normal = normalOf(seed);
      const samples = trapezoid(100).map(({ t, v }) => ({ t, v: v + 0.9 * normal() }));
      const rfd = review(samples, { mvc: 100, rest: { fromS: 0, toS: 4.5 } })?.rfd ?? [];
      expect(rfd.map(({ toMs }) => toMs)).toEqual([50, 100, 200]);
      expect(rfd.every((each) => !('notGiven' in each && each.notGiven === 'tense'))).toBe(true);
    }
  });
});
