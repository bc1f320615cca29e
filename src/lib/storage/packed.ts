/**
 * A stretch of a journal as it is stored: gzip, whose checksum tells a damaged one, of two bytes with a distance and then the journal, each
 * byte as its difference to the byte that far before it. Frames of one length change little from one to the next, so an hour at 100 Hz
 * takes about a fifth of its bytes. What was stored before there was packing begins with an entry's kind, and never like gzip.
 */
const GZIP = [0x1f, 0x8b] as const;

/** *Decision*: a stretch is refused once it grows beyond this; four hours at 100 Hz that no disk took until the end are less. */
export const LARGEST_STRETCH = 2 ** 25;

/** A stretch that unpacks to more than any session comes to. */
export class TooLarge extends Error {}

/** @param distance of the bytes that resemble each other: the length of an entry */
export async function pack(journal: Uint8Array, distance: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(2 + journal.length);
  new DataView(bytes.buffer).setUint16(0, distance, true);
  for (let i = 0; i < journal.length; i++) {
    bytes[i + 2] = (journal[i] ?? 0) - (i < distance ? 0 : (journal[i - distance] ?? 0));
  }
  return through(bytes, new CompressionStream('gzip'), Infinity);
}

/** Throws where the bytes are damaged, and `TooLarge` as soon as they come to more than that many bytes. */
export async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  largest = LARGEST_STRETCH
): Promise<Uint8Array> {
  if (GZIP.some((byte, i) => packed[i] !== byte)) return packed;
  const bytes = await through(packed, new DecompressionStream('gzip'), 2 + largest);
  const distance = new DataView(bytes.buffer).getUint16(0, true);
  const journal = bytes.subarray(2);
  for (let i = distance; i < journal.length; i++) {
    journal[i] = (journal[i] ?? 0) + (journal[i - distance] ?? 0);
  }
  return journal;
}

/** Few bytes may unpack to very many, so they are counted while they come. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  largest: number
): Promise<Uint8Array<ArrayBuffer>> {
  let length = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, controller) {
      length += part.length;
      if (length > largest) controller.error(new TooLarge());
      else controller.enqueue(part);
    }
  });
  const passed = new Blob([bytes]).stream().pipeThrough(stream).pipeThrough(counted);
  return new Uint8Array(await new Response(passed).arrayBuffer());
}
