import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../firmware-sim/random';
import { OutlierGuard } from '../../../src/lib/signal/outlier-guard';
import { analysed } from './analysed';
import { sampled, straight } from './samples';

const WIDE = { min: -1000, max: 1000 };

/** What comes out for what goes in. */
function through(values: readonly number[], rateHz: number, range = WIDE) {
  const guard = new OutlierGuard();
  guard.range = range;
  const out: number[] = [];
  let outliers = 0;
  const take = (ready: number) => {
    out.push(...guard.v.subarray(0, ready));
    outliers += guard.outliers;
  };
  values.forEach((v, i) => {
    take(guard.push(i / rateHz, v));
  });
  take(guard.finish());
  return { out, outliers };
}

/** Two seconds of rest that alternates by ±0.1, and what follows. */
const rest = (rateHz: number, seconds = 2) =>
  Array.from({ length: rateHz * seconds }, (_, i) => (i % 2 === 0 ? 0.1 : -0.1));
const afterRest = (rateHz: number, ...values: number[]) => [...rest(rateHz), ...values, ...rest(rateHz, 1)];

describe.each([10, 20, 80, 100, 1000])('the frame guard at %i Hz', (rateHz) => {
  it('puts the middle of its neighbours in the place of a single sample that jumps and comes back', () => {
    for (const height of [-60, -5, 5, 60]) {
      const { out, outliers } = through([...rest(rateHz), 0.1, height, -0.1, 0.1], rateHz);
      expect(outliers).toBe(1);
      expect(out).toHaveLength(2 * rateHz + 4);
      expect(out[2 * rateHz + 1]).toBeCloseTo(0, 9);
    }
  });

  it('keeps a step that stays, with its first sample', () => {
    const values = afterRest(rateHz, ...Array<number>(rateHz).fill(75));
    expect(through(values, rateHz)).toEqual({ out: values, outliers: 0 });
  });

  it('finds an outlier on the sample after a step, and on the one before', () => {
    const after = through([...rest(rateHz), 50, 500, 50, 50, 50], rateHz);
    expect(after.outliers).toBe(1);
    expect(after.out.slice(-5)).toEqual([50, 50, 50, 50, 50]);
    const before = through([...rest(rateHz), 0, 500, 20, 40, 60], rateHz);
    expect(before.outliers).toBe(1);
    expect(before.out.slice(-5).map(Math.round)).toEqual([0, 10, 20, 40, 60]);
  });

  it('keeps a pulse of two samples, and the top of one that rises and falls in steps', () => {
    for (const pulse of [
      [75, 75],
      [75, 40],
      [40, 75, 40],
      [30, 100, 30]
    ]) {
      // Somebody who has squeezed before: 100 is nothing new.
      const values = [...rest(rateHz), 50, 100, 100, 50, ...afterRest(rateHz, ...pulse)];
      expect(through(values, rateHz)).toEqual({ out: values, outliers: 0 });
    }
  });
});

describe('the frame guard', () => {
  it('takes two in a row for outliers where both are beyond all that was seen by its span, and over within 40 ms', () => {
    for (const pair of [
      [400, 400],
      [400, -300]
    ]) {
      const values = (rateHz: number) => [...rest(rateHz), 0, ...pair, 0, 0];
      // 75 Hz: three steps are 40 ms.
      expect(through(values(75), 75)).toMatchObject({ outliers: 2 });
      expect(through(values(75), 75).out.slice(-5)).toEqual([0, 0, 0, 0, 0]);
      expect(through(values(50), 50)).toMatchObject({ outliers: 0 });
    }
  });

  it('lets noise pass: normal, and quantised', () => {
    const random = new Random(3);
    for (const rateHz of [10, 20, 100]) {
      const noise = Array.from({ length: 50_000 }, () => random.normal());
      expect(through(noise, rateHz).outliers).toBe(0);
      const guard = new OutlierGuard();
      guard.resolution = 1;
      let outliers = 0;
      noise.forEach((v, i) => {
        guard.push(i / rateHz, Math.round(0.25 * v));
        outliers += guard.outliers;
      });
      expect(outliers).toBe(0);
    }
  });

  it('knows nothing but half of the range before it has seen eight samples', () => {
    // Before the scale is known.
    expect(through([0, 1, 1003, 2, 3], 100).outliers).toBe(1);
    expect(through([0, 1, 1000, 2, 3], 100).outliers).toBe(0);
  });

  it('neither loses nor reorders samples, and changes only what it counts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 200, size: 'max' }),
        fc.constantFrom(20, 100),
        (values, rateHz) => {
          const { out, outliers } = through(values, rateHz);
          expect(out).toHaveLength(values.length);
          expect(out.filter((v, i) => v !== values[i]).length).toBeLessThanOrEqual(outliers);
        }
      )
    );
  });
});

describe('a recording with one outlier', () => {
  const clean = sampled(straight([5, 10], [6, 110], [10, 110], [10.5, 10]), 100, 0, 15);
  const noisy = clean.map(({ t, v }, i) => ({ t, v: v + (i % 2 === 0 ? 0.1 : -0.1) }));
  const true_ = analysed(noisy);

  it.each([0, 1, 70, 300, 501, 550, 800, 1025, 1200, 1498, 1499])(
    'has the figures of one without, wherever it is: at sample %i',
    (at) => {
      for (const height of [8388.61, -8388.61]) {
        const spiked = noisy.map((sample, i) => (i === at ? { ...sample, v: height } : sample));
        const analysis = analysed(spiked);
        expect(analysis.outliers).toBe(1);
        // The median of the rest may go from one side of the alternation to the other.
        expect(Math.abs((analysis.mvc.value ?? NaN) - 100)).toBeLessThan(0.11);
        expect(analysis.contractions).toHaveLength(1);
        const [contraction, expected] = [analysis.contractions[0], true_.contractions[0]];
        expect(contraction?.riseRate).toMatchObject({ valuePctPerS: expect.closeTo(100, -0.5) as number });
        expect(contraction?.plateauPct).toBeCloseTo(expected?.plateauPct ?? NaN, 1);
        expect(contraction?.endS).toBeCloseTo(expected?.endS ?? NaN, 2);
      }
    }
  );
});
