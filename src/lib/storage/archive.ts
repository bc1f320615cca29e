import type * as z from 'zod/mini';
import { AppError } from '../errors';
import { CalibrationSchema, type CalibrationRecord } from './calibration';
import type { Database } from './database';
import { unpack } from './packed';
import type { Prescription } from '../plan/prescription';
import { PersonSchema, type Person } from './person';
import { PlanSchema, type Plan } from './plan';
import { PrescriptionSchema } from './prescription';
import { quarantine, type Guarded } from './quarantine';
import { ResultSchema, type ResultRecord } from './result';
import { ChunkSchema, SessionSchema, type JournalChunk, type SessionRecord } from './session';

/** Of all keys that begin with a session's id. */
const of = (session: string) => IDBKeyRange.bound([session, -Infinity], [session, Infinity]);

/** More at once would keep the rest waiting. */
const MOST_CHUNKS = 16;

/** Reads back what was recorded, and checks it. What is damaged goes to the quarantine, and the rest stays readable. */
export class Archive {
  constructor(private readonly database: Database) {}

  async people(): Promise<Person[]> {
    return this.#checked('people', PersonSchema);
  }

  /** Of one person, newest first. */
  async sessions(person: string): Promise<SessionRecord[]> {
    const all = await this.#checked('sessions', SessionSchema);
    return all.filter((each) => each.person === person).sort((a, b) => b.startedAtMs - a.startedAtMs);
  }

  /** The first so many of them, soon. What is damaged is left to who reads all. */
  async newestSessions(person: string, count: number): Promise<SessionRecord[]> {
    const { store } = (await this.database.open()).transaction('sessions');
    const hers = IDBKeyRange.bound([person, -Infinity], [person, Infinity]);
    const found: SessionRecord[] = [];
    for await (const { value } of store.index('newest').iterate(hers, 'prev')) {
      const parsed = SessionSchema.safeParse(value);
      if (parsed.success) found.push(parsed.data);
      if (found.length === count) break;
    }
    return found;
  }

  /** Of one person, newest first. */
  async calibrations(person: string): Promise<CalibrationRecord[]> {
    const all = await this.#checked('calibrations', CalibrationSchema);
    return all.filter((each) => each.person === person).sort((a, b) => b.atMs - a.atMs);
  }

  /** Of one person; null where there is none. */
  async plan(person: string): Promise<Plan | null> {
    const [plan] = await this.#checked('plans', PlanSchema, IDBKeyRange.only(person));
    return plan ?? null;
  }

  /** Of one person, newest first. */
  async prescriptions(person: string): Promise<Prescription[]> {
    const all = await this.#checked('prescriptions', PrescriptionSchema);
    return all.filter((each) => each.person === person).sort((a, b) => b.atMs - a.atMs);
  }

  /** Of a session, by version of the engine. */
  async results(session: string): Promise<ResultRecord[]> {
    return this.#checked('results', ResultSchema, of(session));
  }

  /** Throws session_not_found, or session_unreadable. */
  async session(id: string): Promise<SessionRecord> {
    const record: unknown = await (await this.database.open()).get('sessions', id);
    if (record === undefined) throw new AppError('session_not_found');
    const parsed = SessionSchema.safeParse(record);
    if (parsed.success) return parsed.data;
    await quarantine(this.database, 'sessions', id);
    throw new AppError('session_unreadable');
  }

  /**
   * The journal of a session in order, a few chunks at a time, twice as many each time: what comes first comes soon. Last it is told how many
   * chunks are missing.
   */
  async *journal(session: string): AsyncGenerator<{ chunks: Uint8Array[]; missing: number }, void, void> {
    const db = await this.database.open();
    const keys = await db.getAllKeys('chunks', of(session));
    for (
      let from = 0, count = 1;
      from < keys.length;
      from += count, count = Math.min(2 * count, MOST_CHUNKS)
    ) {
      const range = IDBKeyRange.bound(keys[from], keys[Math.min(from + count, keys.length) - 1]);
      const packed = await this.#checked('chunks', ChunkSchema, range);
      const unpacked = await Promise.all(packed.map((chunk) => this.#unpacked(chunk)));
      yield { chunks: unpacked.filter((bytes) => bytes !== null), missing: 0 };
    }
    const aside = (await this.database.open()).getAll('quarantine');
    const missing = (await aside).filter(
      ({ from, key }) => from === 'chunks' && Array.isArray(key) && key[0] === session
    );
    yield { chunks: [], missing: missing.length };
  }

  /** How many damaged records were set aside, of anybody. */
  async damaged(): Promise<number> {
    return (await this.database.open()).count('quarantine');
  }

  async #unpacked({ session, index, bytes }: JournalChunk): Promise<Uint8Array | null> {
    try {
      return await unpack(bytes);
    } catch {
      await quarantine(this.database, 'chunks', [session, index]);
      return null;
    }
  }

  async #checked<T>(name: Guarded, schema: z.ZodMiniType<T>, range: IDBKeyRange | null = null): Promise<T[]> {
    const { store, done } = (await this.database.open()).transaction(name);
    const parsed = (await store.getAll(range)).map((value) => schema.safeParse(value));
    if (!parsed.every(({ success }) => success)) {
      const keys = await store.getAllKeys(range);
      await done;
      for (const key of keys.filter((_, i) => !parsed[i]?.success))
        await quarantine(this.database, name, key);
    }
    return parsed.flatMap(({ data }) => data ?? []);
  }
}
