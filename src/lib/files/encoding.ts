import { FileRefused } from './refusal';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/** *Decision*: two hours at 2,000 Hz with a dozen columns fit; more would fill the memory of a phone. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Ends a text under DOS. */
const DOS_END = 26;

/** How files begin that hold no text of their own. */
const CONTAINERS: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or a workbook: unpack it, or save the sheet as CSV'],
  [[0x1f, 0x8b], 'packed with gzip: unpack it first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook: save the sheet as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF, which holds no table that can be read']
];

/**
 * The text of a file. A byte order mark decides; without one, UTF-16 shows by the empty half of its characters, and what is not UTF-8
 * is Windows-1252, whose digits and separators are the same.
 *
 * @throws FileRefused if it is no text, or too large
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  if (bytes.length > MAX_BYTES)
    throw new FileRefused(
      1,
      1,
      `: the file has ${Math.round(bytes.length / 1048576)} MB, and no more than ${MAX_BYTES / 1048576} MB are read.`
    );
  const container = CONTAINERS.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (container) throw new FileRefused(1, 1, `: the file is no text but ${container[1]}.`);
  const encoding = marked(bytes) ?? halfEmpty(bytes);
  if (encoding !== null) return { text: as(encoding, bytes), encoding };
  refuseControls(bytes);
  const ended = bytes.subarray(
    0,
    bytes.findLastIndex((byte) => byte !== DOS_END && byte !== 10 && byte !== 13) + 1
  );
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(ended), encoding: 'UTF-8' };
  } catch {
    return { text: fromWindows(ended), encoding: 'Windows-1252' };
  }
}

const as = (encoding: Encoding, bytes: Uint8Array) =>
  new TextDecoder(encoding.toLowerCase()).decode(bytes).replaceAll('\0', '');

/** The characters of Windows-1252 from 0x80 on, where Latin-1 has controls. */
const FROM_0X80 = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

/** Node 20 takes the name for Latin-1 and leaves these as controls, dashes and apostrophes among them. */
function fromWindows(bytes: Uint8Array): string {
  return as('Windows-1252', bytes).replace(/[\u0080-\u009F]/g, (char) =>
    FROM_0X80.charAt(char.charCodeAt(0) - 0x80)
  );
}

function marked([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8';
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  return first === 0xfe && second === 0xff ? 'UTF-16BE' : null;
}

/** Numbers and Latin letters leave every other byte of UTF-16 empty, and no byte of the other half. */
function halfEmpty(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, 4096);
  const empty = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) empty[i % 2] = (empty[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = empty;
  const most = head.length * 0.35;
  if (odd > most && even === 0) return 'UTF-16LE';
  return even > most && odd === 0 ? 'UTF-16BE' : null;
}

function refuseControls(bytes: Uint8Array): void {
  let line = 1;
  for (const byte of bytes) {
    if (byte === 10) line += 1;
    else if (byte < 32 && byte !== 9 && byte !== 13 && byte !== 12 && byte !== DOS_END)
      throw new FileRefused(line, 1, ': the file is no text; it holds bytes that no text has.');
  }
}
