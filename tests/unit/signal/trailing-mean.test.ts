import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrailingMean } from '../../../src/lib/signal/trailing-mean';

type Points = readonly (readonly [t: number, v: number])[];

function means(windowS: number, points: Points): number[] {
  const mean = new TrailingMean(windowS);
  return points.map(([t, v]) => {
    mean.push({ t, v });
    return mean.mean;
  });
}

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

describe('the trailing mean', () => {
  it('is not known until the samples fill the window', () => {
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

  it('is the area under the lines, for any samples', () => {
    const points = fc.array(
      fc.tuple(
        fc.double({ min: 0.001, max: 0.4, noNaN: true }),
        fc.double({ min: -100, max: 100, noNaN: true })
      ),
      { minLength: 2, maxLength: 60 }
    );
    fc.assert(
      fc.property(points, (increments) => {
        let t = 0;
        const series = increments.map(([step, v]) => [(t += step), v] as const);
        means(0.5, series).forEach((mean, i) => {
          const seen = series.slice(0, i + 1);
          const fromS = (seen.at(-1)?.[0] ?? 0) - 0.5;
          if (fromS >= (seen[0]?.[0] ?? 0)) expect(mean).toBeCloseTo(areaFrom(fromS, seen) / 0.5, 6);
        });
      })
    );
  });

  it('forgets at a reset', () => {
    const mean = new TrailingMean(0.5);
    for (let i = 0; i < 5000; i++) mean.push({ t: i / 100, v: 7 });
    mean.reset();
    mean.push({ t: 50, v: 1 });
    expect(mean.mean).toBeNaN();
    mean.push({ t: 50.25, v: 1 });
    mean.push({ t: 50.5, v: 1 });
    expect(mean.mean).toBeCloseTo(1, 12);
  });
});
