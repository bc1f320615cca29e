import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countDifferent, decode, encode, type Bitmap } from '../../e2e/screens/png';

/** A screenshot as a browser packs it: rows with one filter each. `filtered` holds what stands in the file. */
function screenshot(width: number, height: number, colourType: 2 | 6, filtered: readonly number[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  const chunk = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.alloc(8),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(filtered)))
  ]);
}

/** 40 × 50 points, no two of one colour. */
const MANY: Bitmap = {
  width: 40,
  height: 50,
  rgb: Buffer.from(Array.from({ length: 2000 }, (_, i) => [i % 251, (i * 7) % 256, (i * 13) % 256]).flat())
};

describe('decode', () => {
  // Two points a row; worked out by hand from the standard's definitions.
  it.each([
    ['none', 0, [1, 2, 3, 4, 5, 6]],
    ['left', 1, [1, 2, 3, 3, 3, 3]],
    ['up', 2, [247, 238, 229, 220, 211, 202]],
    // Half of left and up: 5, 10, 15 and then (1 + 40) / 2 = 20, (2 + 50) / 2 = 26, (3 + 60) / 2 = 31.
    ['half', 3, [252, 248, 244, 240, 235, 231]],
    // The nearest to left + up − corner: at first up; then of 1, 40, 10 to 31 up, of 2, 50, 20 to 32 and of 3, 60, 30 to 33 the corner.
    ['Paeth', 4, [247, 238, 229, 220, 241, 232]]
  ])('undoes the filter %s', (_, filter, row) => {
    const above = [10, 20, 30, 40, 50, 60];
    const { rgb } = decode(screenshot(2, 2, 2, [0, ...above, filter, ...row]));
    expect([...rgb]).toEqual([...above, 1, 2, 3, 4, 5, 6]);
  });

  it('drops alpha', () => {
    const { rgb } = decode(screenshot(2, 1, 6, [0, 1, 2, 3, 255, 4, 5, 6, 255]));
    expect([...rgb]).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('encode', () => {
  it('keeps up to 256 colours as they are', () => {
    const few = { ...MANY, rgb: MANY.rgb.map((value) => value & 0xc0) } as Bitmap;
    expect(countDifferent(encode(few), few, 0)).toBe(0);
  });

  it('gives the same bytes for the same bitmap', () => {
    expect(encode(MANY).equals(encode(MANY))).toBe(true);
  });
});

describe('countDifferent', () => {
  it('counts points beyond so many levels, in either direction', () => {
    const grey = { width: 3, height: 1, rgb: Buffer.alloc(9, 100) };
    const file = encode(grey);
    const seen = { ...grey, rgb: Buffer.from([108, 100, 92, 109, 100, 100, 100, 91, 100]) };
    expect(countDifferent(file, seen, 8)).toBe(2);
  });

  it('finds pictures of another size wholly different', () => {
    expect(countDifferent(encode(MANY), { ...MANY, width: 50, height: 40 }, 255)).toBe(2000);
  });
});
