import type { Correction } from '../session/correction';
import type { Picture } from '../session/picture';
import type { Context } from './live-layer';
import type { ChartStyle } from './look';

/** CSS px. */
const RADIUS = 14;
/** Between the bead's middle and the edges. */
const MARGIN = 12;
/** Half the width and half the height of the arrow that the bead turns into. */
const ARROW = { wide: 19, high: 21, shaft: 8 };

/**
 * The bead at the newest value. Outside the band it turns into an arrow that points where the force is wanted: down to ease, up for more.
 * Above the scale it stays at the edge, and says how far the force went.
 *
 * @param value the newest, in the unit of the scale; @param valueY its height, CSS px
 */
export function drawBead(
  ctx: Context,
  { astray, isPct, top }: Pick<Picture, 'astray' | 'isPct' | 'top'>,
  value: number,
  x: number,
  valueY: number,
  height: number,
  style: ChartStyle
): void {
  const margin = astray ? ARROW.high + 2 : MARGIN;
  const y = Math.min(Math.max(valueY, margin), height - margin);
  ctx.beginPath();
  if (astray) traceArrow(ctx, x, y, astray.correction);
  else ctx.arc(x, y, RADIUS, 0, 2 * Math.PI);
  const colour = astray ? style.off : style.trace;
  ctx.fillStyle = colour;
  ctx.fill();
  ctx.strokeStyle = style.paper;
  ctx.lineWidth = 4;
  ctx.stroke();
  if (isPct && value > top) drawAbove(ctx, value, x + ARROW.wide + 8, colour, style);
}

/** A block arrow around a point. */
function traceArrow(ctx: Context, x: number, y: number, correction: Correction): void {
  const way = correction === 'ease' ? 1 : -1;
  const { wide, high, shaft } = ARROW;
  const points = [
    [0, high],
    [-wide, 0],
    [-shaft, 0],
    [-shaft, -high],
    [shaft, -high],
    [shaft, 0],
    [wide, 0]
  ] as const;
  for (const [dx, dy] of points) ctx.lineTo(x + dx, y + way * dy);
  ctx.closePath();
}

/** How far above the scale, beside the bead: a triangle at the edge, and the number. */
function drawAbove(ctx: Context, value: number, x: number, colour: string, style: ChartStyle): void {
  const text = `${Math.round(value)} %`;
  const [middle, high] = [14, 28];
  ctx.font = style.strongFont;
  const { width } = ctx.measureText(text);
  ctx.fillStyle = style.paper;
  ctx.fillRect(x, 0, width + 28, high);
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x + 10, middle - 8);
  ctx.lineTo(x + 4, middle + 4);
  ctx.lineTo(x + 16, middle + 4);
  ctx.closePath();
  ctx.fill();
  ctx.fillText(text, x + 22, middle + 6);
}
