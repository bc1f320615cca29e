import type * as z from 'zod/mini';
import { AppError } from '../errors';
import { CalibrationSchema, type CalibrationRecord } from './calibration';
import type { Database } from './database';
import { newestFirst } from '../plan/order';
import { TooLarge, unpack } from './packed';
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

/** A stretch of a session's journal, unpacked. */
interface JournalPart {
  readonly chunks: Uint8Array[];
  /** How many chunks are missing; said with the last part. */
  readonly missing: number;
  /** How many entries were in them, as far as the chunks around them say. */
  readonly lostEntries: number;
}

/** What is left of a session that was removed: what was answered in it still counts. */
const isRemoved = (session: SessionRecord) => session.isRemoved === true;

/** Counts what is missing between the chunks that can be read. */
class LostEntries {
  count = 0;
  /** Of the entry that comes next; NaN behind older chunks, which do not know how many entries they hold. */
  #next = 0;

  pass({ before = NaN, entries = NaN }: Pick<JournalChunk, 'before' | 'entries'>): void {
    if (before > this.#next) this.count += before - this.#next;
    this.#next = before + entries;
  }
}

/** Reads back what was recorded, and checks it. What is damaged goes to the quarantine, and the rest stays readable. */
export class Archive {
  constructor(private readonly database: Database) {}

  async people(): Promise<Person[]> {
    return this.#checked('people', PersonSchema);
  }

  /** Of one person, newest first by their dates. */
  async sessions(person: string): Promise<SessionRecord[]> {
    const all = await this.#checked('sessions', SessionSchema);
    return all
      .filter((each) => each.person === person && !isRemoved(each))
      .sort((a, b) => b.startedAtMs - a.startedAtMs);
  }

  /** The first so many by their dates, soon, without those that were removed. Damaged records are left to whoever reads all of them. */
  async newestSessions(person: string, count: number): Promise<SessionRecord[]> {
    return this.#first('newest', person, count, (session) => !isRemoved(session));
  }

  /**
   * The last so many that count, newest first in the order of recording. One without a place in it is found by its date.
   */
  async latestSessions(
    person: string,
    count: number,
    counts: (session: SessionRecord) => boolean
  ): Promise<SessionRecord[]> {
    const recorded = await this.#first('recorded', person, count, counts);
    const newest = await this.#first('newest', person, count, counts);
    const placeless = newest.filter(({ sequence }) => sequence === undefined);
    const place = ({ sequence, startedAtMs }: SessionRecord) => ({ sequence, atMs: startedAtMs });
    return [...recorded, ...placeless].sort((a, b) => newestFirst(place(a), place(b))).slice(0, count);
  }

  async #first(
    index: 'newest' | 'recorded',
    person: string,
    count: number,
    counts: (session: SessionRecord) => boolean
  ): Promise<SessionRecord[]> {
    const { store } = (await this.database.open()).transaction('sessions');
    const hers = IDBKeyRange.bound([person, -Infinity], [person, Infinity]);
    const found: SessionRecord[] = [];
    for await (const { value } of store.index(index).iterate(hers, 'prev')) {
      const parsed = SessionSchema.safeParse(value);
      if (parsed.success && counts(parsed.data)) found.push(parsed.data);
      if (found.length === count) break;
    }
    return found;
  }

  /** Of one person, newest first in the order of recording. */
  async calibrations(person: string): Promise<CalibrationRecord[]> {
    const all = await this.#checked('calibrations', CalibrationSchema);
    return all.filter((each) => each.person === person).sort(newestFirst);
  }

  /** Of one person; null where there is none. */
  async plan(person: string): Promise<Plan | null> {
    const [plan] = await this.#checked('plans', PlanSchema, IDBKeyRange.only(person));
    return plan ?? null;
  }

  /** Of one person, newest first in the order of recording. */
  async prescriptions(person: string): Promise<Prescription[]> {
    const all = await this.#checked('prescriptions', PrescriptionSchema);
    return all.filter((each) => each.person === person).sort(newestFirst);
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
    if (parsed.success && isRemoved(parsed.data)) throw new AppError('session_not_found');
    if (parsed.success) return parsed.data;
    await quarantine(this.database, 'sessions', id, 'damaged');
    throw new AppError('session_unreadable');
  }

  /**
   * The journal of a session in order, a few chunks at a time, twice as many each time: what comes first comes soon. Last it is said what is
   * missing: chunks that are damaged, and those whose numbers are left out.
   */
  async *journal(session: string): AsyncGenerator<JournalPart, void, void> {
    const db = await this.database.open();
    const keys = await db.getAllKeys('chunks', of(session));
    const lost = new LostEntries();
    let read = 0;
    for (
      let from = 0, count = 1;
      from < keys.length;
      from += count, count = Math.min(2 * count, MOST_CHUNKS)
    ) {
      const range = IDBKeyRange.bound(keys[from], keys[Math.min(from + count, keys.length) - 1]);
      const packed = await this.#checked('chunks', ChunkSchema, range);
      const unpacked = await Promise.all(packed.map((chunk) => this.#unpacked(chunk)));
      for (const [i, chunk] of packed.entries()) if (unpacked[i]) lost.pass(chunk);
      const chunks = unpacked.filter((bytes) => bytes !== null);
      read += chunks.length;
      yield { chunks, missing: 0, lostEntries: 0 };
    }
    const aside = (await this.database.open()).getAll('quarantine');
    const numbers = (await aside).flatMap(({ from, key }) =>
      from === 'chunks' && Array.isArray(key) && key[0] === session ? [Number(key[1])] : []
    );
    const last = Math.max(-1, ...numbers, ...keys.map(([, index]) => index));
    yield { chunks: [], missing: last + 1 - read, lostEntries: lost.count };
  }

  /** From which stores damaged records of that person were set aside. */
  async setAsideOf(person: string): Promise<ReadonlySet<Guarded>> {
    const aside = await (await this.database.open()).getAll('quarantine');
    const hers = aside.filter(
      ({ key, value }) => key === person || (value as { person?: unknown } | null)?.person === person
    );
    return new Set(hers.map(({ from }) => from));
  }

  /** How many damaged records were set aside, of anybody. */
  async damaged(): Promise<number> {
    return (await this.database.open()).count('quarantine');
  }

  async #unpacked({ session, index, bytes }: JournalChunk): Promise<Uint8Array | null> {
    try {
      return await unpack(bytes);
    } catch (error) {
      const reason = error instanceof TooLarge ? 'too-large' : 'damaged';
      await quarantine(this.database, 'chunks', [session, index], reason);
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
        await quarantine(this.database, name, key, 'damaged');
    }
    return parsed.flatMap(({ data }) => data ?? []);
  }
}
