import { ROW_LENGTH } from '../signal/engine';
import type { Entry } from '../storage/entry';
import { Pipeline, type SessionEvent } from './pipeline';

/** Runs a whole journal through the pipeline that ran it live. */
export function replayEntries(entries: readonly Entry[]): {
  rows: Float64Array<ArrayBuffer>;
  events: SessionEvent[];
} {
  let rows = new Float64Array(4096 * ROW_LENGTH);
  let length = 0;
  const events: SessionEvent[] = [];
  const pipeline = new Pipeline({
    rows(more) {
      if (length + more.length > rows.length) {
        const larger = new Float64Array(2 * rows.length);
        larger.set(rows);
        rows = larger;
      }
      rows.set(more, length);
      length += more.length;
    },
    event(event) {
      events.push(event);
    }
  });
  for (const entry of entries) pipeline.accept(entry);
  return { rows: rows.slice(0, length), events };
}
