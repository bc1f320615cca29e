import { beforeEach, expect, it } from 'vitest';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime';
import type { Quality } from '../../../src/lib/signal/round-quality';
import type { ResultRecord } from '../../../src/lib/storage/result';
import { summaryLines } from '../../../src/lib/ui/summary-words';

beforeEach(() => {
  overwriteGetLocale(() => 'en');
});

type Set = ResultRecord['sets'][number];
type Figures = Set['rounds'][number]['figures'];

const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 4000, holdMs: 2000, fallMs: 4000, restMs: 6000 },
  rounds: 3,
  bandPct: 10
};

/** A relaxed round whose signal lay so far from the target on average. */
function figuresOf(quality: Quality | null, signedErrorPct: number | null = 0): Figures {
  return {
    inBandPct: 80,
    inBandPctBySegment: [],
    rmsePct: 3,
    signedErrorPct,
    score: 80,
    nearTargetS: 1,
    holdMeanPct: quality === null ? null : 40,
    holdInBandPct: 80,
    holdCvPct: null,
    holdCvDetrendedPct: null,
    restMeanPct: 1,
    isSaturated: false,
    measuredS: 16,
    reactionS: null,
    riseRate: { notMeasured: 'gap' },
    riseTimeS: null,
    releaseTimeS: null,
    relaxation: null,
    zeroPct: 0,
    rateHz: 80,
    noisePct: 0.2,
    scale: 'ref',
    tangent: null,
    quality,
    holdBestPct: 40,
    onTargetPct: 80
  };
}
function setOf(...rounds: readonly Figures[]): Set {
  return {
    setUp: SET_UP,
    rmaxPctPerS: null,
    span: null,
    rounds: rounds.map((figures, i) => ({
      type: 'round',
      atS: 16 * (i + 1),
      round: i + 1,
      startS: 16 * i,
      interruptions: 0,
      figures
    }))
  };
}
const lines = (sets: readonly Set[], isFree = true) => summaryLines(sets, 8, isFree);

it('says of a session without a set whether anything was done', () => {
  expect(lines([], true)).toEqual(['A free session. What you did is kept.']);
  expect(lines([], false)).toEqual(['Nothing was trained this time.']);
});

it('calls a set without a whole round no free session', () => {
  expect(lines([setOf()])).toEqual(['No whole round this time. What came in is kept.']);
});

it('says nothing of rounds that were not measured', () => {
  expect(lines([setOf(figuresOf(null, null))])).toEqual([
    'There was too little signal to say how it went. What came in is kept.'
  ]);
});

it.each([
  [0, 'On average in the middle of the band.'],
  [0.4, 'On average in the middle of the band.'],
  [-0.4, 'On average in the middle of the band.'],
  [0.6, 'On average 1 % above the middle of the band.'],
  [-3.2, 'On average 3 % below the middle of the band.']
])('says of a mean %d %% off the target: %s', (signedErrorPct, words) => {
  expect(lines([setOf(figuresOf('good', signedErrorPct))])).toEqual([
    `1 of 1 round was good. You let go in 1 of 1 rest. ${words}`
  ]);
});

it('sums several sets up in a line each', () => {
  const first = setOf(figuresOf('good'), figuresOf('good'));
  const second = setOf(figuresOf('too-strong'), figuresOf('not-done'));
  const middle = 'On average in the middle of the band.';
  expect(lines([first, second, setOf()])).toEqual([
    `Set 1 (40 %, hold 2 s (40;20;40;60)): 2 of 2 rounds were good. You let go in 2 of 2 rests. ${middle}`,
    `Set 2 (40 %, hold 2 s (40;20;40;60)): 0 of 2 rounds were good. 1 round was above the band. 1 round was not done. You let go in 2 of 2 rests. ${middle}`,
    'Set 3 (40 %, hold 2 s (40;20;40;60)): No whole round this time. What came in is kept.'
  ]);
});
