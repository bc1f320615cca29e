import type { SetSchedule } from '../signal/schedule';
import type { Note } from '../storage/session';
import { correctionAt, LOOK_BACK_S, type Astray } from './correction';
import type { Listed } from './growing';
import type { Trace } from './trace';
import type { Gap, Seen, SessionView } from './view';

/** What lies on the curve, oldest first. */
export interface Happened {
  readonly gaps: Listed<Gap>;
  readonly marks: Listed<Seen>;
  readonly faultsAtS: Listed<number>;
}

/** What the chart shows of a session at one moment. Times are session seconds, heights in the unit of the scale. */
export interface Picture extends Scale, Happened {
  readonly nowS: number;
  readonly trace: Trace;
  readonly schedule: SetSchedule | null;
  /** Where the force is outside the band now, what would bring it back; null otherwise. */
  readonly astray: Astray | null;
  /** Heights are % of the reference. */
  readonly isPct: boolean;
  /** What somebody wrote down, and where. */
  readonly notes: readonly Note[];
  /** Another curve to lay under this one. */
  readonly under: Under | null;
}

export interface Under {
  readonly trace: Trace;
  /** How much later its time is than this session's, for the same moment of a round. */
  readonly laterS: number;
}

/** What only a session that is over has. */
export type Beside = Pick<Picture, 'notes' | 'under'>;
const NOTHING_BESIDE: Beside = { notes: [], under: null };

/** The values at the foot and at the head of the chart. */
export interface Scale {
  readonly bottom: number;
  readonly top: number;
}

/** Seconds looked back at. */
const WINDOW_S = 10;
/** The smallest height, as a share of the sensor's range: noise is not blown up to fill the picture. */
const SMALLEST_SHARE = 0.02;
/** *Decision*. The same before rest is known, when nothing says how large a squeeze is: breathing must not look like one. */
const SMALLEST_SHARE_BEFORE_REST = 0.15;

/**
 * The curve in % once there is a 0 and a 100 %, before that as the sensor sent it.
 *
 * @param schedule of the set that is looked at, if any
 * @param known gaps and marks, where more of them are known than this view has come to
 */
export function pictureOf(
  traces: { readonly pct: Trace; readonly raw: Trace },
  view: SessionView,
  schedule: SetSchedule | null,
  nowS: number,
  { gaps, faultsAtS, marks }: Happened = view,
  { notes, under }: Beside = NOTHING_BESIDE
): Picture {
  const inPct = hasPct(view);
  const { bottom, top } = inPct ? pctScale(schedule) : rawScale(traces.raw, nowS, view);
  const trace = inPct ? traces.pct : traces.raw;
  return {
    nowS,
    trace,
    schedule,
    astray: inPct && schedule ? correctionAt(schedule, trace.window(nowS - LOOK_BACK_S, nowS), nowS) : null,
    isPct: inPct,
    bottom,
    top,
    gaps,
    faultsAtS,
    marks,
    notes,
    under: inPct ? under : null
  };
}

/** Whether there is a 0 and a 100 %. */
export function hasPct({ rest, reference }: SessionView): boolean {
  return rest !== null && reference !== null;
}

/**
 * The %-axis, which stands still during a set: the target with its whole band and room above, the resting target's band below; without
 * a target, 100 % and a little.
 */
export function pctScale(schedule: SetSchedule | null): Scale {
  if (!schedule) return { bottom: -10, top: 110 };
  const { bandPct } = schedule;
  const { forcePct } = schedule.setUp;
  return { bottom: -1.15 * bandPct, top: Math.max(1.6 * forcePct, forcePct + 1.5 * bandPct) };
}

/** A scale for raw values, while there is no 100 % yet: what was seen lately, with room around it. */
export function rawScale(raw: Trace, nowS: number, { features, rest }: SessionView): Scale {
  const { value } = raw.window(nowS - WINDOW_S, nowS);
  let [low, high] = [Infinity, -Infinity];
  for (const v of value) {
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  if (low > high) return { bottom: 0, top: 1 };
  const range = features ? features.range.max - features.range.min : 0;
  const smallest = rest === null ? SMALLEST_SHARE_BEFORE_REST : SMALLEST_SHARE;
  const height = Math.max(1.3 * (high - low), smallest * Math.min(range, 4096));
  // More room above: that is where most squeezes go.
  const bottom = low - 0.2 * (height - (high - low)) - 0.1 * height;
  return { bottom, top: bottom + 1.1 * height };
}
