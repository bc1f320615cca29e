import type { StoreKey } from 'idb';
import type * as z from 'zod/mini';
import { AppError } from '../errors';
import { CalibrationSchema, type CalibrationRecord } from './calibration';
import type { BodemSchema, Database } from './database';
import { unpack } from './packed';
import { PersonSchema, type Person } from './person';
import { quarantine, type Guarded } from './quarantine';
import { ResultSchema, type ResultRecord } from './result';
import { ChunkSchema, SessionSchema, type SessionRecord } from './session';

/** Of all keys that begin with a session's id. */
const of = (session: string) => IDBKeyRange.bound([session, -Infinity], [session, Infinity]);

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

  /** Of one person, newest first. */
  async calibrations(person: string): Promise<CalibrationRecord[]> {
    const all = await this.#checked('calibrations', CalibrationSchema);
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

  /** The journal of a session, in order, and how many stretches of it are missing. */
  async journal(session: string): Promise<{ chunks: Uint8Array[]; missing: number }> {
    const chunks = await this.#checked('chunks', ChunkSchema, of(session));
    const unpacked = await Promise.all(
      chunks.map(async ({ index, bytes }) => {
        try {
          return await unpack(bytes);
        } catch {
          await quarantine(this.database, 'chunks', [session, index]);
          return null;
        }
      })
    );
    const readable = unpacked.filter((bytes) => bytes !== null);
    const aside = await (await this.database.open()).getAll('quarantine');
    const missing = aside.filter(
      ({ from, key }) => from === 'chunks' && Array.isArray(key) && key[0] === session
    );
    return { chunks: readable, missing: missing.length };
  }

  /** How many damaged records were set aside, of anybody. */
  async damaged(): Promise<number> {
    return (await this.database.open()).count('quarantine');
  }

  async #checked<T>(name: Guarded, schema: z.ZodMiniType<T>, range: IDBKeyRange | null = null): Promise<T[]> {
    const { store, done } = (await this.database.open()).transaction(name);
    const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range), done]);
    const good: T[] = [];
    const bad: StoreKey<BodemSchema, Guarded>[] = [];
    values.forEach((value, i) => {
      const key = keys[i];
      const parsed = schema.safeParse(value);
      if (parsed.success) good.push(parsed.data);
      else if (key !== undefined) bad.push(key);
    });
    for (const key of bad) await quarantine(this.database, name, key);
    return good;
  }
}
