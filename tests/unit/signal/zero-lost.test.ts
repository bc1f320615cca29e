import { describe, expect, it } from 'vitest';
import type { SignalEvent } from '../../../src/lib/signal/event';
import { replayEntries } from '../../../src/lib/session/replay';
import { driverById } from '../../../src/lib/sensors/drivers';
import { RecordedSession, sensorOf, SET_UP } from '../session/recorded-session';
import { COMMANDS, RAW, run } from './little-session';
import { sampled } from './samples';

const told = (
  events: readonly { readonly type: string; readonly atS: number }[],
  ...types: SignalEvent['type'][]
) => events.filter(({ type }) => (types as string[]).includes(type));

/** A Progressor is linked again after rest and 100 % were measured; `retares`: the load on it then becomes its zero. */
function relinked(spanCounts: number, retares: boolean, inverted = false) {
  const session = new RecordedSession(sensorOf('progressor', { spanCounts, inverted }));
  session.open();
  session.run(0.5).command({ do: 'tare', windowS: 3 });
  session.run(5).command({ do: 'calibrate' });
  session.run(24).command({ do: 'accept', polarity: inverted ? -1 : 1 });
  session.run(24.2).lose();
  session.sensor.advance(24.6);
  session.link({ link: 'restored' });
  if (retares)
    session.sensor.write(
      driverById('progressor')?.profile.channels.control?.characteristic ?? '',
      Uint8Array.of(0x64)
    );
  session.run(25.2).command({ do: 'start', setUp: SET_UP });
  return replayEntries(session.run(45).entries).events;
}

describe('behind a new link', () => {
  // 10 kg lie on the sensor at rest. Tared, it reads 0: −200, −66 and −33 % where squeezing raises, and as much above where it lowers.
  it.each([5, 15, 30])('a zero that the sensor moved is seen before a round counts, 100 %% = %i kg', (kg) => {
    for (const inverted of [false, true]) {
      const events = relinked(kg, true, inverted);
      expect(told(events, 'zero-lost')).toMatchObject([{ cause: 'offset' }]);
      expect(told(events, 'round')).toEqual([]);
    }
  });

  it('the same zero costs nothing: both rounds are measured', () => {
    const events = relinked(15, false);
    expect(told(events, 'zero-lost')).toEqual([]);
    expect(told(events, 'round')).toHaveLength(2);
  });
});

describe('in a set', () => {
  const stepping = (pct: number) => {
    const raw = RAW();
    return run(sampled((s) => raw(s) + (s >= 29 ? 5 * pct : 0), 100, 0, 45)).events;
  };

  it('a level of −20 % for a second is no person, and the set stands still', () => {
    const events = stepping(-66);
    expect(told(events, 'zero-lost')).toMatchObject([{ cause: 'offset' }]);
    expect(told(events, 'round')).toEqual([]);
  });

  it('a swing of 15 % below rest is one', () => {
    expect(told(stepping(-15), 'zero-lost')).toEqual([]);
  });

  it('a zero that goes up by 15 % is taken for tension, and the pause that follows lets rest be measured', () => {
    const raw = RAW();
    const start = { do: 'start', setUp: SET_UP, guarded: true } as const;
    const { events } = run(
      sampled((s) => raw(s) + (s >= 29 ? 75 : 0), 100, 0, 130),
      [...COMMANDS.slice(0, 3), [25, start], [84, { do: 'tare', windowS: 5 }], [90, { do: 'resume' }]]
    );
    // Round 1 ends at 33 s; 20 s of waiting, and a relaxing round of 30 s. Another after resuming, and the lead-in of 3 s.
    expect(
      told(events, 'waiting', 'relaxing', 'set-paused', 'zero-lost', 'tared', 'schedule')
        .filter(({ atS }) => atS > 30)
        .map(({ type, atS }) => [Math.round(atS), type])
    ).toEqual([
      [33, 'waiting'],
      [53, 'relaxing'],
      [83, 'schedule'],
      [83, 'set-paused'],
      [89, 'tared'],
      [90, 'relaxing'],
      [120, 'schedule']
    ]);
    const [, second] = told(events, 'round') as Extract<SignalEvent, { type: 'round' }>[];
    expect(second?.startS).toBeCloseTo(123, 1);
    expect(second?.figures.restMeanPct).toBeCloseTo(0, 6);
  });

  it('a flat squeeze in the lead-in does not become 0 %', () => {
    // 40 % from 25.5 to 27.8 s, flat for longer than a posture needs; the set begins at 25 s, its rounds at 28 s.
    const raw = RAW();
    const { events } = run(sampled((s) => raw(s) + (s >= 25.5 && s < 27.8 ? 200 : 0), 100, 0, 45));
    expect(told(events, 'mark', 'zero-lost')).toEqual([]);
    const holds = told(events, 'round').map((event) =>
      event.type === 'round' ? (event as Extract<SignalEvent, { type: 'round' }>).figures.holdMeanPct : NaN
    );
    expect(holds).toEqual([expect.closeTo(40, 6), expect.closeTo(40, 6)]);
  });
});

describe('the re-zero bit', () => {
  it('of the open profile loses the zero, and refuses a rest that is being measured', () => {
    for (const [atS, type] of [
      [26, 'zero-lost'],
      [2, 'tare-refused']
    ] as const) {
      const session = new RecordedSession(sensorOf('open-profile', { rezeroesOnTare: true })).open();
      session.run(0.5).command({ do: 'tare', windowS: 3 });
      const hint = () => {
        const { control } = driverById('open-profile')?.profile.channels ?? {};
        session.sensor.write(control?.characteristic ?? '', Uint8Array.of(0x04));
      };
      if (atS < 5) {
        session.run(atS);
        hint();
      }
      session.run(5).command({ do: 'calibrate' });
      session.run(24).command({ do: 'accept', polarity: 1 });
      session.run(25).command({ do: 'start', setUp: SET_UP });
      if (atS > 5) {
        session.run(atS);
        hint();
      }
      const { events } = replayEntries(session.run(45).entries);
      expect(told(events, type)).toHaveLength(1);
      expect(told(events, type)[0]).toMatchObject(
        type === 'zero-lost' ? { cause: 'rezeroed' } : { reason: 'rezeroed' }
      );
      expect(told(events, 'round')).toEqual([]);
    }
  });
});

describe('a squeeze that is waited for', () => {
  it('and not recognised for ten seconds is spoken of, again and again', () => {
    const { events } = run(
      sampled(() => 1000, 100, 0, 36),
      COMMANDS.slice(0, 2)
    );
    // The calibration begins at 5 s.
    expect(told(events, 'unseen').map((event) => Math.round(event.atS))).toEqual([15, 25, 35]);
  });

  it('is recognised after a cough of 0.4 s in the rest: what disturbs it for a moment is no noise', () => {
    const raw = RAW();
    const { events } = run(sampled((s) => raw(s) + (s >= 2 && s < 2.25 ? 300 : 0), 100, 0, 42));
    expect(told(events, 'unseen')).toEqual([]);
    expect(told(events, 'attempt')).toHaveLength(3);
    expect(told(events, 'round')).toHaveLength(2);
  });
});
