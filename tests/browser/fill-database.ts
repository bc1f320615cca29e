import type { Page } from '@playwright/test';
import type { CalibrationRecord } from '../../src/lib/storage/calibration';
import type { ResultRecord } from '../../src/lib/storage/result';
import type { JournalChunk, SessionRecord } from '../../src/lib/storage/session';

/** What stands in the database of a page that has opened it. */
export interface Records {
  readonly sessions?: readonly SessionRecord[];
  readonly results?: readonly ResultRecord[];
  readonly calibrations?: readonly CalibrationRecord[];
  readonly chunks?: readonly JournalChunk[];
}

/** Adds to it past the app: years of training in a moment. */
export async function fillDatabase(
  page: Page,
  { sessions = [], results = [], calibrations = [], chunks = [] }: Records
): Promise<void> {
  await page.evaluate(
    async ({ curves, plain, texts }) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('bodem');
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
      const tx = db.transaction(['sessions', 'results', 'calibrations', 'chunks'], 'readwrite');
      for (const record of curves) {
        tx.objectStore('sessions').put({ ...record, curve: Uint8Array.from(record.curve) });
      }
      for (const [store, record] of plain) tx.objectStore(store).put(record);
      for (const { bytes, ...key } of texts) {
        const letters = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        tx.objectStore('chunks').put({ ...key, bytes: letters });
      }
      await new Promise((resolve) => {
        tx.oncomplete = resolve;
      });
      db.close();
    },
    {
      curves: sessions.map((record) => ({ ...record, curve: [...record.curve] })),
      plain: [
        ...results.map((record) => ['results', record] as const),
        ...calibrations.map((record) => ['calibrations', record] as const)
      ],
      texts: chunks.map((chunk) => ({ ...chunk, bytes: Buffer.from(chunk.bytes).toString('base64') }))
    }
  );
}
