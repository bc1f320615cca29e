import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Points in rows from the top, three bytes each. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A byte a point instead of three: a third of the size, and no colour more than some 7 of 255 from what it was. */
const COLOURS = 256;
/** So many are the most frequent ones, as they are; the others are picked so that no colour is far from all. */
const FREQUENT = 128;

/** A browser's screenshot: eight bits a channel, with or without alpha, which is dropped. */
export function decode(png: Buffer): Bitmap {
  const { width, height, colourType, data } = parse(png);
  const size = colourType === 6 ? 4 : 3;
  const stride = width * size;
  let above: Buffer = Buffer.alloc(stride);
  const rgb = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = data.subarray(start + 1, start + 1 + stride);
    unfilter(data[start] ?? 0, row, above, size);
    above = row;
    if (size === 3) row.copy(rgb, y * stride);
    else {
      for (let x = 0, to = y * width * 3; x < stride; x += 4, to += 3) {
        rgb[to] = row[x] ?? 0;
        rgb[to + 1] = row[x + 1] ?? 0;
        rgb[to + 2] = row[x + 2] ?? 0;
      }
    }
  }
  return { width, height, rgb };
}

/** Three bytes a colour of the palette; in the rows a zero and then a byte for each point, as a PNG has it before it is packed. */
function index({ width, height, rgb }: Bitmap): { palette: Buffer; rows: Buffer } {
  const colours = new Uint32Array(width * height);
  for (let i = 0, at = 0; i < colours.length; i++, at += 3) {
    colours[i] = ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
  }
  const { palette, places } = choosePalette(countColours(colours));
  const rows = Buffer.alloc(height * (width + 1));
  let [last, place] = [-1, 0];
  for (let y = 0, i = 0; y < height; y++) {
    for (let to = y * (width + 1) + 1, end = to + width; to < end; to++, i++) {
      const colour = colours[i] ?? 0;
      if (colour !== last) [last, place] = [colour, places.get(colour) ?? 0];
      rows[to] = place;
    }
  }
  const bytes = palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
  return { palette: Buffer.from(bytes), rows };
}

/** The same bitmap gives the same bytes. */
export function encode(bitmap: Bitmap): Buffer {
  const { width, height } = bitmap;
  const { palette, rows } = index(bitmap);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, indexed; nothing else is optional here.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

/** How many points of the bitmap differ from the file's by more than `levels` of 255 in any channel; all, when the sizes do. */
export function countDifferent(png: Buffer, { width, height, rgb }: Bitmap, levels: number): number {
  const kept = parse(png);
  if (kept.width !== width || kept.height !== height) return width * height;
  let count = 0;
  for (let y = 0, at = 0; y < height; y++) {
    const row = y * (width + 1) + 1;
    for (let x = 0; x < width; x++, at += 3) {
      const place = 3 * (kept.data[row + x] ?? 0);
      const red = (kept.palette[place] ?? 0) - (rgb[at] ?? 0);
      const green = (kept.palette[place + 1] ?? 0) - (rgb[at + 1] ?? 0);
      const blue = (kept.palette[place + 2] ?? 0) - (rgb[at + 2] ?? 0);
      if (Math.max(red, green, blue) > levels || Math.min(red, green, blue) < -levels) count += 1;
    }
  }
  return count;
}

function parse(png: Buffer): {
  width: number;
  height: number;
  colourType: number;
  palette: Buffer;
  data: Buffer;
} {
  const packed: Buffer[] = [];
  let palette: Buffer = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (name === 'IDAT') packed.push(body);
    else if (name === 'PLTE') palette = body;
    at += 12 + length;
  }
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    colourType: png[25] ?? 0,
    palette,
    data: inflateSync(Buffer.concat(packed))
  };
}

/** Undoes a row's filter where it stands (PNG, third edition, 9.2). */
function unfilter(type: number, row: Buffer, above: Buffer, size: number): void {
  if (type === 0) return;
  for (let x = 0; x < row.length; x++) {
    const left = x >= size ? (row[x - size] ?? 0) : 0;
    const up = above[x] ?? 0;
    const corner = x >= size ? (above[x - size] ?? 0) : 0;
    row[x] = (row[x] ?? 0) + predict(type, left, up, corner);
  }
}

function predict(type: number, left: number, up: number, corner: number): number {
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner)
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function countColours(colours: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < colours.length;) {
    const colour = colours[i] ?? 0;
    const start = i;
    while (i < colours.length && colours[i] === colour) i += 1;
    counts.set(colour, (counts.get(colour) ?? 0) + i - start);
  }
  return counts;
}

/** The most frequent colours; then again and again the one that is farthest from all chosen. And the nearest place for each colour. */
function choosePalette(counts: Map<number, number>): { palette: number[]; places: Map<number, number> } {
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const palette: number[] = [];
  const places = new Uint8Array(byCount.length);
  const distances = new Uint16Array(byCount.length).fill(1000);
  while (palette.length < Math.min(COLOURS, byCount.length)) {
    const at = palette.length < FREQUENT ? palette.length : distances.indexOf(max(distances));
    const chosen = byCount[at] ?? 0;
    for (const [i, colour] of byCount.entries()) {
      const d = distance(colour, chosen);
      if (d >= (distances[i] ?? 0)) continue;
      distances[i] = d;
      places[i] = palette.length;
    }
    palette.push(chosen);
  }
  return { palette, places: new Map(byCount.map((colour, i) => [colour, places[i] ?? 0])) };
}

function max(values: Uint16Array): number {
  let highest = 0;
  for (const value of values) if (value > highest) highest = value;
  return highest;
}

/** The largest difference of a channel. */
function distance(a: number, b: number): number {
  return Math.max(
    Math.abs((a >> 16) - (b >> 16)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255))
  );
}

function chunk(name: string, body: Buffer): Buffer {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(name, 4, 'latin1');
  body.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}
