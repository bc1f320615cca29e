import type { RestRefusal } from '../tare';
import {
  calmWindow,
  extremesOf,
  refusalOf,
  REST_S,
  windowsOf,
  type MeasuredWindow,
  type Surveyed,
  type Window
} from './windows';

/** Why the first three seconds of a recording are not its rest. `high`: they are calm, but far above the lowest level. */
export type FirstRefused = RestRefusal | 'high';

/** Where a recording's rest was found, s. */
export interface FoundRest {
  readonly fromS: number;
  readonly toS: number;
  /** Null: the first three seconds are the rest. */
  readonly firstRefused: FirstRefused | null;
  /** The first three seconds are no rest, and no other stretch is one: they had to do. */
  readonly isMakeshift: boolean;
}

/**
 * *Decision*: no rest lies farther above the lowest half second than this share of the recording's span; after a squeeze real signals settle up
 * to 15 % below rest. Where no lower stretch is calm, a plateau that is held still is none.
 */
export const FAR = 0.2;
/** *Decision*: so near to the lowest calm level is that level, of the span. */
const SAME_LEVEL = 0.05;
/** *Decision*: what varies more than so many times the σ of the calmest quarter is not as calm. */
const AS_CALM = 1.5;

/**
 * Three seconds of rest where nobody says when there was any: the first three, where they are a rest; else the steadiest at the lowest calm
 * level. The level goes first, because a plateau that is held is calm too. Among those of that level the one that drifts least is taken and not
 * the one that varies least: the least of many σ would be too small, by half at 10 Hz, and the slope of noise says nothing about its σ.
 *
 * @param polarity which way a contraction moves the signal
 */
export function findRest(survey: Surveyed, polarity: 1 | -1): FoundRest {
  const startS = survey.t[0] ?? NaN;
  const first = { fromS: startS, toS: startS + REST_S };
  const { highest, lowest } = extremesOf(survey);
  const span = highest - lowest;
  const reached = polarity > 0 ? lowest : -highest;
  const height = ({ level }: Window) => polarity * level;
  const windows = windowsOf(survey).sort((a, b) => height(a) - height(b));
  const isCalm = (window: Window) => calmWindow(survey, window, span) !== null;
  const near = windows.filter((each) => height(each) <= reached + FAR * span);
  const calmest = near.find(isCalm);
  const level = calmest ? height(calmest) : reached;
  const isHigh = windows.some((each) => each.place === 0 && height(each) > level + FAR * span);
  const firstRefused = refusalOf(survey, startS, span) ?? (isHigh ? 'high' : null);
  if (firstRefused === null) return { ...first, firstRefused, isMakeshift: false };
  const low = near.filter((each) => height(each) <= level + SAME_LEVEL * span);
  const calm = low.flatMap((each) => calmWindow(survey, each, span) ?? []);
  const [best] = steadiest(innerOf(calm));
  return best
    ? { fromS: best.fromS, toS: best.toS, firstRefused, isMakeshift: false }
    : { ...first, firstRefused, isMakeshift: true };
}

/**
 * Those beside which the ones before and after are as low and as calm: they hold nothing of a contraction that begins or ends there. All, where
 * none is.
 */
function innerOf(windows: readonly MeasuredWindow[]): readonly MeasuredWindow[] {
  const places = new Set(windows.map(({ place }) => place));
  const inner = windows.filter(({ place }) => places.has(place - 1) && places.has(place + 1));
  return inner.length > 0 ? inner : windows;
}

/** Those that vary no more than the others, the one that drifts least first. */
function steadiest(windows: readonly MeasuredWindow[]): MeasuredWindow[] {
  const deviations = windows.map(({ sd }) => sd).sort((a, b) => a - b);
  const limit = AS_CALM * (deviations[deviations.length >> 2] ?? NaN);
  return windows
    .filter(({ sd }) => sd <= limit)
    .sort((a, b) => Math.abs(a.drift) - Math.abs(b.drift) || a.fromS - b.fromS);
}
