import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/lib/errors';
import { Archive } from '../../../src/lib/storage/archive';
import type { CalibrationRecord } from '../../../src/lib/storage/calibration';
import { Database } from '../../../src/lib/storage/database';
import type { Entry } from '../../../src/lib/storage/entry';
import { readJournal } from '../../../src/lib/storage/journal-reader';
import type { JournalChunk, SessionRecord } from '../../../src/lib/storage/session';
import type { StorageState } from '../../../src/lib/worker/protocol';
import { Recorder } from '../../../src/lib/worker/recorder';
import { FIGURES } from '../signal/figures';

/** A database whose disk can fail. */
class FailingDatabase extends Database {
  failsWith: Error | null = null;

  override async open(): ReturnType<Database['open']> {
    if (this.failsWith instanceof AppError) throw this.failsWith;
    return super.open();
  }
  override async saveSession(session: SessionRecord): Promise<void> {
    if (this.failsWith) throw this.failsWith;
    await super.saveSession(session);
  }
  override async saveCalibration(calibration: CalibrationRecord): Promise<void> {
    if (this.failsWith) throw this.failsWith;
    await super.saveCalibration(calibration);
  }
  override async saveChunk(chunk: JournalChunk): Promise<void> {
    if (this.failsWith) throw this.failsWith;
    await super.saveChunk(chunk);
  }
}

const QUOTA = new DOMException('No space.', 'QuotaExceededError');
const UNAVAILABLE = new AppError('storage_unavailable');

const packet = (i: number): Entry => ({
  kind: 'packet',
  channel: 'pressure',
  atMs: i,
  bytes: Uint8Array.of(i)
});
const packets = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => packet(from + i));

function room(quota?: number, usage?: number): void {
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota, usage }) } });
}

function record() {
  const database = new FailingDatabase();
  const archive = new Archive(database);
  const told: StorageState[] = [];
  const recorder = new Recorder(database, 1000, (state) => told.push(state));
  const kept = async () => readJournal(await archive.chunks(recorder.id)).entries;
  const append = (from: number, to: number) => {
    for (const entry of packets(from, to)) recorder.append(entry);
  };
  return { archive, database, recorder, told, kept, append };
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
    const made = {
      atMs: 1234,
      sensor: { driver: 'open-profile', name: 'Bodem 1' },
      reference: { polarity: 1, span: 500, scale: 'mvc', rmaxPctPerS: null },
      rest: { baseline: 1000, sd: 1, drift: 0 },
      attempts: [{ startS: 40, polarity: 1, strength: 500, refused: null }]
    } as const;
    recorder.calibrated({ ...made, attempts: [...made.attempts] });
    database.failsWith = QUOTA;
    await recorder.finish(2000);
    expect(recorder.isSettled).toBe(false);
    expect(await archive.calibrations()).toEqual([]);
    database.failsWith = null;
    await recorder.flush();
    expect(await archive.calibrations()).toMatchObject([{ ...made, session: recorder.id }]);
    expect(recorder.isSettled).toBe(true);
  });

  it('keeps entries in order over many flushes, and the record with them', async () => {
    const { archive, recorder, told, kept, append } = record();
    expect(await recorder.begin()).toBe('kept');
    for (let i = 0; i < 12; i++) {
      append(10 * i, 10 * i + 10);
      await recorder.flush();
    }
    expect(await archive.chunks(recorder.id)).toHaveLength(12);
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
    for (let i = 3; i < 6; i++) {
      append(i, i + 1);
      await recorder.flush();
    }
    expect(told).toEqual([state]);
    database.failsWith = null;
    expect(await kept()).toEqual(packets(0, 3));
    append(6, 8);
    await recorder.flush();
    expect(told).toEqual([state, 'kept']);
    expect(await kept()).toEqual(packets(0, 8));
  });

  it('says that it could not store the end, and stores it when it can', async () => {
    const { archive, database, recorder, append } = record();
    append(0, 3);
    database.failsWith = QUOTA;
    expect(await recorder.finish(9000)).toBe('full');
    database.failsWith = null;
    await recorder.flush();
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
    expect(await archive.sessions()).toEqual([]);
  });

  it('learns rounds and their share in the band, weighed with the time measured', async () => {
    const { archive, recorder, append } = record();
    const round = (inBandPct: number | null, measuredS: number) => {
      const figures = { ...FIGURES, inBandPct, measuredS };
      recorder.note({ type: 'round', atS: 1, round: 1, startS: 0, interruptions: 0, figures });
    };
    append(0, 1);
    round(90, 10);
    round(60, 5);
    round(null, 0);
    await recorder.finish(2000);
    // (90 · 10 + 60 · 5) / 15
    expect(await archive.session(recorder.id)).toMatchObject({ rounds: 3, inBandPct: 80 });
  });
});
