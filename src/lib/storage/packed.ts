/**
 * A stretch of a journal as it is stored: gzip, whose checksum tells a damaged one, of two bytes with a distance and then the journal, each
 * byte as its difference to the byte that far before it. Frames of one length change little from one to the next, so an hour at 100 Hz
 * takes about a fifth of its bytes. What was stored before there was packing begins with an entry's kind, and never like gzip.
 */
const GZIP = [0x1f, 0x8b] as const;

/** @param distance of the bytes that resemble each other: the length of an entry */
export async function pack(journal: Uint8Array, distance: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(2 + journal.length);
  new DataView(bytes.buffer).setUint16(0, distance, true);
  for (let i = 0; i < journal.length; i++) {
    bytes[i + 2] = (journal[i] ?? 0) - (i < distance ? 0 : (journal[i - distance] ?? 0));
  }
  return through(bytes, new CompressionStream('gzip'));
}

/** Throws where the bytes are damaged. */
export async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (GZIP.some((byte, i) => packed[i] !== byte)) return packed;
  const bytes = await through(packed, new DecompressionStream('gzip'));
  const distance = new DataView(bytes.buffer).getUint16(0, true);
  const journal = bytes.subarray(2);
  for (let i = distance; i < journal.length; i++) {
    journal[i] = (journal[i] ?? 0) + (journal[i - distance] ?? 0);
  }
  return journal;
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
