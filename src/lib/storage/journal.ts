import { CHANNELS } from '../sensors/driver';
import { CommandSchema, LinkEventSchema, type Entry } from './entry';

/**
 * The journal as bytes, little-endian. An entry is: u8 kind, f64 arrival in ms, u16 length, then so many bytes. A packet's bytes are
 * one for the channel and then its own; events and commands are JSON in UTF-8.
 */
const KINDS = ['packet', 'link', 'command'] as const;
const HEADER_BYTES = 11;
const LONGEST_PAYLOAD = 0xffff;

/** Grows by doubling; `take` hands out what was written since the last time. */
export class JournalWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;
  readonly #encoder = new TextEncoder();

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  append(entry: Entry): void {
    if (entry.kind === 'packet') {
      const payload = entry.bytes.subarray(0, LONGEST_PAYLOAD - 1);
      const at = this.#header(entry, payload.length + 1);
      this.#bytes[at] = CHANNELS.indexOf(entry.channel);
      this.#bytes.set(payload, at + 1);
    } else {
      const json = this.#encoder.encode(JSON.stringify(entry.kind === 'link' ? entry.event : entry.command));
      this.#bytes.set(json, this.#header(entry, json.length));
    }
  }

  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** Writes the header and returns where the payload begins. */
  #header(entry: Entry, length: number): number {
    const start = this.#length;
    const end = start + HEADER_BYTES + length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.#bytes.length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    const view = new DataView(this.#bytes.buffer);
    view.setUint8(start, KINDS.indexOf(entry.kind));
    view.setFloat64(start + 1, entry.atMs, true);
    view.setUint16(start + 9, length, true);
    this.#length = end;
    return start + HEADER_BYTES;
  }
}

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
  if (!Number.isFinite(atMs) || kind === undefined) return null;
  if (kind === 'packet') {
    const channel = CHANNELS[payload[0] ?? -1];
    return channel ? { kind, atMs, channel, bytes: payload.subarray(1) } : null;
  }
  const json = parseJson(payload);
  if (kind === 'link') {
    const event = LinkEventSchema.safeParse(json);
    return event.success ? { kind, atMs, event: event.data } : null;
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
