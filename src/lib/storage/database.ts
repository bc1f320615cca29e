import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError } from '../errors';
import { SessionSchema, type JournalChunk, type SessionRecord } from './session';

interface BodemSchema extends DBSchema {
  sessions: { key: string; value: SessionRecord };
  chunks: { key: [string, number]; value: JournalChunk };
}

const NAME = 'bodem';
const VERSION = 1;

/** Sessions and their journals on this device. Opened at the first need, and anew when the browser dropped it. */
export class Database {
  #opening: Promise<IDBPDatabase<BodemSchema>> | null = null;

  async saveSession(session: SessionRecord): Promise<void> {
    const tx = (await this.open()).transaction('sessions', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(session), tx.done]);
  }

  /** Relaxed durability: the next chunk follows within a second. */
  async saveChunk(chunk: JournalChunk): Promise<void> {
    const tx = (await this.open()).transaction('chunks', 'readwrite', { durability: 'relaxed' });
    await Promise.all([tx.store.put(chunk), tx.done]);
  }

  /** Newest first. Records that are not what they should be are left out, never removed. */
  async sessions(): Promise<SessionRecord[]> {
    const stored: unknown[] = await (await this.open()).getAll('sessions');
    const sessions = stored.flatMap((record) => {
      const parsed = SessionSchema.safeParse(record);
      return parsed.success ? [parsed.data] : [];
    });
    return sessions.sort((a, b) => b.startedAtMs - a.startedAtMs);
  }

  /** Throws session_not_found, or session_unreadable. */
  async session(id: string): Promise<SessionRecord> {
    const record: unknown = await (await this.open()).get('sessions', id);
    if (record === undefined) throw new AppError('session_not_found');
    const parsed = SessionSchema.safeParse(record);
    if (!parsed.success) throw new AppError('session_unreadable');
    return parsed.data;
  }

  /** The journal of a session, in order. */
  async chunks(session: string): Promise<Uint8Array[]> {
    const range = IDBKeyRange.bound([session, 0], [session, Infinity]);
    const chunks = await (await this.open()).getAll('chunks', range);
    return chunks.map(({ bytes }) => bytes);
  }

  /** Opens it, or throws storage_unavailable. */
  async open(): Promise<IDBPDatabase<BodemSchema>> {
    try {
      this.#opening ??= this.#openNow();
      return await this.#opening;
    } catch (cause) {
      this.#opening = null;
      throw new AppError('storage_unavailable', { cause });
    }
  }

  /** A function of its own, and async, because some browsers throw here at once instead of rejecting. */
  async #openNow(): Promise<IDBPDatabase<BodemSchema>> {
    return openDB<BodemSchema>(NAME, VERSION, {
      upgrade(db) {
        db.createObjectStore('sessions', { keyPath: 'id' });
        db.createObjectStore('chunks', { keyPath: ['session', 'index'] });
      },
      terminated: () => {
        this.#opening = null;
      }
    });
  }
}
