import { openDB, unwrap, type DBSchema, type IDBPDatabase } from 'idb';
import { AppError } from '../errors';
import type { CalibrationRecord } from './calibration';
import { MIGRATIONS, upgrade } from './migrations';
import { newestFirst } from '../plan/order';
import type { Prescription } from '../plan/prescription';
import { NOT_ASKED } from '../plan/signs';
import { signsOf } from '../plan/symptoms';
import { DEVICE, type DeviceRecord } from './device';
import type { SensorIdentity } from './entry';
import { nobody } from './first-person';
import type { Person } from './person';
import type { Plan } from './plan';
import type { Quarantined } from './quarantine';
import type { ResultRecord } from './result';
import type { JournalChunk, SessionRecord } from './session';
import { nextSequence } from './sequence';
import { whole } from './whole';
import { answeredWithin, LATE } from '../answered-within';

export interface BodemSchema extends DBSchema {
  people: { key: string; value: Person };
  sessions: {
    key: string;
    value: SessionRecord;
    indexes: { newest: [string, number]; recorded: [string, number] };
  };
  chunks: { key: [string, number]; value: JournalChunk };
  calibrations: { key: string; value: CalibrationRecord; indexes: { recorded: [string, number] } };
  results: { key: [string, number]; value: ResultRecord };
  plans: { key: string; value: Plan };
  prescriptions: { key: string; value: Prescription; indexes: { recorded: [string, number] } };
  /** Sessions that have begun and not been ended. */
  running: { key: string; value: { id: string } };
  quarantine: { key: number; value: Quarantined };
  /** One record: what holds for the whole device. */
  device: { key: string; value: DeviceRecord };
}

const NAME = 'bodem';
/** Another window, or a disk that hangs, may keep it from opening for ever: after so long it counts as not available, until it opens. */
const OPENING_MS = 5000;

/** What is new of a session. */
export interface SessionPart {
  readonly session?: SessionRecord;
  readonly calibrations?: readonly CalibrationRecord[];
  readonly result?: ResultRecord;
  readonly chunk?: JournalChunk;
  /** Chunks that were stored before, and are stored once more. */
  readonly earlier?: readonly JournalChunk[];
  /** Of that session something is stored already; where it is not any more, nothing is written and `session_not_found` is thrown. */
  readonly continues?: string;
}

/** What is new of a plan. */
export interface PlanPart {
  readonly person?: Person;
  readonly plan?: Plan;
  readonly prescription: Prescription;
}

/**
 * Sessions and their journals on this device: what is needed to record. Opened at the first need, and once more whenever the browser has
 * closed it, whether it said so or not. Reading back, which has to check what it finds, is the archive's.
 */
export class Database {
  #opening: Promise<IDBPDatabase<BodemSchema>> | null = null;

  /**
   * Writes all of it or nothing. On the disk itself before it resolves, but for a chunk alone: the next one follows within a second, and
   * survives the end of the browser, if not that of the machine. A session and a calibration get their place in the order of recording
   * the first time, and keep it.
   */
  async save({
    session,
    calibrations = [],
    result,
    chunk,
    earlier = [],
    continues
  }: SessionPart): Promise<void> {
    const durability = session || result || calibrations.length > 0 ? 'strict' : 'relaxed';
    await whole(
      this,
      ['sessions', 'running', 'calibrations', 'results', 'chunks', 'prescriptions'],
      durability,
      async (tx) => {
        if (continues !== undefined) await refuseGone(tx.objectStore('sessions').get(continues));
        if (session) {
          const [sessions, running] = [tx.objectStore('sessions'), tx.objectStore('running')];
          const known = await sessions.get(session.id);
          const sequence = known?.sequence ?? (await nextSequence(tx, session.person));
          const isNamed = known !== undefined && namesMore(session, known);
          const signsSequence = isNamed ? await nextSequence(tx, session.person) : known?.signsSequence;
          // Another window may have added a note meanwhile.
          const notes = known?.notes ?? session.notes;
          const place = { sequence, ...(signsSequence !== undefined && { signsSequence }) };
          await sessions.put({ ...session, ...place, notes });
          await (session.endedAtMs === null ? running.put({ id: session.id }) : running.delete(session.id));
        }
        for (const calibration of calibrations) {
          const known = await tx.objectStore('calibrations').get(calibration.id);
          const sequence = known?.sequence ?? (await nextSequence(tx, calibration.person));
          await tx.objectStore('calibrations').put({ ...calibration, sequence });
        }
        if (result) await tx.objectStore('results').put(result);
        for (const each of earlier) await tx.objectStore('chunks').put(each);
        if (chunk) await tx.objectStore('chunks').put(chunk);
      }
    );
  }

  async savePerson(person: Person): Promise<void> {
    await whole(this, ['people'], 'strict', (tx) => tx.objectStore('people').put(person));
  }

  /** The sensor that somebody has used last; what else is known of her stays as it is at that moment. */
  async usedSensor(id: string, sensor: SensorIdentity): Promise<void> {
    await whole(this, ['people'], 'relaxed', async (tx) => {
      const person = (await tx.objectStore('people').get(id)) ?? nobody(id);
      await tx.objectStore('people').put({ ...person, sensor });
    });
  }

  /**
   * What is set up, with the birth that it counts from, what is trained from now on, and that it is her turn: all of it or nothing. Who sets
   * a plan up knows what became of an earlier one.
   */
  async savePlan({ person, plan, prescription }: PlanPart): Promise<void> {
    const stores = ['people', 'plans', 'prescriptions', 'sessions', 'calibrations', 'device'] as const;
    await whole(this, [...stores], 'strict', async (tx) => {
      if (plan) await tx.objectStore('device').put({ id: DEVICE, person: plan.person, isLost: false });
      if (person) await tx.objectStore('people').put(person);
      if (plan) await tx.objectStore('plans').put(plan);
      const sequence = await nextSequence(tx, prescription.person);
      const { override } = prescription;
      // A word that goes on holding keeps the place of its first prescription.
      const word = override && { ...override, sequence: override.sequence ?? sequence };
      await tx.objectStore('prescriptions').put({ ...prescription, sequence, override: word });
    });
  }

  /** Id of what is prescribed to that person now; null where nothing is. */
  async prescriptionOf(person: string): Promise<string | null> {
    const all = await (await this.open()).getAll('prescriptions');
    return all.filter((each) => each.person === person).sort(newestFirst)[0]?.id ?? null;
  }

  /** Ids of the sessions that have begun and not been ended: the one under way, and those that were cut off. */
  async running(): Promise<string[]> {
    return (await this.open()).getAllKeys('running');
  }

  /** Whether that session is cut off still, and has no more chunks than that. */
  async isCutOff(id: string, chunks: number): Promise<boolean> {
    const tx = (await this.open()).transaction(['running', 'chunks']);
    const isRunning = (await tx.objectStore('running').getKey(id)) !== undefined;
    const isLonger = (await tx.objectStore('chunks').getKey([id, chunks])) !== undefined;
    return isRunning && !isLonger;
  }

  /** Opens it, or throws storage_unavailable. What it gives is open: a connection that the browser has closed is replaced by a new one. */
  async open(): Promise<IDBPDatabase<BodemSchema>> {
    const opening = (this.#opening ??= this.#openNow());
    try {
      const db = await answeredWithin(OPENING_MS, opening);
      if (isOpen(db)) return db;
    } catch (cause) {
      // One that hangs may still open.
      if (cause !== LATE) this.#forget(opening);
      throw new AppError('storage_unavailable', { cause });
    }
    this.#forget(opening);
    return this.open();
  }

  #forget(opening: Promise<unknown> | null): void {
    if (this.#opening === opening) this.#opening = null;
  }

  /** A function of its own, and async, because some browsers throw here at once instead of rejecting. */
  async #openNow(): Promise<IDBPDatabase<BodemSchema>> {
    return openDB<BodemSchema>(NAME, MIGRATIONS.length, {
      upgrade(db, from, _to, tx) {
        // What fails in it makes opening fail.
        void upgrade(db, from, tx);
      },
      // Another page has a newer version, or removes all of it: let it go on. The next write opens once more, or says that it cannot.
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

async function refuseGone(reading: Promise<SessionRecord | undefined>): Promise<void> {
  const session = await reading;
  if (!session || session.isRemoved) throw new AppError('session_not_found');
}

/** Some browsers close a connection and tell nobody; only a transaction shows it. */
function isOpen(db: IDBPDatabase<BodemSchema>): boolean {
  try {
    unwrap(db).transaction('running');
    return true;
  } catch {
    return false;
  }
}

/** Whether answers name something that those before did not: a therapist's word that was given between does not cover it. */
function namesMore(session: SessionRecord, before: SessionRecord): boolean {
  const namedIn = ({ signs }: SessionRecord) => signsOf({ signs: signs ?? NOT_ASKED });
  const known = namedIn(before);
  return namedIn(session).some((sign) => !known.includes(sign));
}
