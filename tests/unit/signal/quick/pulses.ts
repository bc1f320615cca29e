import { analysed } from '../analysed';
import { sampled, straight, type Sample } from '../samples';

/** 80·sin²(π·s/0.45), from 0 to 0.45 s; 0 elsewhere. */
export const PULSE = (s: number) => (s < 0 || s > 0.45 ? 0 : 80 * Math.sin((Math.PI * s) / 0.45) ** 2);

/** Where a pulse that is cut off at such a level begins, into the pulse, s. */
export const passedAt = (pct: number) => (0.45 / Math.PI) * Math.asin(Math.sqrt(pct / 80));

/** A hold of 100 from 4.3 to 7 s, and pulses that begin then, each of them a share of `PULSE`. */
export const pulses = (begins: readonly number[], share: (i: number) => number = () => 1) => {
  const hold = straight([4, 0], [4.3, 100], [7, 100], [7.3, 0]);
  return (s: number) => begins.reduce((sum, at, i) => sum + share(i) * PULSE(s - at), hold(s));
};

/** One every 1.5 s from 11 s on. */
export const BEGINS = (count: number) => Array.from({ length: count }, (_, i) => 11 + 1.5 * i);

/** The analysis of samples with an MVC of 100. */
export const quickly = (samples: readonly Sample[]) => analysed(samples, { mvc: 100 });
export const at100Hz = (value: (s: number) => number, toS = 25) => sampled(value, 100, 0, toS);
