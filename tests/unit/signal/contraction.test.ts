import { describe, expect, it } from 'vitest';
import { ContractionDetector } from '../../../src/lib/signal/contraction';
import { sampled, straight, type Sample } from './samples';

/** docs/signal.md, 6, at a σ that does not matter. */
const LEVELS = { start: 10, end: (peak: number) => Math.min(Math.max(5, 0.15 * peak), 6) };
const RATE_HZ = 100;

interface Found {
  readonly toldS: number;
  readonly startS: number;
  readonly endS: number;
  readonly plateau: number;
}

function contractionsIn(samples: readonly Sample[], gapAtS = NaN): Found[] {
  const detector = new ContractionDetector(LEVELS);
  return samples.flatMap(({ t, v }) => {
    if (!detector.push(t, v, Math.abs(t - gapAtS) < 1e-9)) return [];
    const { startS, endS, plateau } = detector;
    return [{ toldS: t, startS, endS, plateau }];
  });
}
const found = (f: (s: number) => number, gapAtS?: number) =>
  contractionsIn(sampled(f, RATE_HZ, 0, 12), gapAtS);

/** At `level` from `fromS` to `toS`, both sides upright. */
const block = (fromS: number, toS: number, level: number) => (s: number) =>
  s >= fromS - 1e-9 && s < toS - 1e-9 ? level : 0;

describe('a contraction', () => {
  it('of a trapezoid to 55 % starts above 10 %, ends below 6 %, and has the plateau 55', () => {
    // Up from 1 to 2 s: over 10 at 1.182 s. Down from 5 to 6 s: under min(max(5, 8.25), 6) at 5.891 s. Next samples: 1.19 and 5.90.
    const [only, ...others] = found(straight([1, 0], [2, 55], [5, 55], [6, 0]));
    expect(others).toEqual([]);
    expect(only?.startS).toBeCloseTo(1.19, 9);
    expect(only?.endS).toBeCloseTo(5.9, 9);
    expect(only?.plateau).toBeCloseTo(55, 9);
    expect(only?.toldS).toBeGreaterThan(6.09);
    expect(only?.toldS).toBeLessThan(6.12);
  });

  it('ends at 15 % of its own peak where that is between 5 and 6 %', () => {
    // Peak 36: 5.4 %, which a fall to 0 within 1.004 s from 5 s on passes at 5.853 s.
    const [only] = found(straight([1, 0], [1.5, 36], [5, 36], [6.004, 0]));
    expect(only?.endS).toBeCloseTo(5.86, 9);
  });

  it('needs two samples in a row to start', () => {
    expect(found((s) => (Math.round(s * 100) % 2 === 0 ? 50 : 0))).toEqual([]);
  });

  it('is dropped when shorter than 0.3 s', () => {
    expect(found(block(2, 2.29, 50))).toEqual([]);
    expect(found(block(2, 2.31, 50))).toHaveLength(1);
  });

  it('has no plateau when shorter than the 0.5 s it is a mean of', () => {
    expect(found(block(2, 2.45, 50))[0]?.plateau).toBe(-Infinity);
    expect(found(block(2, 2.52, 50))[0]?.plateau).toBeCloseTo(50, 9);
  });

  it('goes on over a dip of 0.15 s, and the last end counts', () => {
    const dip = (s: number) => block(2, 4, 50)(s) + block(4.15, 6, 50)(s);
    expect(found(dip).map(({ startS, endS }) => [startS, endS])).toEqual([
      [expect.closeTo(2, 9), expect.closeTo(6, 9)]
    ]);
  });

  it('is two over a dip of 0.25 s', () => {
    const dip = (s: number) => block(2, 4, 50)(s) + block(4.25, 6, 50)(s);
    expect(found(dip).map(({ startS, endS }) => [startS, endS])).toEqual([
      [expect.closeTo(2, 9), expect.closeTo(4, 9)],
      [expect.closeTo(4.25, 9), expect.closeTo(6, 9)]
    ]);
  });

  it('is broken off by a gap, and what comes after is one of its own', () => {
    expect(found(block(2, 6, 50), 4).map(({ startS, endS }) => [startS, endS])).toEqual([
      [expect.closeTo(4, 9), expect.closeTo(6, 9)]
    ]);
  });

  it('has for a plateau the largest half second, not the peak', () => {
    // 0.1 s at 100 in a hold at 50: at 100 Hz the upright sides are ramps of one step, 0.11 s of extra 50 in all.
    const [only] = found((s) => block(2, 6, 50)(s) + block(3, 3.1, 50)(s));
    expect(only?.plateau).toBeCloseTo((0.5 * 50 + 0.1 * 50) / 0.5, 6);
  });
});
