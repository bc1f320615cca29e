import * as Comlink from 'comlink';
import * as z from 'zod/mini';
import { AppError } from '../errors';
import { measuresOf, type SessionMeasures } from '../progress/measures';
import { replayEntries, Replaying } from '../session/replay';
import { Archive } from '../storage/archive';
import { Database } from '../storage/database';
import type { Entry } from '../storage/entry';
import { isReal } from '../plan/simulated';
import { replaceNote } from '../storage/notes';
import { removePerson, removeSession } from '../storage/removal';
import { courseOf } from './course';
import type { ArchiveApi, Recording } from './protocol';
import { HELLO } from './reached';
import { stretches } from './recorded-journal';
import { RecordingLock } from './recording-lock';

postMessage(HELLO);

// The content policy forbids what zod would compile.
z.config({ jitless: true });

const database = new Database();
const archive = new Archive(database);

async function recordingOf(id: string): Promise<Recording> {
  const session = await archive.session(id);
  const entries: Entry[] = [];
  let [unreadable, lostEntries, chunks] = [0, 0, 0];
  for await (const stretch of stretches(archive, session)) {
    for (const entry of stretch.entries) entries.push(entry);
    unreadable += stretch.unreadable;
    lostEntries += stretch.lostEntries;
    chunks += stretch.chunks;
  }
  refuseUnreadable(entries.length, unreadable);
  return { session, entries, chunks, unreadable, lostEntries };
}

function refuseUnreadable(entries: number, unreadable: number): void {
  if (entries === 0 && unreadable > 0) throw new AppError('session_unreadable');
}

const api: ArchiveApi = {
  isThere: () => true,
  people: () => archive.people(),
  savePerson: (person) => database.savePerson(person),
  usedSensor: (person, sensor) => database.usedSensor(person, sensor),
  removePerson: (id) => RecordingLock.whileFree(() => removePerson(database, id)),
  sessions: (person) => archive.sessions(person),
  newestSessions: (person, count) => archive.newestSessions(person, count),
  calibrations: (person) => archive.calibrations(person),
  course: (person) => courseOf(archive, person),
  savePlan: (part) => database.savePlan(part),

  async progress(person) {
    const measures: SessionMeasures[] = [];
    for (const { id, startedAtMs, rounds } of (await archive.sessions(person)).filter(isReal).toReversed()) {
      const newest = rounds > 0 ? (await archive.results(id)).at(-1) : null;
      const measured = newest ? measuresOf(startedAtMs, newest) : null;
      if (measured) measures.push(measured);
    }
    return measures;
  },

  session: (id) => archive.session(id),
  recording: recordingOf,

  stored: async (id) => ({ session: await archive.session(id), results: await archive.results(id) }),

  async replay(id, take) {
    const replaying = new Replaying();
    let [entries, unreadable, lostEntries] = [0, 0, 0];
    for await (const stretch of stretches(archive, await archive.session(id))) {
      entries += stretch.entries.length;
      unreadable += stretch.unreadable;
      lostEntries += stretch.lostEntries;
      replaying.accept(stretch.entries);
      const part = replaying.take();
      if (!(await take(Comlink.transfer(part, [part.rows.buffer])))) break;
    }
    refuseUnreadable(entries, unreadable);
    return { result: replaying.summary.resultOf(id), unreadable, lostEntries, entries };
  },

  keep: (id) =>
    RecordingLock.whileFree(async () => {
      if (!(await database.running()).includes(id)) throw new AppError('session_settled');
      const { session, entries } = await recordingOf(id);
      const { summary } = replayEntries(entries);
      const endedAtMs = entries.at(-1)?.atMs ?? session.startedAtMs;
      await database.save({
        session: { ...session, ...summary.record, endedAtMs },
        result: summary.resultOf(id),
        continues: id
      });
    }),

  discard: (id) => RecordingLock.whileFree(() => removeSession(database, id, 'cut-off')),
  removeSession: (id) => removeSession(database, id, 'ended'),
  replaceNote: (id, note, before) => replaceNote(database, id, note, before),

  damaged: () => archive.damaged(),

  saveResult: (result) => database.save({ result, continues: result.session })
};

Comlink.expose(api);
