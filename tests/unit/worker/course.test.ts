import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_ASKED } from '../../../src/lib/plan/signs';
import { symptomsOf } from '../../../src/lib/plan/symptoms';
import type { Quality } from '../../../src/lib/signal/round-quality';
import type { ResultRecord } from '../../../src/lib/storage/result';
import { removeSession } from '../../../src/lib/storage/removal';
import { courseOf } from '../../../src/lib/worker/course';
import { opened } from '../storage/opened';
import {
  ANOTHER,
  anna,
  bea,
  calibrationRecord,
  planRecord,
  prescriptionRecord,
  resultRecord,
  sessionRecord,
  strange
} from '../storage/records';

/** With rounds of that quality, as that version of the engine told them. */
function resultOf(session: string, engineVersion: number, ...qualities: (Quality | null)[]): ResultRecord {
  const result = resultRecord(session, engineVersion);
  const sets = result.sets.map((set) => ({
    ...set,
    rounds: qualities.flatMap((quality) =>
      set.rounds.map((round) => ({ ...round, figures: { ...round.figures, quality } }))
    )
  }));
  return { ...result, sets };
}

/** Somebody with a plan. */
async function planned() {
  const { database, archive, ...rest } = opened();
  const part = { person: anna, plan: planRecord(), prescription: prescriptionRecord(1) };
  await database.savePlan(part);
  return { database, archive, ...part, ...rest };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the course of a person', () => {
  it('is none without a plan', async () => {
    const { database, archive } = await planned();
    await database.savePerson(bea);
    await database.save({ session: sessionRecord(1, { person: ANOTHER }) });
    expect(await courseOf(archive, ANOTHER)).toMatchObject({ plan: null, prescriptions: [] });
  });

  it('is none where the plan, or all that was prescribed, was damaged, and says so', async () => {
    const { database, archive, plan, prescription } = await planned();
    await database.savePlan({ prescription: strange.prescription(prescription) });
    expect(await courseOf(archive, anna.id)).toMatchObject({
      prescriptions: [],
      birth: anna.birth,
      isDamaged: true
    });
    await database.savePlan({ plan: strange.plan(plan), prescription: prescriptionRecord(2) });
    expect(await courseOf(archive, anna.id)).toMatchObject({
      plan: null,
      birth: anna.birth,
      isDamaged: true
    });
    // What was set up since takes its place.
    await database.savePlan({ plan, prescription: prescriptionRecord(3) });
    expect(await courseOf(archive, anna.id)).toMatchObject({ plan, isDamaged: false });
  });

  it('is not known where the person was damaged: nobody knows of a birth then', async () => {
    const { database, archive } = opened();
    await database.savePerson({ ...anna, birth: { date: 'soon' } } as unknown as typeof anna);
    expect(await courseOf(archive, anna.id)).toMatchObject({ birth: null, isDamaged: true });
    expect(await courseOf(archive, ANOTHER)).toMatchObject({ isDamaged: false });
  });

  it('keeps what was answered in a session that was removed, and none of its rounds', async () => {
    const { database, archive } = await planned();
    const signs = { before: [], after: ['pain' as const] };
    const hurt = sessionRecord(6, { signs, rounds: 1, notes: [{ atS: 1, text: 'It hurt.' }] });
    await database.save({ session: hurt, result: resultOf(hurt.id, 8, 'good') });
    await removeSession(database, hurt.id, 'ended');
    const { sessions } = await courseOf(archive, anna.id);
    expect(sessions).toMatchObject([{ id: hurt.id, prescription: null, startedAtMs: 6, signs, sets: [] }]);
    expect(symptomsOf(sessions, '1970-01-02').pain).toMatchObject({ atMs: 6 });
    expect(await archive.sessions(anna.id)).toEqual([]);
    expect(await archive.newestSessions(anna.id, 9)).toEqual([]);
    await expect(archive.session(hurt.id)).rejects.toMatchObject({ code: 'session_not_found' });
    expect(JSON.stringify(await (await database.open()).getAll('sessions'))).not.toContain('hurt');
  });

  it('is what was set up, and what was prescribed, newest first', async () => {
    const { database, archive, plan, prescription } = await planned();
    const latest = prescriptionRecord(3);
    await database.savePlan({ prescription: latest });
    await database.savePlan({
      person: bea,
      plan: planRecord({ person: ANOTHER }),
      prescription: prescriptionRecord(4, { person: ANOTHER })
    });
    expect(await courseOf(archive, anna.id)).toMatchObject({
      plan,
      prescriptions: [latest, prescription],
      birth: anna.birth,
      sessions: [],
      rmaxPctPerS: null,
      isDamaged: false
    });
    expect(await courseOf(archive, ANOTHER)).toMatchObject({ birth: null });
  });

  it('counts from the birth as it was corrected, and from none where it was taken away', async () => {
    const { database, archive } = await planned();
    const birth = { date: '2026-09-02', delivery: 'vaginal' } as const;
    for (const corrected of [birth, null]) {
      await database.savePerson({ ...anna, birth: corrected });
      expect((await courseOf(archive, anna.id)).birth).toEqual(corrected);
    }
  });

  it('looks at the 21 sessions that were recorded last, a week of three a day, whatever their dates', async () => {
    const { database, archive } = await planned();
    // Dated in no order, and one of another after each.
    for (let i = 0; i < 25; i++) {
      const startedAtMs = 100 + ((7 * i) % 25);
      await database.save({ session: sessionRecord(startedAtMs) });
      await database.save({ session: sessionRecord(1000 + i, { person: ANOTHER }) });
    }
    const course = await courseOf(archive, anna.id);
    expect(course.sessions.map(({ startedAtMs }) => startedAtMs)).toEqual(
      Array.from({ length: 21 }, (_, i) => 100 + ((7 * (24 - i)) % 25))
    );
  });

  it('leaves out what the simulated sensor made, by its mark, or by its name in old records', async () => {
    const { database, archive } = await planned();
    const sensor = { driver: 'open-profile', name: 'Bodem simulated' };
    const real = sessionRecord(1);
    for (const session of [real, sessionRecord(2, { isSimulated: true }), sessionRecord(3, { sensor })])
      await database.save({ session });
    const { reference } = calibrationRecord(4);
    const fast = { ...reference, rmaxPctPerS: 300 };
    await database.save({ calibrations: [calibrationRecord(4, { reference: fast, isSimulated: true })] });
    const { sessions, rmaxPctPerS } = await courseOf(archive, anna.id);
    expect(sessions.map(({ id }) => id)).toEqual([real.id]);
    expect(rmaxPctPerS).toBeNull();
  });

  it('judges a session by the newest version of the engine', async () => {
    const { database, archive } = await planned();
    const session = sessionRecord(5);
    await database.save({ session });
    for (const result of [
      resultOf(session.id, 7, 'good', 'weak'),
      resultOf(session.id, 5, null),
      resultOf(session.id, 10, 'fair', null, 'weak'),
      resultOf(session.id, 6, 'good')
    ]) {
      await database.save({ result });
    }
    const [set, ...others] = (await courseOf(archive, anna.id)).sessions[0]?.sets ?? [];
    expect(others).toEqual([]);
    // Rests at 1 %, of a force of 40 %.
    expect(set).toEqual({
      setUp: resultRecord(session.id, 10).sets[0]?.setUp,
      scale: 'mvc',
      rounds: (['fair', null, 'weak'] as const).map((quality) => ({
        quality,
        isRelaxed: true,
        isReached: true
      }))
    });
  });

  it('judges by an older version where the newest was damaged', async () => {
    const { database, archive } = await planned();
    const session = sessionRecord(5);
    await database.save({ session, result: resultOf(session.id, 6, 'fair') });
    await database.save({ result: strange.result(resultOf(session.id, 7, 'good')) });
    expect((await courseOf(archive, anna.id)).sessions[0]?.sets[0]?.rounds).toEqual([
      { quality: 'fair', isRelaxed: true, isReached: true }
    ]);
  });

  it('knows what was answered, and of sessions from before there were questions that nobody asked', async () => {
    const { database, archive } = await planned();
    const signs = { before: [], after: ['pain' as const] };
    const prescription = crypto.randomUUID();
    const [asked, old] = [sessionRecord(6, { signs, prescription }), sessionRecord(5)];
    for (const session of [old, asked]) await database.save({ session });
    expect((await courseOf(archive, anna.id)).sessions).toEqual([
      { id: asked.id, prescription, startedAtMs: 6, sequence: 3, signs, sets: [] },
      { id: old.id, prescription: null, startedAtMs: 5, sequence: 2, signs: NOT_ASKED, sets: [] }
    ]);
  });

  it('has the fastest rise that was measured last', async () => {
    const { database, archive } = await planned();
    const measured = (atMs: number, rmaxPctPerS: number | null, person = anna.id) => {
      const { reference } = calibrationRecord(atMs);
      return calibrationRecord(atMs, { person, reference: { ...reference, rmaxPctPerS } });
    };
    await database.save({ calibrations: [measured(1, 90), measured(4, null), measured(5, 300, ANOTHER)] });
    expect((await courseOf(archive, anna.id)).rmaxPctPerS).toBe(90);
    await database.save({ calibrations: [measured(3, 200), measured(2, 120)] });
    expect((await courseOf(archive, anna.id)).rmaxPctPerS).toBe(120);
  });
});
