import { ROW_LENGTH } from '../signal/engine';
import type { Entry } from '../storage/entry';
import { Pipeline, type SessionEvent } from './pipeline';
import { Summary } from './summary';

/** A stretch of a session as the pipeline that ran it live tells it. */
export interface ReplayPart {
  /** Rows of `ROW_LENGTH` numbers. */
  readonly rows: Float64Array<ArrayBuffer>;
  readonly events: readonly SessionEvent[];
}

/** Works a journal out anew, stretch by stretch. */
export class Replaying {
  readonly summary = new Summary();
  #rows = new Float64Array(4096 * ROW_LENGTH);
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
    const part = { rows: this.#rows.slice(0, this.#length), events: this.#events };
    this.#length = 0;
    this.#events = [];
    return part;
  }

  #append(more: Float64Array): void {
    if (this.#length + more.length > this.#rows.length) {
      const larger = new Float64Array(2 * this.#rows.length);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows.set(more, this.#length);
    this.#length += more.length;
  }
}

/** A whole journal. */
export function replayEntries(entries: readonly Entry[]): ReplayPart & { readonly summary: Summary } {
  const replaying = new Replaying();
  replaying.accept(entries);
  return { ...replaying.take(), summary: replaying.summary };
}
