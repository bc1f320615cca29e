import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Prescription } from '../../../src/lib/plan/prescription';
import { FIRST_PERSON } from '../../../src/lib/storage/first-person';
import type { ResultRecord } from '../../../src/lib/storage/result';
import type { BodemSchema } from '../../../src/lib/storage/database';
import { MIGRATIONS } from '../../../src/lib/storage/migrations';
import { journalOf, opened } from './opened';
import {
  ANOTHER,
  anna,
  bea,
  calibrationRecord,
  chunk,
  planRecord,
  prescriptionRecord,
  resultRecord,
  sessionRecord,
  uuidOf
} from './records';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the database and its archive', () => {
  it('gives answers a later place than what was recorded before them, so that a word given in between does not cover them', async () => {
    const { database, archive } = opened();
    const begun = sessionRecord(1, { signs: { before: [], after: null } });
    await database.save({ session: begun });
    await database.savePlan({ prescription: prescriptionRecord(2) });
    const placeOf = async () => (await archive.session(begun.id)).signsSequence;
    await database.save({ session: { ...begun, rounds: 1 } });
    expect(await placeOf()).toBeUndefined();
    const told = { ...begun, signs: { before: [], after: ['pain' as const] } };
    await database.save({ session: told });
    // The session is the first, the prescription the second.
    expect(await placeOf()).toBe(3);
    await database.savePlan({ prescription: prescriptionRecord(4) });
    await database.save({ session: { ...told, endedAtMs: told.startedAtMs + 1000 } });
    expect(await placeOf()).toBe(3);
  });

  it("lists a person's sessions newest first, and finds one by its id", async () => {
    const { database, archive } = opened();
    const [old, latest, middle] = [sessionRecord(1), sessionRecord(3), sessionRecord(2)];
    const hers = sessionRecord(4, { person: ANOTHER });
    for (const session of [old, latest, middle, hers]) await database.save({ session });
    expect(await archive.sessions(FIRST_PERSON)).toMatchObject([latest, middle, old]);
    expect(await archive.sessions(ANOTHER)).toMatchObject([hers]);
    expect(await archive.newestSessions(FIRST_PERSON, 2)).toMatchObject([latest, middle]);
    expect(await archive.newestSessions(ANOTHER, 2)).toMatchObject([hers]);
    expect(await archive.session(middle.id)).toMatchObject(middle);
  });

  it('replaces a record of the same id', async () => {
    const { database, archive } = opened();
    const session = sessionRecord(1);
    await database.save({ session });
    await database.save({ session: { ...session, rounds: 4 } });
    expect(await archive.sessions(FIRST_PERSON)).toMatchObject([{ ...session, rounds: 4 }]);
  });

  it('knows which sessions have begun and not been ended', async () => {
    const { database } = opened();
    const [running, over] = [sessionRecord(1, { endedAtMs: null }), sessionRecord(2, { endedAtMs: null })];
    for (const session of [running, over]) await database.save({ session });
    await database.save({ session: { ...over, endedAtMs: 3 } });
    expect(await database.running()).toEqual([running.id]);
  });

  it('keeps the place of a calibration that is written once more, in the order of recording', async () => {
    const { database, archive } = opened();
    const [first, second] = [calibrationRecord(1), calibrationRecord(2)];
    for (const each of [first, second, first]) await database.save({ calibrations: [each] });
    expect(await archive.calibrations(FIRST_PERSON)).toMatchObject([second, first]);
  });

  it('gives back calibrations and people', async () => {
    const { database, archive } = opened();
    const [old, latest] = [calibrationRecord(1), calibrationRecord(2)];
    const hers = calibrationRecord(3, { person: ANOTHER });
    await database.save({ calibrations: [latest, old, hers] });
    for (const person of [anna, bea]) await database.savePerson(person);
    // In the order of recording, whatever the dates say.
    expect(await archive.calibrations(FIRST_PERSON)).toMatchObject([old, latest]);
    expect(await archive.people()).toEqual([anna, bea]);
  });

  it('keeps one plan of each person, and all that was prescribed to her, newest first', async () => {
    const { database, archive } = opened();
    const [hers, others] = [planRecord({ complicated: false }), planRecord({ person: ANOTHER })];
    const [old, latest, middle] = [prescriptionRecord(1), prescriptionRecord(3), prescriptionRecord(2)];
    const another = prescriptionRecord(4, { person: ANOTHER, step: 4, setUp: null, perDay: null });
    await database.savePlan({ person: anna, plan: planRecord(), prescription: old });
    await database.savePlan({ plan: hers, prescription: latest });
    await database.savePlan({ prescription: middle });
    await database.savePlan({ person: bea, plan: others, prescription: another });
    expect(await archive.plan(FIRST_PERSON)).toEqual(hers);
    expect(await archive.plan(ANOTHER)).toEqual(others);
    // In the order of recording, whatever the dates say.
    expect(await archive.prescriptions(FIRST_PERSON)).toMatchObject([middle, latest, old]);
    expect(await archive.prescriptions(ANOTHER)).toMatchObject([another]);
    expect(await database.prescriptionOf(FIRST_PERSON)).toBe(middle.id);
    expect(await database.prescriptionOf(crypto.randomUUID())).toBeNull();
    expect(await archive.people()).toEqual([anna, bea]);
  });

  it('has no plan of somebody who made none', async () => {
    const { database, archive } = opened();
    await database.savePlan({ person: anna, plan: planRecord(), prescription: prescriptionRecord(1) });
    expect(await archive.plan(ANOTHER)).toBeNull();
    expect(await archive.prescriptions(ANOTHER)).toEqual([]);
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
    const { chunks, missing } = await journalOf(archive, a);
    expect(chunks.map(([first]) => first)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(missing).toBe(0);
    expect(await journalOf(archive, uuidOf('c'))).toEqual({ chunks: [], missing: 0 });
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

  describe('writes all of a plan or nothing', () => {
    const part = {
      person: { ...anna, name: 'Anna B.' },
      plan: planRecord({ complicated: false }),
      prescription: prescriptionRecord(2)
    };
    async function planned() {
      const { database, everything } = opened();
      await database.savePlan({ person: anna, plan: planRecord(), prescription: prescriptionRecord(1) });
      return { database, everything, before: await everything() };
    }

    it('where the prescription cannot be stored', async () => {
      const { database, everything, before } = await planned();
      // A function cannot be stored.
      const prescription = { ...part.prescription, setUp: () => undefined } as unknown as Prescription;
      await expect(database.savePlan({ ...part, prescription })).rejects.toThrow();
      expect(await everything()).toEqual(before);
    });

    it.each(['people', 'plans', 'prescriptions'])('where there is no room in %s', async (store) => {
      const { database, everything, before } = await planned();
      const put = Reflect.get(IDBObjectStore.prototype, 'put') as (
        this: IDBObjectStore,
        value: unknown
      ) => IDBRequest<IDBValidKey>;
      const full = vi.spyOn(IDBObjectStore.prototype, 'put');
      full.mockImplementation(function (this: IDBObjectStore, value: unknown) {
        if (this.name === store) throw new DOMException('Full.', 'QuotaExceededError');
        return put.call(this, value);
      });
      await expect(database.savePlan(part)).rejects.toMatchObject({ code: 'storage_full' });
      full.mockRestore();
      expect(await everything()).toEqual(before);
      await database.savePlan(part);
      expect(await everything()).toMatchObject({ people: [part.person], plans: [part.plan] });
    });
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

  it('opens once more where the connection was closed and nobody was told', async () => {
    const { database, archive } = opened();
    const session = sessionRecord(1);
    await database.save({ session });
    (await database.open()).close();
    await database.save({ session: { ...session, rounds: 2 } });
    (await database.open()).close();
    expect(await archive.session(session.id)).toMatchObject({ rounds: 2 });
  });

  it('does not wait for ever for another window, and takes what opens late', async () => {
    const [first] = MIGRATIONS;
    // An older version that lets go of nothing.
    const older = await openDB<BodemSchema>('bodem', 1, {
      upgrade: (db, _from, _to, tx) => void first?.(db, tx)
    });
    const asked = vi.spyOn(indexedDB, 'open');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { database } = opened();
    const opening = expect(database.open()).rejects.toMatchObject({ code: 'storage_unavailable' });
    await vi.advanceTimersByTimeAsync(5000);
    await opening;
    vi.useRealTimers();
    older.close();
    expect(await (await database.open()).count('sessions')).toBe(0);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('writes nothing of a session that is gone, but says so', async () => {
    const { database, everything } = opened();
    const session = sessionRecord(1);
    const continued = { chunk: await chunk(session.id, 0), continues: session.id };
    await expect(database.save(continued)).rejects.toMatchObject({ code: 'session_not_found' });
    expect((await everything()).chunks).toEqual([]);
    await database.save({ session });
    await database.save(continued);
    expect((await everything()).chunks).toHaveLength(1);
  });

  it('lets a session go on only where it is cut off still, and nobody went on with it', async () => {
    const { database } = opened();
    const session = sessionRecord(1, { endedAtMs: null });
    await database.save({ session, chunk: await chunk(session.id, 0) });
    expect(await database.isCutOff(session.id, 1)).toBe(true);
    await database.save({ chunk: await chunk(session.id, 1) });
    expect(await database.isCutOff(session.id, 1)).toBe(false);
    expect(await database.isCutOff(session.id, 2)).toBe(true);
    await database.save({ session: { ...session, endedAtMs: 2 } });
    expect(await database.isCutOff(session.id, 2)).toBe(false);
  });

  it('keeps the sensor that was used last, and what else was changed of her meanwhile', async () => {
    const { database, archive } = opened();
    const sensor = { driver: 'progressor', name: 'P' };
    await database.savePerson({ ...anna, sensor: null });
    await database.usedSensor(anna.id, sensor);
    await database.usedSensor(bea.id, sensor);
    expect(await archive.people()).toEqual([
      { ...anna, sensor },
      { ...bea, name: '', sensor }
    ]);
  });

  it('opens anew when the browser dropped the connection', async () => {
    const { database, archive } = opened();
    const session = sessionRecord(1);
    await database.save({ session });
    // The stand-in asks for a database of its own class; under the wrapper it is one.
    forceCloseDatabase(unwrap(await database.open()) as unknown as Parameters<typeof forceCloseDatabase>[0]);
    await database.save({ session: { ...session, rounds: 2 } });
    expect(await archive.session(session.id)).toMatchObject({ rounds: 2 });
  });
});
