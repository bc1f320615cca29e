import { CHANNELS } from '../sensors/driver';
import { isDate } from '../signal/sample-clock';
import { CheckSchema, CommandSchema, LinkEventSchema, type Entry } from './entry';
import { HEADER_BYTES, KINDS } from './journal-format';

/**
 * Reads entries back. What cannot be read (a chunk cut short, a command of a later version) is left out and counted; the rest
 * of the journal stays readable.
 */
export function readJournal(chunks: readonly Uint8Array[]): { entries: Entry[]; unreadable: number } {
  const entries: Entry[] = [];
  let unreadable = 0;
  for (const chunk of chunks) {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let at = 0;
    while (at < chunk.length) {
      const end =
        at + HEADER_BYTES <= chunk.length ? at + HEADER_BYTES + view.getUint16(at + 9, true) : Infinity;
      if (end > chunk.length) {
        unreadable += 1;
        break;
      }
      const entry = readEntry(
        view.getUint8(at),
        view.getFloat64(at + 1, true),
        chunk.subarray(at + HEADER_BYTES, end)
      );
      if (entry) entries.push(entry);
      else unreadable += 1;
      at = end;
    }
  }
  return { entries, unreadable };
}

function readEntry(kindIndex: number, atMs: number, payload: Uint8Array): Entry | null {
  const kind = KINDS[kindIndex];
  if (!isDate(atMs) || kind === undefined) return null;
  if (kind === 'packet') {
    const channel = CHANNELS[payload[0] ?? -1];
    return channel ? { kind, atMs, channel, bytes: payload.subarray(1) } : null;
  }
  const json = parseJson(payload);
  if (kind === 'link') {
    const event = LinkEventSchema.safeParse(json);
    return event.success ? { kind, atMs, event: event.data } : null;
  }
  if (kind === 'check') {
    const check = CheckSchema.safeParse(json);
    return check.success ? { kind, atMs, check: check.data } : null;
  }
  const command = CommandSchema.safeParse(json);
  return command.success ? { kind, atMs, command: command.data } : null;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
