import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError } from '../errors';
import type { CalibrationRecord } from './calibration';
import type { JournalChunk, SessionRecord } from './session';

interface BodemSchema extends DBSchema {
  sessions: { key: string; value: SessionRecord };
  chunks: { key: [string, number]; value: JournalChunk };
  calibrations: { key: string; value: CalibrationRecord };
}

const NAME = 'bodem';
/** Of the stores: 2 added the calibrations. */
const VERSION = 2;

/**
 * Sessions and their journals on this device: what is needed to record. Opened at the first need, and anew when the browser dropped it.
 * Reading back, which has to check what it finds, is the archive's.
 */
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

  async saveCalibration(calibration: CalibrationRecord): Promise<void> {
    const tx = (await this.open()).transaction('calibrations', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(calibration), tx.done]);
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
      upgrade(db, from) {
        if (from < 1) {
          db.createObjectStore('sessions', { keyPath: 'id' });
          db.createObjectStore('chunks', { keyPath: ['session', 'index'] });
        }
        if (from < 2) db.createObjectStore('calibrations', { keyPath: 'id' });
      },
      // Another page has a newer version: let it go on. The next write opens anew, or says that it cannot.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        this.#opening = null;
      },
      terminated: () => {
        this.#opening = null;
      }
    });
  }
}
