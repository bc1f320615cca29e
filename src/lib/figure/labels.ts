import { FONT_PX } from './look';
import type { Pixel } from './svg';

/** On which side of its anchor a label stands. */
export type Side =
  'right' | 'above-right' | 'above' | 'above-left' | 'left' | 'below-left' | 'below' | 'below-right';

/** A text that belongs to a place. */
export interface Label {
  readonly text: string;
  readonly anchor: Pixel;
  /** Where it would best stand; the other sides follow clockwise. */
  readonly side: Side;
}

/** Left, top, right and bottom, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedLabel extends Label {
  readonly box: Box;
}

/** How far it lies in each direction, in shares of the label's own size and of the gap. */
const SIDES: Readonly<Record<Side, Pixel>> = {
  above: [0, -1],
  'above-right': [1, -1],
  right: [1, 0],
  'below-right': [1, 1],
  below: [0, 1],
  'below-left': [-1, 1],
  left: [-1, 0],
  'above-left': [-1, -1]
};
const NAMES = Object.keys(SIDES) as Side[];
const GAPS_PX = [5, 14, 24, 36, 50, 66, 84, 104];
export const LINE_PX = 1.2 * FONT_PX;
/** Wider than the letters of common fonts are on average, in shares of their size. */
const LETTER = 0.54;

export const textWidth = (text: string) =>
  LETTER * FONT_PX * Math.max(...text.split('\n').map((line) => line.length));
const textHeight = (text: string) => LINE_PX * text.split('\n').length;

/**
 * A place for each label, one after the other: near its anchor, within the bounds, not over another label, and over as little of what is
 * drawn as can be.
 *
 * @param obstacles pixels of what is drawn
 */
export function placed(labels: readonly Label[], obstacles: readonly Pixel[], bounds: Box): PlacedLabel[] {
  const done: PlacedLabel[] = [];
  for (const label of labels) {
    let best: { readonly box: Box; readonly cost: number } | null = null;
    for (const [i, gap] of GAPS_PX.entries()) {
      for (let turn = 0; turn < NAMES.length; turn++) {
        // First to the side that is asked for, then away from it on both sides in turn.
        const away = turn % 2 === 0 ? turn / 2 : -(turn + 1) / 2;
        const side = NAMES.at((NAMES.indexOf(label.side) + away) % NAMES.length) ?? label.side;
        const box = boxAt(label, side, gap, bounds);
        const cost =
          3 * i +
          Math.abs(away) +
          costOf(box, obstacles) +
          done.reduce((sum, each) => sum + shared(each.box, box), 0);
        if (best === null || cost < best.cost) best = { box, cost };
      }
    }
    if (best) done.push({ ...label, box: best.box });
  }
  return done;
}

/** Where it would stand; moved into the bounds where it would leave them. */
function boxAt({ text, anchor: [x, y] }: Label, side: Side, gap: number, bounds: Box): Box {
  const [width, height] = [textWidth(text), textHeight(text)];
  const [dx, dy] = SIDES[side];
  const diagonal = dx !== 0 && dy !== 0 ? 0.7 : 1;
  const centre = x + dx * (width / 2 + gap * diagonal);
  const middle = y + dy * (height / 2 + gap * diagonal);
  const left = Math.max(bounds.left, Math.min(centre - width / 2, bounds.right - width));
  const top = Math.max(bounds.top, Math.min(middle - height / 2, bounds.bottom - height));
  return { left, top, right: left + width, bottom: top + height };
}

/** Two labels over each other are worse than anything else. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? 1000 + width * height : 0;
}

function costOf({ left, top, right, bottom }: Box, obstacles: readonly Pixel[]): number {
  return 4 * obstacles.filter(([x, y]) => x > left && x < right && y > top && y < bottom).length;
}
