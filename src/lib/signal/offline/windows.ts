import { firstAtOrAfter, isWhole } from '../crossing';
import { largestMean } from '../plateau';
import { BRIDGE_STEPS } from '../sample-step';
import { judgeRest, measureRest, type Rest, type RestRefusal } from '../tare';

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

export interface Window extends Rest {
  /** Among all that were looked at, from 0. */
  readonly place: number;
  readonly fromS: number;
  readonly toS: number;
  readonly refused: RestRefusal | null;
}

/**
 * Every 3 s of a recording, each as the tare would measure and judge it. Stretches with a gap or fewer than three samples are left out.
 *
 * @param span 100 %, in the recording's unit
 */
export function windowsOf(survey: Surveyed, span: number): Window[] {
  const { t } = survey;
  const windows: Window[] = [];
  const [startS, lastS] = [t[0] ?? NaN, t.at(-1) ?? NaN];
  const everyS = Math.max(EVERY_S, (lastS - startS) / MOST);
  for (let place = 0; ; place++) {
    const fromS = startS + place * everyS;
    // A recording of whole seconds ends one step before the last of them is over.
    if (!(fromS + REST_S <= lastS + survey.stepS + 1e-9)) return windows;
    const window = windowAt(survey, fromS, span, place);
    if (window && window.refused !== 'gap') windows.push(window);
  }
}

/** The 3 s from there on; null of fewer than three samples. */
export function windowAt(
  { t, v, stepS, resolution }: Surveyed,
  fromS: number,
  span: number,
  place = 0
): Window | null {
  const toS = fromS + REST_S;
  const [from, to] = [firstAtOrAfter(t, fromS - 1e-9), firstAtOrAfter(t, toS - 1e-9)];
  if (to - from < 3) return null;
  const { rest, isRestless } = measureRest(t.subarray(from, to), v.subarray(from, to), resolution);
  const isCovered = isWhole(
    t,
    Math.max(fromS, t[0] ?? NaN),
    Math.min(toS, t.at(-1) ?? NaN),
    BRIDGE_STEPS * stepS
  );
  const refused = isCovered ? (isRestless ? 'restless' : judgeRest(rest, resolution, span)) : 'gap';
  return { ...rest, place, fromS, toS, refused };
}

/** How far the recording's half seconds reach from the lowest to the highest, in its unit. */
export function spanOf({ t, v, stepS }: Surveyed): number {
  const bridgeS = BRIDGE_STEPS * stepS;
  const reach = (polarity: 1 | -1) =>
    largestMean(
      t,
      v.map((each) => polarity * each),
      -Infinity,
      Infinity,
      bridgeS
    );
  return reach(1) + reach(-1);
}
