import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Archive } from '../../../src/lib/storage/archive';
import type { CalibrationRecord } from '../../../src/lib/storage/calibration';
import { Database } from '../../../src/lib/storage/database';
import type { SessionRecord } from '../../../src/lib/storage/session';

const record = (startedAtMs: number): SessionRecord => ({
  id: crypto.randomUUID(),
  startedAtMs,
  endedAtMs: null,
  sensor: null,
  engineVersion: 1,
  setUp: null,
  rounds: 0,
  inBandPct: null
});

const calibration = (atMs: number): CalibrationRecord => ({
  id: crypto.randomUUID(),
  session: crypto.randomUUID(),
  atMs,
  engineVersion: 5,
  sensor: { driver: 'open-profile', name: 'Bodem 1' },
  reference: { polarity: -1, span: 500, scale: 'mvc', rmaxPctPerS: null },
  rest: { baseline: 1000, sd: 1, drift: 0.5 },
  attempts: [{ startS: 40, polarity: -1, strength: 500, refused: null }]
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the database and its archive', () => {
  it('lists sessions newest first, and finds one by its id', async () => {
    const database = new Database();
    const archive = new Archive(database);
    const [old, latest, middle] = [record(1), record(3), record(2)];
    for (const each of [old, latest, middle]) await database.saveSession(each);
    expect(await archive.sessions()).toEqual([latest, middle, old]);
    expect(await archive.session(middle.id)).toEqual(middle);
  });

  it('replaces a record of the same id', async () => {
    const database = new Database();
    const archive = new Archive(database);
    const first = record(1);
    await database.saveSession(first);
    await database.saveSession({ ...first, rounds: 4 });
    expect(await archive.sessions()).toEqual([{ ...first, rounds: 4 }]);
  });

  it('leaves out what is no record, and does not remove it', async () => {
    const database = new Database();
    const archive = new Archive(database);
    const good = record(1);
    // What another version may have written.
    const strange = { ...record(2), rounds: 'four' } as unknown as SessionRecord;
    await database.saveSession(good);
    await database.saveSession(strange);
    expect(await archive.sessions()).toEqual([good]);
    await expect(archive.session(strange.id)).rejects.toMatchObject({ code: 'session_unreadable' });
    expect(await (await database.open()).get('sessions', strange.id)).toEqual(strange);
  });

  it('gives back calibrations, newest first, and leaves out what is none', async () => {
    const database = new Database();
    const [old, latest] = [calibration(1), calibration(2)];
    // What another version may have written.
    const strange = { ...calibration(3), rest: null } as unknown as CalibrationRecord;
    for (const each of [old, latest, strange]) await database.saveCalibration(each);
    expect(await new Archive(database).calibrations()).toEqual([latest, old]);
  });

  it('keeps what version 1 stored, and has room for calibrations then', async () => {
    const old = record(1);
    const first = await openDB('bodem', 1, {
      upgrade(db) {
        db.createObjectStore('sessions', { keyPath: 'id' });
        db.createObjectStore('chunks', { keyPath: ['session', 'index'] });
      }
    });
    await first.put('sessions', old);
    await first.put('chunks', { session: old.id, index: 0, bytes: Uint8Array.of(7) });
    first.close();
    const database = new Database();
    const archive = new Archive(database);
    expect(await archive.sessions()).toEqual([old]);
    expect(await archive.chunks(old.id)).toEqual([Uint8Array.of(7)]);
    const made = calibration(5);
    await database.saveCalibration(made);
    expect(await archive.calibrations()).toEqual([made]);
  });

  it('says when there is no such session', async () => {
    await expect(new Archive(new Database()).session('none')).rejects.toMatchObject({
      code: 'session_not_found'
    });
  });

  it('keeps the chunks of each session in order, also beyond the tenth', async () => {
    const database = new Database();
    const archive = new Archive(database);
    for (const index of [10, 2, 0, 11, 1]) {
      await database.saveChunk({ session: 'a', index, bytes: Uint8Array.of(index) });
      await database.saveChunk({ session: 'b', index, bytes: Uint8Array.of(200) });
    }
    expect((await archive.chunks('a')).map(([first]) => first)).toEqual([0, 1, 2, 10, 11]);
    expect(await archive.chunks('c')).toEqual([]);
  });

  it('says that storage is not available, and tries anew the next time', async () => {
    const working = globalThis.indexedDB;
    // A private window: the only member that is called refuses.
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    } as unknown as IDBFactory;
    const database = new Database();
    const archive = new Archive(database);
    await expect(archive.sessions()).rejects.toMatchObject({ code: 'storage_unavailable' });
    globalThis.indexedDB = working;
    expect(await archive.sessions()).toEqual([]);
  });
});
