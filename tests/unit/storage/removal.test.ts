import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeDevice } from '../../../src/lib/storage/device';
import { removePerson, removeSession } from '../../../src/lib/storage/removal';
import type { SessionRecord } from '../../../src/lib/storage/session';
import { journalOf, opened } from './opened';
import {
  anna,
  bea,
  calibrationRecord,
  chunk,
  planRecord,
  prescriptionRecord,
  resultRecord,
  sessionRecord,
  strange
} from './records';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('what is removed', () => {
  /** Two people, each with a session and all that goes with it, some of it damaged. */
  async function filled() {
    const { database, archive, ...rest } = opened();
    const sessions: SessionRecord[] = [];
    for (const person of [anna, bea]) {
      await database.savePlan({
        person,
        plan: planRecord({ person: person.id }),
        prescription: prescriptionRecord(1, { person: person.id })
      });
      const odd = strange.prescription(prescriptionRecord(2, { person: person.id }));
      await database.savePlan({ prescription: odd });
      await archive.prescriptions(person.id);
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
      await journalOf(archive, session.id);
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
    expect(await archive.sessions(bea.id)).toMatchObject([others]);
    expect(await archive.calibrations(bea.id)).toHaveLength(1);
    expect(await archive.results(others.id)).toHaveLength(1);
    expect(await archive.plan(bea.id)).toEqual(planRecord({ person: bea.id }));
    expect(await archive.prescriptions(bea.id)).toMatchObject([{ person: bea.id, atMs: 1 }]);
    expect(await journalOf(archive, others.id)).toMatchObject({ missing: 1 });
    // Of the other: the damaged chunk, the damaged records, and the journal that goes with one.
    expect(left.quarantine).toHaveLength(3);
    expect(left.chunks).toHaveLength(2);
    await removePerson(database, bea.id);
    for (const records of Object.values(await everything())) expect(records).toEqual([]);
  });

  it('with a person, is her plan where it was set aside, and not that of another', async () => {
    const { database, archive, hers, others, everything, quarantined } = await filled();
    for (const { person } of [hers, others]) {
      const plan = strange.plan(planRecord({ person }));
      await database.savePlan({ plan, prescription: prescriptionRecord(3, { person }) });
      expect(await archive.plan(person)).toBeNull();
    }
    await removePerson(database, anna.id);
    expect(JSON.stringify(await everything())).not.toContain(anna.id);
    const plans = (await quarantined()).filter(({ from }) => from === 'plans');
    expect(plans.map(({ key }) => key)).toEqual([bea.id]);
    await removePerson(database, bea.id);
    for (const records of Object.values(await everything())) expect(records).toEqual([]);
  });

  it('with a session, is what was recorded of it; its calibration stays', async () => {
    const { database, archive, hers, everything } = await filled();
    await removeSession(database, hers.id, 'cut-off');
    const left = await everything();
    for (const store of ['sessions', 'chunks', 'results', 'running', 'quarantine']) {
      expect(JSON.stringify(left[store])).not.toContain(hers.id);
    }
    expect(await archive.calibrations(anna.id)).toHaveLength(1);
    expect(await archive.plan(anna.id)).not.toBeNull();
    expect(await archive.prescriptions(anna.id)).toHaveLength(1);
  });

  it('with a person, is what belongs to a session whose record cannot be read or is gone', async () => {
    const { database, everything } = opened();
    const [damaged, gone, others] = [
      strange.owner(sessionRecord(1)),
      sessionRecord(2),
      sessionRecord(3, { person: bea.id })
    ];
    for (const session of [damaged, gone, others]) {
      await database.save({
        session,
        result: resultRecord(session.id, 5),
        chunk: await chunk(session.id, 0)
      });
    }
    const db = await database.open();
    await db.delete('sessions', gone.id);
    await db.put('running', { id: gone.id });
    await removePerson(database, anna.id);
    const left = await everything();
    expect(left).toMatchObject({ sessions: [others], running: [] });
    for (const store of ['results', 'chunks']) expect(left[store]).toMatchObject([{ session: others.id }]);
  });

  it('with a person, is that it is her turn', async () => {
    const { database, everything } = opened();
    for (const [turn, left] of [
      [bea.id, 1],
      [anna.id, 0]
    ] as const) {
      await changeDevice(database, { person: turn });
      await removePerson(database, anna.id);
      expect((await everything()).device).toHaveLength(left);
    }
  });

  it('with a session, is not what was answered in it, and nothing else is left of it', async () => {
    const { database, everything } = opened();
    const signs = { before: [], after: ['pain' as const] };
    const notes = [{ atS: 3, text: 'A note.' }];
    const session = sessionRecord(5, { signs, notes, rounds: 4, inBandPct: 80 });
    await database.save({ session, result: resultRecord(session.id, 5), chunk: await chunk(session.id, 0) });
    await removeSession(database, session.id, 'ended');
    const left = await everything();
    expect(left).toMatchObject({ results: [], chunks: [], running: [] });
    expect(left.sessions).toEqual([
      {
        ...session,
        sequence: 1,
        isRemoved: true,
        endedAtMs: 5,
        onTargetPct: null,
        inBandPct: null,
        rounds: 0,
        curve: new Uint8Array(),
        notes: []
      }
    ]);
    await removePerson(database, anna.id);
    expect((await everything()).sessions).toEqual([]);
  });

  it('with a session that was cut off, is not what was answered in it either', async () => {
    const { database, archive, everything } = opened();
    const session = sessionRecord(5, { endedAtMs: null, signs: { before: ['heaviness'], after: null } });
    await database.save({ session });
    await removeSession(database, session.id, 'cut-off');
    expect((await everything()).running).toEqual([]);
    expect(await archive.latestSessions(anna.id, 1, () => true)).toMatchObject([
      { id: session.id, isRemoved: true, signs: session.signs }
    ]);
  });

  it.each([
    ['nothing was asked', {}],
    [
      'nothing counts, with the simulated sensor',
      { isSimulated: true, signs: { before: ['pain' as const], after: null } }
    ]
  ])('with a session, is all of it where %s', async (_, what) => {
    const { database, everything } = opened();
    const session = sessionRecord(5, what);
    await database.save({ session });
    await removeSession(database, session.id, 'ended');
    expect((await everything()).sessions).toEqual([]);
  });

  it('is no session that was ended, or begun, in another window meanwhile', async () => {
    const { database, everything } = opened();
    const running = sessionRecord(1, { endedAtMs: null });
    const ended = sessionRecord(2);
    for (const session of [running, ended]) await database.save({ session });
    const before = await everything();
    const refused = { code: 'session_settled' };
    await expect(removeSession(database, running.id, 'ended')).rejects.toMatchObject(refused);
    await expect(removeSession(database, ended.id, 'cut-off')).rejects.toMatchObject(refused);
    expect(await everything()).toEqual(before);
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
