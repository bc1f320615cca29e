import { describe, expect, it } from 'vitest';
import { meanOnTargetPct, onTargetPct } from '../../../src/lib/signal/on-target';
import { segmentsOf, TargetCurve } from '../../../src/lib/signal/target';
import { Watched } from './watched-set';

/** 4 s up, 2 s hold, 4 s down, 6 s rest: scored are 1.5 s of hold, and 4 s of letting go where that is the goal. */
const curve = new TargetCurve(segmentsOf({ riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 }, 40));
const figures = (holdInBandPct: number | null, fallInBandPct: number) => ({
  holdInBandPct,
  inBandPctBySegment: [0, 0, fallInBandPct, 100]
});

describe('the headline of a round', () => {
  it('is the time in the band during the hold', () => {
    expect(onTargetPct(figures(80, 50), curve, undefined, true)).toBe(80);
  });

  it('counts letting go as well where that is the goal, by its length', () => {
    // (80 · 1.5 + 50 · 4) / 5.5
    expect(onTargetPct(figures(80, 50), curve, 'release', true)).toBeCloseTo(58.1818, 4);
  });

  it('counts letting go for nothing where the hold was not reached', () => {
    expect(onTargetPct(figures(0, 50), curve, 'release', false)).toBe(0);
  });

  it('is not known where the hold was not measured', () => {
    expect(onTargetPct(figures(null, 50), curve, 'release', true)).toBeNull();
    expect(onTargetPct(figures(null, 50), curve, undefined, true)).toBeNull();
  });

  it.each([undefined, 'release'] as const)('is 0 for doing nothing, whatever the goal (%s)', (goal) => {
    const [round] = new Watched({ rounds: 1, goal }).run(9).rounds;
    expect(round?.figures.onTargetPct).toBe(0);
    // The whole round's share credits idling for all of the rest and the feet of the ramps.
    expect(round?.figures.inBandPct).toBeGreaterThan(20);
  });

  it('is 0 for five times the force, and 100 for the force that was asked for', () => {
    const held = (pct: number) => (s: number) => (s > 3.9 && s < 6.1 ? pct : 0);
    const headline = (pct: number) =>
      new Watched({ rounds: 1 }).run(9, held(pct)).rounds[0]?.figures.onTargetPct;
    expect(headline(200)).toBe(0);
    expect(headline(40)).toBeCloseTo(100, 9);
  });
});

it('of several rounds it is their mean, without those that were not measured', () => {
  expect(meanOnTargetPct([{ onTargetPct: 100 }, { onTargetPct: null }, { onTargetPct: 50 }, {}])).toBe(75);
  expect(meanOnTargetPct([{ onTargetPct: null }])).toBeNull();
  expect(meanOnTargetPct([])).toBeNull();
});
