import { describe, expect, it } from 'vitest';
import type { SignalEvent } from '../../../src/lib/signal/event';
import { run, type Timed } from './little-session';
import { sampled, straight } from './samples';

const REFERENCE = { polarity: 1, span: 1000, scale: 'mvc', rmaxPctPerS: 180 } as const;
const SET_UP = {
  forcePct: 70,
  pattern: { riseMs: 3000, holdMs: 3000, fallMs: 3000, restMs: 4000 },
  rounds: 1,
  bandPct: 10,
  tangentPct: 80
};
/** The round begins 3 s after the press. */
const ROUND_S = 8;
/** K 70, τ 80, Rmax 180: the ramp takes 70/(0.8 · 180) s, and ends where the pattern's rise does. */
const RAMP_S = 70 / (0.8 * 180);
const press = (tangentPct = 80): Timed[] => [
  [0, { do: 'refer', reference: REFERENCE }],
  [0.5, { do: 'tare', windowS: 3 }],
  [ROUND_S - 3, { do: 'start', setUp: { ...SET_UP, tangentPct } }]
];

function roundOf(points: readonly (readonly [s: number, pct: number])[], commands = press(), rateHz = 100) {
  const f = straight(...points.map(([s, pct]) => [ROUND_S + s, pct] as const));
  const { events } = run(
    sampled((s) => 1000 + 10 * f(s), rateHz, 0, 24),
    commands
  );
  const rounds = events.filter(
    (event): event is Extract<SignalEvent, { type: 'round' }> => event.type === 'round'
  );
  return rounds[0]?.figures;
}
/** Follows the target without an error, on a ramp of `rampS`. */
const following = (rampS: number) =>
  [
    [3 - rampS, 0],
    [3, 70],
    [6, 70],
    [9, 0]
  ] as const;

describe('a round with a tangent', () => {
  it('asks for the ramp of the definition, and measures what was reached of it', () => {
    const figures = roundOf(following(RAMP_S));
    expect(figures?.tangent?.requiredPct).toBeCloseTo(80, 9);
    // The rows lie 10 ms apart and the corner between two of them: the crossings of 20 and 80 % lie on the straight part.
    expect(figures?.tangent?.reached).toEqual({ pct: expect.closeTo(80, 6) as number });
    expect(figures?.inBandPct).toBeCloseTo(100, 6);
    // The cue to rise is the ramp's begin, and onset is at 2 %: 2/144 s later.
    expect(figures?.reactionS).toBeCloseTo(2 / (0.8 * 180), 2);
  });

  it('tells half the speed from the whole, and which was asked for', () => {
    const figures = roundOf(following(2 * RAMP_S));
    expect(figures?.tangent?.requiredPct).toBeCloseTo(80, 9);
    expect(figures?.tangent?.reached).toEqual({ pct: expect.closeTo(40, 6) as number });
  });

  it('asks for no slower ramp than the pattern has, and tells the tangent that is left', () => {
    // 5 % of 180 would take 7.8 s; the pattern's rise takes 3: 70/3 are 13 % of 180.
    const figures = roundOf(following(3), press(5));
    expect(figures?.tangent?.requiredPct).toBeCloseTo((100 * 70) / 3 / 180, 9);
    expect(figures?.inBandPct).toBeCloseTo(100, 6);
  });

  it('says why there is none: too low, or too few samples', () => {
    expect(
      roundOf([
        [2.5, 0],
        [3, 50],
        [6, 50],
        [9, 0]
      ])?.tangent?.reached
    ).toEqual({ notMeasured: 'not-reached' });
    expect(roundOf(following(RAMP_S), press(), 10)?.tangent?.reached).toEqual({
      notMeasured: 'not-measurable'
    });
  });

  it('is no such round without a speed that is asked for', () => {
    expect(roundOf(following(3), press(0))?.tangent).toBeNull();
  });
});

describe('the series of fast contractions', () => {
  const rises = [100, 160, 180, 200, 140];
  /** To 80 % at these speeds, %/s, at 6 s and every 8 s from then on; each is let go after half a second. */
  const series = (speeds: readonly number[], top = 80) =>
    straight(
      ...speeds.flatMap((speed, i) => {
        const s = 10.2 + 8 * i;
        return [
          [s, 1000],
          [s + top / speed, 1000 + 10 * top],
          [s + 1.3, 1000 + 10 * top],
          [s + 1.5, 1000]
        ] as const;
      })
    );
  const commands: readonly Timed[] = [
    [0, { do: 'refer', reference: { ...REFERENCE, rmaxPctPerS: null } }],
    [0.5, { do: 'tare', windowS: 3 }],
    [5, { do: 'fast' }],
    [55, { do: 'accept', polarity: 1 }]
  ];
  const told = (events: readonly SignalEvent[]) => ({
    fast: events.flatMap((event) => (event.type === 'fast' ? event : [])),
    reference: events.flatMap((event) => (event.type === 'referenced' ? event.reference : [])).at(-1)
  });

  it('asks five times, 8 s apart, and takes the median of the best three', () => {
    const { fast, reference } = told(run(sampled(series(rises), 100, 0, 60), commands).events);
    expect(fast.filter(({ step }) => step === 'fast').map(({ atS }) => Math.round(atS))).toEqual([
      10, 18, 26, 34, 42
    ]);
    expect(fast.at(-1)?.step).toBe('result');
    expect(fast.at(-1)?.slopes).toEqual(
      rises.map((pctPerS) => ({ pctPerS: expect.closeTo(pctPerS, 5) as number }))
    );
    expect(reference).toEqual({ ...REFERENCE, rmaxPctPerS: expect.closeTo(180, 5) as number });
  });

  it('fails, and leaves the reference as it was, where fewer than three can be measured', () => {
    const low = told(run(sampled(series(rises, 50), 100, 0, 60), commands).events);
    expect(low.fast.at(-1)?.step).toBe('failed');
    expect(low.fast.at(-1)?.slopes).toEqual(rises.map(() => ({ notMeasured: 'not-reached' })));
    expect(low.reference).toBeUndefined();
    const coarse = told(run(sampled(series(rises), 10, 0, 60), commands).events);
    expect(coarse.fast.at(-1)?.step).toBe('failed');
  });

  it('waits for a sensor that was lost, and loses one contraction at most', () => {
    const samples = sampled(series(rises), 100, 0, 75).filter(({ t }) => t < 18.3 || t >= 33);
    const { fast } = told(run(samples, commands.slice(0, 3)).events);
    // The third would have been asked for at 26 s: it waits until 5 s after the sensor is back.
    const asked = fast.filter(({ step }) => step === 'fast').map(({ atS }) => Math.round(atS));
    expect(asked.slice(0, 3)).toEqual([10, 18, 38]);
    expect(fast.at(-1)?.slopes).toHaveLength(5);
    expect(fast.at(-1)?.slopes[1]).toHaveProperty('notMeasured');
  });

  it('can be given up', () => {
    const { events } = run(sampled(series(rises), 100, 0, 60), [
      ...commands.slice(0, 3),
      [20, { do: 'cancel' }]
    ]);
    expect(events.filter(({ type }) => type === 'cancelled')).toMatchObject([
      { reference: { rmaxPctPerS: null } }
    ]);
    expect(told(events).fast.every(({ atS }) => atS < 20)).toBe(true);
  });
});
