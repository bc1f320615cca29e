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
import { ANOTHER, calibrationRecord, planRecord, prescriptionRecord, sessionRecord } from './records';

/** A database as a version of the app left it: a session that was finished, and one that was cut off in its set. */
interface Dump {
  readonly version: number;
  readonly stores: Readonly<
    Record<
      string,
      {
        readonly keyPath: string | string[] | null;
        readonly autoIncrement: boolean;
        /** By name, what each is of. */
        readonly indexes?: Readonly<Record<string, string[]>>;
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
      for (const [name, { keyPath, autoIncrement, indexes = {} }] of Object.entries(stores)) {
        const store = upgraded.createObjectStore(name, { keyPath, autoIncrement });
        for (const [index, of] of Object.entries(indexes)) store.createIndex(index, of);
      }
    }
  });
  for (const [name, { records }] of Object.entries(stores)) {
    for (const record of records) {
      await db.put(name, Object.fromEntries(Object.entries(record).map(unpacked)));
    }
  }
  db.close();
}

/** Bytes are stored as text. */
function unpacked([field, value]: [string, unknown]): [string, unknown] {
  const isBytes = (field === 'bytes' || field === 'curve') && typeof value === 'string';
  return [field, isBytes ? new Uint8Array(Buffer.from(value, 'base64')) : value];
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
    expect(await archive.prescriptions(FIRST_PERSON)).toMatchObject([part.prescription]);
    for (const session of await archive.sessions(FIRST_PERSON)) expect(session.signs).toBeUndefined();
  });

  it('stays as it was where the upgrade breaks off', async () => {
    await load(dump);
    // The latest version's store comes last, so all that is before it has to be undone.
    const create = Reflect.get<IDBDatabase, 'createObjectStore'>(IDBDatabase.prototype, 'createObjectStore');
    const broken = vi.spyOn(IDBDatabase.prototype, 'createObjectStore');
    broken.mockImplementation(function (this: IDBDatabase, name, options) {
      if (name === 'device') throw new DOMException('Full.', 'QuotaExceededError');
      return create.call(this, name, options);
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

describe('the order of recording', () => {
  /** What the version before it left of a person, dated by the clock of then. */
  async function left() {
    const [dump] = dumps.filter(({ version }) => version === 3);
    if (!dump) throw new Error('There is a third version.');
    const word = { therapist: 'T.', reason: 'Strong.', atMs: 25 };
    const sessions = [sessionRecord(30), sessionRecord(10), sessionRecord(20, { person: ANOTHER })];
    const calibration = calibrationRecord(15);
    const prescriptions = [
      prescriptionRecord(40, { override: word }),
      prescriptionRecord(26, { override: word }),
      prescriptionRecord(5)
    ];
    const put = (name: string, records: readonly object[]) => {
      const store = dump.stores[name];
      if (!store) throw new Error(`It has ${name}.`);
      return { [name]: { ...store, records: records.map((record) => ({ ...record })) } };
    };
    await load({
      version: 3,
      stores: {
        ...dump.stores,
        ...put('sessions', sessions),
        ...put('calibrations', [calibration]),
        ...put('prescriptions', prescriptions)
      }
    });
  }

  it('of what was there before is that of its dates, for each person', async () => {
    await left();
    const archive = new Archive(new Database());
    const places = async (person: string) => [
      (await archive.sessions(person)).map(({ startedAtMs, sequence }) => [startedAtMs, sequence]),
      (await archive.prescriptions(person)).map(({ atMs, sequence }) => [atMs, sequence]),
      (await archive.calibrations(person)).map(({ atMs, sequence }) => [atMs, sequence])
    ];
    // In the order of their dates: 5, 10, 15, 26, 30, 40.
    expect(await places(FIRST_PERSON)).toEqual([
      [
        [30, 5],
        [10, 2]
      ],
      [
        [40, 6],
        [26, 4],
        [5, 1]
      ],
      [[15, 3]]
    ]);
    expect(await places(ANOTHER)).toEqual([[[20, 1]], [], []]);
    // The word was given between the calibration and its prescription, and before the session that followed.
    const words = (await archive.prescriptions(FIRST_PERSON)).map(
      ({ override }) => override?.sequence ?? null
    );
    expect(words).toEqual([3, 3, null]);
  });

  it('goes on from there, whatever the clock says, and keeps the place of what is saved again', async () => {
    await left();
    const database = new Database();
    const archive = new Archive(database);
    const early = sessionRecord(1);
    await database.save({ session: early, calibrations: [calibrationRecord(2)] });
    const word = { therapist: 'T.', role: 'physiotherapist' as const, reason: 'Strong.', atMs: 3 };
    await database.savePlan({ prescription: prescriptionRecord(3, { override: word }) });
    await database.save({ session: { ...early, rounds: 4 } });
    const [session] = await archive.latestSessions(FIRST_PERSON, 1, () => true);
    const [calibration] = await archive.calibrations(FIRST_PERSON);
    const [prescription] = await archive.prescriptions(FIRST_PERSON);
    expect([session?.id, session?.rounds, session?.sequence]).toEqual([early.id, 4, 7]);
    expect([calibration?.atMs, calibration?.sequence]).toEqual([2, 8]);
    expect([prescription?.sequence, prescription?.override?.sequence]).toEqual([9, 9]);
    expect(await database.prescriptionOf(FIRST_PERSON)).toBe(prescription?.id);
  });
});
