import * as Comlink from 'comlink';
import * as z from 'zod/mini';
import { AppError } from '../errors';
import { measuresOf, type SessionMeasures } from '../progress/measures';
import { replayEntries, Replaying } from '../session/replay';
import { Archive } from '../storage/archive';
import { Database } from '../storage/database';
import type { Entry } from '../storage/entry';
import { removePerson, removeSession } from '../storage/removal';
import { courseOf } from './course';
import type { ArchiveApi, Recording } from './protocol';
import { stretches } from './recorded-journal';

// The content policy forbids what zod would compile.
z.config({ jitless: true });

const database = new Database();
const archive = new Archive(database);

async function recordingOf(id: string): Promise<Recording> {
  const session = await archive.session(id);
  const entries: Entry[] = [];
  let [unreadable, chunks] = [0, 0];
  for await (const stretch of stretches(archive, session)) {
    for (const entry of stretch.entries) entries.push(entry);
    unreadable += stretch.unreadable;
    chunks += stretch.chunks;
  }
  refuseUnreadable(entries.length, unreadable);
  return { session, entries, chunks, unreadable };
}

function refuseUnreadable(entries: number, unreadable: number): void {
  if (entries === 0 && unreadable > 0) throw new AppError('session_unreadable');
}

const api: ArchiveApi = {
  people: () => archive.people(),
  savePerson: (person) => database.savePerson(person),
  removePerson: (id) => removePerson(database, id),
  sessions: (person) => archive.sessions(person),
  newestSessions: (person, count) => archive.newestSessions(person, count),
  calibrations: (person) => archive.calibrations(person),
  course: (person) => courseOf(archive, person),
  savePlan: (part) => database.savePlan(part),

  async progress(person) {
    const measures: SessionMeasures[] = [];
    for (const { id, startedAtMs, rounds } of (await archive.sessions(person)).toReversed()) {
      const newest = rounds > 0 ? (await archive.results(id)).at(-1) : null;
      const measured = measuresOf(startedAtMs, newest?.sets ?? []);
      if (measured) measures.push(measured);
    }
    return measures;
  },

  session: (id) => archive.session(id),
  recording: recordingOf,

  stored: async (id) => ({ session: await archive.session(id), results: await archive.results(id) }),

  async replay(id, take) {
    const replaying = new Replaying();
    let [entries, unreadable] = [0, 0];
    for await (const stretch of stretches(archive, await archive.session(id))) {
      entries += stretch.entries.length;
      unreadable += stretch.unreadable;
      replaying.accept(stretch.entries);
      const part = replaying.take();
      if (!(await take(Comlink.transfer(part, [part.rows.buffer])))) break;
    }
    refuseUnreadable(entries, unreadable);
    return { result: replaying.summary.resultOf(id), unreadable };
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
