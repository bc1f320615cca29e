import type { Load } from '../../../src/lib/plan/load';

const most = (forcePct: number, holdS: number, tangentPct = 0): Readonly<Record<Load, number>> => ({
  forcePct,
  holdMs: 1000 * holdS,
  rounds: 10,
  tangentPct
});

/** The most of step 5 in the first week after a birth, and later. */
export const LITTLE = most(15, 9);
export const BALANCE = most(30, 9);
/** The most of step 2, of steps 3 and 6, and of step 7. */
export const RELAXING = most(40, 9);
export const STRENGTH = most(70, 30);
export const COORDINATION = most(70, 30, 80);
