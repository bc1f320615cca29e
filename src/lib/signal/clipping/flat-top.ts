import type { Rest } from '../tare';

/** *Decision*: so many equal samples in a row at the maximum; fewer come about at the top of a quick squeeze, where the signal stands still. */
const FEWEST = 5;
/** What lies within so many σ below a maximum that noise alone made. */
const NOISE_SD = 3;

/**
 * σ of a rest, where it is the sensor's own and more than one quantisation step; else null, for then equal samples are normal. *Decision*: where
 * most samples repeat the one before, the sensor is quiet, and σ is what the person did.
 *
 * @param step one quantisation step, in the unit of the rest
 */
export function clippingNoise({ sd, jump }: Pick<Rest, 'sd' | 'jump'>, step: number): number | null {
  return sd > step && jump > 0 ? sd : null;
}

/**
 * Whether a signal was cut off at its maximum, found without knowing the sensor's range (docs/signal.md, 15): at least five equal samples in a
 * row lie there, more than in a row anywhere else (*decision*: a sensor that is read faster than it measures repeats every value), and more
 * samples lie at the maximum than within 3σ below it (*decision*: there noise leaves most of them).
 *
 * @param noise σ of rest in the unit of v; null where rest varies by no more than one quantisation step, for equal samples are normal then
 */
export function hasFlatTop(v: Float64Array, noise: number | null): boolean {
  if (noise === null) return false;
  let [highest, atTop, elsewhere, run] = [-Infinity, 0, 0, 0];
  for (let i = 0; i < v.length; i++) {
    const value = v[i] ?? NaN;
    run = value === v[i - 1] ? run + 1 : 1;
    if (value > highest) {
      highest = value;
      elsewhere = Math.max(elsewhere, atTop);
      atTop = 1;
    } else if (value === highest) atTop = Math.max(atTop, run);
    else elsewhere = Math.max(elsewhere, run);
  }
  return atTop >= FEWEST && atTop > elsewhere && isPiledUp(v, highest, NOISE_SD * noise);
}

function isPiledUp(v: Float64Array, highest: number, within: number): boolean {
  let [at, below] = [0, 0];
  for (const value of v) {
    if (value === highest) at += 1;
    else if (value >= highest - within) below += 1;
  }
  return at > below;
}

/** When the signal was at its maximum for the first time and for the last, s. */
export function topOf(t: Float64Array, v: Float64Array): { readonly fromS: number; readonly toS: number } {
  const highest = v.reduce((most, value) => Math.max(most, value), -Infinity);
  return { fromS: t[v.indexOf(highest)] ?? NaN, toS: t[v.lastIndexOf(highest)] ?? NaN };
}
