import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeDevice, DEVICE, readDevice, type Hints } from '../../../src/lib/storage/device';
import { FIRST_PERSON } from '../../../src/lib/storage/first-person';
import { opened } from './opened';
import { ANOTHER, anna, bea, planRecord, prescriptionRecord, sessionRecord, strange } from './records';

const NOTHING: Hints = { person: null, isPlanned: false, hadData: false };
const ALL: Hints = { person: ANOTHER, isPlanned: true, hadData: true };

/** Two people, of whom the second has a plan and was there last. */
async function filled() {
  const { database, ...rest } = opened();
  await database.savePerson(anna);
  await database.savePlan({
    person: bea,
    plan: planRecord({ person: ANOTHER }),
    prescription: prescriptionRecord(1, { person: ANOTHER })
  });
  return { database, ...rest };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('whose turn it is, and whether she has a plan', () => {
  it('stands in the database once a plan was saved, whatever the small storage says', async () => {
    const { database } = await filled();
    const hers = { person: { id: ANOTHER, name: 'B.' }, hasPlan: true, isLost: false, isEmpty: false };
    for (const hints of [NOTHING, ALL, { ...NOTHING, person: FIRST_PERSON }, { ...ALL, person: 'nobody' }]) {
      expect(await readDevice(database, hints)).toEqual(hers);
    }
  });

  it('follows who is chosen', async () => {
    const { database } = await filled();
    await changeDevice(database, { person: anna.id });
    expect(await readDevice(database, ALL)).toMatchObject({
      person: { id: anna.id, name: 'Anna' },
      hasPlan: false
    });
  });

  it('is somebody with a plan also where that is damaged', async () => {
    const { database, archive } = await filled();
    await database.savePlan({
      plan: strange.plan(planRecord({ person: ANOTHER })),
      prescription: prescriptionRecord(2, { person: ANOTHER })
    });
    for (let time = 0; time < 2; time++) {
      expect(await readDevice(database, NOTHING)).toMatchObject({ hasPlan: true });
      expect(await archive.plan(ANOTHER)).toBeNull();
    }
  });

  it('is the first person on a first visit, which leaves nothing behind', async () => {
    const { database, everything } = opened();
    expect(await readDevice(database, NOTHING)).toEqual({
      person: { id: FIRST_PERSON, name: '' },
      hasPlan: false,
      isLost: false,
      isEmpty: true
    });
    expect((await everything()).device).toEqual([]);
  });

  describe('where the database does not say it yet, or the record is damaged', () => {
    const damage = { id: DEVICE, person: 7 } as unknown as {
      id: typeof DEVICE;
      person: string;
      isLost: boolean;
    };

    it('is who the small storage names, if something is stored of her, and stays so', async () => {
      const { database } = await filled();
      await (await database.open()).put('device', damage);
      expect((await readDevice(database, { ...NOTHING, person: FIRST_PERSON })).person?.id).toBe(
        FIRST_PERSON
      );
      expect((await readDevice(database, NOTHING)).person?.id).toBe(FIRST_PERSON);
    });

    it('is the only one of whom something is stored', async () => {
      const { database } = opened();
      for (let i = 0; i < 3; i++) await database.save({ session: sessionRecord(i, { person: ANOTHER }) });
      expect(await readDevice(database, { ...NOTHING, person: 'x' })).toMatchObject({
        person: { id: ANOTHER, name: '' },
        isEmpty: false
      });
    });

    it('is nobody among several, until one is chosen', async () => {
      const { database } = await filled();
      await database.save({ session: sessionRecord(1) });
      await (await database.open()).put('device', damage);
      expect(await readDevice(database, NOTHING)).toMatchObject({ person: null, hasPlan: false });
      await changeDevice(database, { person: ANOTHER });
      expect(await readDevice(database, NOTHING)).toMatchObject({ person: { id: ANOTHER }, hasPlan: true });
    });
  });
});

describe('what was stored and is gone', () => {
  it.each<[string, Hints]>([
    ['a plan', { ...NOTHING, isPlanned: true, hadData: true }],
    ['anything', { ...NOTHING, hadData: true }]
  ])('is missed where the small storage remembers %s, until somebody says how to go on', async (_, hints) => {
    const { database } = opened();
    expect(await readDevice(database, hints)).toMatchObject({ isLost: true });
    // Also where the small storage is gone by then, and with a session recorded since.
    await database.save({ session: sessionRecord(1) });
    expect(await readDevice(database, NOTHING)).toMatchObject({ isLost: true });
    // Choosing a person says nothing about it.
    await changeDevice(database, { person: ANOTHER });
    expect(await readDevice(database, hints)).toMatchObject({ isLost: true });
    await changeDevice(database, { isLost: false });
    expect(await readDevice(database, hints)).toMatchObject({ isLost: false, person: { id: ANOTHER } });
  });

  it('is missed no more once a plan is set up', async () => {
    const { database } = opened();
    expect(await readDevice(database, ALL)).toMatchObject({ isLost: true });
    await database.savePlan({ person: anna, plan: planRecord(), prescription: prescriptionRecord(1) });
    expect(await readDevice(database, ALL)).toMatchObject({ isLost: false, hasPlan: true });
  });

  it('is a plan also where a session under way was stored once more', async () => {
    const { database } = opened();
    await database.save({ session: sessionRecord(1, { endedAtMs: null }) });
    expect(await readDevice(database, { ...ALL, person: FIRST_PERSON })).toMatchObject({ isLost: true });
  });

  it('is nothing where it is all there, from before the database knew whose turn it is', async () => {
    const { database } = await filled();
    await (await database.open()).clear('device');
    expect(await readDevice(database, ALL)).toMatchObject({ person: { id: ANOTHER }, isLost: false });
  });
});
