import type { IDBPTransaction } from 'idb';
import type { BodemSchema, Database } from './database';
import type { Guarded, Quarantined } from './quarantine';
import { whole } from './whole';

const STORES = [
  'people',
  'plans',
  'prescriptions',
  'sessions',
  'chunks',
  'calibrations',
  'results',
  'running',
  'quarantine'
] as const;
type Removal = IDBPTransaction<BodemSchema, (typeof STORES)[number][], 'readwrite'>;

/** What is found by a session's id. */
const OF_SESSION: ReadonlySet<Guarded> = new Set(['sessions', 'chunks', 'results']);

/** Removes a session with all that was recorded and worked out, or nothing. Calibrations that were made in it stay. */
export async function removeSession(database: Database, id: string): Promise<void> {
  await whole(database, [...STORES], 'strict', async (tx) => {
    await removeRecording(tx, id);
    await removeQuarantined(tx, ({ from, key }) => OF_SESSION.has(from) && sessionOf(key) === id);
  });
}

/**
 * Removes a person and all that is hers, or nothing. What is so damaged that it cannot be told whose it was goes too: better a damaged
 * record less than one of somebody who wanted to leave none.
 */
export async function removePerson(database: Database, person: string): Promise<void> {
  await whole(database, [...STORES], 'strict', async (tx) => {
    const sessions = (await tx.objectStore('sessions').getAll()).filter((each) => each.person === person);
    for (const { id } of sessions) await removeRecording(tx, id);
    for (const name of ['calibrations', 'prescriptions'] as const) {
      const store = tx.objectStore(name);
      for (const each of await store.getAll()) if (each.person === person) await store.delete(each.id);
    }
    await tx.objectStore('plans').delete(person);
    const kept = new Set<IDBValidKey>(await tx.objectStore('sessions').getAllKeys());
    for (const each of await tx.objectStore('quarantine').getAll()) {
      if (each.from === 'sessions' && isOfAnother(each, person, kept)) kept.add(each.key);
    }
    // The journal of a session whose record was set aside.
    for (const key of await tx.objectStore('chunks').getAllKeys()) {
      if (!kept.has(key[0])) await tx.objectStore('chunks').delete(key);
    }
    await removeQuarantined(tx, (each) => !isOfAnother(each, person, kept));
    await tx.objectStore('people').delete(person);
  });
}

async function removeRecording(tx: Removal, session: string): Promise<void> {
  const all = IDBKeyRange.bound([session, -Infinity], [session, Infinity]);
  await tx.objectStore('sessions').delete(session);
  await tx.objectStore('running').delete(session);
  await tx.objectStore('chunks').delete(all);
  await tx.objectStore('results').delete(all);
}

async function removeQuarantined(tx: Removal, isMeant: (each: Quarantined) => boolean): Promise<void> {
  for await (const cursor of tx.objectStore('quarantine')) if (isMeant(cursor.value)) await cursor.delete();
}

/** Of the keys of sessions, chunks and results. */
function sessionOf(key: IDBValidKey): IDBValidKey {
  return Array.isArray(key) ? (key[0] ?? '') : key;
}

/** @param kept the sessions of others */
function isOfAnother(
  { from, key, value }: Quarantined,
  person: string,
  kept: ReadonlySet<IDBValidKey>
): boolean {
  if (from === 'chunks' || from === 'results') return kept.has(sessionOf(key));
  const whose: unknown =
    from === 'people' || from === 'plans' ? key : (value as { person?: unknown } | null)?.person;
  return typeof whose === 'string' && whose !== person;
}
