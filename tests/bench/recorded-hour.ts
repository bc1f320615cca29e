import { Pipeline } from '../../src/lib/session/pipeline';
import { Summary } from '../../src/lib/session/summary';
import { Database, type SessionPart } from '../../src/lib/storage/database';
import type { Entry } from '../../src/lib/storage/entry';
import { FIRST_PERSON } from '../../src/lib/storage/first-person';
import type { ResultRecord } from '../../src/lib/storage/result';
import type { JournalChunk, SessionRecord } from '../../src/lib/storage/session';
import { Recorder } from '../../src/lib/worker/recorder';
import { TrainingJournal } from './training-journal';

const HOUR_S = 3600;
const FLUSH_MS = 500;
/** Arrivals are told in ms since 1970. */
const START_MS = 1_790_000_000_000;

/** An hour as it is stored. */
export interface Hour {
  readonly session: SessionRecord;
  readonly result: ResultRecord;
  readonly chunks: readonly JournalChunk[];
}

/** Of training at 100 Hz, what the app's own recorder stores. */
export async function recordHour(): Promise<Hour> {
  const disk = new Disk();
  const summary = new Summary();
  const id = crypto.randomUUID();
  const begun = {
    id,
    person: FIRST_PERSON,
    prescription: null,
    startedAtMs: START_MS,
    isSimulated: false,
    chunks: 0,
    entries: 0,
    notes: []
  };
  const recorder = new Recorder(disk, begun, summary, () => undefined);
  const pipeline = new Pipeline({
    rows(rows) {
      summary.rows(rows);
    },
    event(event) {
      if (summary.note(event)) recorder.changed();
    }
  });
  const journal = new TrainingJournal(1);
  let flushedMs = 0;
  let jitter = 1;
  const take = async (entry: Entry) => {
    // Numbers of a linear congruence: any will do that do not repeat soon.
    jitter = (jitter * 48_271) % 2_147_483_647;
    const jittered = { ...entry, atMs: START_MS + entry.atMs + (8 * jitter) / 2_147_483_647 };
    recorder.append(jittered);
    pipeline.accept(jittered);
    if (entry.atMs - flushedMs < FLUSH_MS) return;
    flushedMs = entry.atMs;
    await recorder.flush();
  };
  for (const entry of journal.walkToSet()) await take(entry);
  for (const entry of journal.sets(HOUR_S)) await take(entry);
  await recorder.finish(START_MS + 1000 * HOUR_S);
  return disk.hour;
}

/** Keeps what the recorder writes. */
class Disk extends Database {
  readonly #chunks = new Map<number, JournalChunk>();
  #session: SessionRecord | null = null;
  #result: ResultRecord | null = null;

  override save({ session, result, chunk }: SessionPart): Promise<void> {
    this.#session = session ?? this.#session;
    this.#result = result ?? this.#result;
    if (chunk) this.#chunks.set(chunk.index, chunk);
    return Promise.resolve();
  }

  get hour(): Hour {
    if (!this.#session || !this.#result) throw new Error('Nothing was recorded.');
    return { session: this.#session, result: this.#result, chunks: [...this.#chunks.values()] };
  }
}
