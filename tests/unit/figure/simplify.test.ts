import { describe, expect, it } from 'vitest';
import { simplified } from '../../../src/lib/figure/simplify';
import type { Pixel } from '../../../src/lib/figure/svg';

const curve = (count: number, y: (x: number) => number): Pixel[] =>
  Array.from({ length: count }, (_, i) => {
    const x = (400 * i) / (count - 1);
    return [x, y(x)];
  });

/** Height of the corners' straight lines at x. */
function heightAt(corners: readonly Pixel[], x: number): number {
  const after = Math.max(
    1,
    corners.findIndex(([at]) => at >= x)
  );
  const [x0, y0] = corners[after - 1] ?? [NaN, NaN];
  const [x1, y1] = corners[after] ?? [NaN, NaN];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

describe('a simplified curve', () => {
  it('has two corners where it is straight', () => {
    const line = curve(400, (x) => 3 * x - 7);
    expect(simplified(line)).toEqual([line[0], line[399]]);
  });

  it('lies within 0.15 px of the samples, on far fewer corners', () => {
    const sine = curve(400, (x) => 80 * Math.sin(x / 30));
    const corners = simplified(sine);
    expect(corners.length).toBeLessThan(150);
    // 0.15 px across the line; its slope of at most 80/30 makes more of it upwards: 0.15 · √(1 + (80/30)²).
    for (const [x, y] of sine) expect(Math.abs(heightAt(corners, x) - y)).toBeLessThan(0.43);
  });

  it('keeps a peak of a single sample among many thousands', () => {
    const peak = curve(40_001, (x) => (x === 200 ? 90 : 0));
    expect(Math.max(...simplified(peak).map(([, y]) => y))).toBe(90);
  });

  it('may be empty, or a single point', () => {
    expect(simplified([])).toEqual([]);
    expect(simplified([[3, 4]])).toEqual([[3, 4]]);
  });
});
