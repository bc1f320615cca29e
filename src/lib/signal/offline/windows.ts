import { firstAtOrAfter, isWhole } from '../crossing';
import { largestMean } from '../plateau';
import { BRIDGE_STEPS } from '../sample-step';
import { measureRest } from '../rest/measured-rest';
import { judgeRest, type Rest, type RestRefusal } from '../tare';

/** A recording, and what is known of it as a whole. Times in s, values in the recording's unit. */
export interface Surveyed {
  readonly t: Float64Array;
  readonly v: Float64Array;
  /** Median sample step, s. */
  readonly stepS: number;
  /** One quantisation step. */
  readonly resolution: number;
}

/** How long a rest is, s. */
export const REST_S = 3;
/** *Decision*: a window begins every quarter of a second, but of a long recording no more than so many are looked at. */
const EVERY_S = 0.25;
const MOST = 2000;

/** Three seconds of a recording without a gap. */
export interface Window {
  /** Among all that were looked at, from 0. */
  readonly place: number;
  readonly fromS: number;
  readonly toS: number;
  /** Median. */
  readonly level: number;
}

/** A window as the tare measures it. */
export type MeasuredWindow = Window & Rest;

/** Every 3 s of a recording, without those that have a gap or fewer than three samples. */
export function windowsOf(survey: Surveyed): Window[] {
  const [startS, lastS] = [survey.t[0] ?? NaN, survey.t.at(-1) ?? NaN];
  const everyS = Math.max(EVERY_S, (lastS - startS) / MOST);
  const windows: Window[] = [];
  for (let place = 0; ; place++) {
    const fromS = startS + place * everyS;
    // A recording of whole seconds ends one step before the last of them is over.
    if (!(fromS + REST_S <= lastS + survey.stepS + 1e-9)) return windows;
    const { t, v } = samplesIn(survey, fromS);
    if (v.length < 3 || hasGap(survey, fromS)) continue;
    const sorted = v.slice().sort();
    windows.push({ place, fromS, toS: fromS + REST_S, level: sorted[t.length >> 1] ?? NaN });
  }
}

/**
 * The window as the tare would measure it; null where that would refuse it.
 *
 * @param span 100 %, in the recording's unit
 */
export function calmWindow(survey: Surveyed, window: Window, span: number): MeasuredWindow | null {
  const { rest, refused } = judged(survey, window.fromS, span);
  return refused === null ? { ...window, ...rest } : null;
}

/** Why the tare would refuse the 3 s from there on; null where it would not. */
export function refusalOf(survey: Surveyed, fromS: number, span: number): RestRefusal | null {
  return hasGap(survey, fromS) ? 'gap' : judged(survey, fromS, span).refused;
}

function judged(survey: Surveyed, fromS: number, span: number): { rest: Rest; refused: RestRefusal | null } {
  const { t, v } = samplesIn(survey, fromS);
  const rest = measureRest(t, v, survey.resolution);
  return { rest, refused: judgeRest(rest, survey.resolution, span) };
}

function samplesIn({ t, v }: Surveyed, fromS: number): { t: Float64Array; v: Float64Array } {
  const [from, to] = [firstAtOrAfter(t, fromS - 1e-9), firstAtOrAfter(t, fromS + REST_S - 1e-9)];
  return { t: t.subarray(from, to), v: v.subarray(from, to) };
}

function hasGap({ t, stepS }: Surveyed, fromS: number): boolean {
  const toS = Math.min(fromS + REST_S, t.at(-1) ?? NaN);
  return !isWhole(t, Math.max(fromS, t[0] ?? NaN), toS, BRIDGE_STEPS * stepS);
}

/** The highest and the lowest half second of a recording. */
export function extremesOf({ t, v, stepS }: Surveyed): { readonly highest: number; readonly lowest: number } {
  const largest = (values: Float64Array) => largestMean(t, values, -Infinity, Infinity, BRIDGE_STEPS * stepS);
  return { highest: largest(v), lowest: -largest(v.map((each) => -each)) };
}

/** How far apart they are. */
export function spanOf(survey: Surveyed): number {
  const { highest, lowest } = extremesOf(survey);
  return highest - lowest;
}
