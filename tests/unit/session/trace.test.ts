import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LiveTrace,
  NO_SAMPLE,
  RecordedTrace,
  sessionTimeS,
  type TraceWindow
} from '../../../src/lib/session/trace';

/** It holds the newest 2¹⁴ samples. */
const CAPACITY = 16_384;

type Row = readonly [timeS: number, raw: number, pct: number, riseRate: number];
const rowsOf = (rows: readonly Row[]) => Float64Array.from(rows.flat());
/** Sample i, at 200 Hz. */
const row = (i: number): Row => [i / 200, 1800 + i, i % 100, i % 7];
const plain = ({ timeS, value }: TraceWindow) => [...timeS].map((t, i) => [t, value[i]]);

describe('a live trace', () => {
  it('shows what a plain list would, for batches of any size, across its wrap', () => {
    const batches = fc.array(fc.oneof(fc.nat(20), fc.nat(9000)), { maxLength: 8 });
    fc.assert(
      fc.property(batches, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(2000), (sizes, at, length) => {
        const trace = new LiveTrace();
        const list: Row[] = [];
        for (const size of sizes) {
          const batch = Array.from({ length: size }, (_, i) => row(list.length + i));
          list.push(...batch);
          trace.append(rowsOf(batch));
        }
        const fromS = (at * list.length) / 200;
        const toS = fromS + length / 200;
        const expected = list.slice(-CAPACITY).filter(([t]) => t >= fromS && t <= toS + 1e-9);
        expect(plain(trace.pct.window(fromS, toS))).toEqual(expected.map(([t, , pct]) => [t, pct]));
        expect(plain(trace.raw.window(fromS, toS))).toEqual(expected.map(([t, raw]) => [t, raw]));
      }),
      { numRuns: 60 }
    );
  });

  it.each([CAPACITY - 1, CAPACITY, CAPACITY + 1, 3 * CAPACITY + 5])('holds the newest of %i', (count) => {
    const trace = new LiveTrace();
    trace.append(rowsOf(Array.from({ length: count }, (_, i) => row(i))));
    const { timeS } = trace.raw.window(-Infinity, Infinity);
    expect(timeS).toHaveLength(Math.min(count, CAPACITY));
    expect(timeS[0]).toBe(Math.max(0, count - CAPACITY) / 200);
    expect(timeS.at(-1)).toBe((count - 1) / 200);
  });

  it('tells its newest sample, and NaN before there is one', () => {
    const trace = new LiveTrace();
    expect(trace.newest).toEqual(NO_SAMPLE);
    trace.append(new Float64Array());
    expect(trace.newest).toEqual(NO_SAMPLE);
    trace.append(rowsOf([row(1), [7, 8, 9, 10]]));
    expect(trace.newest).toEqual({ timeS: 7, raw: 8, pct: 9, riseRatePctPerS: 10 });
    expect(trace.count).toBe(2);
  });
});

describe('session time', () => {
  const newest = { ...NO_SAMPLE, timeS: 7 };

  it('goes on from the newest sample, a tenth of a second at most', () => {
    expect(sessionTimeS(newest, 1000, 1000)).toBe(7);
    expect(sessionTimeS(newest, 1000, 1040)).toBeCloseTo(7.04, 9);
    expect(sessionTimeS(newest, 1000, 9000)).toBeCloseTo(7.1, 9);
  });

  it('never goes back, should the frame be older than the sample', () => {
    expect(sessionTimeS(newest, 1000, 990)).toBe(7);
  });

  it('begins at 0', () => {
    expect(sessionTimeS(NO_SAMPLE, 0, 0)).toBe(0);
  });
});

describe('a recorded trace', () => {
  const trace = new RecordedTrace(rowsOf(Array.from({ length: 1000 }, (_, i) => row(i))));

  it('shows stretches with both their ends', () => {
    expect(plain(trace.pct.window(1, 1.01))).toEqual([
      [1, 0],
      [1.005, 1],
      [1.01, 2]
    ]);
    expect(trace.pct.window(-5, 50).timeS).toHaveLength(1000);
    expect(trace.pct.window(2.001, 2.004).timeS).toHaveLength(0);
    expect(trace.endS).toBe(999 / 200);
  });

  // It makes room for 2¹⁴ at first.
  it.each([
    [5, 0, 7],
    [CAPACITY, 1],
    [1, 3 * CAPACITY, 5]
  ])('grows by parts of %i, %i and more', (...sizes) => {
    const growing = new RecordedTrace();
    let count = 0;
    for (const size of sizes) {
      const first = count;
      growing.append(rowsOf(Array.from({ length: size }, (_, i) => row(first + i))));
      count += size;
    }
    const all = new RecordedTrace(rowsOf(Array.from({ length: count }, (_, i) => row(i))));
    expect(growing.timeS).toEqual(Float64Array.from({ length: count }, (_, i) => row(i)[0]));
    expect(growing.pct.window(-1, Infinity)).toEqual(all.pct.window(-1, Infinity));
    expect(growing.raw.window(-1, Infinity)).toEqual(all.raw.window(-1, Infinity));
  });

  it('of nothing ends at 0', () => {
    expect(new RecordedTrace(new Float64Array()).endS).toBe(0);
  });
});
