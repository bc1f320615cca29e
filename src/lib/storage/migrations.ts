import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { BodemSchema } from './database';
import { FIRST_PERSON } from './first-person';
import { placesByDate } from './sequence';

type Upgrade = IDBPTransaction<BodemSchema, StoreNames<BodemSchema>[], 'versionchange'>;

/**
 * What each version of the stores changed: the one at index i leads from version i to i + 1. All of them run in the one transaction that
 * opens the database, so that an upgrade is done whole or not at all. None is ever changed once it was published.
 */
export const MIGRATIONS: readonly ((db: IDBPDatabase<BodemSchema>, tx: Upgrade) => void | Promise<void>)[] = [
  function sessionsAndJournals(db) {
    db.createObjectStore('sessions', { keyPath: 'id' });
    db.createObjectStore('chunks', { keyPath: ['session', 'index'] });
  },

  function calibrations(db) {
    db.createObjectStore('calibrations', { keyPath: 'id' });
  },

  /** What was there before belongs to the one person there was. */
  async function peoplePlansAndResults(db, tx) {
    db.createObjectStore('people', { keyPath: 'id' });
    db.createObjectStore('results', { keyPath: ['session', 'engineVersion'] });
    db.createObjectStore('running', { keyPath: 'id' });
    db.createObjectStore('quarantine', { autoIncrement: true });
    db.createObjectStore('plans', { keyPath: 'person' });
    db.createObjectStore('prescriptions', { keyPath: 'id' });
    const sessions = tx.objectStore('sessions');
    const calibrations = tx.objectStore('calibrations');
    for await (const cursor of sessions) {
      const { value } = cursor;
      await cursor.update({ ...value, person: FIRST_PERSON, curve: new Uint8Array(), notes: [] });
      // Nobody was asked about it when it was cut off.
      if (value.endedAtMs === null) await tx.objectStore('running').put({ id: value.id });
    }
    sessions.createIndex('newest', ['person', 'startedAtMs']);
    for await (const cursor of calibrations) await cursor.update({ ...cursor.value, person: FIRST_PERSON });
  },

  /**
   * What was there before gets its place by its date: nothing else is known of its order. Until then the browser's small storage knew whose
   * turn it is; `device.ts` takes that over.
   */
  async function orderOfRecording(db, tx) {
    db.createObjectStore('device', { keyPath: 'id' });
    const [sessions, prescriptions] = [tx.objectStore('sessions'), tx.objectStore('prescriptions')];
    const calibrations = tx.objectStore('calibrations');
    sessions.createIndex('recorded', ['person', 'sequence']);
    prescriptions.createIndex('recorded', ['person', 'sequence']);
    calibrations.createIndex('recorded', ['person', 'sequence']);
    const placeOf = placesByDate([
      ...(await sessions.getAll()).map(({ person, startedAtMs }) => ({ person, atMs: startedAtMs })),
      ...(await prescriptions.getAll()),
      ...(await calibrations.getAll())
    ]);
    for await (const cursor of sessions) {
      const { value } = cursor;
      await cursor.update({ ...value, sequence: placeOf(value.person, value.startedAtMs) });
    }
    for await (const cursor of prescriptions) {
      const { value } = cursor;
      const { person, override } = value;
      const word = override && { ...override, sequence: placeOf(person, override.atMs) };
      await cursor.update({ ...value, override: word, sequence: placeOf(person, value.atMs) });
    }
    for await (const cursor of calibrations) {
      const { value } = cursor;
      await cursor.update({ ...value, sequence: placeOf(value.person, value.atMs) });
    }
  }
];

/** Brings the stores from that version to the latest. What throws undoes all of it: the browser alone would keep what came before. */
export async function upgrade(db: IDBPDatabase<BodemSchema>, from: number, tx: Upgrade): Promise<void> {
  tx.done.catch(() => undefined);
  try {
    for (const migrate of MIGRATIONS.slice(from)) await migrate(db, tx);
  } catch {
    tx.abort();
  }
}
