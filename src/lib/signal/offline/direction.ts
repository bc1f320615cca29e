import { WEAK_SD } from '../calibration/reference';
import { largestMean } from '../plateau';
import { BRIDGE_STEPS } from '../sample-step';
import type { Surveyed } from './windows';

/** How far the largest half seconds lie above and below rest, in the recording's unit; not below 0. */
export interface Reach {
  readonly up: number;
  readonly down: number;
}

/** Nothing says which way a contraction moves the signal: one sentence that says why. */
export class DirectionUnclear extends Error {}

/** *Decision*, as for the squeezes of a short calibration: after a contraction real signals swing to the other side, by less than this share of it. */
const SWING = 1 / 3;

/** @param baseline what rest reads, in the recording's unit */
export function reachOf({ t, v, stepS }: Surveyed, baseline: number): Reach {
  const bridgeS = BRIDGE_STEPS * stepS;
  const reach = (polarity: 1 | -1) => {
    const away = v.map((each) => polarity * (each - baseline));
    return Math.max(0, largestMean(t, away, -Infinity, Infinity, bridgeS));
  };
  return { up: reach(1), down: reach(-1) };
}

/**
 * The direction in which the signal leaves rest.
 *
 * @param sd noise of the rest, in the recording's unit
 * @throws DirectionUnclear where it leaves rest by less than 20σ, or both ways
 */
export function directionOf({ up, down }: Reach, sd: number): 1 | -1 {
  const shown = (value: number) => Number(value.toPrecision(3));
  if (Math.max(up, down) < WEAK_SD * sd || Math.max(up, down) === 0)
    throw new DirectionUnclear(
      `The signal leaves rest by ${shown(Math.max(up, down))} at most, less than ${WEAK_SD} times its noise, so nothing shows which way a contraction moves it.`
    );
  if (Math.min(up, down) > SWING * Math.max(up, down))
    throw new DirectionUnclear(
      `The signal leaves rest both ways, up by ${shown(up)} and down by ${shown(down)}, so nothing shows which way a contraction moves it.`
    );
  return up > down ? 1 : -1;
}
