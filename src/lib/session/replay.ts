import type { Entry } from '../storage/entry';
import { Pipeline, type SessionEvent } from './pipeline';
import { Summary } from './summary';

/** A stretch of a session as the pipeline that ran it live tells it. */
export interface ReplayPart {
  /** Rows of `ROW_LENGTH` numbers. */
  readonly rows: Float64Array<ArrayBuffer>;
  readonly events: readonly SessionEvent[];
}

/** Numbers that are gathered in one array. */
const CHUNK = 2 ** 16;

/** Works a journal out anew, stretch by stretch. */
export class Replaying {
  readonly summary = new Summary();
  /** Full ones, and one that fills: a single array that grows would be copied again and again. */
  #chunks: Float64Array[] = [];
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
    const rows = new Float64Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      const part = chunk.subarray(0, Math.min(CHUNK, rows.length - at));
      rows.set(part, at);
      at += part.length;
    }
    const part = { rows, events: this.#events };
    this.#chunks = [];
    this.#length = 0;
    this.#events = [];
    return part;
  }

  #append(more: Float64Array): void {
    for (let from = 0; from < more.length;) {
      const at = this.#length % CHUNK;
      if (at === 0) this.#chunks.push(new Float64Array(CHUNK));
      const part = more.subarray(from, from + CHUNK - at);
      this.#chunks.at(-1)?.set(part, at);
      this.#length += part.length;
      from += part.length;
    }
  }
}

/** A whole journal. */
export function replayEntries(entries: readonly Entry[]): ReplayPart & { readonly summary: Summary } {
  const replaying = new Replaying();
  replaying.accept(entries);
  return { ...replaying.take(), summary: replaying.summary };
}
