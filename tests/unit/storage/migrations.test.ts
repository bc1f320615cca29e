import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Archive } from '../../../src/lib/storage/archive';
import { Database } from '../../../src/lib/storage/database';
import { FIRST_PERSON } from '../../../src/lib/storage/first-person';
import { readJournal } from '../../../src/lib/storage/journal-reader';
import { MIGRATIONS } from '../../../src/lib/storage/migrations';
import { replayEntries } from '../../../src/lib/session/replay';
import { journalOf } from './opened';
import { planRecord, prescriptionRecord } from './records';

/** A database as a version of the app left it: a session that was finished, and one that was cut off in its set. */
interface Dump {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | string[];
        readonly autoIncrement: boolean;
        readonly records: readonly Record<string, unknown>[];
      }
    >
  >;
}

const FOLDER = new URL('versions/', import.meta.url);
const dumps = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Dump
);

async function load({ version, stores }: Dump): Promise<void> {
  const db = await openDB('bodem', version, {
    upgrade(upgraded) {
      for (const [name, { keyPath, autoIncrement }] of Object.entries(stores)) {
        upgraded.createObjectStore(name, { keyPath, autoIncrement });
      }
    }
  });
  for (const [name, { records }] of Object.entries(stores)) {
    for (const record of records) {
      const { bytes } = record;
      await db.put(
        name,
        typeof bytes === 'string'
          ? { ...record, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) }
          : record
      );
    }
  }
  db.close();
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

it('every version but the latest has its fixture', () => {
  expect(dumps.map(({ version }) => version)).toEqual(MIGRATIONS.slice(1).map((_, i) => i + 1));
});

describe.each(dumps)('what version $version stored', (dump) => {
  it('is found again whole, is of the first person, and plays', async () => {
    await load(dump);
    const database = new Database();
    const archive = new Archive(database);
    const [cut, finished] = await archive.sessions(FIRST_PERSON);
    expect(finished).toMatchObject({ startedAtMs: 1_790_000_000_000, rounds: 2, notes: [] });
    expect(cut).toMatchObject({ startedAtMs: 1_790_003_600_000, endedAtMs: null });
    // It was cut off before there was anybody to ask.
    expect(await database.running()).toEqual([cut?.id]);
    expect(await archive.calibrations(FIRST_PERSON)).toHaveLength(
      dump.stores.calibrations?.records.length ?? 0
    );
    const { chunks, missing } = await journalOf(archive, finished?.id ?? '');
    const { entries, unreadable } = readJournal(chunks);
    expect([missing, unreadable]).toEqual([0, 0]);
    const { summary } = replayEntries(entries);
    expect(summary.record).toMatchObject({
      rounds: 2,
      setUp: finished?.setUp,
      inBandPct: finished?.inBandPct
    });
    expect(await (await database.open()).count('quarantine')).toBe(0);
  });

  it('has room for plans and prescriptions, and nobody was asked for signs', async () => {
    await load(dump);
    const database = new Database();
    const archive = new Archive(database);
    expect(await archive.plan(FIRST_PERSON)).toBeNull();
    expect(await archive.prescriptions(FIRST_PERSON)).toEqual([]);
    const part = { plan: planRecord(), prescription: prescriptionRecord(1) };
    await database.savePlan(part);
    expect(await archive.plan(FIRST_PERSON)).toEqual(part.plan);
    expect(await archive.prescriptions(FIRST_PERSON)).toEqual([part.prescription]);
    for (const session of await archive.sessions(FIRST_PERSON)) expect(session.signs).toBeUndefined();
  });

  it('stays as it was where the upgrade breaks off', async () => {
    await load(dump);
    const broken = vi.spyOn(IDBCursor.prototype, 'update').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    await expect(new Database().open()).rejects.toMatchObject({ code: 'storage_unavailable' });
    broken.mockRestore();
    const db = await openDB('bodem');
    expect(db.version).toBe(dump.version);
    expect([...db.objectStoreNames]).toEqual(Object.keys(dump.stores));
    expect(await db.count('sessions')).toBe(2);
    db.close();
    expect(await new Archive(new Database()).sessions(FIRST_PERSON)).toHaveLength(2);
  });
});
