import { describe, expect, it } from 'vitest';
import { ROW_LENGTH } from '../../../src/lib/signal/engine';
import { thinned } from '../../../src/lib/session/thinned';
import { RecordedTrace } from '../../../src/lib/session/trace';

/** A trace of one value for each time. */
function traceOf(times: readonly number[], pct: (t: number) => number): RecordedTrace {
  const rows = new Float64Array(times.length * ROW_LENGTH);
  times.forEach((t, i) => {
    rows.set([t, 0, pct(t), NaN], i * ROW_LENGTH);
  });
  return new RecordedTrace(rows);
}

const every = (stepS: number, fromS: number, toS: number) =>
  Array.from({ length: Math.round((toS - fromS) / stepS) }, (_, i) => fromS + (i + 0.5) * stepS);

describe('the small curve of a round', () => {
  it('has a hundred means, of equal stretches, counted from the round’s begin', () => {
    // 100 samples a second over 16 s: 16 samples a stretch; a straight line’s mean is its middle.
    const { timeS, value } = thinned(traceOf(every(0.01, 0, 40), (t) => 2 * t).pct, 10, 16);
    expect(value).toHaveLength(100);
    expect(timeS[0]).toBeCloseTo(0.08, 9);
    expect(timeS[99]).toBeCloseTo(15.92, 9);
    value.forEach((v, i) => {
      expect(v).toBeCloseTo(2 * (10 + (timeS[i] ?? NaN)), 6);
    });
  });

  it('is NaN where a gap leaves a stretch without samples, and nowhere else', () => {
    // Stretches of 0.1 s; nothing between 3.0 and 4.0 s.
    const times = every(0.01, 0, 10).filter((t) => t < 3 || t > 4);
    const { value } = thinned(traceOf(times, () => 7).pct, 0, 10);
    const empty = [...value].flatMap((v, i) => (Number.isNaN(v) ? [i] : []));
    expect(empty).toEqual([30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
  });

  it('has fewer stretches where there are few samples, and none of them is empty for uneven steps', () => {
    const times = every(0.1, 0, 5).map((t, i) => t + (i % 2 === 0 ? 0.03 : -0.03));
    const { value } = thinned(traceOf(times, (t) => t).pct, 0, 5);
    expect(value).toHaveLength(25);
    expect([...value].every(Number.isFinite)).toBe(true);
  });

  it('is empty where nothing was measured', () => {
    expect(thinned(traceOf([], () => 0).pct, 0, 16).value).toHaveLength(0);
  });
});
