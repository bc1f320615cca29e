import type { Panel } from './figure';
import { LINE_PX, placed, textWidth, type PlacedLabel } from './labels';
import { drawLayer, type Scales } from './layers';
import { FONT_PX, WIDTH_PX } from './look';
import { escaped, path, px } from './svg';
import { ticksOf, type Ticks } from './ticks';

const HEIGHT_PX = 180;
const EDGE_PX = 10;
const TICK_EVERY_PX = { x: 46, y: 34 } as const;

/** A panel that was drawn, with the height that it takes. @param top where it begins, px @param id of this panel in the picture */
export function drawPanel(panel: Panel, top: number, id: string): { svg: string; heightPx: number } {
  const { heading, x, y, heightPx = HEIGHT_PX } = panel;
  const ticksY = ticksOf(y.from, y.to, heightPx / TICK_EVERY_PX.y);
  const left = EDGE_PX + Math.max(...ticksY.texts.map(textWidth)) + 6;
  const headRows = heading === undefined ? 1 : 2;
  const scales = scalesOf(panel, left, top + headRows * LINE_PX + 11, heightPx);
  const ticksX = ticksOf(x.from, x.to, (scales.right - left) / TICK_EVERY_PX.x);
  const drawn = panel.layers.map((layer) => drawLayer(layer, scales));
  const labels = placed(
    drawn.flatMap(({ label }) => (label ? [label] : [])),
    drawn.flatMap(({ pixels }) => pixels ?? []),
    { left: left + 3, top: scales.top + 2, right: scales.right - 2, bottom: scales.bottom - 2 }
  );
  const bottom = scales.bottom + 2 * LINE_PX + 4;
  const svg = [
    ...(heading === undefined ? [] : [text(EDGE_PX, top + LINE_PX, heading, 'heading')]),
    text(EDGE_PX, top + headRows * LINE_PX, y.name, 'quiet'),
    text(scales.right, bottom - 4, x.name, 'quiet', 'end'),
    axes(scales, ticksX, ticksY),
    clip(id, scales),
    `<g clip-path="url(#${id})">`,
    ...drawn.map((layer) => layer.svg),
    '</g>',
    ...labels.map(leader),
    ...labels.map(labelText)
  ];
  return { svg: svg.filter((each) => each !== '').join('\n'), heightPx: bottom + EDGE_PX - top };
}

function scalesOf({ x, y }: Panel, left: number, top: number, heightPx: number): Scales {
  const [right, bottom] = [WIDTH_PX - EDGE_PX, top + heightPx];
  return {
    left,
    right,
    top,
    bottom,
    x: (s) => left + ((s - x.from) / (x.to - x.from)) * (right - left),
    y: (value) => bottom - ((value - y.from) / (y.to - y.from)) * (bottom - top)
  };
}

function axes({ left, right, top, bottom, x, y }: Scales, ticksX: Ticks, ticksY: Ticks): string {
  const across = ticksY.values.map((value) => `M${px(left)} ${px(y(value))}H${px(right)}`);
  const down = ticksX.values.map((s) => `M${px(x(s))} ${px(bottom)}v4`);
  return [
    path('grid', [...across, ...down, `M${px(left)} ${px(top)}V${px(bottom)}H${px(right)}`].join('')),
    ...ticksY.values.map((value, i) =>
      text(left - 6, y(value) + FONT_PX / 3, ticksY.texts[i] ?? '', 'quiet', 'end')
    ),
    ...ticksX.values.map((s, i) => {
      const tick = ticksX.texts[i] ?? '';
      // A number at the very edge stays within the picture.
      const at = Math.min(x(s), WIDTH_PX - 2 - textWidth(tick) / 2);
      return text(at, bottom + 4 + FONT_PX, tick, 'quiet', 'middle');
    })
  ].join('\n');
}

const clip = (id: string, { left, right, top, bottom }: Scales) =>
  `<clipPath id="${id}"><rect x="${px(left)}" y="${px(top)}" width="${px(right - left)}" height="${px(bottom - top)}"/></clipPath>`;

/** A thin line from the label to what it is of, where they lie apart. */
function leader({ anchor: [x, y], box }: PlacedLabel): string {
  const nearX = Math.max(box.left, Math.min(x, box.right));
  const nearY = Math.max(box.top, Math.min(y, box.bottom));
  return Math.hypot(nearX - x, nearY - y) < 10
    ? ''
    : path('leader', `M${px(x)} ${px(y)}L${px(nearX)} ${px(nearY)}`);
}

function labelText({ text: words, box }: PlacedLabel): string {
  const middle = (box.left + box.right) / 2;
  return words
    .split('\n')
    .map((line, i) => text(middle, box.top + i * LINE_PX + FONT_PX, line, 'label', 'middle'))
    .join('\n');
}

type Anchor = 'start' | 'middle' | 'end';
function text(x: number, y: number, words: string, className: string, anchor: Anchor = 'start'): string {
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="${className}" x="${px(x)}" y="${px(y)}"${at}>${escaped(words)}</text>`;
}
