import { describe, expect, it } from 'vitest';
import { AnswerWatch, type AnswerFigures } from '../../../src/lib/signal/round-answer';
import { segmentsOf, TargetCurve } from '../../../src/lib/signal/target';
import { sampled, sampleRun, straight } from './samples';

type Corners = readonly (readonly [s: number, pct: number])[];

interface Told {
  readonly rateHz?: number;
  readonly noisePct?: number;
  readonly hasOnsets?: boolean;
  readonly forcePct?: number;
  /** Samples at or after the first and before the second of these are missing. */
  readonly missing?: readonly [fromS: number, toS: number];
}

/** The cue to rise is at 10 s, that to let go at 13 s, the fall ends at 14 s; the signal is as `corners` say, from 5 to 17 s. */
function answer(
  corners: Corners,
  { rateHz = 100, noisePct = 0.2, hasOnsets = true, forcePct = 40, missing = [0, 0] }: Told = {}
): AnswerFigures {
  const pattern = { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 3000 };
  const curve = new TargetCurve(segmentsOf(pattern, forcePct));
  const watch = new AnswerWatch(curve, forcePct, noisePct, hasOnsets, null);
  const [fromS, toS] = missing;
  let expecting = false;
  let lastS = NaN;
  for (const { t, v } of sampled(straight(...corners), rateHz, 5, 17)) {
    if (t >= fromS && t < toS) continue;
    // As in a set: before the first sample of the round, in the lead-in or with it.
    if (!expecting && t >= 9.9) watch.expect(10);
    expecting ||= t >= 9.9;
    watch.push(sampleRun([{ t, v }], { stepS: 1 / rateHz, gap: t - lastS > 2.5 / rateHz }), 0, 1);
    lastS = t;
  }
  return watch.figures();
}
const reaction = (corners: Corners, told?: Told) => answer(corners, told).reactionS;

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
    const early: Corners = [
      [9.1, 0],
      [9.2, 30],
      [9.6, 30],
      [9.7, 0]
    ];
    expect(reaction([...early, ...rise(10.2)])).toBeCloseTo(0.25, 9);
    expect(reaction(early)).toBeNull();
  });

  it('is none for who is tense before the cue, unless she lets go and begins anew', () => {
    const tense: Corners = [
      [6, 0],
      [7, 20],
      [10.2, 20]
    ];
    expect(reaction([...tense, [10.7, 40]])).toBeNull();
    // Down to 5 % and up again: that was not let go.
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

  it('is none without 0.3 s above 10 %', () => {
    expect(
      reaction([
        [10.2, 0],
        [11, 9.9]
      ])
    ).toBeNull();
    expect(
      reaction([
        [10.4, 0],
        [10.5, 40],
        [10.6, 0]
      ])
    ).toBeNull();
  });

  it('is there at 6 % against a target of 11 %, and not against one of 40 %', () => {
    const little: Corners = [
      [10.2, 0],
      [10.5, 6]
    ];
    expect(reaction(little, { forcePct: 11 })).toBeCloseTo(0.3, 9);
    expect(reaction(little)).toBeNull();
  });

  it('is none for a contraction that starts when the fall is over', () => {
    // 10 % is passed at 13.95 s, and at 14.05 s.
    expect(reaction(rise(13.7))).toBeCloseTo(3.75, 9);
    expect(reaction(rise(13.8))).toBeNull();
  });

  it('is none where a gap hides the crossing', () => {
    expect(reaction(rise(10.2), { missing: [10.2, 10.3] })).toBeNull();
    expect(reaction(rise(10.2), { missing: [10.3, 10.4] })).toBeCloseTo(0.25, 9);
    expect(reaction(rise(10.2), { missing: [9.8, 10.1] })).toBeCloseTo(0.25, 9);
  });

  it('is none where 100 % is too coarse for an onset', () => {
    const coarse = answer(rise(10.2), { hasOnsets: false });
    expect(coarse).toMatchObject({ reactionS: null, riseRate: { notMeasured: 'noise' } });
  });
});

describe('the rise and the release of a round', () => {
  const ROUND: Corners = [...rise(10.2), [13.1, 40], [13.6, 0]];

  it.each([50, 100, 200])('are those of its straight lines, at %i Hz', (rateHz) => {
    const { riseRate, riseTimeS, releaseTimeS, relaxation } = answer(ROUND, { rateHz });
    expect(riseRate).toEqual({
      valuePctPerS: expect.closeTo(40, 6) as number,
      windowMs: expect.closeTo(100, 6) as number
    });
    expect(riseTimeS).toBeCloseTo(0.8, 6);
    // 6 % is passed 34/40 of half a second after 13.1 s.
    expect(releaseTimeS).toBeCloseTo(0.525, 6);
    // 90 to 10 % of 40 %, at 80 %/s.
    expect(relaxation?.t90To10S).toBeCloseTo(0.4, 6);
    expect(relaxation?.peakFallPctPerS).toBeCloseTo(80, 6);
    expect(relaxation?.residualPct).toBeCloseTo(0, 9);
  });

  it('are measured as far as they have come where nothing was let go', () => {
    const { riseRate, riseTimeS, releaseTimeS, relaxation } = answer(rise(10.2));
    expect(riseRate).toMatchObject({ valuePctPerS: expect.closeTo(40, 6) as number });
    expect(riseTimeS).toBeCloseTo(0.8, 6);
    expect([releaseTimeS, relaxation]).toEqual([null, null]);
  });

  it('end with the first sample behind a gap that hides the end', () => {
    // Under 6 % at 13.525 s, which nobody saw.
    expect(answer(ROUND, { missing: [13.2, 13.7] }).releaseTimeS).toBeCloseTo(0.7, 9);
  });

  it('tell a release by up to a second early as negative, and none that came before', () => {
    const letGoAt = (s: number) => answer([...rise(10.2), [s, 40], [s + 0.5, 0]]).releaseTimeS;
    expect(letGoAt(12.2)).toBeCloseTo(-0.375, 6);
    expect(letGoAt(11.6)).toBeCloseTo(-0.975, 6);
    expect(letGoAt(11.5)).toBeNull();
  });

  it('tell no release where the signal stays flat above the end', () => {
    const { releaseTimeS } = answer([...rise(10.2), [13.1, 40], [13.4, 12]]);
    expect(releaseTimeS).toBeNull();
  });

  it('take the rise from the first contraction and the release from the last', () => {
    const twice: Corners = [...rise(10.2), [11.3, 40], [11.5, 0], [12, 0], [12.1, 40], [13.1, 40], [13.6, 0]];
    const { reactionS, riseRate, releaseTimeS } = answer(twice);
    expect(reactionS).toBeCloseTo(0.25, 9);
    expect(riseRate).toMatchObject({ valuePctPerS: expect.closeTo(40, 6) as number });
    expect(releaseTimeS).toBeCloseTo(0.525, 6);
  });

  it('have no rise rate across a gap in the rise, and no speed of the fall across one in it', () => {
    expect(answer(ROUND, { missing: [10.6, 10.7] }).riseRate).toEqual({ notMeasured: 'gap' });
    expect(answer(ROUND, { missing: [13.3, 13.4] }).relaxation).toMatchObject({
      t90To10S: null,
      peakFallPctPerS: null
    });
  });

  it('are not there where nothing was done', () => {
    expect(answer([[5, 0]])).toEqual({
      reactionS: null,
      riseRate: { notMeasured: 'no-onset' },
      riseTimeS: null,
      releaseTimeS: null,
      relaxation: null
    });
  });
});
