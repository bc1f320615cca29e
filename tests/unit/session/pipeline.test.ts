import { describe, expect, it } from 'vitest';
import type { SensorKind } from '../../../firmware-sim/sensor';
import { ROW, ROW_LENGTH } from '../../../src/lib/signal/engine';
import { Pipeline, type SessionEvent } from '../../../src/lib/session/pipeline';
import { replayEntries, Replaying } from '../../../src/lib/session/replay';
import { readJournal } from '../../../src/lib/storage/journal-reader';
import { JournalWriter } from '../../../src/lib/storage/journal-writer';
import type { Entry } from '../../../src/lib/storage/entry';
import { RecordedSession, sensorOf } from './recorded-session';

const KINDS: readonly SensorKind[] = ['open-profile', 'kgoal-boost', 'progressor'];

type Output = ReturnType<typeof replayEntries>;
const column = ({ rows }: Output, number: keyof typeof ROW) =>
  Array.from({ length: rows.length / ROW_LENGTH }, (_, i) => rows[i * ROW_LENGTH + ROW[number]] ?? NaN);
function eventsOf<T extends SessionEvent['type']>({ events }: Output, type: T) {
  return events.filter((event): event is Extract<SessionEvent, { type: T }> => event.type === type);
}

/** What comes out when each entry is taken as it comes. */
function asTheyCome(entries: readonly Entry[]): { readonly rows: number[]; readonly events: SessionEvent[] } {
  const [rows, events] = [[] as number[], [] as SessionEvent[]];
  const pipeline = new Pipeline({
    rows: (more) => rows.push(...more),
    event: (event) => events.push(event)
  });
  for (const entry of entries) pipeline.accept(entry);
  return { rows, events };
}

describe.each(KINDS)('a session with %s', (kind) => {
  const { entries, sensor } = new RecordedSession(sensorOf(kind)).open().train();
  const session = replayEntries(entries);

  it('goes all the way to two scored rounds', () => {
    const told = ['tared', 'attempt', 'proposed', 'referenced', 'round', 'set-end'] as const;
    expect(told.map((type) => eventsOf(session, type).length)).toEqual([1, 3, 1, 1, 2, 1]);
    for (const { figures } of eventsOf(session, 'round')) {
      // Followed 0.2 s late, with 1 % tremor, of a 100 % that was the largest of three squeezes.
      expect(figures.holdMeanPct).toBeGreaterThan(38);
      expect(figures.holdMeanPct).toBeLessThan(41);
      expect(figures.inBandPct).toBeGreaterThan(80);
    }
  });

  it('has a row for every sample that was sent, each with a later time', () => {
    const times = column(session, 'timeS');
    expect(times).toHaveLength(sensor.sent.samples);
    expect(times.every((time, i) => i === 0 || time > (times[i - 1] ?? NaN))).toBe(true);
    // From the first sample to the last: one step less than all of them.
    expect(times.at(-1)).toBeCloseTo(
      (sensor.sent.samples - 1) / sensor.rateHz,
      kind === 'kgoal-boost' ? 2 : 6
    );
    expect(eventsOf(session, 'fault')).toEqual([]);
    expect(eventsOf(session, 'gap')).toEqual([]);
  });

  it('comes out of its journal again bit by bit', () => {
    const live = asTheyCome(entries);
    const journal = new JournalWriter();
    for (const entry of entries) journal.append(entry);
    const read = readJournal([journal.bytes()]);
    const replayed = replayEntries(read.entries);
    expect(read.unreadable).toBe(0);
    expect(replayed.events).toEqual(live.events);
    expect(replayed.rows).toHaveLength(live.rows.length);
    expect(live.rows.findIndex((value, i) => !Object.is(value, replayed.rows[i]))).toBe(-1);
  });

  it('comes to the same stretch by stretch, short ones and long ones', () => {
    // Long enough for the last stretch to be gathered in more than one array, at 20 samples a second too.
    const long = new RecordedSession(sensorOf(kind)).open().run(1000).entries;
    const whole = replayEntries(long);
    const replaying = new Replaying();
    const parts = [0, 3, 10, 200].map((from, i, all) => {
      replaying.accept(long.slice(from, all[i + 1]));
      return replaying.take();
    });
    expect(parts.flatMap(({ events }) => events)).toEqual(whole.events);
    expect(parts.reduce((length, { rows }) => length + rows.length, 0)).toBe(whole.rows.length);
    const rows = parts.flatMap(({ rows }) => [...rows]);
    expect(rows.findIndex((value, i) => !Object.is(value, whole.rows[i]))).toBe(-1);
    expect(whole.rows.length).toBeGreaterThan(2 ** 16);
    expect(replaying.take()).toEqual({ rows: new Float64Array(), events: [] });
  });

  it('comes to the same in one go where frames are lost or broken, and where the sensor tells of itself meanwhile', () => {
    const features = entries.find((entry) => entry.kind === 'packet' && entry.channel === 'features');
    const troubled = entries.flatMap((entry, i): Entry[] => {
      if (entry.kind !== 'packet' || entry.channel !== 'pressure') return [entry];
      if (i % 40 === 7) return [];
      if (i % 40 === 17) return [{ ...entry, bytes: entry.bytes.slice(0, 3) }];
      if (i % 40 === 27) return [entry, { ...entry, channel: 'battery', bytes: Uint8Array.of(i % 100) }];
      return i % 40 === 37 && features ? [entry, { ...features, atMs: entry.atMs }] : [entry];
    });
    const live = asTheyCome(troubled);
    const replayed = replayEntries(troubled);
    expect(replayed.events).toEqual(live.events);
    expect(Array.from(replayed.rows)).toEqual(live.rows);
    expect(eventsOf(replayed, 'fault').length).toBeGreaterThan(10);
  });

  it('goes on after a lost link, with a gap of the real length', () => {
    const broken = new RecordedSession(sensorOf(kind))
      .open()
      .run(10)
      .lose()
      .run(22)
      .link({ link: 'restored' });
    const output = replayEntries(broken.run(32).entries);
    const times = column(output, 'timeS');
    const [gap, ...others] = eventsOf(output, 'gap');
    expect(others).toEqual([]);
    // From the last frame before to the first one after; a frame is 0.1 s at most (Progressor: 8 samples at 80 Hz).
    const lengthS = (gap?.atS ?? NaN) - (gap?.fromS ?? NaN);
    expect(Math.abs(lengthS - 12)).toBeLessThan(0.25);
    expect(times).toHaveLength(broken.sensor.sent.samples);
    expect(times.every((time, i) => i === 0 || time > (times[i - 1] ?? NaN))).toBe(true);
    expect(eventsOf(output, 'link').map(({ link }) => link)).toEqual(['opened', 'lost', 'restored']);
    expect(eventsOf(output, 'fault')).toEqual([]);
  });

  it('goes forward where the clock was set back an hour while the link was lost', () => {
    const before = new RecordedSession(sensorOf(kind)).open().run(10).lose();
    const { length } = before.entries;
    const { entries, sensor } = before.run(22).link({ link: 'restored' }).run(32);
    const setBack = entries.map((entry, i) =>
      i < length ? entry : { ...entry, atMs: entry.atMs - 3_600_000 }
    );
    const output = replayEntries(setBack);
    const times = column(output, 'timeS');
    expect(times).toHaveLength(sensor.sent.samples);
    expect(times.every((time, i) => i === 0 || time > (times[i - 1] ?? NaN))).toBe(true);
    // Ten seconds before and ten after; how long the link was lost nobody knows.
    expect(times.at(-1)).toBeLessThan(22);
  });
});

describe('the pipeline', () => {
  it('gives the same rows whatever the frames they came in', () => {
    const [one, five] = [1, 5].map((samplesPerFrame) => {
      const sensor = sensorOf('open-profile', { samplesPerFrame });
      return replayEntries(new RecordedSession(sensor).open().run(20).entries).rows;
    });
    expect(one?.length).toBe(2000 * ROW_LENGTH);
    expect(one).toEqual(five);
  });

  it.each(['open-profile', 'progressor'] as const)('passes the wrap of the ticks of %s unseen', (kind) => {
    const [plain, wrapping] = [0, 2 ** 32 - 3_000_000].map((tickStart) =>
      replayEntries(new RecordedSession(sensorOf(kind, { tickStart })).open().run(10).entries)
    );
    expect(wrapping).toEqual(plain);
  });

  it('lets the arrivals tell the gap to a sensor whose ticks began anew meanwhile', () => {
    const before = new RecordedSession(sensorOf('open-profile')).open().run(10);
    const anew = new RecordedSession(sensorOf('open-profile', { tickStart: 10_500_000 }));
    // Half a second on by its ticks, 12 s by the arrivals.
    const after = anew
      .link({ link: 'restored' })
      .run(5)
      .entries.map((entry) => ({ ...entry, atMs: entry.atMs + 22_000 }));
    const [gap, ...others] = eventsOf(replayEntries([...before.entries, ...after]), 'gap');
    expect(others).toEqual([]);
    expect(Math.abs((gap?.atS ?? NaN) - (gap?.fromS ?? NaN) - 12)).toBeLessThan(0.25);
  });

  it('learns range and resolution from the sensor, and its battery', () => {
    const output = replayEntries(
      new RecordedSession(sensorOf('open-profile', { batteryPct: 61 })).open().entries
    );
    const features = eventsOf(output, 'sensor').at(-1)?.features;
    expect(features).toMatchObject({ range: { min: 0, max: 4095 }, resolution: 1, rateHz: 100 });
    expect(eventsOf(output, 'battery')).toEqual([{ type: 'battery', atS: 0, pct: 61, volts: null }]);
  });

  it('tells of a battery that is empty, and of one that is told in volts', () => {
    const empty = replayEntries(
      new RecordedSession(sensorOf('open-profile', { batteryPct: 0 })).open().entries
    );
    expect(eventsOf(empty, 'battery')).toEqual([{ type: 'battery', atS: 0, pct: 0, volts: null }]);
    // Tag, length, 3,900 mV.
    const bytes = Uint8Array.of(0, 4, 0x3c, 0x0f, 0, 0);
    const volts = replayEntries([
      ...new RecordedSession(sensorOf('progressor')).open().entries,
      { kind: 'packet', atMs: 1, channel: 'pressure', bytes }
    ]);
    expect(eventsOf(volts, 'battery').at(-1)).toMatchObject({ pct: null, volts: 3.9 });
  });

  it('tells that the sensor will switch itself off, and measures on', () => {
    const session = new RecordedSession(sensorOf('progressor')).open().run(2);
    const plain = replayEntries(session.entries);
    const said: Entry = { kind: 'packet', atMs: 1, channel: 'pressure', bytes: Uint8Array.of(4, 0) };
    const output = replayEntries([...session.entries, said]);
    const [told, ...others] = eventsOf(output, 'notice');
    expect(others).toEqual([]);
    expect(told?.notice).toBe('switching-off');
    // Of 160 samples at 80 Hz the last is 159 steps after the first.
    expect(told?.atS).toBeCloseTo(159 / 80, 9);
    expect(eventsOf(output, 'fault')).toEqual(eventsOf(plain, 'fault'));
    expect(output.rows).toEqual(plain.rows);
  });

  it('has no rows and no events of a sensor that it does not know', () => {
    const { entries } = new RecordedSession(sensorOf('open-profile')).open().run(5);
    const strange = entries.map((entry) =>
      entry.kind === 'link' && entry.event.link === 'opened'
        ? { ...entry, event: { ...entry.event, sensor: { driver: 'abacus', name: '' } } }
        : entry
    );
    expect(replayEntries(strange)).toMatchObject({ rows: new Float64Array(), events: [] });
  });
});
