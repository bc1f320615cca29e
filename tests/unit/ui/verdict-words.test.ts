import { beforeEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime';
import { bestHoldPct, verdictWords } from '../../../src/lib/ui/verdict-words';

beforeEach(() => {
  overwriteGetLocale(() => 'en');
});

/** 40 % ± 10: the band is 30 to 50 %. A round of 16 s, whose hold lies from 4 to 6 s. */
const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 },
  rounds: 3,
  bandPct: 10
};
const AGAINST = { setUp: SET_UP, rmaxPctPerS: null, bestPct: null, curve: undefined };
const figures = (
  quality: Parameters<typeof verdictWords>[0]['quality'],
  holdInBandPct: number | null,
  holdMeanPct: number | null,
  rest = {}
) => ({ quality, holdInBandPct, holdMeanPct, inBandPct: 61, isSaturated: false, ...rest });

/** A curve of a tenth of a second a point. @param pctAt % at that second of the round */
const curve = (pctAt: (s: number) => number) => {
  const timeS = Float64Array.from({ length: 160 }, (_, i) => (i + 0.5) / 10);
  return { timeS, value: timeS.map(pctAt) };
};

describe('a verdict', () => {
  it.each([
    ['good', 75, 41, 'good: in the band for 75 % of the hold'],
    ['good', 100, 40, 'good: in the band for 100 % of the hold'],
    // Not yet 70: the number must not say that it was good.
    ['fair', 69.7, 33, 'fair: in the band for 69 % of the hold'],
    ['fair', 0, 24.6, 'fair: held 24 %; the band begins at 30 %'],
    ['fair', 12, 29.9, 'fair: held 29 %; the band begins at 30 %'],
    ['too-strong', 40, 50.3, 'too strong: <\u00a01 % above the band'],
    ['too-strong', 0, 62.4, 'too strong: 12 % above the band'],
    ['too-strong', 0, 190, 'too strong: 140 % above the band'],
    ['weak', 42, 29, 'weak: in the band for only 42 % of the hold'],
    ['weak', 0.4, 20, 'weak: in the band for only <\u00a01 % of the hold'],
    ['not-done', 0, 1, 'not done: no squeeze seen']
  ] as const)('of "%s" at %d %% in the band and %d %% held: %s', (quality, inBand, mean, words) => {
    expect(verdictWords(figures(quality, inBand, mean), AGAINST)).toBe(words);
  });

  it('shows no number that it is not made of', () => {
    // 82 % in the band, but sunk to 31 of 40 %: at 80 % of the best or below.
    const words = verdictWords(figures('weak', 82, 31), { ...AGAINST, bestPct: 40 });
    expect(words).toBe('weak: held 31 %, and 40 % in your best round');
  });

  it('says where the force was lost', () => {
    // 40 % until 0.8 s after the hold began, then 20 %.
    const lost = { ...AGAINST, curve: curve((s) => (s < 4.8 ? 40 : 20)) };
    expect(verdictWords(figures('weak', 20, 24), lost)).toBe(
      'weak: in the band for only 20 % of the hold; the force was lost after 0.8 s'
    );
    // Never in the band, in it until the end, and no signal from there on;
    // and lost within the first point of the hold, which would read 0 s.
    for (const pctAt of [
      () => 20,
      () => 40,
      (s: number) => (s < 4.8 ? 40 : NaN),
      (s: number) => (s < 4.1 ? 40 : 20)
    ]) {
      expect(verdictWords(figures('weak', 20, 24), { ...AGAINST, curve: curve(pctAt) })).toBe(
        'weak: in the band for only 20 % of the hold'
      );
    }
  });

  it('of a sensor at its limit is a lower bound', () => {
    expect(verdictWords(figures('too-strong', 0, 62.4, { isSaturated: true }), AGAINST)).toBe(
      'too strong: at least 12 % above the band'
    );
  });

  it('is missing where no hold was measured, or an earlier version judged none', () => {
    expect(verdictWords(figures(null, null, null, { inBandPct: null }), AGAINST)).toBe('too little signal');
    expect(verdictWords(figures(null, null, null), AGAINST)).toBe('in the band for 61 % of the round');
    expect(verdictWords(figures(null, 82, 40), AGAINST)).toBe('in the band for 82 % of the hold');
  });

  it('counts a band of at most half the force', () => {
    // 15 ± 7.5 %: from 7.5 to 22.5 %.
    const setUp = { ...SET_UP, forcePct: 15 };
    expect(verdictWords(figures('too-strong', 0, 27.5), { ...AGAINST, setUp })).toBe(
      'too strong: 5 % above the band'
    );
    expect(verdictWords(figures('fair', 0, 6.9), { ...AGAINST, setUp })).toBe(
      'fair: held 6 %; the band begins at 8 %'
    );
  });
});

it('takes the best hold of the rounds before, and no more than was asked for', () => {
  const held = (...means: (number | null)[]) => means.map((holdMeanPct) => ({ figures: { holdMeanPct } }));
  expect(bestHoldPct(held(31, 38, null), SET_UP)).toBe(38);
  expect(bestHoldPct(held(31, 55), SET_UP)).toBe(40);
  expect(bestHoldPct(held(null), SET_UP)).toBeNull();
  expect(bestHoldPct([], SET_UP)).toBeNull();
});
