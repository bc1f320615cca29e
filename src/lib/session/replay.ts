import { ROW_LENGTH } from '../signal/engine';
import type { Entry } from '../storage/entry';
import { Pipeline, type SessionEvent } from './pipeline';
import { Summary } from './summary';

/** A whole journal as the pipeline that ran it live tells it. */
export interface Replayed {
  readonly rows: Float64Array<ArrayBuffer>;
  readonly events: readonly SessionEvent[];
  readonly summary: Summary;
}

export function replayEntries(entries: readonly Entry[]): Replayed {
  let rows = new Float64Array(4096 * ROW_LENGTH);
  let length = 0;
  const events: SessionEvent[] = [];
  const summary = new Summary();
  const pipeline = new Pipeline({
    rows(more) {
      if (length + more.length > rows.length) {
        const larger = new Float64Array(2 * rows.length);
        larger.set(rows);
        rows = larger;
      }
      rows.set(more, length);
      length += more.length;
      summary.rows(more);
    },
    event(event) {
      events.push(event);
      summary.note(event);
    }
  });
  for (const entry of entries) pipeline.accept(entry);
  return { rows: rows.slice(0, length), events, summary };
}
