import { describe, expect, it } from 'vitest';
import { ROW, ROW_LENGTH } from '../../../src/lib/signal/engine';
import type { SignalEvent } from '../../../src/lib/signal/event';
import { COMMANDS, littleSession, RAW, run, SET_UP, type Run, type Timed } from './little-session';
import { sampled, straight } from './samples';

function eventsOf<T extends SignalEvent['type']>({ events }: Run, type: T) {
  return events.filter((event): event is Extract<SignalEvent, { type: T }> => event.type === type);
}
const figure = ({ rows }: Run, i: number, number: keyof typeof ROW) => rows[i * ROW_LENGTH + ROW[number]];

describe.each([20, 50, 100, 200])('a little session at %i Hz', (rateHz) => {
  const session = run(littleSession(rateHz));

  it('goes from tare to the end of a set, in this order', () => {
    expect(session.events.map(({ type }) => type)).toEqual([
      'rate',
      'taring',
      'tared',
      'calibrating',
      'attempt',
      'attempt',
      'attempt',
      'proposed',
      'referenced',
      'set',
      'schedule',
      'round',
      'round',
      'set-end'
    ]);
  });

  it('finds rest at 1000 and 100 % at 500 more', () => {
    const { rest } = eventsOf(session, 'tared')[0] ?? {};
    expect(rest).toMatchObject({ baseline: 1000, sd: 1 });
    expect(rest?.drift).toBeCloseTo(0, 9);
    const { polarity, span } = eventsOf(session, 'referenced')[0]?.reference ?? {};
    expect(polarity).toBe(1);
    expect(span).toBeCloseTo(500, 6);
  });

  it('tells its rate once, with the window of its rise rates', () => {
    const [rate, ...others] = eventsOf(session, 'rate');
    expect(rate?.rateHz).toBeCloseTo(rateHz, 6);
    expect(rate?.riseRateWindowS).toBeCloseTo(rateHz === 20 ? 0.2 : 0.1, 9);
    expect(others).toEqual([]);
  });

  it('knows no % and no rise rate before 100 % is known, and both after', () => {
    expect(figure(session, 23 * rateHz, 'pct')).toBeNaN();
    expect(figure(session, 23 * rateHz, 'riseRatePctPerS')).toBeNaN();
    expect(figure(session, 30 * rateHz, 'pct')).toBeCloseTo(40, 6);
    // 0.9 s into a rise of 40 %/s: the window lies inside it.
    expect(figure(session, 28.9 * rateHz, 'riseRatePctPerS')).toBeCloseTo(40, 4);
    expect(figure(session, 30 * rateHz, 'raw')).toBe(1200);
    expect(figure(session, 30 * rateHz, 'timeS')).toBe(30);
  });

  it('scores what follows the target as such', () => {
    const rounds = eventsOf(session, 'round');
    expect(rounds.map(({ round }) => round)).toEqual([1, 2]);
    const [start = NaN] = rounds.map(({ startS }) => startS);
    // Begun by the sample at 25 s, or the next one.
    expect(Math.abs(start - 28)).toBeLessThan(1.01 / rateHz);
    for (const { figures, interruptions } of rounds) {
      expect(interruptions).toBe(0);
      expect(figures.inBandPct).toBeCloseTo(100, 9);
      // Late by one step at most: 40 %/s · step on the slopes.
      expect(figures.rmsePct).toBeLessThan(41 / rateHz);
      expect(figures.holdMeanPct).toBeCloseTo(40, 6);
      expect(figures.restMeanPct).toBeCloseTo(0, 6);
      // 2 % is passed 0.05 s into the rise; the round begins with the step before it or that one.
      expect(Math.abs((figures.reactionS ?? NaN) - 0.05)).toBeLessThan(1.01 / rateHz);
    }
  });
});

describe('the engine', () => {
  it('turns a signal over that a contraction lowers', () => {
    const commands: readonly Timed[] = COMMANDS.map(([atS, command]) => [
      atS,
      command.do === 'accept' ? { do: 'accept', polarity: -1 } : command
    ]);
    const session = run(littleSession(100, RAW(-1)), commands);
    expect(eventsOf(session, 'proposed')[0]?.reference.polarity).toBe(-1);
    expect(figure(session, 3000, 'pct')).toBeCloseTo(40, 6);
    expect(figure(session, 3000, 'raw')).toBe(800);
  });

  it('gives the same bits however many samples come at once', () => {
    const [one, five, all] = [1, 5, 1e9].map((batch) => run(littleSession(), COMMANDS, batch));
    expect(five).toEqual(one);
    expect(all).toEqual(one);
  });

  it('tells a gap, from the last sample before it', () => {
    const samples = littleSession().filter(({ t }) => t < 26 || t > 26.5);
    expect(eventsOf(run(samples), 'gap')).toEqual([{ type: 'gap', fromS: 25.99, atS: 26.51 }]);
  });

  it('bridges one lost sample without a word, and not two', () => {
    const without = (...lost: number[]) => littleSession().filter((_, i) => !lost.includes(i));
    expect(eventsOf(run(without(3000)), 'gap')).toEqual([]);
    expect(eventsOf(run(without(3000, 3001)), 'gap')).toHaveLength(1);
  });

  it('tells of contractions outside a set, and not inside', () => {
    const only = COMMANDS.slice(0, 3);
    const told = eventsOf(run(littleSession(), only), 'contraction');
    expect(told).toHaveLength(2);
    expect(told[0]?.plateauPct).toBeCloseTo(40, 6);
    // 90 % at 28.9 s, the corner at 31 s; 0.25 s inside.
    expect(told[0]?.hold?.startS).toBeCloseTo(29.15, 6);
    expect(told[0]?.hold?.endS).toBeCloseTo(30.75, 6);
    expect(eventsOf(run(littleSession()), 'contraction')).toEqual([]);
  });

  it('ends a contraction at 15 % of its own peak where that is between 5 and 6 %', () => {
    // Down from 36 % within 1.004 s from 30 s on: under 5.4 % at 30.853 s, under 6 % at 30.837 s.
    const raw = straight([28, 0], [28.5, 36], [30, 36], [31.004, 0]);
    const samples = littleSession().map(({ t, v }) => ({ t, v: t < 27 ? v : 1000 + 5 * raw(t) }));
    expect(eventsOf(run(samples, COMMANDS.slice(0, 3)), 'contraction')[0]?.endS).toBeCloseTo(
      30 + (1.004 * (36 - 5.4)) / 36,
      6
    );
  });

  it('tells its rate again when that has changed', () => {
    const samples = [...sampled(() => 1000, 100, 0, 5), ...sampled(() => 1000, 50, 5, 10)];
    const rates = eventsOf(run(samples, []), 'rate').map(({ rateHz }) => Math.round(rateHz));
    expect(rates).toEqual([100, 50]);
  });

  it('judges the tare again once 100 % is known, and asks for another', () => {
    // 20 · sin(i) about rest: half of a sine lies within 1/√2, so σ = 1.4826 · 20/√2 = 21. The squeeze of 500 is above 20σ = 419, and 3 % of it is 15.
    const noisy = littleSession().map(({ t, v }, i) => ({ t, v: v + 20 * Math.sin(i) }));
    const noisily = run(noisy);
    const { events } = noisily;
    expect(eventsOf(noisily, 'proposed')).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ type: 'tare-refused', reason: 'faint' });
    expect(events.some(({ type }) => type === 'set')).toBe(false);
  });

  it('ignores what does not fit the moment', () => {
    const commands: readonly Timed[] = [
      [0.1, { do: 'calibrate' }],
      [0.2, { do: 'accept', polarity: 1 }],
      [0.3, { do: 'start', setUp: SET_UP }],
      [0.4, { do: 'pause' }],
      [0.5, { do: 'resume' }],
      [0.6, { do: 'stop' }]
    ];
    const rest = sampled(() => 1000, 100, 0, 5);
    expect(run(rest, commands)).toEqual(run(rest, []));
  });

  it('tells that the second round waits while the first was not let go, and when it begins', () => {
    // 40 % up to 35 s, 0 from 36 s on: under 10 % at 35.75 s.
    const lingering = straight([28, 1000], [29, 1200], [35, 1200], [36, 1000]);
    const samples = littleSession().map(({ t, v }) => ({ t, v: t < 27 ? v : lingering(t) }));
    const told = run(samples).events.filter(({ type }) => ['schedule', 'round', 'waiting'].includes(type));
    expect(told.slice(1)).toMatchObject([
      { type: 'round', round: 1, figures: { restMeanPct: expect.closeTo(40, 6) as number } },
      { type: 'waiting', round: 2 },
      { type: 'schedule', round: 2 }
    ]);
    const [, round, waiting, begins] = told;
    expect(waiting?.atS).toBe(round?.atS);
    expect(waiting?.atS).toBeCloseTo(33, 1);
    expect(begins?.atS).toBeCloseTo(36.75, 1);
    expect(begins?.type === 'schedule' && begins.startS).toBe((begins?.atS ?? NaN) + 3);
  });

  it('times no reaction when 100 % is below 100σ', () => {
    // ±6 about rest: σ is 1.4826 · 6 = 8.9, and 100 % is 500.
    const noisy = littleSession().map(({ t, v }, i) => ({ t, v: v + (i % 2 === 0 ? 6 : -6) }));
    const rounds = eventsOf(run(noisy), 'round');
    expect(rounds.map(({ figures }) => figures.reactionS)).toEqual([null, null]);
  });

  it('has a set that is stopped told once, and takes another', () => {
    const commands: readonly Timed[] = [
      ...COMMANDS,
      [30, { do: 'stop' }],
      [30.5, { do: 'stop' }],
      [31, { do: 'start', setUp: { ...SET_UP, rounds: 1 } }]
    ];
    const session = run(littleSession(), commands);
    expect(eventsOf(session, 'set-end').map(({ complete }) => complete)).toEqual([false, true]);
    expect(eventsOf(session, 'round')).toHaveLength(1);
  });
});
