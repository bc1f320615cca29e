import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError } from '../errors';
import type { CalibrationRecord } from './calibration';
import { MIGRATIONS, upgrade } from './migrations';
import type { Prescription } from '../plan/prescription';
import type { Person } from './person';
import type { Plan } from './plan';
import type { Quarantined } from './quarantine';
import type { ResultRecord } from './result';
import type { JournalChunk, SessionRecord } from './session';
import { whole } from './whole';

export interface BodemSchema extends DBSchema {
  people: { key: string; value: Person };
  sessions: { key: string; value: SessionRecord; indexes: { newest: [string, number] } };
  chunks: { key: [string, number]; value: JournalChunk };
  calibrations: { key: string; value: CalibrationRecord };
  results: { key: [string, number]; value: ResultRecord };
  plans: { key: string; value: Plan };
  prescriptions: { key: string; value: Prescription };
  /** Sessions that have begun and not been ended. */
  running: { key: string; value: { id: string } };
  quarantine: { key: number; value: Quarantined };
}

const NAME = 'bodem';

/** What is new of a session. */
export interface SessionPart {
  readonly session?: SessionRecord;
  readonly calibrations?: readonly CalibrationRecord[];
  readonly result?: ResultRecord;
  readonly chunk?: JournalChunk;
}

/** What is new of a plan. */
export interface PlanPart {
  readonly person?: Person;
  readonly plan?: Plan;
  readonly prescription: Prescription;
}

/**
 * Sessions and their journals on this device: what is needed to record. Opened at the first need, and anew when the browser dropped it.
 * Reading back, which has to check what it finds, is the archive's.
 */
export class Database {
  #opening: Promise<IDBPDatabase<BodemSchema>> | null = null;

  /**
   * Writes all of it or nothing. On the disk itself before it resolves, but for a chunk alone: the next one follows within a second, and
   * survives the end of the browser, if not that of the machine.
   */
  async save({ session, calibrations = [], result, chunk }: SessionPart): Promise<void> {
    const durability = session || result || calibrations.length > 0 ? 'strict' : 'relaxed';
    await whole(
      this,
      ['sessions', 'running', 'calibrations', 'results', 'chunks'],
      durability,
      async (tx) => {
        if (session) {
          const running = tx.objectStore('running');
          await tx.objectStore('sessions').put(session);
          await (session.endedAtMs === null ? running.put({ id: session.id }) : running.delete(session.id));
        }
        for (const calibration of calibrations) await tx.objectStore('calibrations').put(calibration);
        if (result) await tx.objectStore('results').put(result);
        if (chunk) await tx.objectStore('chunks').put(chunk);
      }
    );
  }

  async savePerson(person: Person): Promise<void> {
    await whole(this, ['people'], 'strict', (tx) => tx.objectStore('people').put(person));
  }

  /** What is set up, with the birth that it counts from, and what is trained from now on: all of it or nothing. */
  async savePlan({ person, plan, prescription }: PlanPart): Promise<void> {
    await whole(this, ['people', 'plans', 'prescriptions'], 'strict', async (tx) => {
      if (person) await tx.objectStore('people').put(person);
      if (plan) await tx.objectStore('plans').put(plan);
      await tx.objectStore('prescriptions').put(prescription);
    });
  }

  /** Id of what is prescribed to that person now; null where nothing is. */
  async prescriptionOf(person: string): Promise<string | null> {
    const all = await (await this.open()).getAll('prescriptions');
    const hers = all.filter((each) => each.person === person).sort((a, b) => a.atMs - b.atMs);
    return hers.at(-1)?.id ?? null;
  }

  /** Ids of the sessions that have begun and not been ended: the one under way, and those that were cut off. */
  async running(): Promise<string[]> {
    return (await this.open()).getAllKeys('running');
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
    return openDB<BodemSchema>(NAME, MIGRATIONS.length, {
      upgrade(db, from, _to, tx) {
        // What fails in it makes opening fail.
        void upgrade(db, from, tx);
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
