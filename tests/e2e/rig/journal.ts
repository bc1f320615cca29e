import type { Page } from '@playwright/test';
import type { Entry } from '../../../src/lib/storage/entry';
import { unpack } from '../../../src/lib/storage/packed';
import { readJournal } from '../../../src/lib/storage/journal-reader';

/** All journal entries of the only session in the browser's database, read past the app. */
export async function storedEntries(page: Page): Promise<Entry[]> {
  const chunks = await page.evaluate(async () => {
    const request = indexedDB.open('bodem');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('The database does not open.'));
      };
    });
    const all = db.transaction('chunks').objectStore('chunks').getAll() as IDBRequest<
      { bytes: Uint8Array }[]
    >;
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    db.close();
    return all.result.map(({ bytes }) => [...bytes]);
  });
  const journal = await Promise.all(chunks.map((bytes) => unpack(Uint8Array.from(bytes))));
  const { entries, unreadable } = readJournal(journal);
  if (unreadable > 0) throw new Error(`${unreadable} journal entries could not be read.`);
  return entries;
}

/** How many pressure packets are among them. */
export function pressurePackets(entries: readonly Entry[]): number {
  return entries.filter((entry) => entry.kind === 'packet' && entry.channel === 'pressure').length;
}
