import type { Trace } from '../state/trace';
import type { Gap } from '../state/session-view';
import type { SetSchedule } from '../signal/schedule';
import type { ChartStyle } from './chart-style';

/** What the moving layer draws. Times are session seconds, heights in the unit of the scale. */
export interface LiveScene {
  readonly trace: Trace;
  readonly schedule: SetSchedule | null;
  readonly gaps: readonly Gap[];
  readonly faultsAtS: readonly number[];
  readonly marks: readonly LabelledMark[];
  readonly nowS: number;
  readonly pastS: number;
  readonly futureS: number;
  readonly bottom: number;
  readonly top: number;
}

/** A word above the curve, where a rest leaves room: a cough, another posture. */
export interface LabelledMark {
  readonly atS: number;
  readonly label: string;
}

/** Draws one frame: ribbon, gaps, thread, now-line, bead. @param width and height in CSS px */
export function drawLive(
  ctx: CanvasRenderingContext2D,
  width: number,
  height: number,
  scene: LiveScene,
  style: ChartStyle
): void {
  const fromS = scene.nowS - scene.pastS;
  const toS = scene.nowS + scene.futureS;
  const x = (t: number) => ((t - fromS) / (toS - fromS)) * width;
  const y = (v: number) => height - ((v - scene.bottom) / (scene.top - scene.bottom)) * height;
  const nowX = x(scene.nowS);
  ctx.clearRect(0, 0, width, height);
  if (scene.schedule) drawRibbon(ctx, scene.schedule, fromS, toS, x, y, style);
  drawGaps(ctx, scene, fromS, x, height, style);
  drawMarks(ctx, scene, fromS, x, style);

  ctx.strokeStyle = style.soft;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([2, 7]);
  ctx.beginPath();
  ctx.moveTo(nowX, 0);
  ctx.lineTo(nowX, height);
  ctx.stroke();
  ctx.setLineDash([]);

  const last = drawThread(ctx, scene, fromS, x, y, style);
  if (Number.isNaN(last)) return;
  const margin = 12;
  ctx.beginPath();
  ctx.arc(nowX, Math.min(Math.max(y(last), margin), height - margin), 14, 0, 2 * Math.PI);
  ctx.fillStyle = style.trace;
  ctx.fill();
  ctx.strokeStyle = style.paper;
  ctx.lineWidth = 4;
  ctx.stroke();
}

type Scale = (value: number) => number;

function drawRibbon(
  ctx: CanvasRenderingContext2D,
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
  ctx: CanvasRenderingContext2D,
  scene: LiveScene,
  fromS: number,
  x: Scale,
  height: number,
  style: ChartStyle
): void {
  ctx.fillStyle = style.line;
  ctx.globalAlpha = 0.6;
  for (const gap of scene.gaps) {
    if (gap.toS >= fromS && gap.fromS <= scene.nowS)
      ctx.fillRect(x(gap.fromS), 0, x(gap.toS) - x(gap.fromS), height);
  }
  ctx.globalAlpha = 1;
  ctx.fillStyle = style.soft;
  for (let i = scene.faultsAtS.length - 1; i >= 0; i--) {
    const atS = scene.faultsAtS[i] ?? NaN;
    if (atS < fromS) break;
    if (atS <= scene.nowS) ctx.fillRect(x(atS) - 1, height - 8, 2, 8);
  }
}

function drawMarks(
  ctx: CanvasRenderingContext2D,
  scene: LiveScene,
  fromS: number,
  x: Scale,
  style: ChartStyle
): void {
  for (let i = scene.marks.length - 1; i >= 0; i--) {
    const mark = scene.marks[i];
    if (!mark || mark.atS < fromS) break;
    if (mark.atS > scene.nowS) continue;
    ctx.fillStyle = style.soft;
    ctx.font = style.font;
    ctx.fillRect(x(mark.atS) - 1, 0, 2, 16);
    ctx.fillText(mark.label, x(mark.atS) + 6, 13);
  }
}

/** The person's curve up to now. Returns its last value, or NaN where there is none to draw. */
function drawThread(
  ctx: CanvasRenderingContext2D,
  scene: LiveScene,
  fromS: number,
  x: Scale,
  y: Scale,
  style: ChartStyle
): number {
  const { timeS, value } = scene.trace.window(fromS, scene.nowS);
  let nextGap = scene.gaps.findIndex((gap) => gap.toS > fromS);
  let last = NaN;
  let pen = false;
  ctx.beginPath();
  for (let i = 0; i < timeS.length; i++) {
    const t = timeS[i] ?? NaN;
    const v = value[i] ?? NaN;
    while (nextGap >= 0 && t >= (scene.gaps[nextGap]?.toS ?? Infinity)) {
      pen = false;
      nextGap += 1;
    }
    if (Number.isNaN(v)) {
      pen = false;
      continue;
    }
    if (pen) ctx.lineTo(x(t), y(v));
    else ctx.moveTo(x(t), y(v));
    pen = true;
    last = v;
  }
  ctx.strokeStyle = style.trace;
  ctx.lineWidth = 4.5;
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.stroke();
  return last;
}
