import type { Picture } from '../session/picture';
import type { SetSchedule } from '../signal/schedule';
import { drawBead } from './bead';
import type { ChartStyle, Look } from './look';

/** Past a third, future two thirds: 4 and 8 s on a phone, 8 and 14 s on what is wider. */
const SPANS = { narrow: { pastS: 4, futureS: 8 }, wide: { pastS: 8, futureS: 14 } };
/** CSS px. */
const WIDE_PX = 700;

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws one frame: ribbon, gaps, thread, now-line, bead. The context is scaled to CSS px. */
export function drawLive(ctx: Context, picture: Picture, { width, height, style, words }: Look): void {
  const { pastS, futureS } = width >= WIDE_PX ? SPANS.wide : SPANS.narrow;
  const fromS = picture.nowS - pastS;
  const toS = picture.nowS + futureS;
  const x = (t: number) => ((t - fromS) / (toS - fromS)) * width;
  const y = (v: number) => height - ((v - picture.bottom) / (picture.top - picture.bottom)) * height;
  const nowX = x(picture.nowS);
  ctx.clearRect(0, 0, width, height);
  // For all lines: what a frame leaves behind, the next one must not look different by.
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  if (picture.schedule) drawRibbon(ctx, picture.schedule, fromS, toS, x, y, style);
  drawGaps(ctx, picture, fromS, x, height, style);
  drawMarks(ctx, picture, fromS, x, style, words);
  drawNotes(ctx, picture, fromS, toS, x, style);
  drawUnder(ctx, picture, fromS, toS, x, y, style);

  ctx.strokeStyle = style.soft;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([2, 7]);
  ctx.beginPath();
  ctx.moveTo(nowX, 0);
  ctx.lineTo(nowX, height);
  ctx.stroke();
  ctx.setLineDash([]);

  const last = drawThread(ctx, picture, fromS, x, y, style);
  if (!Number.isNaN(last)) drawBead(ctx, picture, last, nowX, y(last), height, style);
}

type Scale = (value: number) => number;

function drawRibbon(
  ctx: Context,
  schedule: SetSchedule,
  fromS: number,
  toS: number,
  x: Scale,
  y: Scale,
  style: ChartStyle
): void {
  ctx.lineWidth = 2;
  for (const points of schedule.outlines(fromS, toS)) {
    const edge = (offset: number) => {
      for (let i = 0; i < points.length; i += 2)
        ctx.lineTo(x(points[i] ?? 0), y((points[i + 1] ?? 0) + offset));
    };
    const edgeBack = (offset: number) => {
      for (let i = points.length - 2; i >= 0; i -= 2)
        ctx.lineTo(x(points[i] ?? 0), y((points[i + 1] ?? 0) + offset));
    };
    ctx.beginPath();
    edge(schedule.bandPct);
    edgeBack(-schedule.bandPct);
    ctx.closePath();
    ctx.fillStyle = style.ribbon;
    ctx.fill();
    ctx.strokeStyle = style.ribbonEdge;
    for (const offset of [schedule.bandPct, -schedule.bandPct]) {
      ctx.beginPath();
      edge(offset);
      ctx.stroke();
    }
  }
}

/** A gap is a pale stripe without a line through it; a dropped frame a small mark at the foot. */
function drawGaps(
  ctx: Context,
  picture: Picture,
  fromS: number,
  x: Scale,
  height: number,
  style: ChartStyle
): void {
  ctx.fillStyle = style.line;
  ctx.globalAlpha = 0.6;
  for (let i = picture.gaps.length - 1; i >= 0; i--) {
    const gap = picture.gaps.at(i);
    if (!gap || gap.toS < fromS) break;
    if (gap.fromS <= picture.nowS) ctx.fillRect(x(gap.fromS), 0, x(gap.toS) - x(gap.fromS), height);
  }
  ctx.globalAlpha = 1;
  ctx.fillStyle = style.soft;
  for (let i = picture.faultsAtS.length - 1; i >= 0; i--) {
    const atS = picture.faultsAtS.at(i) ?? NaN;
    if (atS < fromS) break;
    if (atS <= picture.nowS) ctx.fillRect(x(atS) - 1, height - 8, 2, 8);
  }
}

function drawMarks(
  ctx: Context,
  picture: Picture,
  fromS: number,
  x: Scale,
  style: ChartStyle,
  words: Look['words']
): void {
  for (let i = picture.marks.length - 1; i >= 0; i--) {
    const mark = picture.marks.at(i);
    if (!mark || mark.atS < fromS) break;
    if (mark.atS > picture.nowS) continue;
    ctx.fillStyle = style.soft;
    ctx.font = style.font;
    ctx.fillRect(x(mark.atS) - 1, 0, 2, 16);
    ctx.fillText(words[mark.mark], x(mark.atS) + 6, 13);
  }
}

/** A note hangs from the top, below the words of a mark: it is known before the curve comes to it. */
function drawNotes(
  ctx: Context,
  { notes }: Picture,
  fromS: number,
  toS: number,
  x: Scale,
  style: ChartStyle
): void {
  ctx.fillStyle = style.soft;
  ctx.font = style.font;
  for (const { atS, text } of notes) {
    if (atS < fromS || atS > toS) continue;
    ctx.fillRect(x(atS) - 1, 0, 2, 36);
    ctx.fillText(text, x(atS) + 6, 33);
  }
}

/** The other session's curve, past and future: a thin line. */
function drawUnder(
  ctx: Context,
  { under }: Picture,
  fromS: number,
  toS: number,
  x: Scale,
  y: Scale,
  style: ChartStyle
): void {
  if (!under) return;
  const { timeS, value } = under.trace.window(fromS + under.laterS, toS + under.laterS);
  let pen = false;
  ctx.beginPath();
  timeS.forEach((t, i) => {
    const v = value[i] ?? NaN;
    if (Number.isNaN(v)) pen = false;
    else if (pen) ctx.lineTo(x(t - under.laterS), y(v));
    else {
      ctx.moveTo(x(t - under.laterS), y(v));
      pen = true;
    }
  });
  ctx.strokeStyle = style.soft;
  ctx.lineWidth = 2;
  ctx.stroke();
}

/** On and off, CSS px: what is outside the band is broken, and not only of another colour. */
const OFF_DASHES = [9, 9];

/** The person's curve up to now. Returns its last value, or NaN where there is none to draw. */
function drawThread(
  ctx: Context,
  picture: Picture,
  fromS: number,
  x: Scale,
  y: Scale,
  style: ChartStyle
): number {
  const { timeS, value } = picture.trace.window(fromS, picture.nowS);
  const astrayS = picture.astray?.sinceS ?? Infinity;
  let nextGap = picture.gaps.length;
  while (nextGap > 0 && (picture.gaps.at(nextGap - 1)?.toS ?? NaN) > fromS) nextGap -= 1;
  let last = NaN;
  let pen = false;
  let isAstray = false;
  const stroke = () => {
    ctx.strokeStyle = isAstray ? style.off : style.trace;
    ctx.setLineDash(isAstray ? OFF_DASHES : []);
    ctx.stroke();
  };
  ctx.lineWidth = 4.5;
  ctx.beginPath();
  for (let i = 0; i < timeS.length; i++) {
    const t = timeS[i] ?? NaN;
    const v = value[i] ?? NaN;
    while (t >= (picture.gaps.at(nextGap)?.toS ?? Infinity)) {
      pen = false;
      nextGap += 1;
    }
    if (Number.isNaN(v)) {
      pen = false;
      continue;
    }
    if (pen) ctx.lineTo(x(t), y(v));
    else ctx.moveTo(x(t), y(v));
    if (!isAstray && t >= astrayS) {
      // From here on it looks otherwise; the line itself does not break.
      stroke();
      isAstray = true;
      ctx.beginPath();
      ctx.moveTo(x(t), y(v));
    }
    pen = true;
    last = v;
  }
  stroke();
  ctx.setLineDash([]);
  return last;
}
