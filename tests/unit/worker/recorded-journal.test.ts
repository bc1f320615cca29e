import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/lib/storage/entry';
import { JournalWriter } from '../../../src/lib/storage/journal-writer';
import { pack } from '../../../src/lib/storage/packed';
import { stretches, type Stretch } from '../../../src/lib/worker/recorded-journal';
import { opened } from '../storage/opened';
import { sessionRecord } from '../storage/records';

const sensor = { driver: 'open-profile', name: 'Bodem 1' };
const begin: Entry = { kind: 'link', atMs: 0, event: { link: 'opened', sensor } };
/** One frame a chunk; what it holds tells which. */
const frames = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i): Entry => ({
    kind: 'packet',
    atMs: 100 * (from + i),
    channel: 'pressure',
    bytes: Uint8Array.of(from + i)
  }));

async function stored(entries: readonly Entry[], record = sessionRecord(0, { sensor })) {
  const { database, archive } = opened();
  await database.save({ session: record });
  for (const [index, entry] of entries.entries()) {
    const writer = new JournalWriter();
    writer.append(entry);
    await database.save({ chunk: { session: record.id, index, bytes: await pack(writer.bytes(), 1) } });
  }
  const read = async () => {
    const found: Stretch[] = [];
    for await (const stretch of stretches(archive, record)) found.push(stretch);
    return found;
  };
  return { database, record, read };
}

const entriesOf = (read: readonly Stretch[]) => read.flatMap(({ entries }) => entries);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the journal of a recorded session', () => {
  it('comes in order, in stretches that grow, and last what is missing', async () => {
    const entries = [begin, ...frames(1, 40)];
    const { read } = await stored(entries);
    const found = await read();
    expect(found.map(({ chunks }) => chunks)).toEqual([1, 2, 4, 8, 16, 9, 0]);
    expect(entriesOf(found)).toEqual(entries);
    expect(found.every(({ unreadable }) => unreadable === 0)).toBe(true);
  });

  it('says how many entries were in a stretch that is gone from its middle', async () => {
    const { database, archive } = opened();
    const record = sessionRecord(0, { sensor });
    await database.save({ session: record });
    // 2, 5 and 3 entries; the 5 in the middle are gone.
    for (const [index, before, entries] of [
      [0, 0, 2],
      [2, 7, 3]
    ] as const) {
      const writer = new JournalWriter();
      for (const frame of frames(before, before + entries)) writer.append(frame);
      const bytes = await pack(writer.bytes(), 1);
      await database.save({ chunk: { session: record.id, index, before, entries, bytes } });
    }
    const found: Stretch[] = [];
    for await (const stretch of stretches(archive, record)) found.push(stretch);
    expect(found.at(-1)).toMatchObject({ unreadable: 1, lostEntries: 5, chunks: 1 });
    expect(entriesOf(found).filter(({ kind }) => kind === 'packet')).toEqual([
      ...frames(0, 2),
      ...frames(7, 10)
    ]);
  });

  it('begins with the sensor of its record where its own begin is lost', async () => {
    const { read, database, record } = await stored([begin, ...frames(1, 4)]);
    const db = await database.open();
    await db.put('chunks', { session: record.id, index: 0, bytes: Uint8Array.of(0x1f, 0x8b) });
    const found = await read();
    expect(entriesOf(found)).toEqual([{ ...begin, atMs: 100 }, ...frames(1, 4)]);
    expect(found.map(({ unreadable }) => unreadable)).toEqual([0, 0, 0, 1]);
  });

  it('of nothing has nothing, and nothing is missing', async () => {
    const { read } = await stored([]);
    expect(await read()).toEqual([{ entries: [], unreadable: 0, lostEntries: 0, chunks: 0 }]);
  });
});
