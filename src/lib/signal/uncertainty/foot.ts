/**
 * How steeply a signal crosses a level, where only its steepest slope or its rise time is kept: the slowest of the usual shapes, so that the ±
 * is rather too large (*decisions*).
 */

/** The foot of a raised cosine at 2 % of its height: sin(2·asin √0.02) of its steepest. */
const FOOT = Math.sin(2 * Math.asin(Math.sqrt(0.02)));
/** An exponential decay at 6 % of its height, where a contraction of the whole reference ends, against its steepest. */
const TAIL = 0.06;
/** An exponential takes ln 9 time constants from 10 to 90 %, and crosses the farther of both at a tenth of its steepest. */
const FAR_CROSSING = 0.1 * Math.log(9);
/** The nearer of both: a straight line, which no usual shape crosses more slowly there. */
const NEAR_CROSSING = 0.8;

/** At the onset, %/s. @param riseRatePctPerS its steepest */
export const slopeAtOnset = (riseRatePctPerS: number): number => FOOT * riseRatePctPerS;

/** At a contraction's end, %/s. @param fallPctPerS its steepest */
export const slopeAtEnd = (fallPctPerS: number): number => TAIL * fallPctPerS;

/** At 10 and at 90 % of a rise or a fall of that height, which took so long from one to the other, %/s. */
export function slopesBetween(heightPct: number, seconds: number): readonly [number, number] {
  return [(NEAR_CROSSING * heightPct) / seconds, (FAR_CROSSING * heightPct) / seconds];
}
