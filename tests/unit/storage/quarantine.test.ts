import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FIRST_PERSON } from '../../../src/lib/storage/first-person';
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
  strange,
  uuidOf
} from './records';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
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

    expect(await archive.newestSessions(FIRST_PERSON, 2)).toEqual([good]);
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

  it('is set aside of plans and prescriptions too', async () => {
    const { database, archive, quarantined } = opened();
    const [badPlan, plan] = [strange.plan(planRecord()), planRecord({ person: ANOTHER })];
    const [old, bad, latest] = [
      prescriptionRecord(1),
      strange.prescription(prescriptionRecord(2)),
      prescriptionRecord(3)
    ];
    const another = prescriptionRecord(4, { person: ANOTHER });
    await database.savePlan({ person: anna, plan: badPlan, prescription: old });
    for (const prescription of [bad, latest]) await database.savePlan({ prescription });
    await database.savePlan({ person: bea, plan, prescription: another });

    // Who reads another's plan looks at no other.
    expect(await archive.plan(ANOTHER)).toEqual(plan);
    expect(await quarantined()).toEqual([]);
    expect(await archive.plan(FIRST_PERSON)).toBeNull();
    expect(await archive.prescriptions(FIRST_PERSON)).toEqual([latest, old]);
    expect(await archive.prescriptions(ANOTHER)).toEqual([another]);
    expect(await quarantined()).toEqual([
      { from: 'plans', key: FIRST_PERSON, value: badPlan },
      { from: 'prescriptions', key: bad.id, value: bad }
    ]);
    expect(await archive.plan(FIRST_PERSON)).toBeNull();
    expect(await archive.damaged()).toBe(2);
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
      const { chunks, missing } = await journalOf(archive, id);
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
