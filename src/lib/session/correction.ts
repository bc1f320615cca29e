import type { SetSchedule } from '../signal/schedule';

/** What would bring the force back into the band: less of it, or more. */
export type Correction = 'ease' | 'more';

export interface Astray {
  readonly correction: Correction;
  /** Since when the force has been outside, session time; at most as far back as was looked. */
  readonly sinceS: number;
}

/** *Decision*: so long on one side of the band before anything is said: shorter is noise at its edge, or the time that a reaction takes. */
export const ASTRAY_S = 0.3;
/** How far back to look. */
export const LOOK_BACK_S = 2;
/** A longer step between two samples is a gap: what lies before it says nothing about now. */
const GAP_S = 0.25;

/**
 * Whether the force is outside the target's band now, and on which side. *Decision*: only where a force is asked for. In rests, waits and
 * pauses nothing is said, and nobody who lets go faster than the target is asked for more.
 *
 * @param lately the newest samples, % of the reference; those from `LOOK_BACK_S` before now on are enough
 * @returns null within the band, and where nothing is asked or known
 */
export function correctionAt(
  schedule: SetSchedule,
  { timeS, value }: Readonly<Record<'timeS' | 'value', ArrayLike<number>>>,
  nowS: number
): Astray | null {
  const { cue } = schedule.momentAt(nowS);
  if (cue !== 'rise' && cue !== 'hold' && cue !== 'fall') return null;
  const sideAt = (i: number) => sideOf(schedule, timeS[i] ?? NaN, value[i] ?? NaN);
  const newest = timeS.length - 1;
  const side = sideAt(newest);
  if (side === 0 || (side < 0 && cue === 'fall')) return null;
  let first = newest;
  while (first > 0 && sideAt(first - 1) === side && (timeS[first] ?? 0) - (timeS[first - 1] ?? 0) <= GAP_S)
    first -= 1;
  const sinceS = timeS[first] ?? NaN;
  const isLasting = (timeS[newest] ?? NaN) - sinceS >= ASTRAY_S - 1e-9;
  return isLasting ? { correction: side > 0 ? 'ease' : 'more', sinceS } : null;
}

/** 1 above the band, −1 below it, 0 within it and where nothing is known. */
function sideOf(schedule: SetSchedule, s: number, pct: number): -1 | 0 | 1 {
  const off = pct - schedule.valueAt(s);
  if (!(Math.abs(off) > schedule.bandPct)) return 0;
  return off > 0 ? 1 : -1;
}
