import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../../src/lib/storage/database';
import { replaceNote } from '../../../src/lib/storage/notes';
import { opened } from './opened';
import { sessionRecord } from './records';

const [early, late] = [
  { atS: 3, text: 'early' },
  { atS: 8, text: 'late', by: 'therapist' as const }
];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('notes on a session', () => {
  it('of two windows are both kept, in the order of the session', async () => {
    const { database, archive } = opened();
    const session = sessionRecord(1);
    await database.save({ session });
    // Both were opened when there was none.
    const [first, second] = await Promise.all([
      replaceNote(database, session.id, late, null),
      replaceNote(new Database(), session.id, early, null)
    ]);
    expect(first).toEqual([late]);
    expect(second).toEqual([early, late]);
    expect((await archive.session(session.id)).notes).toEqual([early, late]);
  });

  it('are removed one at a time, also where another window has removed one already', async () => {
    const { database, archive } = opened();
    const session = sessionRecord(1, { notes: [early, early, late] });
    await database.save({ session });
    expect(await replaceNote(database, session.id, null, early)).toEqual([early, late]);
    expect(await replaceNote(database, session.id, null, early)).toEqual([late]);
    expect(await replaceNote(database, session.id, null, early)).toEqual([late]);
    expect((await archive.session(session.id)).notes).toEqual([late]);
  });

  it('take the place of another, of one alike only one, and stand where it is gone already', async () => {
    const { database } = opened();
    const session = sessionRecord(1, { notes: [early, late, late] });
    await database.save({ session });
    const longer = { ...early, text: 'early on' };
    expect(await replaceNote(database, session.id, longer, early)).toEqual([longer, late, late]);
    expect(await replaceNote(database, session.id, early, late)).toEqual([longer, early, late]);
    const other = { ...late, atS: 9 };
    expect(await replaceNote(database, session.id, other, { ...late, atS: 7 })).toEqual([
      longer,
      early,
      late,
      other
    ]);
  });

  it.each([1, 2])(
    'are there once, and not beside what they replace, where write %d fails',
    async (failing) => {
      const { database, archive } = opened();
      const session = sessionRecord(1, { notes: [early] });
      await database.save({ session });
      const put = Reflect.get(IDBObjectStore.prototype, 'put') as (
        this: IDBObjectStore,
        value: unknown
      ) => IDBRequest<IDBValidKey>;
      let writes = 0;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value) {
        writes += 1;
        if (writes === failing) throw new DOMException('Full.', 'QuotaExceededError');
        return put.call(this, value);
      });
      const attempt = () => replaceNote(database, session.id, late, early);
      await attempt().catch(attempt);
      expect((await archive.session(session.id)).notes).toEqual([late]);
    }
  );

  it('that were added in another window stay while the session is recorded', async () => {
    const { database, archive } = opened();
    const session = sessionRecord(1, { endedAtMs: null });
    await database.save({ session });
    await replaceNote(new Database(), session.id, early, null);
    await database.save({ session: { ...session, rounds: 2, endedAtMs: 9 } });
    expect(await archive.session(session.id)).toMatchObject({ rounds: 2, notes: [early] });
  });

  it('belong to a session that is there', async () => {
    const { database } = opened();
    await expect(replaceNote(database, 'none', early, null)).rejects.toMatchObject({
      code: 'session_not_found'
    });
    const removed = sessionRecord(1, { isRemoved: true });
    await database.save({ session: removed });
    await expect(replaceNote(database, removed.id, early, null)).rejects.toMatchObject({
      code: 'session_not_found'
    });
  });

  it('leave a session under way under way', async () => {
    const { database } = opened();
    const session = sessionRecord(1, { endedAtMs: null });
    await database.save({ session });
    await replaceNote(database, session.id, early, null);
    expect(await database.running()).toEqual([session.id]);
  });
});
