import { CHANNELS } from '../sensors/driver';
import type { Entry } from './entry';
import { HEADER_BYTES, KINDS, LONGEST_PAYLOAD } from './journal-format';

/** The end of a journal that is not put away yet. Grows by doubling; `drop` forgets what lies safe. */
export class JournalWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;
  #frameBytes = HEADER_BYTES;
  readonly #encoder = new TextEncoder();

  get length(): number {
    return this.#length;
  }
  /** How long the entry of the newest packet is: of one sensor they are alike. */
  get frameBytes(): number {
    return this.#frameBytes;
  }

  append(entry: Entry): void {
    if (entry.kind === 'packet') {
      const bytes = entry.bytes.subarray(0, LONGEST_PAYLOAD - 1);
      const payload = this.#room(entry, bytes.length + 1);
      payload[0] = CHANNELS.indexOf(entry.channel);
      payload.set(bytes, 1);
      this.#frameBytes = HEADER_BYTES + payload.length;
    } else {
      const json = this.#encoder.encode(JSON.stringify(told(entry)));
      this.#room(entry, json.length).set(json);
    }
  }

  /** All of it, as it is now. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  /** Forgets the first so many bytes. */
  drop(length: number): void {
    this.#bytes.copyWithin(0, length, this.#length);
    this.#length -= length;
  }

  /** Writes the header and returns the room for the payload behind it, in the bytes as they are once there is room. */
  #room(entry: Entry, length: number): Uint8Array {
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
    return this.#bytes.subarray(start + HEADER_BYTES, end);
  }
}

function told(entry: Exclude<Entry, { kind: 'packet' }>): unknown {
  if (entry.kind === 'link') return entry.event;
  return entry.kind === 'command' ? entry.command : entry.check;
}
