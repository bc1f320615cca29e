import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Prescription } from '../../../src/lib/plan/prescription';
import { FIRST_PERSON } from '../../../src/lib/storage/first-person';
import type { ResultRecord } from '../../../src/lib/storage/result';
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
  it("lists a person's sessions newest first, and finds one by its id", async () => {
    const { database, archive } = opened();
    const [old, latest, middle] = [sessionRecord(1), sessionRecord(3), sessionRecord(2)];
    const hers = sessionRecord(4, { person: ANOTHER });
    for (const session of [old, latest, middle, hers]) await database.save({ session });
    expect(await archive.sessions(FIRST_PERSON)).toEqual([latest, middle, old]);
    expect(await archive.sessions(ANOTHER)).toEqual([hers]);
    expect(await archive.newestSessions(FIRST_PERSON, 2)).toEqual([latest, middle]);
    expect(await archive.newestSessions(ANOTHER, 2)).toEqual([hers]);
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
    expect(await archive.prescriptions(FIRST_PERSON)).toEqual([latest, middle, old]);
    expect(await archive.prescriptions(ANOTHER)).toEqual([another]);
    expect(await database.prescriptionOf(FIRST_PERSON)).toBe(latest.id);
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
      await expect(database.savePlan(part)).rejects.toMatchObject({ name: 'QuotaExceededError' });
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
