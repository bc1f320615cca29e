import type { Pixel } from './svg';

/** Nobody sees less, px. */
const TOLERANCE_PX = 0.15;

/**
 * The same curve with fewer corners: of each half pixel its first, lowest, highest and last, and of these only what lies off the straight
 * line between others.
 */
export function simplified(pixels: readonly Pixel[]): Pixel[] {
  return withoutStraights(byColumn(pixels));
}

function byColumn(pixels: readonly Pixel[]): Pixel[] {
  const kept: Pixel[] = [];
  for (let from = 0, to = 0; from < pixels.length; from = to) {
    const column = columnOf(pixels[from]);
    while (to < pixels.length && columnOf(pixels[to]) === column) to += 1;
    const heights = pixels.slice(from, to).map(([, y]) => y);
    const at = [
      0,
      heights.indexOf(Math.min(...heights)),
      heights.indexOf(Math.max(...heights)),
      to - from - 1
    ];
    for (const i of [...new Set(at)].sort((a, b) => a - b)) {
      const pixel = pixels[from + i];
      if (pixel) kept.push(pixel);
    }
  }
  return kept;
}

const columnOf = (pixel: Pixel | undefined) => Math.floor(2 * (pixel?.[0] ?? NaN));

/** Douglas and Peucker's way: what lies farthest off the straight line stays, and both halves are looked at. */
function withoutStraights(pixels: readonly Pixel[]): Pixel[] {
  const keep = new Set([0, pixels.length - 1]);
  const open: [number, number][] = [[0, pixels.length - 1]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch;
    const [farthest, distance] = farthestOff(pixels, from, to);
    if (distance <= TOLERANCE_PX) continue;
    keep.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return pixels.filter((_, i) => keep.has(i));
}

function farthestOff(pixels: readonly Pixel[], from: number, to: number): [at: number, distance: number] {
  const [x0, y0] = pixels[from] ?? [NaN, NaN];
  const [x1, y1] = pixels[to] ?? [NaN, NaN];
  const length = Math.hypot(x1 - x0, y1 - y0);
  let [at, distance] = [from, 0];
  for (let i = from + 1; i < to; i++) {
    const [x, y] = pixels[i] ?? [NaN, NaN];
    const off =
      length > 0
        ? Math.abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length
        : Math.hypot(x - x0, y - y0);
    if (off > distance) [at, distance] = [i, off];
  }
  return [at, distance];
}
