import { Archive } from '../../../src/lib/storage/archive';
import { Database } from '../../../src/lib/storage/database';

/** The database as the app opens it, and what a test looks into it with. */
export function opened() {
  const database = new Database();
  const archive = new Archive(database);
  const quarantined = async () => (await database.open()).getAll('quarantine');
  /** All that is stored, by store. */
  const everything = async () => {
    const db = await database.open();
    const stores = await Promise.all(
      [...db.objectStoreNames].map(async (name) => [name, await db.getAll(name)] as const)
    );
    return Object.fromEntries(stores);
  };
  return { database, archive, quarantined, everything };
}

/** A whole journal, and how many chunks of it are missing. */
export async function journalOf(archive: Archive, session: string) {
  const journal = { chunks: [] as Uint8Array[], missing: 0 };
  for await (const { chunks, missing } of archive.journal(session)) {
    journal.chunks.push(...chunks);
    journal.missing += missing;
  }
  return journal;
}
