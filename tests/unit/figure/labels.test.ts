import { describe, expect, it } from 'vitest';
import { placed, textWidth, type Box, type Label } from '../../../src/lib/figure/labels';
import type { Pixel } from '../../../src/lib/figure/svg';

const BOUNDS: Box = { left: 40, top: 20, right: 430, bottom: 200 };
const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const label = (text: string, x: number, y: number): Label => ({ text, anchor: [x, y], side: 'right' });

describe('labels', () => {
  it('stand where they are asked for, where nothing is in the way', () => {
    const [only] = placed([label('onset', 100, 100)], [], BOUNDS);
    expect(only?.box.left).toBe(105);
    expect(((only?.box.top ?? NaN) + (only?.box.bottom ?? NaN)) / 2).toBeCloseTo(100, 9);
    expect((only?.box.right ?? NaN) - (only?.box.left ?? NaN)).toBeCloseTo(textWidth('onset'), 9);
  });

  it('of one and the same place do not lie over each other', () => {
    const boxes = placed(
      ['onset 4.00 s', 'start 4.05 s', 't90', 'plateau 100 %', 'release 4.1 s'].map((text) =>
        label(text, 60, 110)
      ),
      [],
      BOUNDS
    ).map(({ box }) => box);
    expect(boxes).toHaveLength(5);
    for (const [i, box] of boxes.entries())
      for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
  });

  it.each([
    [430, 20],
    [40, 200],
    [430, 200],
    [500, 300]
  ])('stay within the panel, also at %d, %d', (x, y) => {
    const [only] = placed([label('a longer label', x, y)], [], BOUNDS);
    const box = only?.box ?? BOUNDS;
    expect(box).not.toEqual(BOUNDS);
    expect(box.left).toBeGreaterThanOrEqual(BOUNDS.left);
    expect(box.right).toBeLessThanOrEqual(BOUNDS.right);
    expect(box.top).toBeGreaterThanOrEqual(BOUNDS.top);
    expect(box.bottom).toBeLessThanOrEqual(BOUNDS.bottom);
  });

  it('give way to the curve', () => {
    const curve = Array.from({ length: 100 }, (_, i): Pixel => [100 + 2 * i, 100]);
    const [only] = placed([label('release', 100, 100)], curve, BOUNDS);
    const hit = curve.filter(([x, y]) =>
      overlap(only?.box ?? BOUNDS, { left: x, right: x, top: y, bottom: y })
    );
    expect(hit).toEqual([]);
  });
});
