import { describe, expect, it } from 'vitest';
import { levelsOf } from '../../../src/lib/signal/levels';
import { ReactionWatch } from '../../../src/lib/signal/onset';
import { sampled, straight } from './samples';

describe('the levels of a contraction', () => {
  it.each([
    // Quiet; 5σ = 12.5 and 3σ = 7.5; 3σ = 2.4 with 5σ = 4.
    [0.2, 40, 10, 2],
    [2.5, 40, 12.5, 7.5],
    [0.8, 40, 10, 2.4],
    // Half of a target below 15 %.
    [0.2, 14, 7, 2],
    [0.2, 15, 10, 2]
  ])('are at σ %d %% for a target of %d %%: start %d %%, onset %d %%', (noise, force, startPct, onsetPct) => {
    const levels = levelsOf(noise, force);
    expect(levels.startPct).toBeCloseTo(startPct, 9);
    expect(levels.onsetPct).toBeCloseTo(onsetPct, 9);
  });

  it('need no target', () => {
    expect(levelsOf(0.2)).toEqual({ startPct: 10, onsetPct: 2, flatPct: 2 });
  });
});

interface Told {
  readonly rateHz?: number;
  readonly noisePct?: number;
  readonly forcePct?: number;
  /** Samples at or after the first and before the second of these are missing. */
  readonly missing?: readonly [fromS: number, toS: number];
}

/** The cue is at 10 s, the fall ends at 14 s; the signal is as `corners` say, from 5 to 16 s. */
function reaction(
  corners: readonly (readonly [s: number, pct: number])[],
  { rateHz = 100, noisePct = 0.2, forcePct = 40, missing = [0, 0] }: Told = {}
): number | null {
  const watch = new ReactionWatch(noisePct, forcePct);
  const [fromS, toS] = missing;
  let gap = false;
  let expecting = false;
  for (const { t, v } of sampled(straight(...corners), rateHz, 5, 16)) {
    if (t >= fromS && t < toS) {
      gap = true;
      continue;
    }
    // As in a set: before the first sample of the round, in the lead-in or with it.
    if (!expecting && t >= 9.9) watch.expect(10, 14);
    expecting ||= t >= 9.9;
    watch.push(t, v, gap);
    gap = false;
  }
  return watch.reactionS;
}

/** 0 until `s`, then 40 % within a second: 2 % after 0.05 s, 10 % after 0.25 s. */
const rise = (s: number) => [[s, 0] as const, [s + 1, 40] as const];

describe('the reaction to a cue at 10 s', () => {
  it.each([20, 50, 100, 200])('is the crossing of 2 %% on a straight rise, at %i Hz', (rateHz) => {
    expect(reaction(rise(10.2), { rateHz })).toBeCloseTo(0.25, 9);
  });

  it('is the crossing of 3σ where that is more', () => {
    // 3 % at 40 %/s: 0.075 s.
    expect(reaction(rise(10.2), { noisePct: 1 })).toBeCloseTo(0.275, 9);
  });

  it('is negative for who was early by up to a second, and still is there', () => {
    expect(reaction(rise(9.5))).toBeCloseTo(-0.45, 9);
    expect(reaction(rise(9))).toBeCloseTo(-0.95, 9);
    // Onset at 8.95 s: that was no answer to this cue.
    expect(reaction(rise(8.9))).toBeNull();
  });

  it('is that of the next contraction where an early one is over', () => {
    const knock = [
      [9.4, 0],
      [9.5, 30],
      [9.6, 0]
    ] as const;
    expect(reaction([...knock, ...rise(10.2)])).toBeCloseTo(0.25, 9);
    expect(reaction(knock)).toBeNull();
  });

  it('is none for who is tense before the cue, unless she lets go and begins anew', () => {
    const tense = [
      [6, 0],
      [7, 20],
      [10.2, 20]
    ] as const;
    expect(reaction([...tense, [10.7, 40]])).toBeNull();
    // Down to 5 % and up again: the onset level was not left.
    expect(reaction([...tense, [10.5, 5], [11, 40]])).toBeNull();
    // Down to 0 and up at 40 %/s from 10.6 s on.
    expect(reaction([...tense, [10.5, 0], ...rise(10.6)])).toBeCloseTo(0.65, 9);
  });

  it('is none for who rests above the onset level and rises from there', () => {
    expect(
      reaction([
        [5, 4],
        [10.2, 4],
        [11, 40]
      ])
    ).toBeNull();
  });

  it('is that of the last crossing before the start', () => {
    // A first try to 8 %, which is no contraction, and down again; then the rise.
    expect(reaction([[10.1, 0], [10.3, 8], [10.5, 0], ...rise(10.6)])).toBeCloseTo(0.65, 9);
  });

  it('is none without two samples in a row above 10 %', () => {
    expect(
      reaction([
        [10.2, 0],
        [11, 9.9]
      ])
    ).toBeNull();
    // One sample of 40 % at 10.5 s.
    expect(
      reaction([
        [10.49, 0],
        [10.5, 40],
        [10.51, 0]
      ])
    ).toBeNull();
  });

  it('is there at 6 % against a target of 11 %, and not against one of 40 %', () => {
    const little = [
      [10.2, 0],
      [10.5, 6]
    ] as const;
    expect(reaction(little, { forcePct: 11 })).toBeCloseTo(0.3, 9);
    expect(reaction(little)).toBeNull();
  });

  it('is none for a contraction that starts when the fall is over', () => {
    // 10 % is passed at 13.95 s, and at 14.05 s.
    expect(reaction(rise(13.7))).toBeCloseTo(3.75, 9);
    expect(reaction(rise(13.8))).toBeNull();
  });

  it('is none where a gap lies between the cue and the start', () => {
    expect(reaction(rise(10.2), { missing: [10.3, 10.4] })).toBeNull();
    expect(reaction(rise(11), { missing: [10.3, 10.4] })).toBeNull();
    expect(reaction(rise(10.2), { missing: [9.95, 10.1] })).toBeNull();
  });

  it('does not mind a gap before the cue or after the start', () => {
    expect(reaction(rise(10.2), { missing: [9.5, 9.7] })).toBeCloseTo(0.25, 9);
    expect(reaction(rise(10.2), { missing: [10.6, 10.8] })).toBeCloseTo(0.25, 9);
    // Between an early onset and the cue: it is not known any more.
    expect(reaction(rise(9.3), { missing: [9.5, 9.7] })).toBeNull();
  });

  it('is measured at 100σ, and below not', () => {
    expect(reaction(rise(10.2), { noisePct: 1 })).not.toBeNull();
    expect(reaction(rise(10.2), { noisePct: 1.001 })).toBeNull();
  });
});
