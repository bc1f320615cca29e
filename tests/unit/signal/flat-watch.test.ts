import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlatWatch } from '../../../src/lib/signal/flat-watch';

type Points = readonly (readonly [t: number, v: number])[];

function watched(windowS: number, limit: number, points: Points): FlatWatch {
  const watch = new FlatWatch(windowS, limit);
  for (const [t, v] of points) watch.push({ t, v });
  return watch;
}

/** The mean after each of the points. */
const means = (windowS: number, points: Points) =>
  points.map((_, i) => watched(windowS, 1, points.slice(0, i + 1)).mean());

/** The area under straight lines between the points, from `fromS` to the last of them, worked out piece by piece. */
function areaFrom(fromS: number, points: Points): number {
  let area = 0;
  points.slice(1).forEach(([t1, v1], i) => {
    const [t0, v0] = points[i] ?? [NaN, NaN];
    const left = Math.max(t0, fromS);
    if (left < t1) area += (t1 - left) * (v1 + ((v0 - v1) * (t1 - (left + t1) / 2)) / (t1 - t0));
  });
  return area;
}

describe('the mean of the window', () => {
  it('is not known until the samples fill it', () => {
    const got = means(0.5, [
      [0, 1],
      [0.25, 1],
      [0.499, 1],
      [0.5, 1]
    ]);
    expect(got).toEqual([NaN, NaN, NaN, 1]);
  });

  it('of a ramp is the ramp half a window ago, at any steps', () => {
    const times = [0, 0.013, 0.1, 0.11, 0.3, 0.52, 0.6, 0.77, 1.3];
    const got = means(
      0.5,
      times.map((t) => [t, 40 * t])
    );
    times.forEach((t, i) => {
      if (t >= 0.5) expect(got[i]).toBeCloseTo(40 * (t - 0.25), 9);
    });
  });

  it('interpolates where the window begins between two samples', () => {
    // From 0 to 10 in 1 s: the last half second lies between 5 and 10.
    expect(
      means(0.5, [
        [0, 0],
        [1, 10]
      ])[1]
    ).toBeCloseTo(7.5, 12);
  });

  it('weighs samples with the time they stand for', () => {
    // ½ s: 0.1 s at 0→10, then 0.4 s at 10.
    expect(
      means(0.5, [
        [0, 0],
        [0.1, 10],
        [0.5, 10]
      ])[2]
    ).toBeCloseTo((0.1 * 5 + 0.4 * 10) / 0.5, 12);
  });

  it('is the area under the lines, for any samples, up to the newest or the one before', () => {
    const points = fc.array(
      fc.tuple(
        fc.double({ min: 0.001, max: 0.4, noNaN: true }),
        fc.double({ min: -100, max: 100, noNaN: true })
      ),
      { minLength: 2, maxLength: 60, size: 'max' }
    );
    fc.assert(
      fc.property(points, (increments) => {
        let t = 0;
        const series = increments.map(([step, v]) => [(t += step), v] as const);
        const watch = new FlatWatch(0.5, 1);
        series.forEach(([t, v], i) => {
          watch.push({ t, v });
          for (const ago of [0, 1]) {
            const seen = series.slice(0, i + 1 - ago);
            const fromS = (seen.at(-1)?.[0] ?? NaN) - 0.5;
            if (fromS >= (seen[0]?.[0] ?? NaN))
              expect(watch.mean(ago)).toBeCloseTo(areaFrom(fromS, seen) / 0.5, 6);
          }
        });
      })
    );
  });

  it('is right where more samples come than are kept', () => {
    // A saw-tooth of 1 s at 1 kHz: half a second of it is 0.25 or 0.75 high on average, and in between a straight line.
    const watch = new FlatWatch(0.5, 1);
    for (let i = 0; i <= 20_250; i++) {
      watch.push({ t: i / 1000, v: (i % 1000) / 1000 });
      if (i > 4000 && i % 1000 === 500) expect(watch.mean()).toBeCloseTo(0.25, 9);
      if (i > 4000 && i % 1000 === 999) expect(watch.mean()).toBeCloseTo(0.749, 9);
    }
  });

  it('is right of a window that needs most of what is kept', () => {
    const watch = new FlatWatch(1, 1);
    for (let i = 0; i <= 30_000; i++) {
      const t = i / 3000;
      watch.push({ t, v: 40 * t });
      if (i > 6000 && i % 100 === 0) expect(watch.mean()).toBeCloseTo(40 * (t - 0.5), 6);
    }
  });

  it('is not known after a reset', () => {
    const watch = new FlatWatch(0.5, 1);
    for (let i = 0; i < 5000; i++) watch.push({ t: i / 100, v: 7 });
    watch.reset();
    watch.push({ t: 50, v: 1 });
    expect(watch.mean()).toBeNaN();
    watch.push({ t: 50.25, v: 1 });
    watch.push({ t: 50.5, v: 1 });
    expect(watch.mean()).toBeCloseTo(1, 12);
  });
});

describe('flat', () => {
  it('is a window whose largest value lies less than the limit above its smallest, whatever they are', () => {
    const values = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(0.0078125, 0.125, 0.5, 2),
        fc.constantFrom(1, 3, 8, 12),
        (all, stepS, limit) => {
          const watch = new FlatWatch(1.5, limit);
          all.forEach((v, i) => {
            const window = all.slice(Math.max(0, Math.ceil(i - 1.5 / stepS)), i + 1);
            watch.push({ t: i * stepS, v });
            const isFilled = i * stepS >= 1.5;
            expect(watch.isFlat).toBe(isFilled && Math.max(...window) - Math.min(...window) < limit);
          });
        }
      ),
      { numRuns: 100 }
    );
  });

  it('is what drifts slowly, for as long as that takes', () => {
    const watch = new FlatWatch(1, 2);
    // 1.5 % in the window of one second, at 1 kHz; then twice as fast.
    for (let i = 0; i < 10_000; i++) {
      watch.push({ t: i / 1000, v: 0.0015 * i });
      expect(watch.isFlat).toBe(i >= 1000);
    }
    for (let i = 0; i < 1000; i++) watch.push({ t: 10 + i / 1000, v: 15 + 0.003 * i });
    expect(watch.isFlat).toBe(false);
  });

  it('is not what has just moved, where more samples come than are kept', () => {
    const watch = new FlatWatch(1, 2);
    for (let i = 0; i < 12_000; i++) watch.push({ t: i / 6000, v: 0 });
    for (let i = 12_000; i < 12_600; i++) watch.push({ t: i / 6000, v: 50 });
    expect(watch.isFlat).toBe(false);
  });

  it('is nothing where the limit is 0, nor before the first sample', () => {
    const still = [
      [0, 5],
      [1, 5]
    ] as const;
    expect(watched(1, 0, still).isFlat).toBe(false);
    expect(watched(1, 1, still).isFlat).toBe(true);
    expect(watched(1, 2, []).isFlat).toBe(false);
  });

  it('begins anew after a reset', () => {
    const watch = watched(1, 2, [
      [0, 0],
      [0.1, 50]
    ]);
    watch.reset();
    watch.push({ t: 0.2, v: 0 });
    watch.push({ t: 1, v: 0 });
    expect(watch.isFlat).toBe(false);
    watch.push({ t: 1.2, v: 0 });
    expect(watch.isFlat).toBe(true);
  });
});
