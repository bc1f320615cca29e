import type { Layer, Point, Tone } from './figure';
import type { Label } from './labels';
import { simplified } from './simplify';
import { path, polyline, px, type Pixel } from './svg';

/** From s and values to px, within the panel. */
export interface Scales {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (s: number) => number;
  readonly y: (value: number) => number;
}

/** A layer that was drawn. */
export interface Drawn {
  readonly svg: string;
  readonly label?: Label;
  /** Pixels that a label should leave free. */
  readonly pixels?: readonly Pixel[];
}

type Of<Draw extends Layer['draw']> = Extract<Layer, { readonly draw: Draw }>;
type Draw<Kind extends Layer['draw']> = (layer: Of<Kind>, scales: Scales) => Drawn;

/** How each kind of layer is drawn: one record each. */
const DRAW: { readonly [Kind in Layer['draw']]: Draw<Kind> } = {
  trace: ({ t, v, longestStepS = Infinity, label, labelAtS, tone = 'trace', isDashed = false }, scales) => {
    const runs = runsOf(t, v, longestStepS, scales).map(simplified);
    const at = labelAtS === undefined ? t.length >> 1 : Array.from(t).findIndex((s) => s >= labelAtS);
    return {
      svg: path(classes('trace', stroke(tone), isDashed && 'dashed'), runs.map(polyline).join('')),
      ...labelled(label, pixelOf([t[at] ?? NaN, v[at] ?? NaN], scales), 'above-right'),
      pixels: runs.flatMap(along)
    };
  },
  samples: ({ t, v, tone = 'trace' }, scales) => {
    const pixels = Array.from(t, (s, i) => pixelOf([s, v[i] ?? NaN], scales)).filter(within(scales));
    return { svg: pixels.map((pixel) => dot(pixel, 2.2, tone)).join(''), pixels };
  },
  ribbon: ({ corners, label }, scales) => {
    const high = corners.map(([s, , value]) => pixelOf([s, value], scales));
    const low = corners.map(([s, value]) => pixelOf([s, value], scales)).reverse();
    const [before, after] = [corners[(corners.length - 1) >> 1], corners[corners.length >> 1]];
    const middle: Point = [
      ((before?.[0] ?? NaN) + (after?.[0] ?? NaN)) / 2,
      ((before?.[2] ?? NaN) + (after?.[2] ?? NaN)) / 2
    ];
    return {
      svg:
        path('ribbon', `${polyline([...high, ...low])}Z`) +
        path(classes('s-edge', 'thin'), polyline(high) + polyline(low)),
      ...labelled(label, pixelOf(middle, scales), 'above')
    };
  },
  stretch: ({ fromS, toS, label }, { x, top, bottom }) => ({
    svg: path('strip', `M${px(x(fromS))} ${px(top)}H${px(x(toS))}V${px(bottom)}H${px(x(fromS))}Z`),
    ...labelled(label, [(x(fromS) + x(toS)) / 2, top], 'below')
  }),
  level: ({ value, fromS, toS, label, tone = 'soft' }, scales) => {
    const [from, to] = [
      fromS === undefined ? scales.left : scales.x(fromS),
      toS === undefined ? scales.right : scales.x(toS)
    ];
    const y = scales.y(value);
    const ends: readonly Pixel[] = [
      [from, y],
      [to, y]
    ];
    return {
      svg: path(classes(stroke(tone), 'dashed'), polyline(ends)),
      ...labelled(label, [to, y], 'above-left'),
      pixels: along(ends)
    };
  },
  line: ({ from, to, label, tone = 'ink' }, scales) => {
    const ends = [pixelOf(from, scales), pixelOf(to, scales)] as const;
    const [[x0, y0], [x1, y1]] = ends;
    return {
      svg: path(stroke(tone), polyline(ends)),
      ...labelled(label, [(x0 + x1) / 2, (y0 + y1) / 2], 'right'),
      pixels: along(ends)
    };
  },
  moment: ({ at, label, tone = 'ink' }, scales) => {
    const pixel = pixelOf(at, scales);
    return { svg: dot(pixel, 4, tone), ...labelled(label, pixel, 'right'), pixels: [pixel] };
  },
  extent: ({ fromS, toS, value, label, tone = 'ink' }, { x, y }) => {
    const [left, right, at] = [x(fromS), x(toS), y(value)];
    const edge = (end: number) => `M${px(end)} ${px(at - 4)}V${px(at + 4)}`;
    const bar: readonly Pixel[] = [
      [left, at],
      [right, at]
    ];
    return {
      svg: path(stroke(tone), polyline(bar) + edge(left) + edge(right)),
      ...labelled(label, [(left + right) / 2, at], 'above'),
      pixels: along(bar)
    };
  }
};

export function drawLayer(layer: Layer, scales: Scales): Drawn {
  // The table pairs each kind with its own function, which the compiler cannot follow through an index.
  return (DRAW[layer.draw] as Draw<Layer['draw']>)(layer, scales);
}

const stroke = (tone: Tone) => `s-${tone}`;
const classes = (...names: readonly (string | false)[]) => names.filter(Boolean).join(' ');
const dot = ([x, y]: Pixel, radius: number, tone: Tone) =>
  `<circle class="f-${tone}" cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"/>`;
const pixelOf = ([s, value]: Point, { x, y }: Scales): Pixel => [x(s), y(value)];
const within =
  ({ left, right, top, bottom }: Scales) =>
  ([x, y]: Pixel) =>
    x >= left - 0.5 && x <= right + 0.5 && y >= top - 0.5 && y <= bottom + 0.5;

function labelled(text: string | undefined, anchor: Pixel, side: Label['side']): Pick<Drawn, 'label'> {
  return text === undefined ? {} : { label: { text, anchor, side } };
}

/** Stretches of known samples without a step that is too long, as far as they lie within the panel's time. */
function runsOf(t: ArrayLike<number>, v: ArrayLike<number>, longestStepS: number, scales: Scales): Pixel[][] {
  const runs: Pixel[][] = [];
  let lastS = NaN;
  for (let i = 0; i < t.length; i++) {
    const s = t[i] ?? NaN;
    const isNear = scales.x(t[i + 1] ?? s) >= scales.left && scales.x(t[i - 1] ?? s) <= scales.right;
    if (!isNear) continue;
    if (!Number.isFinite(v[i])) {
      lastS = NaN;
      continue;
    }
    if (!(s - lastS <= longestStepS)) runs.push([]);
    lastS = s;
    runs.at(-1)?.push(pixelOf([s, v[i] ?? NaN], scales));
  }
  return runs;
}

/** Pixels every few px along straight lines. */
function along(corners: readonly Pixel[]): Pixel[] {
  return corners.flatMap(([x, y], i) => {
    const [x1, y1] = corners[i + 1] ?? [x, y];
    const pieces = Math.max(1, Math.ceil(Math.hypot(x1 - x, y1 - y) / 4));
    return Array.from({ length: pieces }, (_, k): Pixel => [
      x + ((x1 - x) * k) / pieces,
      y + ((y1 - y) * k) / pieces
    ]);
  });
}
