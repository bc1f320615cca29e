import type { Archive } from '../storage/archive';
import type { Entry } from '../storage/entry';
import { readJournal } from '../storage/journal-reader';
import type { SessionRecord } from '../storage/session';

/** A stretch of a session's journal as it came in. */
export interface Stretch {
  readonly entries: readonly Entry[];
  /** Entries that could not be read, and stretches that are missing: both are left out. */
  readonly unreadable: number;
  /** Of the entries in stretches that are missing, as many as is known. */
  readonly lostEntries: number;
  /** How many chunks it was stored in. */
  readonly chunks: number;
}

/** The journal of a session in order, stretch by stretch. Where its begin is lost, the record still knows which sensor it was. */
export async function* stretches(
  archive: Archive,
  { id, sensor }: SessionRecord
): AsyncGenerator<Stretch, void, void> {
  let isOpened = false;
  for await (const { chunks, missing, lostEntries } of archive.journal(id)) {
    const { entries, unreadable } = readJournal(chunks);
    const [first] = entries;
    if (!isOpened && first) {
      isOpened = true;
      const knows = first.kind === 'link' && first.event.link === 'opened';
      if (!knows && sensor) {
        entries.unshift({ kind: 'link', atMs: first.atMs, event: { link: 'opened', sensor } });
      }
    }
    yield { entries, unreadable: unreadable + missing, lostEntries, chunks: chunks.length + missing };
  }
}
