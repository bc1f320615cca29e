import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Archive } from '../../../src/lib/storage/archive';
import type { CalibrationRecord } from '../../../src/lib/storage/calibration';
import { Database } from '../../../src/lib/storage/database';
import { FIRST_PERSON } from '../../../src/lib/storage/first-person';
import { pack } from '../../../src/lib/storage/packed';
import type { Person } from '../../../src/lib/storage/person';
import { removePerson, removeSession } from '../../../src/lib/storage/removal';
import type { ResultRecord } from '../../../src/lib/storage/result';
import type { JournalChunk, SessionRecord } from '../../../src/lib/storage/session';
import { ANOTHER, calibrationRecord, resultRecord, sessionRecord } from './records';

const chunk = async (session: string, index: number, byte = index): Promise<JournalChunk> => ({
  session,
  index,
  bytes: await pack(Uint8Array.of(byte), 12)
});

/** As another version, or a damaged disk, may have left them. */
const strange = {
  session: (of: SessionRecord) => ({ ...of, rounds: 'four' }) as unknown as SessionRecord,
  calibration: (of: CalibrationRecord) => ({ ...of, rest: null }) as unknown as CalibrationRecord,
  result: (of: ResultRecord) => ({ ...of, sets: [{}] }) as unknown as ResultRecord
};

const anna: Person = {
  id: FIRST_PERSON,
  name: 'Anna',
  birth: { date: '2026-09-01', delivery: 'caesarean' },
  sensor: { driver: 'open-profile', name: 'Bodem 1' },
  locale: 'nl'
};
const bea: Person = { id: ANOTHER, name: 'B.', birth: null, sensor: null, locale: null };

function opened() {
  const database = new Database();
  const archive = new Archive(database);
  const quarantined = async () => (await database.open()).getAll('quarantine');
  /** All that is stored, by store. */
  const everything = async () => {
    const db = await database.open();
    const stores = await Promise.all(
      [...db.objectStoreNames].map(async (name) => [name, await db.getAll(name)] as const)
    );
    return Object.fromEntries(stores);
  };
  return { database, archive, quarantined, everything };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the database and its archive', () => {
  it("lists a person's sessions newest first, and finds one by its id", async () => {
    const { database, archive } = opened();
    const [old, latest, middle] = [sessionRecord(1), sessionRecord(3), sessionRecord(2)];
    const hers = sessionRecord(4, { person: ANOTHER });
    for (const session of [old, latest, middle, hers]) await database.save({ session });
    expect(await archive.sessions(FIRST_PERSON)).toEqual([latest, middle, old]);
    expect(await archive.sessions(ANOTHER)).toEqual([hers]);
    expect(await archive.session(middle.id)).toEqual(middle);
  });

  it('replaces a record of the same id', async () => {
    const { database, archive } = opened();
    const session = sessionRecord(1);
    await database.save({ session });
    await database.save({ session: { ...session, rounds: 4 } });
    expect(await archive.sessions(FIRST_PERSON)).toEqual([{ ...session, rounds: 4 }]);
  });

  it('knows which sessions have begun and not been ended', async () => {
    const { database } = opened();
    const [running, over] = [sessionRecord(1, { endedAtMs: null }), sessionRecord(2, { endedAtMs: null })];
    for (const session of [running, over]) await database.save({ session });
    await database.save({ session: { ...over, endedAtMs: 3 } });
    expect(await database.running()).toEqual([running.id]);
  });

  it('gives back calibrations and people', async () => {
    const { database, archive } = opened();
    const [old, latest] = [calibrationRecord(1), calibrationRecord(2)];
    const hers = calibrationRecord(3, { person: ANOTHER });
    await database.save({ calibrations: [latest, old, hers] });
    for (const person of [anna, bea]) await database.savePerson(person);
    expect(await archive.calibrations(FIRST_PERSON)).toEqual([latest, old]);
    expect(await archive.people()).toEqual([anna, bea]);
  });

  it('keeps the figures of every version beside each other', async () => {
    const { database, archive } = opened();
    const [five, six, other] = [
      resultRecord(uuidOf('a'), 5),
      resultRecord(uuidOf('a'), 6),
      resultRecord(uuidOf('b'), 5)
    ];
    for (const result of [six, other, five]) {
      await database.save({ result });
    }
    expect((await archive.results(uuidOf('a'))).map(({ engineVersion }) => engineVersion)).toEqual([5, 6]);
    expect(await archive.results(uuidOf('a'))).toMatchObject([{ sets: five.sets }, { sets: six.sets }]);
  });

  it('says when there is no such session', async () => {
    await expect(opened().archive.session('none')).rejects.toMatchObject({ code: 'session_not_found' });
  });

  it('keeps the chunks of each session in order, also beyond the tenth', async () => {
    const { database, archive } = opened();
    const [a, b] = [uuidOf('a'), uuidOf('b')];
    for (const index of [10, 2, 0, 11, 1, 9, 8, 7, 6, 5, 4, 3]) {
      await database.save({ chunk: await chunk(a, index) });
      await database.save({ chunk: await chunk(b, index, 200) });
    }
    const { chunks, missing } = await archive.journal(a);
    expect(chunks.map(([first]) => first)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(missing).toBe(0);
    expect(await archive.journal(uuidOf('c'))).toEqual({ chunks: [], missing: 0 });
  });

  it('writes all of a session or nothing', async () => {
    const { database, everything } = opened();
    const session = sessionRecord(1, { endedAtMs: null });
    await database.save({ session });
    const before = await everything();
    // A function cannot be stored.
    const result = { ...resultRecord(session.id, 5), sets: () => undefined } as unknown as ResultRecord;
    const saved = database.save({
      session: { ...session, endedAtMs: 2 },
      calibrations: [calibrationRecord(1)],
      result,
      chunk: await chunk(session.id, 0)
    });
    await expect(saved).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });

  it('says that storage is not available, and tries anew the next time', async () => {
    const working = globalThis.indexedDB;
    // A private window: the only member that is called refuses.
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    } as unknown as IDBFactory;
    const { archive } = opened();
    await expect(archive.sessions(FIRST_PERSON)).rejects.toMatchObject({ code: 'storage_unavailable' });
    globalThis.indexedDB = working;
    expect(await archive.sessions(FIRST_PERSON)).toEqual([]);
  });

  it('lets a newer version go on, and says that it cannot write itself then', async () => {
    const { database } = opened();
    const session = sessionRecord(1);
    await database.save({ session });
    const newer = await openDB('bodem', 1000);
    await expect(database.save({ session })).rejects.toMatchObject({ code: 'storage_unavailable' });
    expect(await newer.count('sessions')).toBe(1);
    newer.close();
  });

  it('opens anew when the browser dropped the connection', async () => {
    const { database, archive } = opened();
    const session = sessionRecord(1);
    await database.save({ session });
    forceCloseDatabase(unwrap(await database.open()) as unknown as Parameters<typeof forceCloseDatabase>[0]);
    await database.save({ session: { ...session, rounds: 2 } });
    expect(await archive.session(session.id)).toMatchObject({ rounds: 2 });
  });
});

describe('what is damaged', () => {
  it('goes to the quarantine as it was found; the rest stays readable', async () => {
    const { database, archive, quarantined } = opened();
    const [good, bad] = [sessionRecord(1), strange.session(sessionRecord(2))];
    const [goodCalibration, badCalibration] = [
      calibrationRecord(1),
      strange.calibration(calibrationRecord(2))
    ];
    const [goodResult, badResult] = [resultRecord(good.id, 5), strange.result(resultRecord(good.id, 6))];
    for (const session of [good, bad]) await database.save({ session });
    await database.save({ calibrations: [goodCalibration, badCalibration] });
    for (const result of [goodResult, badResult]) await database.save({ result });

    expect(await archive.sessions(FIRST_PERSON)).toEqual([good]);
    expect(await archive.calibrations(FIRST_PERSON)).toEqual([goodCalibration]);
    expect(await archive.results(good.id)).toEqual([goodResult]);
    expect(await quarantined()).toEqual([
      { from: 'sessions', key: bad.id, value: bad },
      { from: 'calibrations', key: badCalibration.id, value: badCalibration },
      { from: 'results', key: [good.id, 6], value: badResult }
    ]);
    await expect(archive.session(bad.id)).rejects.toMatchObject({ code: 'session_not_found' });
  });

  it('is set aside also when it is opened by its id', async () => {
    const { database, archive, quarantined } = opened();
    const bad = strange.session(sessionRecord(2));
    await database.save({ session: bad });
    await expect(archive.session(bad.id)).rejects.toMatchObject({ code: 'session_unreadable' });
    expect(await quarantined()).toEqual([{ from: 'sessions', key: bad.id, value: bad }]);
  });

  it('is one stretch of a journal: the others are read, and it is missed each time', async () => {
    const { database, archive, quarantined } = opened();
    const id = uuidOf('a');
    const damaged = await chunk(id, 1);
    damaged.bytes[12] = (damaged.bytes[12] ?? 0) ^ 1;
    for (const each of [await chunk(id, 0), damaged, await chunk(id, 2)])
      await database.save({ chunk: each });
    for (let time = 0; time < 2; time++) {
      const { chunks, missing } = await archive.journal(id);
      expect(chunks.map(([first]) => first)).toEqual([0, 2]);
      expect(missing).toBe(1);
    }
    expect(await quarantined()).toEqual([{ from: 'chunks', key: [id, 1], value: damaged }]);
  });

  it('stays where it was while there is no room to move it', async () => {
    const { database, archive, quarantined } = opened();
    const bad = strange.session(sessionRecord(2));
    await database.save({ session: bad });
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('Full.', 'QuotaExceededError');
    });
    expect(await archive.sessions(FIRST_PERSON)).toEqual([]);
    full.mockRestore();
    expect(await quarantined()).toEqual([]);
    expect(await (await database.open()).get('sessions', bad.id)).toEqual(bad);
  });
});

describe('what is removed', () => {
  /** Two people, each with a session and all that goes with it, some of it damaged. */
  async function filled() {
    const { database, archive, ...rest } = opened();
    const sessions: SessionRecord[] = [];
    for (const person of [anna, bea]) {
      await database.savePerson(person);
      const session = sessionRecord(1, { person: person.id, endedAtMs: null });
      sessions.push(session);
      const damaged = await chunk(session.id, 1);
      damaged.bytes[12] = (damaged.bytes[12] ?? 0) ^ 1;
      await database.save({
        session,
        calibrations: [calibrationRecord(1, { person: person.id, session: session.id })],
        result: resultRecord(session.id, 5),
        chunk: await chunk(session.id, 0)
      });
      await database.save({ chunk: damaged });
      const lost = strange.session(sessionRecord(2, { person: person.id }));
      await database.save({ session: lost, chunk: await chunk(lost.id, 0) });
      await archive.sessions(person.id);
      await archive.journal(session.id);
    }
    const [hers, others] = sessions;
    if (!hers || !others) throw new Error('There are two.');
    return { database, archive, hers, others, ...rest };
  }

  it('with a person, is all that is hers, and nothing of another', async () => {
    const { database, archive, hers, others, everything } = await filled();
    await removePerson(database, anna.id);
    const left = await everything();
    const text = JSON.stringify(left);
    for (const trace of [anna.id, anna.name, hers.id]) expect(text).not.toContain(trace);
    expect(left).toMatchObject({ people: [bea], running: [{ id: others.id }] });
    expect(await archive.sessions(bea.id)).toEqual([others]);
    expect(await archive.calibrations(bea.id)).toHaveLength(1);
    expect(await archive.results(others.id)).toHaveLength(1);
    expect(await archive.journal(others.id)).toMatchObject({ missing: 1 });
    // Of the other: the damaged chunk, the damaged record, and the journal that goes with it.
    expect(left.quarantine).toHaveLength(2);
    expect(left.chunks).toHaveLength(2);
    await removePerson(database, bea.id);
    for (const records of Object.values(await everything())) expect(records).toEqual([]);
  });

  it('with a session, is what was recorded of it; its calibration stays', async () => {
    const { database, archive, hers, everything } = await filled();
    await removeSession(database, hers.id);
    const left = await everything();
    for (const store of ['sessions', 'chunks', 'results', 'running', 'quarantine']) {
      expect(JSON.stringify(left[store])).not.toContain(hers.id);
    }
    expect(await archive.calibrations(anna.id)).toHaveLength(1);
  });

  it('is removed whole or not at all', async () => {
    const { database, everything } = await filled();
    const before = await everything();
    // Her quarantine comes after her sessions and calibrations.
    const broken = vi.spyOn(IDBCursor.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('Broken.', 'UnknownError');
    });
    await expect(removePerson(database, anna.id)).rejects.toThrow();
    broken.mockRestore();
    expect(await everything()).toEqual(before);
  });
});

/** An id that is told by one letter. */
function uuidOf(letter: string): string {
  return `${letter.repeat(8)}-0000-4000-8000-000000000000`;
}
