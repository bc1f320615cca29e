import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FIRST_PERSON } from '../../../src/lib/storage/first-person';
import { LARGEST_STRETCH } from '../../../src/lib/storage/packed';
import type { SessionRecord } from '../../../src/lib/storage/session';
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

    expect(await archive.newestSessions(FIRST_PERSON, 2)).toMatchObject([good]);
    expect(await archive.sessions(FIRST_PERSON)).toMatchObject([good]);
    expect(await archive.calibrations(FIRST_PERSON)).toMatchObject([goodCalibration]);
    expect(await archive.results(good.id)).toMatchObject([goodResult]);
    expect(await quarantined()).toMatchObject([
      { from: 'sessions', key: bad.id, reason: 'damaged', value: bad },
      { from: 'calibrations', key: badCalibration.id, reason: 'damaged', value: badCalibration },
      { from: 'results', key: [good.id, 6], reason: 'damaged', value: badResult }
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
    expect(await archive.prescriptions(FIRST_PERSON)).toMatchObject([latest, old]);
    expect(await archive.prescriptions(ANOTHER)).toMatchObject([another]);
    expect(await quarantined()).toMatchObject([
      { from: 'plans', key: FIRST_PERSON, reason: 'damaged', value: badPlan },
      { from: 'prescriptions', key: bad.id, reason: 'damaged', value: bad }
    ]);
    expect(await archive.plan(FIRST_PERSON)).toBeNull();
    expect(await archive.damaged()).toBe(2);
  });

  it('is set aside also when it is opened by its id', async () => {
    const { database, archive, quarantined } = opened();
    const bad = strange.session(sessionRecord(2));
    await database.save({ session: bad });
    await expect(archive.session(bad.id)).rejects.toMatchObject({ code: 'session_unreadable' });
    expect(await quarantined()).toMatchObject([
      { from: 'sessions', key: bad.id, reason: 'damaged', value: bad }
    ]);
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
      expect(chunks.map(([first]) => first)).toMatchObject([0, 2]);
      expect(missing).toBe(1);
    }
    expect(await quarantined()).toMatchObject([
      { from: 'chunks', key: [id, 1], reason: 'damaged', value: damaged }
    ]);
  });

  it('is a stretch that would unpack to more than any session holds, and the reason is kept', async () => {
    const { database, archive, quarantined } = opened();
    const id = uuidOf('a');
    // The distance, and one byte too many.
    const bytes = new Uint8Array(gzipSync(new Uint8Array(2 + LARGEST_STRETCH + 1), { level: 1 }));
    await database.save({ chunk: { session: id, index: 0, bytes } });
    await database.save({ chunk: await chunk(id, 1) });
    expect(await journalOf(archive, id)).toEqual({ chunks: [Uint8Array.of(1)], missing: 1 });
    expect(await quarantined()).toMatchObject([{ key: [id, 0], reason: 'too-large' }]);
  });

  it('is missed where it was not set aside but is gone: the numbers of the others leave it out', async () => {
    const { database, archive } = opened();
    const id = uuidOf('a');
    for (const index of [1, 2, 5]) await database.save({ chunk: await chunk(id, index) });
    // 0, 3 and 4.
    expect(await journalOf(archive, id)).toMatchObject({ missing: 3 });
  });

  it.each<[string, Partial<SessionRecord>]>([
    ['a time that there is not', { startedAtMs: 1e200 }],
    ['an end before all time', { endedAtMs: -1 }],
    ['rounds without number', { rounds: 1e9 }],
    ['a share of more than all', { inBandPct: 101 }],
    ['a picture without end', { curve: new Uint8Array(10_001) }]
  ])('is a record with %s', async (_, wrong) => {
    const { database, archive, quarantined } = opened();
    const good = sessionRecord(1, { inBandPct: 100, rounds: 100 });
    await database.save({ session: good });
    await database.save({ session: sessionRecord(2, wrong) });
    expect(await archive.sessions(FIRST_PERSON)).toMatchObject([good]);
    expect(await quarantined()).toHaveLength(1);
  });

  it('is not a name: it is shown without what is too long or unseen in it', async () => {
    const { database, archive } = opened();
    const name = `An\u202ena\u0000${'a'.repeat(10_000)}`;
    await database.savePerson({ ...anna, name });
    const sensor = { driver: 'open-profile', name };
    await database.save({ session: sessionRecord(1, { sensor }) });
    // "An na " and 74 more letters.
    const shown = `An na ${'a'.repeat(74)}`;
    expect(await archive.people()).toMatchObject([{ ...anna, name: shown }]);
    expect(await archive.sessions(FIRST_PERSON)).toMatchObject([{ sensor: { name: shown } }]);
    expect(await archive.damaged()).toBe(0);
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
    expect(await (await database.open()).get('sessions', bad.id)).toMatchObject(bad);
  });
});
