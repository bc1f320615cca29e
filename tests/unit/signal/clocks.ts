import type { Sample } from './samples';

/** The seconds at which a sensor measures, from 0 up to `toS`. */
export type Clock = (toS: number) => number[];

/** Steps in turn, in s; the first of them is the one at `phase`. */
export const turns =
  (stepsS: readonly number[], phase = 0): Clock =>
  (toS) => {
    const times: number[] = [];
    for (let [t, i] = [0, phase]; t < toS; i++) {
      times.push(t);
      t += stepsS[i % stepsS.length] ?? NaN;
    }
    return times;
  };

/** One sample of sixteen is missing: those whose number leaves the remainder `phase`. */
export const oneOfSixteenMissing =
  (stepS: number, phase: number): Clock =>
  (toS) =>
    turns([stepS])(toS).filter((_, i) => i % 16 !== phase);

/** Time stamps rounded to whole µs, as many firmwares send them. */
export const inMicroseconds =
  (clock: Clock): Clock =>
  (toS) =>
    clock(toS).map((t) => Math.round(t * 1e6) / 1e6);

/** The values of `f`, all of them at the right time, under stamps that are wrong by normal errors of SD `sdS`, and in order. */
export function jittered(
  f: (s: number) => number,
  clock: Clock,
  toS: number,
  sdS: number,
  seed: number
): Sample[] {
  const times = clock(toS);
  const normal = normals(seed);
  const stamps = times.map((t) => t + sdS * normal()).sort((a, b) => a - b);
  return times.map((t, i) => ({ t: stamps[i] ?? NaN, v: f(t) })).filter(isLater);
}

const isLater = ({ t }: Sample, i: number, all: readonly Sample[]) => i === 0 || t > (all[i - 1]?.t ?? NaN);

export const on = (f: (s: number) => number, clock: Clock, toS: number): Sample[] =>
  clock(toS).map((t) => ({ t, v: f(t) }));

/** Normal numbers of mean 0 and SD 1, the same for the same seed (Box and Muller, on the generator mulberry32). */
export function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
