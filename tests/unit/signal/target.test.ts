import { describe, expect, it } from 'vitest';
import { effectiveBandPct, segmentsOf, TargetCurve } from '../../../src/lib/signal/target';

/** 40; 20; 40; 60 in tenths of a second. */
const PATTERN = { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 };
const curve = new TargetCurve(segmentsOf(PATTERN, 40));

describe('the target of 40; 20; 40; 60 at 40 %', () => {
  it.each([
    [-0.001, 0],
    [0, 0],
    [2, 20],
    [4, 40],
    [5, 40],
    [6, 40],
    [8, 20],
    [10, 0],
    [13, 0],
    [16, 0],
    [100, 0]
  ])('asks at %d s for %d %%', (s, pct) => {
    expect(curve.valueAt(s)).toBeCloseTo(pct, 12);
  });

  it('lasts 16 s', () => {
    expect(curve.durationS).toBe(16);
  });

  it.each([
    [0, 'rise', 4],
    [3.999, 'rise', 4],
    [4, 'hold', 6],
    [6, 'fall', 10],
    [10, 'rest', 16],
    [99, 'rest', 16]
  ])('is at %d s in the %s, until %d s', (s, cue, endS) => {
    expect(curve.segments[curve.indexAt(s)]?.cue).toBe(cue);
    expect(curve.endOf(curve.indexAt(s))).toBe(endS);
  });
});

describe('the band', () => {
  it.each([
    [10, 40, 10],
    [10, 20, 10],
    [10, 15, 7.5],
    [25, 10, 5]
  ])('of ±%d %% at %d %% is ±%d %%: never more than half the force', (band, force, effective) => {
    expect(effectiveBandPct(band, force)).toBe(effective);
  });
});
