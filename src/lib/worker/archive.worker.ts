import * as Comlink from 'comlink';
import * as z from 'zod/mini';
import { AppError } from '../errors';
import { replayEntries } from '../session/replay';
import { Archive } from '../storage/archive';
import { Database } from '../storage/database';
import { readJournal } from '../storage/journal-reader';
import { removePerson, removeSession } from '../storage/removal';
import type { ArchiveApi, Recording } from './protocol';

// The content policy forbids what zod would compile.
z.config({ jitless: true });

const database = new Database();
const archive = new Archive(database);

async function recordingOf(id: string): Promise<Recording> {
  const session = await archive.session(id);
  const { chunks, missing } = await archive.journal(id);
  const { entries, unreadable } = readJournal(chunks);
  if (entries.length === 0 && unreadable + missing > 0) throw new AppError('session_unreadable');
  // Where the begin is lost, the record still knows which sensor it was.
  const isOpened = entries.some((entry) => entry.kind === 'link' && entry.event.link === 'opened');
  if (!isOpened && session.sensor) {
    const event = { link: 'opened', sensor: session.sensor } as const;
    entries.unshift({ kind: 'link', atMs: entries[0]?.atMs ?? session.startedAtMs, event });
  }
  return { session, entries, chunks: chunks.length + missing, unreadable: unreadable + missing };
}

const api: ArchiveApi = {
  people: () => archive.people(),
  savePerson: (person) => database.savePerson(person),
  removePerson: (id) => removePerson(database, id),
  sessions: (person) => archive.sessions(person),
  calibrations: (person) => archive.calibrations(person),
  session: (id) => archive.session(id),
  recording: recordingOf,

  async replay(id) {
    const { session, entries, unreadable } = await recordingOf(id);
    const { rows, events, summary } = replayEntries(entries);
    const [result, stored] = [summary.resultOf(id), await archive.results(id)];
    return Comlink.transfer({ session, rows, events, unreadable, result, stored }, [rows.buffer]);
  },

  async keep(id) {
    const { session, entries } = await recordingOf(id);
    const { summary } = replayEntries(entries);
    const endedAtMs = entries.at(-1)?.atMs ?? session.startedAtMs;
    await database.save({
      session: { ...session, ...summary.record, endedAtMs },
      result: summary.resultOf(id)
    });
  },

  discard: (id) => removeSession(database, id),

  async annotate(id, notes) {
    const session = await archive.session(id);
    await database.save({ session: { ...session, notes: [...notes] } });
  },

  damaged: () => archive.damaged(),

  saveResult: (result) => database.save({ result })
};

Comlink.expose(api);
