import type { SetSchedule } from '../signal/schedule';
import { scaleBottomPct, scaleTopPct, type SessionView } from './session-view';
import type { Trace } from './trace';

/** Seconds looked back at. */
const WINDOW_S = 10;
/** The smallest height, as a share of the sensor's range: noise is not blown up to fill the picture. */
const SMALLEST_SHARE = 0.02;

/** What the chart shows of a session now: its curve in % once there is a 0 and a 100 %, before that as the sensor sent it. */
export function pictureOf(
  traces: { readonly pct: Trace; readonly raw: Trace },
  view: SessionView,
  schedule: SetSchedule | null,
  nowS: number
): { readonly trace: Trace; readonly scaled: boolean; readonly bottom: number; readonly top: number } {
  if (view.rest && view.reference) {
    return { trace: traces.pct, scaled: true, bottom: scaleBottomPct(schedule), top: scaleTopPct(schedule) };
  }
  return { trace: traces.raw, scaled: false, ...rawScale(traces.raw, nowS, view) };
}

/** A scale for raw values, while there is no 100 % yet: what was seen lately, with room around it. */
export function rawScale(
  raw: Trace,
  nowS: number,
  { features }: SessionView
): { bottom: number; top: number } {
  const { value } = raw.window(nowS - WINDOW_S, nowS);
  let [low, high] = [Infinity, -Infinity];
  for (const v of value) {
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  if (low > high) return { bottom: 0, top: 1 };
  const range = features ? features.range.max - features.range.min : 0;
  const height = Math.max(1.3 * (high - low), SMALLEST_SHARE * Math.min(range, 4096));
  // More room above: that is where most squeezes go.
  const bottom = low - 0.2 * (height - (high - low)) - 0.1 * height;
  return { bottom, top: bottom + 1.1 * height };
}
