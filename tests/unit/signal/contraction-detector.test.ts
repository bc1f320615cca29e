import { describe, expect, it } from 'vitest';
import { ContractionDetector, type DetectedContraction } from '../../../src/lib/signal/contraction-detector';
import { sampled, signalSample, straight } from './samples';

/** docs/signal.md, 6, at a σ that does not matter. */
const LEVELS = { start: 10, end: (peak: number) => Math.min(Math.max(5, 0.15 * peak), 6), flat: 2 };
const RATE_HZ = 100;

type Found = DetectedContraction & { readonly toldS: number };

/** @param silence nothing comes within it, s */
function found(
  f: (s: number) => number,
  silence: readonly [fromS: number, toS: number] = [NaN, NaN]
): Found[] {
  const detector = new ContractionDetector(LEVELS);
  let lastS = 0;
  return sampled(f, RATE_HZ, 0, 12).flatMap(({ t, v }) => {
    if (t > silence[0] && t < silence[1]) return [];
    const contraction = detector.push(signalSample({ t, v, gap: t - lastS > 0.025 }));
    lastS = t;
    return contraction ? [{ ...contraction, toldS: t }] : [];
  });
}
const stretches = (...args: Parameters<typeof found>) =>
  found(...args).map(({ startS, endS }) => [startS, endS]);

/** At `level` from `fromS` to `toS`, both sides upright. */
const block = (fromS: number, toS: number, level: number) => (s: number) =>
  s >= fromS - 1e-9 && s < toS - 1e-9 ? level : 0;

describe('a contraction', () => {
  it('of a trapezoid to 55 % starts with the first sample above 10 %, and ends where it falls below 6 %', () => {
    // Up from 1 to 2 s: over 10 at 1.182 s, next sample 1.19. Down from 5 to 6 s: at min(max(5, 8.25), 6) at 5 + 49/55 s.
    const [only, ...others] = found(straight([1, 0], [2, 55], [5, 55], [6, 0]));
    expect(others).toEqual([]);
    expect(only?.startS).toBeCloseTo(1.19, 9);
    expect(only?.endS).toBeCloseTo(5 + 49 / 55, 9);
    expect(only).toMatchObject({ end: 'relaxed', base: 0 });
    // The end is certain 0.2 s later, with the next sample.
    expect(only?.toldS).toBeCloseTo(6.1, 9);
  });

  it('ends at 15 % of its own peak where that is between 5 and 6 %', () => {
    // Peak 36: 5.4 %, which a fall to 0 within 1 s from 5 s on passes at 5.85 s.
    const [only] = found(straight([1, 0], [1.5, 36], [5, 36], [6, 0]));
    expect(only?.endS).toBeCloseTo(5.85, 9);
  });

  it('needs two samples in a row to start', () => {
    expect(found((s) => (Math.round(s * 100) % 2 === 0 ? 50 : 0))).toEqual([]);
  });

  it('is dropped when shorter than 0.3 s', () => {
    // The end lies within the step after the last sample at 50: 0.88 of it.
    expect(found(block(2, 2.29, 50))).toEqual([]);
    expect(found(block(2, 2.32, 50))).toHaveLength(1);
  });

  it('goes on over a dip of 0.15 s, and the last end counts', () => {
    const dip = (s: number) => block(2, 4, 50)(s) + block(4.15, 6, 50)(s);
    expect(stretches(dip)).toEqual([[expect.closeTo(2, 9), expect.closeTo(5.9988, 9)]]);
  });

  it('is two over a dip of 0.25 s', () => {
    const dip = (s: number) => block(2, 4, 50)(s) + block(4.25, 6, 50)(s);
    expect(stretches(dip)).toEqual([
      [expect.closeTo(2, 9), expect.closeTo(3.9988, 9)],
      [expect.closeTo(4.25, 9), expect.closeTo(5.9988, 9)]
    ]);
  });

  it('goes on over a gap of up to a second', () => {
    expect(stretches(block(2, 6, 50), [3, 3.9])).toEqual([[expect.closeTo(2, 9), expect.closeTo(5.9988, 9)]]);
  });

  it('is cut off by a longer silence, and what comes after is one of its own', () => {
    expect(found(block(2, 6, 50), [3, 4.1]).map(({ startS, endS, end }) => [startS, endS, end])).toEqual([
      [expect.closeTo(2, 9), expect.closeTo(3, 9), 'cut'],
      [expect.closeTo(4.1, 9), expect.closeTo(5.9988, 9), 'relaxed']
    ]);
  });

  it('that is let go to a flat level above its end ends there, not relaxed; the next is measured from that level', () => {
    // Flat at 12 % from 4.5 s on. The next one rises to 30 % at 8 s: 12 + 10 is passed at 8.277 s, next sample 8.28.
    const twice = straight([1, 0], [2, 60], [4, 60], [4.5, 12], [8, 12], [8.5, 30], [10, 30], [10.5, 0]);
    const [first, second] = found(twice);
    expect(first).toMatchObject({ end: 'not-relaxed', base: 0 });
    // The range over a second is below 2 % as soon as the second's first sample lies within 2 % of 12: at 96 %/s.
    expect(Math.abs((first?.endS ?? NaN) - 4.5)).toBeLessThan(2 / 96 + 0.01);
    expect(second?.base).toBeCloseTo(12, 0);
    expect(second?.startS).toBeCloseTo(8.28, 9);
  });

  it('let go in two steps is one: what falls from the level that it ended on is no squeeze', () => {
    const steps = straight([1, 0], [2, 100], [4, 100], [4.5, 20], [8, 20], [8.5, 0]);
    expect(found(steps)).toMatchObject([{ end: 'not-relaxed' }]);
    // Let go by some of that, and squeezed again, by 130 %/s. The level comes down with the signal to within what counts as flat.
    const again = straight(
      [1, 0],
      [2, 100],
      [4, 100],
      [4.5, 20],
      [7, 20],
      [7.2, 15],
      [9, 15],
      [9.5, 80],
      [11, 80],
      [11.3, 0]
    );
    const [, second, ...others] = found(again);
    expect(others).toEqual([]);
    const base = second?.base ?? NaN;
    expect(Math.abs(base - 15)).toBeLessThan(2);
    expect(second?.startS).toBeCloseTo(Math.ceil(100 * (9 + (base + 10 - 15) / 130)) / 100, 9);
  });

  it('measured from a level is followed by one from the same level, while the signal does not fall below it', () => {
    const twice = straight(
      [0.5, 0],
      [1, 60],
      [2, 60],
      [2.5, 12],
      [5, 12],
      [5.5, 70],
      [7, 70],
      [7.5, 12],
      [9, 12],
      [9.5, 80],
      [11, 80],
      [11.5, 0]
    );
    const [first, second, third, ...others] = found(twice);
    expect(others).toEqual([]);
    expect(first?.end).toBe('not-relaxed');
    expect(second?.end).toBe('relaxed');
    // 12 + 10 is passed 10/58 and 10/68 of half a second after the rise began: next samples 5.09 and 9.08.
    expect(second?.startS).toBeCloseTo(5.09, 9);
    expect(third?.startS).toBeCloseTo(9.08, 9);
    expect(third?.base).toBe(second?.base);
  });

  it('that is held is not taken for let go, however flat', () => {
    expect(found(straight([1, 0], [2, 60], [9, 35], [9.5, 0]))).toHaveLength(1);
    expect(found(block(2, 11, 50))[0]?.endS).toBeCloseTo(10.9988, 9);
  });
});
