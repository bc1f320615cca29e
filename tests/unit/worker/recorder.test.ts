import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/lib/errors';
import { ENGINE_VERSION } from '../../../src/lib/signal/engine';
import { Archive } from '../../../src/lib/storage/archive';
import { Summary } from '../../../src/lib/session/summary';
import { Database, type SessionPart } from '../../../src/lib/storage/database';
import type { Entry } from '../../../src/lib/storage/entry';
import { readJournal } from '../../../src/lib/storage/journal-reader';
import { FIRST_PERSON } from '../../../src/lib/storage/first-person';
import type { StorageState } from '../../../src/lib/worker/protocol';
import { Recorder } from '../../../src/lib/worker/recorder';
import { SET_UP } from '../session/recorded-session';
import { FIGURES } from '../signal/figures';
import { journalOf } from '../storage/opened';

/** A database whose disk can fail. */
class FailingDatabase extends Database {
  failsWith: Error | null = null;

  override async open(): ReturnType<Database['open']> {
    if (this.failsWith === UNAVAILABLE) throw this.failsWith;
    return super.open();
  }
  override async save(part: SessionPart): Promise<void> {
    if (this.failsWith) throw this.failsWith;
    await super.save(part);
  }
}

const QUOTA = new AppError('storage_full');
const UNAVAILABLE = new AppError('storage_unavailable');

const packet = (i: number, bytes = Uint8Array.of(i)): Entry => ({
  kind: 'packet',
  channel: 'pressure',
  atMs: i,
  bytes
});
const packets = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => packet(from + i));

function room(quota?: number, usage?: number): void {
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota, usage }) } });
}

function record() {
  const database = new FailingDatabase();
  const archive = new Archive(database);
  const told: StorageState[] = [];
  const summary = new Summary();
  const begun = {
    id: crypto.randomUUID(),
    person: FIRST_PERSON,
    prescription: null,
    startedAtMs: 1000,
    isSimulated: false,
    chunks: 0,
    entries: 0,
    notes: []
  };
  const recorder = new Recorder(database, begun, summary, (state) => told.push(state));
  const kept = async () => readJournal((await journalOf(archive, recorder.id)).chunks).entries;
  const append = (from: number, to: number) => {
    for (const entry of packets(from, to)) recorder.append(entry);
  };
  return { archive, database, recorder, begun, summary, told, kept, append };
}

const made: Parameters<Recorder['calibrated']>[0] = {
  atMs: 1234,
  sensor: { driver: 'open-profile', name: 'Bodem 1' },
  reference: { polarity: 1, span: 500, scale: 'mvc', rmaxPctPerS: null },
  rest: { baseline: 1000, sd: 1, drift: 0 },
  attempts: [{ startS: 40, polarity: 1, strength: 500, refused: null }]
};

/** As many as a timer would ask for. */
async function flushes(recorder: Recorder, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await recorder.flush();
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  room(1e9, 0);
});

describe('a recorder', () => {
  it('keeps a calibration that was accepted, also where the disk was full at first', async () => {
    const { archive, database, recorder, append } = record();
    await recorder.begin();
    append(0, 1);
    recorder.calibrated(made);
    database.failsWith = QUOTA;
    await recorder.finish(2000);
    expect(recorder.isSettled).toBe(false);
    expect(await archive.calibrations(FIRST_PERSON)).toEqual([]);
    database.failsWith = null;
    await flushes(recorder, 6);
    expect(await archive.calibrations(FIRST_PERSON)).toMatchObject([{ ...made, session: recorder.id }]);
    expect(recorder.isSettled).toBe(true);
  });

  it('writes each calibration once, also one that is accepted while others are being written', async () => {
    const { archive, database, recorder, append } = record();
    append(0, 1);
    recorder.calibrated(made);
    const save = vi.spyOn(database, 'save');
    const writing = recorder.flush();
    recorder.calibrated({ ...made, atMs: 2345 });
    await writing;
    await recorder.finish(3000);
    const written = save.mock.calls.map(([{ calibrations }]) => (calibrations ?? []).map(({ atMs }) => atMs));
    expect(written).toEqual([[1234], [2345]]);
    expect(await archive.calibrations(FIRST_PERSON)).toHaveLength(2);
  });

  it('keeps entries in order over many flushes, and the record with them', async () => {
    const { archive, recorder, told, kept, append } = record();
    expect(await recorder.begin()).toBe('kept');
    for (let i = 0; i < 12; i++) {
      append(10 * i, 10 * i + 10);
      await recorder.flush();
    }
    expect(await kept()).toEqual(packets(0, 120));
    expect(await archive.session(recorder.id)).toMatchObject({ startedAtMs: 1000, endedAtMs: null });
    expect(told).toEqual([]);
  });

  it('ends with everything stored', async () => {
    const { archive, recorder, kept, append } = record();
    append(0, 5);
    void recorder.flush();
    append(5, 9);
    expect(await recorder.finish(9000)).toBe('kept');
    expect(await kept()).toEqual(packets(0, 9));
    expect(await archive.session(recorder.id)).toMatchObject({ endedAtMs: 9000 });
  });

  it.each([
    ['full', QUOTA],
    ['unavailable', UNAVAILABLE]
  ] as const)('says %s, keeps on trying, and loses nothing', async (state, error) => {
    const { database, recorder, told, kept, append } = record();
    append(0, 3);
    await recorder.flush();
    database.failsWith = error;
    append(3, 6);
    await flushes(recorder, 6);
    expect(told).toEqual([state]);
    database.failsWith = null;
    expect(await kept()).toEqual(packets(0, 3));
    append(6, 8);
    await flushes(recorder, 6);
    expect(told).toEqual([state, 'kept']);
    expect(await kept()).toEqual(packets(0, 8));
  });

  it('tries again at longer intervals, and says that nothing is stored at the third failure in a row', async () => {
    const { database, recorder, told, append } = record();
    const save = vi.spyOn(database, 'save').mockRejectedValue(new DOMException('Lost.', 'AbortError'));
    append(0, 3);
    // The flushes that try: each waits 0, 1, 3, 5, 5 … more than the one before.
    const tried: number[] = [];
    for (let flush = 1; flush <= 20; flush++) {
      const before = save.mock.calls.length;
      await recorder.flush();
      if (save.mock.calls.length > before) tried.push(flush);
      if (tried.length === 2) expect(told).toEqual([]);
    }
    expect(tried).toEqual([1, 2, 4, 8, 14, 20]);
    expect(told).toEqual(['unavailable']);
  });

  it('loses nothing where the browser drops the connection, and needs not say so', async () => {
    const { database, recorder, told, kept, append } = record();
    append(0, 3);
    await recorder.flush();
    for (let i = 3; i < 9; i += 3) {
      (await database.open()).close();
      append(i, i + 3);
      await recorder.flush();
    }
    (await database.open()).close();
    expect(await recorder.finish(9000)).toBe('kept');
    expect(told).toEqual([]);
    expect(await kept()).toEqual(packets(0, 9));
  });

  it('writes all of it once more where the database was removed under way, so that it is offered at the next start', async () => {
    const { archive, database, recorder, kept, append } = record();
    const long = Array.from({ length: 40 }, (_, i) => packet(i, new Uint8Array(1988)));
    for (const entry of long) {
      recorder.append(entry);
      await recorder.flush();
    }
    await deleteDB('bodem');
    append(40, 43);
    await recorder.flush();
    expect(await kept()).toEqual([...long, ...packets(40, 43)]);
    expect(await database.running()).toEqual([recorder.id]);
    await deleteDB('bodem');
    await recorder.finish(9000);
    expect(await kept()).toEqual([...long, ...packets(40, 43)]);
    expect(await archive.session(recorder.id)).toMatchObject({ endedAtMs: 9000 });
  });

  it('says that it could not store the end, and stores it when it can', async () => {
    const { archive, database, recorder, append } = record();
    append(0, 3);
    database.failsWith = QUOTA;
    expect(await recorder.finish(9000)).toBe('full');
    database.failsWith = null;
    await flushes(recorder, 6);
    expect(recorder.state).toBe('kept');
    expect(await archive.session(recorder.id)).toMatchObject({ endedAtMs: 9000 });
  });

  it('says before the start when there is no store', async () => {
    const { database, recorder, told } = record();
    database.failsWith = UNAVAILABLE;
    expect(await recorder.begin()).toBe('unavailable');
    expect(told).toEqual(['unavailable']);
  });

  it.each([
    [49e6, 'low'],
    [51e6, 'kept']
  ])('with room for %d bytes begins as %s', async (left, state) => {
    room(1e9, 1e9 - left);
    const { recorder, append } = record();
    expect(await recorder.begin()).toBe(state);
    append(0, 1);
    await recorder.flush();
    expect(recorder.state).toBe(state);
  });

  it('leaves no trace of a link that never brought a frame', async () => {
    const { archive, recorder } = record();
    recorder.append({ kind: 'packet', channel: 'battery', atMs: 1, bytes: Uint8Array.of(80) });
    recorder.append({ kind: 'link', atMs: 2, event: { link: 'lost' } });
    await recorder.finish(2000);
    expect(await archive.sessions(FIRST_PERSON)).toEqual([]);
  });

  it('keeps a sign that was told before the first frame, and no answer that nothing is there', async () => {
    for (const [signs, kept] of [
      [['pain'], 1],
      [[], 0]
    ] as const) {
      globalThis.indexedDB = new IDBFactory();
      const { archive, recorder } = record();
      recorder.append({ kind: 'check', atMs: 1, check: { when: 'before', signs } });
      await recorder.finish(2000);
      expect(await archive.sessions(FIRST_PERSON)).toHaveLength(kept);
    }
  });

  it('writes the stretch under way anew until it is long enough, and then goes on with the next', async () => {
    const { archive, recorder, kept } = record();
    const entries: Entry[] = Array.from({ length: 40 }, (_, i) => ({
      kind: 'packet',
      channel: 'pressure',
      atMs: i,
      bytes: new Uint8Array(1988).fill(i)
    }));
    for (const entry of entries) {
      recorder.append(entry);
      await recorder.flush();
    }
    // 2000 bytes an entry with its header: 17 of them reach 32,768.
    expect((await journalOf(archive, recorder.id)).chunks.map(({ length }) => length)).toEqual([
      34_000, 34_000, 12_000
    ]);
    expect(await kept()).toEqual(entries);
  });

  it('goes on behind what was stored before it was cut off', async () => {
    const { archive, database, recorder, begun, kept, append } = record();
    append(0, 3);
    await recorder.flush();
    expect(await database.running()).toEqual([recorder.id]);
    const summary = new Summary();
    const next = new Recorder(database, { ...begun, chunks: 1, entries: 3 }, summary, () => undefined);
    for (const entry of packets(3, 6)) next.append(entry);
    await next.finish(9000);
    expect(await kept()).toEqual(packets(0, 6));
    expect(await archive.session(begun.id)).toMatchObject({ startedAtMs: 1000, endedAtMs: 9000 });
    expect(await database.running()).toEqual([]);
  });

  it('stores the record and all figures with the end', async () => {
    const { archive, recorder, summary, append } = record();
    const round = (number: number, inBandPct: number | null, measuredS: number) => {
      const figures = { ...FIGURES, inBandPct, measuredS };
      summary.note({ type: 'round', atS: 1, round: number, startS: 0, interruptions: 0, figures });
    };
    append(0, 1);
    summary.note({ type: 'set', atS: 0, setUp: SET_UP, rmaxPctPerS: null, span: 400 });
    round(1, 90, 10);
    round(2, 60, 5);
    round(3, null, 0);
    recorder.changed();
    await recorder.finish(2000);
    // (90 · 10 + 60 · 5) / 15
    expect(await archive.session(recorder.id)).toMatchObject({ rounds: 3, inBandPct: 80, setUp: SET_UP });
    const [result] = await archive.results(recorder.id);
    expect(result).toMatchObject({ engineVersion: ENGINE_VERSION, sets: [{ setUp: SET_UP }] });
    expect(result?.sets[0]?.rounds.map(({ figures }) => figures.inBandPct)).toEqual([90, 60, null]);
  });
});
