import type { IDBPTransaction } from 'idb';
import { AppError } from '../errors';
import { isReal } from '../plan/simulated';
import type { BodemSchema, Database } from './database';
import { DEVICE } from './device';
import type { Guarded, Quarantined } from './quarantine';
import { SessionSchema, type SessionRecord } from './session';
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
  'quarantine',
  'device'
] as const;
type Removal = IDBPTransaction<BodemSchema, (typeof STORES)[number][], 'readwrite'>;

/** What is found by a session's id. */
const OF_SESSION: ReadonlySet<Guarded> = new Set(['sessions', 'chunks', 'results']);

/**
 * Removes a session with all that was recorded and worked out, or nothing. Calibrations that were made in it stay, and so does what was
 * answered to the questions before and after it: pain keeps a step shut, whatever becomes of the session that it was named in.
 *
 * @param state what it has to be, at the moment it is removed; else session_settled is thrown. A cut-off session may have been ended in
 * another window, and one that is ended may never be the one under way.
 */
export async function removeSession(
  database: Database,
  id: string,
  state: 'cut-off' | 'ended'
): Promise<void> {
  await whole(database, [...STORES], 'strict', async (tx) => {
    const isRunning = (await tx.objectStore('running').getKey(id)) !== undefined;
    if (isRunning !== (state === 'cut-off')) throw new AppError('session_settled');
    const answers = answersOf(await tx.objectStore('sessions').get(id));
    await removeRecording(tx, id);
    await removeQuarantined(tx, ({ from, key }) => OF_SESSION.has(from) && sessionOf(key) === id);
    if (answers) await tx.objectStore('sessions').put(answers);
  });
}

/** What stays of a session that is removed: whose it was, when, and the answers; null where nothing was asked, or it counts for nothing. */
function answersOf(record: unknown): SessionRecord | null {
  const { data: session } = SessionSchema.safeParse(record);
  const isAnswered = session?.signs && (session.signs.before !== null || session.signs.after !== null);
  if (!session || !isAnswered || !isReal(session)) return null;
  const { startedAtMs } = session;
  return {
    ...session,
    isRemoved: true,
    endedAtMs: startedAtMs,
    setUp: null,
    rounds: 0,
    inBandPct: null,
    onTargetPct: null,
    curve: new Uint8Array(),
    notes: []
  };
}

/**
 * Removes a person and all that is hers, or nothing. What is so damaged that it cannot be told whose it was goes too: better a damaged
 * record less than one of somebody who wanted to leave none.
 */
export async function removePerson(database: Database, person: string): Promise<void> {
  await whole(database, [...STORES], 'strict', async (tx) => {
    const sessions = (await tx.objectStore('sessions').getAll()).filter((each) => isHers(each, person));
    for (const { id } of sessions) await removeRecording(tx, id);
    for (const name of ['calibrations', 'prescriptions'] as const) {
      const store = tx.objectStore(name);
      for (const each of await store.getAll()) if (isHers(each, person)) await store.delete(each.id);
    }
    await tx.objectStore('plans').delete(person);
    const kept = new Set<IDBValidKey>(await tx.objectStore('sessions').getAllKeys());
    for (const each of await tx.objectStore('quarantine').getAll()) {
      if (each.from === 'sessions' && isOfAnother(each, person, kept)) kept.add(each.key);
    }
    await removeOrphans(tx, kept);
    await removeQuarantined(tx, (each) => !isOfAnother(each, person, kept));
    await tx.objectStore('people').delete(person);
    const device = await tx.objectStore('device').get(DEVICE);
    if (device?.person === person) await tx.objectStore('device').delete(DEVICE);
  });
}

/** Whether it is that person's, or nobody's that can be told. */
function isHers({ person: whose }: { readonly person?: unknown }, person: string): boolean {
  return typeof whose !== 'string' || whose === person;
}

/** Of a session whose record is gone or was set aside its journal and its figures may be left. */
async function removeOrphans(tx: Removal, kept: ReadonlySet<IDBValidKey>): Promise<void> {
  for (const name of ['chunks', 'results'] as const) {
    for (const key of await tx.objectStore(name).getAllKeys()) {
      if (!kept.has(key[0])) await tx.objectStore(name).delete(key);
    }
  }
  for (const id of await tx.objectStore('running').getAllKeys()) {
    if (!kept.has(id)) await tx.objectStore('running').delete(id);
  }
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
