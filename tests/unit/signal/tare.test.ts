import { describe, expect, it } from 'vitest';
import { judgeRest, Tare, type Rest } from '../../../src/lib/signal/tare';
import { signalSample } from './samples';

const rest = (sd: number, drift: number): Rest => ({ baseline: 1800, sd, drift, farthestTenth: 0, jump: 0 });

/** Steady rest over `windowS` at 100 Hz, with a silence of `gapS` after 1 s. */
function tareWithGap(gapS: number, windowS = 3) {
  const tare = new Tare(10, windowS);
  let over = false;
  for (let i = 0; !over; i++) {
    const t = 10 + i / 100;
    const inGap = t > 11 && t < 11 + gapS - 1e-9;
    if (!inGap)
      over = tare.push(
        signalSample({ t, v: 1800 + (i % 2), gap: gapS > 0 && Math.abs(t - 11 - gapS) < 1e-9 })
      );
  }
  return tare.finish(1, null);
}

describe('a tare is refused', () => {
  it.each([
    ['before 100 % is known: 3σ + 2 steps', 2, 1, null, 8],
    ['2 % where the noise is small', 0.1, 1, 500, 10],
    ['3σ where that is more', 5, 1, 500, 15]
  ])('for drift beyond %s', (_, sd, resolution, reference, limit) => {
    for (const sign of [1, -1]) {
      expect(judgeRest(rest(sd, sign * (limit - 1e-6)), resolution, reference)).toBeNull();
      expect(judgeRest(rest(sd, sign * (limit + 1e-6)), resolution, reference)).toBe('drifting');
    }
  });

  it('for σ beyond 3 % once 100 % is known, and not before', () => {
    expect(judgeRest(rest(15, 0), 1, 500)).toBeNull();
    expect(judgeRest(rest(15.001, 0), 1, 500)).toBe('restless');
    expect(judgeRest(rest(15.001, 0), 1, null)).toBeNull();
  });

  it('where less than 80 % of the window was measured', () => {
    // 2.99 s from the first to the last sample; 2.4 s are needed.
    expect(tareWithGap(0)).toMatchObject({ baseline: 1800.5 });
    expect(tareWithGap(0.55)).toMatchObject({ sd: 1 });
    expect(tareWithGap(0.65)).toBe('gap');
  });

  it('where hardly anything came', () => {
    const tare = new Tare(0, 3);
    tare.push(signalSample({ t: 0, v: 1 }));
    tare.push(signalSample({ t: 2.9, v: 1 }));
    expect(tare.push(signalSample({ t: 3, v: 1 }))).toBe(true);
    expect(tare.finish(1, null)).toBe('gap');
  });
});

/** What 5 s of rest at 1800 come to, an alternating noise of ±1 at 100 Hz, with something added. */
function tareWith(added: (s: number) => number, resolution = 1, reference: number | null = null) {
  const tare = new Tare(0, 5);
  for (let i = 0; i <= 500; i++)
    tare.push(signalSample({ t: i / 100, v: 1800 + (i % 2 === 0 ? 1 : -1) + added(i / 100) }));
  return tare.finish(resolution, reference);
}

describe('what disturbs a tare', () => {
  const quiet = {
    baseline: expect.toSatisfy((value: number) => Math.abs(value - 1800) <= 1) as number,
    // ±1 in turn, each spread over a step of 1, lies within 0.5 to 1.5 of the line: the median is 1. Up to a tenth that lies beyond moves it by 0.06.
    sd: expect.toSatisfy((sd: number) => Math.abs(sd - 1.4826) <= 1.4826 * 0.06) as number,
    drift: expect.closeTo(0, 1) as number
  };

  it.each<[string, (s: number) => number]>([
    ['a cough of 0.4 s, 60 % of 1200 high', (s) => (s >= 2 && s < 2.4 ? 720 : 0)],
    ['a cough at the very beginning', (s) => (s < 0.4 ? 720 : 0)],
    ['one at the very end', (s) => (s >= 4.6 ? -720 : 0)],
    ['a single sample', (s) => (s === 2.5 ? 60_000 : 0)],
    ['two coughs', (s) => ((s >= 1 && s < 1.2) || (s >= 3 && s < 3.2) ? 500 : 0)]
  ])('is left out where it is %s: baseline and σ stay those of the quiet rest', (_, added) => {
    expect(tareWith(added)).toMatchObject(quiet);
    expect(tareWith(added, 1, 1200)).toMatchObject(quiet);
  });

  it('refuses it before 100 % is known where more than a tenth of it lies beyond 30σ', () => {
    // 12 % of the window: 30σ are 44, and a little more for the 12 % that are none of it. A breath is no movement.
    const burst = (height: number, s: number) => (s >= 2 && s < 2.6 ? height : 0);
    expect(tareWith((s) => burst(25, s))).toMatchObject({ baseline: quiet.baseline });
    expect(tareWith((s) => burst(70, s))).toBe('restless');
    expect(tareWith((s) => (s >= 1 && s < 3 ? 1200 : 0))).toBe('restless');
  });

  it('…and beyond 3 % once 100 % is known', () => {
    const burst = (s: number) => (s >= 2 && s < 2.6 ? 25 : 0);
    // 26 numbers from the line at the most, and 24 at the least: 3 % of 900 are 27, of 700 they are 21.
    // The median distance of all is the quantile 0.5/0.88 of the quiet ones: 1.07.
    expect(tareWith(burst, 1, 900)).toMatchObject({ sd: expect.closeTo(1.4826 * 1.07, 1) as number });
    expect(tareWith(burst, 1, 700)).toBe('restless');
  });

  it('refuses a seat that was moved, wherever in the window that was', () => {
    // Two levels, 20 numbers apart, with a noise of ±1: more than 3σ + 2 steps, and more than 3 % of 500.
    const moved = (atS: number, reference: number | null) =>
      tareWith((s) => (s < atS ? 0 : 20), 1, reference);
    for (const atS of [0.6, 1, 2, 2.2, 2.4, 2.5, 2.6, 2.8, 3, 4, 4.4])
      expect(moved(atS, 500)).toBeTypeOf('string');
  });

  it('judges what may have been a breath once 100 % is known', () => {
    // A fifth of the window 20 numbers higher: 13σ, a breath or a moved seat; 3 % of 500 are 15, of 1000 they are 30.
    const rest = tareWith((s) => (s < 4 ? 0 : 20));
    if (typeof rest === 'string') throw new Error(rest);
    expect(judgeRest(rest, 1, 500)).toBe('restless');
    expect(judgeRest(rest, 1, 1000)).toBeNull();
  });

  it('is nothing where all of it varies: breathing and noise are its σ', () => {
    // |8 cos φ ± 1| lies below m for half of all φ where (m − 1)² + (m + 1)² = 8², so m = √31. A cosine of whole periods is even about their middle: no drift.
    expect(tareWith((s) => 8 * Math.cos(2 * Math.PI * s), 0.001)).toMatchObject({
      sd: expect.closeTo(1.4826 * Math.sqrt(31), 1) as number,
      drift: expect.closeTo(0, 0) as number
    });
  });

  it('does not hide a drift', () => {
    // 6 a second over 5 s are 30: more than 3σ + 2 steps.
    expect(tareWith((s) => 6 * s)).toBe('drifting');
    expect(tareWith((s) => 6 * s + (s >= 2 && s < 2.3 ? 700 : 0))).toBe('drifting');
  });

  it('is not a sensor of fractions that reads the same most of the time: its smallest difference is one step', () => {
    const tare = new Tare(0, 5);
    for (let i = 0; i <= 100; i++) tare.push(signalSample({ t: i / 20, v: i % 4 === 0 ? 2.5 : 2 }));
    expect(tare.finish(0, null)).toMatchObject({ baseline: 2, sd: 0.5 });
  });
});

describe('a tare', () => {
  it('takes samples until its window is over, and not the one that ends it', () => {
    const tare = new Tare(5, 2);
    for (let i = 0; i < 20; i++) expect(tare.push(signalSample({ t: 5 + i / 10, v: 100 }))).toBe(false);
    expect(tare.push(signalSample({ t: 7, v: 1e6 }))).toBe(true);
    expect(tare.finish(1, null)).toMatchObject({ baseline: 100, sd: 1, drift: 0 });
  });
});
