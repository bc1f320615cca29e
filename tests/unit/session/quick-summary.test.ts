import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/lib/session/pipeline';
import { Summary } from '../../../src/lib/session/summary';
import { EMPTY_VIEW, reduce } from '../../../src/lib/session/view';
import { ResultSchema } from '../../../src/lib/storage/result';
import { squeeze } from '../signal/quick/squeeze';

const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 },
  rounds: 2,
  bandPct: 10
};
const RELAXATION = { t90To10S: 0.1, peakFallPctPerS: 490, residualPct: null };
const referenced = (scale: 'mvc' | 'ref'): SessionEvent => ({
  type: 'referenced',
  atS: 0,
  reference: { polarity: 1, span: 500, scale, rmaxPctPerS: null }
});
/** A quick squeeze, and how it was let go. */
const quick = (onsetS: number, peakPct = 80): SessionEvent[] => [
  { type: 'contraction', atS: onsetS + 0.6, noisePct: 0.2, ...squeeze(onsetS, peakPct) },
  { type: 'relaxation', atS: onsetS + 1, startS: squeeze(onsetS).startS, relaxation: RELAXATION }
];
const set: SessionEvent = { type: 'set', atS: 20, setUp: SET_UP, rmaxPctPerS: null, span: 500 };

function resultOf(...events: SessionEvent[]) {
  const summary = new Summary();
  for (const event of events) summary.note(event);
  return summary.resultOf(crypto.randomUUID());
}

describe('the result of a session with quick squeezes', () => {
  it('holds each series with its scale and its squeezes, and passes the check of what is stored', () => {
    const result = resultOf(referenced('ref'), ...quick(1), ...quick(2, 70), ...quick(3, 60));
    expect(result.quickSeries).toMatchObject([
      { scale: 'ref', count: 3, ratePerMin: 60, compared: 1, decrementPct: 25 }
    ]);
    expect(result.quickSeries[0]?.squeezes[1]).toEqual({
      startS: 2.03,
      onsetS: 2,
      endS: 2.4,
      peakPct: 70,
      timeToPeakS: 0.2,
      durationS: 0.4,
      impulsePctS: 18,
      riseRate: { valuePctPerS: 500, windowMs: 100 },
      peakFallPctPerS: 490,
      isSaturated: false
    });
    expect(ResultSchema.parse(result)).toEqual(result);
  });

  it('keeps a series on the reference of its time', () => {
    const first = [1, 2, 3].flatMap((s) => quick(s));
    const second = [4, 5, 6, 7].flatMap((s) => quick(s));
    const { quickSeries } = resultOf(referenced('ref'), ...first, referenced('mvc'), ...second);
    expect(quickSeries.map(({ scale, count }) => [scale, count])).toEqual([
      ['ref', 3],
      ['mvc', 4]
    ]);
  });

  it('joins no squeezes across a set, nor across a gap that could hide one', () => {
    const gap: SessionEvent = { type: 'gap', atS: 3.9, fromS: 3.5 };
    for (const between of [set, gap]) {
      const events = [...[1, 2, 3].flatMap((s) => quick(s)), between, ...quick(4), ...quick(5)];
      expect(resultOf(referenced('ref'), ...events).quickSeries).toMatchObject([{ count: 3 }]);
    }
  });
});

describe('the view of a session with quick squeezes', () => {
  const squeezesAfter = (...events: SessionEvent[]) =>
    events.reduce(reduce, EMPTY_VIEW).quick.squeezes.map(({ onsetS }) => onsetS);

  it('knows those that follow each other', () => {
    expect(squeezesAfter(...quick(1), ...quick(2), ...quick(9))).toEqual([9]);
    expect(squeezesAfter(...quick(1), ...quick(2))).toEqual([1, 2]);
    expect(quick(1).reduce(reduce, EMPTY_VIEW).quick.squeezes[0]?.peakFallPctPerS).toBe(490);
  });

  it('begins again after a gap that could hide one, and with a set', () => {
    expect(squeezesAfter(...quick(1), { type: 'gap', atS: 2, fromS: 1.6 }, ...quick(3))).toEqual([3]);
    expect(squeezesAfter(...quick(1), set)).toEqual([]);
  });
});
