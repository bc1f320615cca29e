import { describe, expect, it } from 'vitest';
import { assessRest, judgeRest, Tare, type Rest } from '../../../src/lib/signal/tare';
import { signalSample } from './samples';

const rest = (sd: number, drift: number): Rest => ({ baseline: 1800, sd, drift });

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

describe('what rest reads', () => {
  it('has the median for a baseline, of an odd and of an even number', () => {
    const baseline = (...v: number[]) =>
      assessRest(Float64Array.from(v.keys()), Float64Array.from(v), 0).baseline;
    expect(baseline(5, 1, 900, 2, 3)).toBe(3);
    expect(baseline(5, 1, 900, 2)).toBe(3.5);
  });

  it('has σ about the straight line, with n − 2 degrees of freedom', () => {
    // On the line 10 + 2t the residuals 1, −1, −1, 1: orthogonal to 1 and to t, so the line stays. σ² = 4/(4 − 2).
    const got = assessRest(Float64Array.of(0, 1, 2, 3), Float64Array.of(11, 11, 13, 17), 0);
    expect(got.sd).toBeCloseTo(Math.SQRT2, 12);
    expect(got.drift).toBeCloseTo(6, 12);
  });

  it('has σ of at least one quantisation step', () => {
    expect(assessRest(Float64Array.of(0, 1, 2, 3), Float64Array.of(7, 7, 7, 7), 1).sd).toBe(1);
  });
});

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
  // ±1 in turn: the squares come to 1 each, so σ is √(n / (n − 2)).
  const near = (value: number) => expect.closeTo(value, 2) as number;
  const quiet = {
    baseline: expect.toSatisfy((value: number) => Math.abs(value - 1800) <= 1) as number,
    sd: near(1),
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

  it('refuses it where more than a tenth was disturbed by more than the rest varies', () => {
    // 12 % of the window: 25 numbers away have an SD of 25·√(0.12·0.88) = 8.1 beside ±1; 60 numbers one of 19.5.
    const burst = (height: number) => (s: number) => (s >= 2 && s < 2.6 ? height : 0);
    expect(tareWith(burst(25))).toMatchObject({ sd: expect.closeTo(8.2, 0) as number });
    expect(tareWith(burst(60))).toBe('restless');
    expect(tareWith((s) => (s >= 1 && s < 3 ? 1200 : 0))).toBe('restless');
  });

  it('is nothing where all of it varies: breathing and noise stay what they were', () => {
    // A sine of 8 has a variance of 32, of which the line through 5 periods takes a share of 6/(5π)²; with the ±1, √(31.2 + 1) = 5.68.
    expect(tareWith((s) => 8 * Math.sin(2 * Math.PI * s))).toMatchObject({
      sd: expect.closeTo(5.68, 1) as number
    });
  });

  it('does not hide a drift', () => {
    // 6 a second over 5 s are 30: more than 3σ + 2 steps.
    expect(tareWith((s) => 6 * s)).toBe('drifting');
    expect(tareWith((s) => 6 * s + (s >= 2 && s < 2.3 ? 700 : 0))).toBe('drifting');
  });

  it('is told from a sensor of fractions that reads the same most of the time', () => {
    const tare = new Tare(0, 5);
    for (let i = 0; i <= 100; i++) tare.push(signalSample({ t: i / 20, v: i % 4 === 0 ? 2 : 1 }));
    // A quarter of ones: the SD is √(0.25 · 0.75) = 0.43.
    expect(tare.finish(0, null)).toMatchObject({ baseline: 1, sd: expect.closeTo(0.435, 2) as number });
  });
});

describe('a tare', () => {
  it('takes samples until its window is over, and not the one that ends it', () => {
    const tare = new Tare(5, 2);
    for (let i = 0; i < 20; i++) expect(tare.push(signalSample({ t: 5 + i / 10, v: 100 }))).toBe(false);
    expect(tare.push(signalSample({ t: 7, v: 1e6 }))).toBe(true);
    expect(tare.finish(1, null)).toEqual({ baseline: 100, sd: 1, drift: 0 });
  });
});
