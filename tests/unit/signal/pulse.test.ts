import { describe, expect, it } from 'vitest';
import { levelsOf } from '../../../src/lib/signal/levels';
import { PulseWatch } from '../../../src/lib/signal/pulse';
import { sampled, sampleRun, straight } from './samples';

interface Case {
  /** The person's own best rate, and the one that is measured all along, %/s. */
  readonly own?: number;
  readonly rate?: number;
  readonly rateHz?: number;
}

type Corners = readonly (readonly [s: number, pct: number])[];

/** What is told from 0 to 6 s: at which sample, and since when. */
function pulses(corners: Corners, { own = NaN, rate = NaN, rateHz = 100 }: Case = {}) {
  const watch = new PulseWatch(levelsOf(0.2), own);
  return sampled(straight(...corners), rateHz, 0, 6).flatMap(({ t, v }) =>
    watch.push(sampleRun([{ t, v, ratePerS: rate }], { stepS: 1 / rateHz }), 0) ? [[t, watch.fromS]] : []
  );
}

/** 150 %/s up and down: over 2 % from 1.0133 s, under 5 % from 1.3667 s. */
const triangle: Corners = [
  [1, 0],
  [1.2, 30],
  [1.4, 0]
];
/** Up within two steps at 100 Hz, until `s`, and down in as many: over 2 % from 1.0008 s. */
const block = (s: number): Corners => [
  [1, 0],
  [1.02, 50],
  [s, 50],
  [s + 0.02, 0]
];

describe('a pulse', () => {
  it('that rises more than three times as steeply as the person’s best is a cough or knock', () => {
    const told = [[1.37, expect.closeTo(1 + 2 / 150, 9) as number]];
    expect(pulses(triangle, { own: 49.9, rate: 150 })).toEqual(told);
    expect(pulses(triangle, { own: 50, rate: 150 })).toEqual([]);
  });

  it('that peaks within two steps is one, whatever else is known', () => {
    const told = [[1.22, expect.closeTo(1 + 2 / 2500, 9) as number]];
    expect(pulses(block(1.2))).toEqual(told);
    expect(pulses(block(1.2), { own: 1000, rate: 500 })).toEqual(told);
    // In three steps it does not.
    expect(
      pulses([
        [1, 0],
        [1.03, 50],
        [1.2, 50],
        [1.22, 0]
      ])
    ).toEqual([]);
  });

  it('that is a single sample is one', () => {
    expect(
      pulses([
        [1, 0],
        [1.01, 40],
        [1.02, 0]
      ])
    ).toHaveLength(1);
  });

  it('of 1 s is none', () => {
    expect(pulses(block(1.97))).toHaveLength(1);
    expect(pulses(block(1.99))).toEqual([]);
  });

  it('that stays below 10 % is none', () => {
    expect(
      pulses([
        [1, 0],
        [1.02, 9.9],
        [1.2, 9.9],
        [1.22, 0]
      ])
    ).toEqual([]);
    // Nor do two such make one that is above.
    expect(pulses([[1, 0], [1.02, 9], [1.05, 0], ...rise(1.3)], { own: 10, rate: 29 })).toEqual([]);
  });

  it('is over at the end level of a contraction: a cushion may take its time from there on', () => {
    // 15 % of 50 is more than 0.6 · 10: under 6 % at 1.262 s.
    const told = pulses([
      [1, 0],
      [1.02, 50],
      [1.2, 50],
      [1.27, 5.5],
      [5, 4],
      [6, 0]
    ]);
    expect(told).toEqual([[1.27, expect.closeTo(1.0008, 9)]]);
  });

  it('on top of something else is not known to be one', () => {
    expect(
      pulses([
        [0, 4],
        [1, 4],
        [1.02, 50],
        [1.2, 50],
        [1.22, 4]
      ])
    ).toEqual([]);
  });

  it('is told each time', () => {
    const knocks = [1, 2, 3].flatMap(
      (s) =>
        [
          [s, 0],
          [s + 0.01, 40],
          [s + 0.02, 0]
        ] as const
    );
    expect(pulses(knocks)).toHaveLength(3);
  });
});

function rise(s: number): Corners {
  return [
    [s, 0],
    [s + 1, 40],
    [s + 2, 40],
    [s + 3, 0]
  ];
}

describe('the watch for pulses', () => {
  it('learns the best rate from what was asked for', () => {
    const watch = new PulseWatch(levelsOf(0.2), NaN);
    const run = sampleRun([NaN, -300, 40, 60, 55, NaN, 90].map((ratePerS) => ({ ratePerS })));
    watch.learn(run, 0, 3);
    expect(watch.bestRatePctPerS).toBe(40);
    watch.learn(run, 3, 6);
    expect(watch.bestRatePctPerS).toBe(60);
  });

  it('knows whether a contraction was nothing but the newest pulse', () => {
    const watch = new PulseWatch(levelsOf(0.2), NaN);
    expect(watch.covers(1.01, 1.22)).toBe(false);
    for (const { t, v } of sampled(straight(...block(1.2)), 100, 0, 3))
      watch.push(sampleRun([{ t, v }], { stepS: 0.01 }), 0);
    expect(watch.covers(1.01, 1.22)).toBe(true);
    expect(watch.covers(1.01, 1.9)).toBe(false);
    expect(watch.covers(0.9, 1.22)).toBe(false);
  });

  it('forgets what is under way', () => {
    const watch = new PulseWatch(levelsOf(0.2), NaN);
    const told = sampled(straight(...block(1.2)), 100, 0, 3).filter(({ t, v }) => {
      if (t === 1.1) watch.forget();
      return watch.push(sampleRun([{ t, v }], { stepS: 0.01 }), 0);
    });
    expect(told).toEqual([]);
  });
});
