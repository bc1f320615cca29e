import type { Entry } from '../storage/entry';
import { Pipeline, type SessionEvent } from './pipeline';
import { Summary } from './summary';

/** A stretch of a session as the pipeline that ran it live tells it. */
export interface ReplayPart {
  /** Rows of `ROW_LENGTH` numbers. */
  readonly rows: Float64Array<ArrayBuffer>;
  readonly events: readonly SessionEvent[];
}

/** Numbers that are gathered in one array: many batches. */
const CHUNK = 2 ** 16;

/** Works a journal out anew, stretch by stretch. */
export class Replaying {
  readonly summary = new Summary();
  /** Those that are full, and one that fills: a single array that grows would be copied again and again. */
  #full: Float64Array[] = [];
  #chunk = new Float64Array(CHUNK);
  #length = 0;
  #events: SessionEvent[] = [];
  readonly #pipeline = new Pipeline({
    rows: (more) => {
      this.#append(more);
      this.summary.rows(more);
    },
    event: (event) => {
      this.#events.push(event);
      this.summary.note(event);
    }
  });

  accept(entries: readonly Entry[]): void {
    this.#pipeline.acceptAll(entries);
  }

  /** What came out since the last time. */
  take(): ReplayPart {
    const gathered = [...this.#full, this.#chunk.subarray(0, this.#length)];
    const rows = new Float64Array(gathered.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of gathered) {
      rows.set(part, at);
      at += part.length;
    }
    const taken = { rows, events: this.#events };
    this.#full = [];
    this.#length = 0;
    this.#events = [];
    return taken;
  }

  #append(more: Float64Array): void {
    if (this.#length + more.length > CHUNK) {
      this.#full.push(this.#chunk.subarray(0, this.#length));
      this.#chunk = new Float64Array(CHUNK);
      this.#length = 0;
    }
    this.#chunk.set(more, this.#length);
    this.#length += more.length;
  }
}

/** A whole journal. */
export function replayEntries(entries: readonly Entry[]): ReplayPart & { readonly summary: Summary } {
  const replaying = new Replaying();
  replaying.accept(entries);
  return { ...replaying.take(), summary: replaying.summary };
}
