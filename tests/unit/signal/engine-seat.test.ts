import { describe, expect, it } from 'vitest';
import type { SignalEvent } from '../../../src/lib/signal/event';
import { ROW, ROW_LENGTH } from '../../../src/lib/signal/engine';
import { COMMANDS, littleSession, RAW, run, SET_UP, type Timed } from './little-session';
import { sampled } from './samples';

const typesAfter = (events: readonly SignalEvent[], s: number) =>
  events.filter(({ atS }) => atS >= s).map(({ type, atS }) => [type, Number(atS.toFixed(2))]);

/** The little session, with the sensor unloaded to `emptyRaw` between two times. */
function leaving(
  emptyRaw: number,
  fromS: number,
  toS: number,
  commands: readonly Timed[],
  polarity: 1 | -1 = 1
) {
  const raw = RAW(polarity);
  const samples = sampled((s) => (s >= fromS && s < toS ? emptyRaw : raw(s)), 100, 0, 60);
  return run(
    samples,
    commands.map(([s, command]) => [s, command.do === 'accept' ? { ...command, polarity } : command])
  );
}

describe('who leaves the seat', () => {
  it('in a set: it stands still after a second, and goes on once rest was measured anew', () => {
    // The second round, from 33 s on, is left at 33.5 s.
    const { events, rows } = leaving(400, 33.5, 40, [
      ...COMMANDS,
      [42, { do: 'resume' }],
      [43, { do: 'tare', windowS: 3 }],
      [47, { do: 'resume' }]
    ]);
    const told = typesAfter(events, 33.1).filter(([type]) => type !== 'zero');
    expect(told.slice(0, 5)).toEqual([
      ['schedule', 34.5],
      ['zero-lost', 34.5],
      // The press at 42 s brings nothing: nobody knows where 0 % is.
      ['taring', 43],
      ['tared', 46],
      ['schedule', 47]
    ]);
    const pctAt = (s: number) => rows[Math.round(100 * s) * ROW_LENGTH + ROW.pct] ?? 0;
    expect(pctAt(45)).toBeNaN();
    expect(pctAt(47)).toBeCloseTo(0, 6);
    // The round begins anew 3 s after, and counts as interrupted.
    const round = events.filter((event) => event.type === 'round').at(-1);
    expect(round).toMatchObject({ round: 2, interruptions: 1, startS: expect.closeTo(50, 1) as number });
  });

  it('in a pause of a set rest can be measured, and the round begins again; while a force is asked for it cannot', () => {
    const { events } = run(littleSession(), [
      ...COMMANDS,
      // In the second round's hold.
      [34.5, { do: 'tare', windowS: 3 }],
      [34.6, { do: 'pause' }],
      [37.5, { do: 'tare', windowS: 3 }],
      [41, { do: 'resume' }]
    ]);
    expect(typesAfter(events, 34.4).filter(([type]) => type !== 'zero')).toEqual([
      ['schedule', 34.6],
      ['taring', 37.5],
      ['tared', 40.5],
      ['schedule', 41]
    ]);
    // The round that was cut off is judged by nobody.
    expect(events.filter(({ type }) => type === 'round')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'set-end')).toHaveLength(0);
  });

  it('between sets: nothing begins before rest was measured anew', () => {
    const { events } = leaving(400, 30, 35, [
      ...COMMANDS.slice(0, 3),
      [40, { do: 'start', setUp: SET_UP }],
      [42, { do: 'tare', windowS: 3 }],
      [46, { do: 'start', setUp: SET_UP }]
    ]);
    expect(
      typesAfter(events, 30.5).filter(([type]) => ['zero-lost', 'tared', 'set'].includes(String(type)))
    ).toEqual([
      ['zero-lost', 31],
      ['tared', 45],
      ['set', 46]
    ]);
  });

  it('is told from who squeezes, whichever way that goes, and from a knock', () => {
    const left = (emptyRaw: number, untilS: number, polarity: 1 | -1) =>
      leaving(emptyRaw, 30, untilS, COMMANDS.slice(0, 3), polarity).events.some(
        ({ type }) => type === 'zero-lost'
      );
    // 100 % are 500 numbers: at 1000 − 500 and below where squeezing raises, at 1000 − 1000 and below where it lowers.
    expect(left(499, 35, 1)).toBe(true);
    expect(left(501, 35, 1)).toBe(false);
    expect(left(-1, 35, -1)).toBe(true);
    expect(left(1, 35, -1)).toBe(false);
    expect(left(0, 30.9, 1)).toBe(false);
  });

  it('and stops the set has to measure rest before another one', () => {
    const { events } = leaving(400, 33.5, 40, [
      ...COMMANDS,
      [41, { do: 'stop' }],
      [42, { do: 'start', setUp: SET_UP }]
    ]);
    expect(typesAfter(events, 40).filter(([type]) => type !== 'contraction')).toEqual([['set-end', 41]]);
  });
});

describe('what was 100 % in an earlier session', () => {
  it('counts again once rest was measured', () => {
    const reference = { polarity: 1, span: 500, scale: 'mvc', rmaxPctPerS: null } as const;
    const { events, rows } = run(
      sampled(() => 1250, 100, 0, 10),
      [
        [1, { do: 'refer', reference }],
        [2, { do: 'start', setUp: SET_UP }],
        [3, { do: 'tare', windowS: 3 }],
        [7, { do: 'start', setUp: SET_UP }]
      ]
    );
    expect(typesAfter(events, 0.5).map(([type]) => type)).toEqual([
      'referred',
      'taring',
      'tared',
      'set',
      'schedule'
    ]);
    expect(rows[200 * ROW_LENGTH + ROW.pct]).toBeNaN();
    expect(rows[800 * ROW_LENGTH + ROW.pct]).toBe(0);
  });
});
