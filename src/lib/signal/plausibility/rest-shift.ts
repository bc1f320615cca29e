import { calmWindow, windowsOf, type Surveyed, type Window } from '../offline/windows';

/** How far rest has moved from the first calm three seconds to the last. */
export interface RestShift {
  /** When these two stretches begin, s. */
  readonly firstS: number;
  readonly lastS: number;
  /** % of the reference. */
  readonly byPct: number;
}

/** *Decision*: calm and no farther from the zero than this it is rest; a contraction starts there (docs/signal.md, 6), %. */
const NEAR_PCT = 10;

/**
 * @param survey with values in % of the reference above rest
 * @returns null where rest was seen but once: nothing is known of a drift
 */
export function restShift(survey: Surveyed): RestShift | null {
  const near = windowsOf(survey).filter(({ level }) => Math.abs(level) < NEAR_PCT);
  const isCalm = (window: Window) => calmWindow(survey, window, 100) !== null;
  const [first, last] = [near.find(isCalm), near.findLast(isCalm)];
  if (!first || !last || last.fromS < first.toS) return null;
  return { firstS: first.fromS, lastS: last.fromS, byPct: last.level - first.level };
}
