import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ShortMean } from '../../../src/lib/signal/flatness/short-mean';
import { on, turns } from './clocks';
import { sampled, type Sample } from './samples';

/** Time and value of each mean. */
function means(samples: readonly Sample[]): Sample[] {
  const mean = new ShortMean();
  return samples.flatMap((sample) => (mean.push(sample) ? [{ t: mean.t, v: mean.v }] : []));
}
const LINE = (s: number) => 40 * s;
const close = (all: readonly Sample[]) =>
  all.map(({ t, v }) => ({ t: expect.closeTo(t, 9) as number, v: expect.closeTo(v, 9) as number }));

it.each([1, 20, 49, 50])('each sample is a mean of its own at %i Hz', (rateHz) => {
  const samples = sampled(LINE, rateHz, 0, 3);
  expect(means(samples)).toEqual(close(samples));
});

it('takes as many samples as lie in 20 ms, at the middle of their times; the first stands alone', () => {
  // Of a straight line the mean lies on it.
  const times = [0, 0.015, 0.035, 0.055];
  expect(means(sampled(LINE, 100, 0, 0.065))).toEqual(close(times.map((t) => ({ t, v: LINE(t) }))));
  // At 1 kHz 20 samples, from 1 to 20 ms after the last of the mean before.
  const middles = [0, 0.0105, 0.0305, 0.0505];
  expect(means(sampled(LINE, 1000, 0, 0.065))).toEqual(close(middles.map((t) => ({ t, v: LINE(t) }))));
  // Steps of 10, 10 and 15 ms: 20 ms, then 25, and 25.
  expect(means(on(LINE, turns([0.01, 0.01, 0.015]), 0.08)).map(({ t }) => t)).toEqual(
    [0, (0.01 + 0.02) / 2, (0.035 + 0.045) / 2, (0.055 + 0.07) / 2].map((t) => expect.closeTo(t, 9) as number)
  );
});

it('leaves no sample out and takes none twice, at any steps', () => {
  const steps = fc.array(fc.double({ min: 1e-4, max: 0.06, noNaN: true }), { minLength: 5, maxLength: 300 });
  fc.assert(
    fc.property(steps, (each) => {
      const mean = new ShortMean();
      let [t, lastS, sum, count] = [0, -Infinity, 0, 0];
      for (const [v, step] of each.entries()) {
        t += step;
        sum += v;
        count += 1;
        const isComplete = mean.push({ t, v });
        // A hair of tolerance decides where a step ends within 1 µs of 20 ms.
        if (Math.abs(t - lastS - 0.02) > 2e-6) expect(isComplete).toBe(t - lastS >= 0.02);
        if (!isComplete) continue;
        expect(mean.v).toBeCloseTo(sum / count, 9);
        [lastS, sum, count] = [t, 0, 0];
      }
    })
  );
});

it('forgets at a reset what it has begun', () => {
  const mean = new ShortMean();
  for (const t of [0, 0.005, 0.01]) mean.push({ t, v: 80 });
  mean.reset();
  expect(mean.push({ t: 0.015, v: 3 })).toBe(true);
  expect(mean.v).toBe(3);
});
