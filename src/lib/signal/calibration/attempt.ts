import { firstAtOrAfter, isWhole } from '../crossing';
import { largestMean } from '../plateau';
import { steepest } from '../rise';
import { BRIDGE_STEPS } from '../sample-step';
import { isDisturbed, measureRest } from '../rest/measured-rest';
import type { Rest } from '../tare';
import { describeStretch } from '../weighted';
import { WEAK_SD, type Polarity } from './reference';

/** What the person or her therapist says of an attempt; the sensor cannot tell. */
export type Objection = 'breath' | 'buttocks';

export type AttemptRefusal =
  /** Below 20σ. */
  | 'weak'
  | 'short'
  /** The sensor was at an end of its range: the squeeze was stronger than what it told. */
  | 'rail'
  | 'gap'
  /** In the two seconds before. */
  | 'restless'
  | 'drift'
  /** Rest lay elsewhere afterwards. */
  | 'shift'
  /** The signal went the other way. */
  | 'opposite'
  | Objection;

export interface Attempt {
  /** When it was asked for; in a short calibration, when it was noticed. Session time, s. */
  readonly startS: number;
  /** Which way the signal went. */
  readonly polarity: Polarity;
  /** Largest 0.5 s mean, distance from the rest before, in sensor numbers. */
  readonly strength: number;
  readonly refused: AttemptRefusal | null;
}

/** How long an attempt is asked for, s. */
export const SQUEEZE_S = 5;
/** The rest that is looked at before it. */
export const BEFORE_S = 2;
/** *Decision*: so long after the squeeze its rest is looked at, in the last second of that: a cushion recovers slowly. */
export const AFTER_S = 4;
/** Somebody lets go a little late. */
const LATE_S = 1;
/** *Decision*: at rest beforehand, σ and drift may be so much of the practised squeeze, or 3σ of the tare. */
const CALM_SHARE = 0.03;
/** *Decision*: after release real signals settle up to 15 % beside rest; farther away, the seat has moved. */
const SETTLED_SHARE = 0.2;
/** *Decision*: half of its strength is held for so long at least, or it was no attempt at holding. */
const SHORTEST_S = 1;

/** What an attempt is judged by. */
export interface AttemptRules {
  readonly rest: Rest;
  readonly polarity: Polarity;
  /** What the practised squeezes reached, in sensor numbers. */
  readonly practised: number;
}

export interface JudgedAttempt extends Attempt {
  /** Steepest rise, sensor numbers per s; −∞ where none is measured. */
  readonly ratePerS: number;
}

/**
 * One attempt, asked for from `startS` on for 5 s.
 *
 * @param t, v samples in sensor numbers, from 2 s before to 4 s after it
 */
export function judgeAttempt(
  t: Float64Array,
  v: Float64Array,
  startS: number,
  stepS: number,
  isRailed: boolean,
  { rest, polarity, practised }: AttemptRules
): JudgedAttempt {
  const bridgeS = BRIDGE_STEPS * stepS;
  const [from, cue] = [firstAtOrAfter(t, startS - BEFORE_S), firstAtOrAfter(t, startS)];
  const before = measureRest(t.subarray(from, cue), v.subarray(from, cue), 0);
  const height = v.map((value) => polarity * (value - before.baseline));
  const toS = startS + SQUEEZE_S + LATE_S;
  const strength = largestMean(t, height, startS, toS, bridgeS);
  const opposite = largestMean(
    t,
    height.map((value) => -value),
    startS,
    toS,
    bridgeS
  );
  const endS = startS + SQUEEZE_S + AFTER_S;
  const calm = Math.max(3 * rest.sd, CALM_SHARE * practised);
  const refusals: readonly (readonly [AttemptRefusal, boolean])[] = [
    ['gap', !isWhole(t, startS - BEFORE_S, endS, bridgeS)],
    ['rail', isRailed],
    ['restless', before.sd > calm || isDisturbed(before, calm)],
    ['drift', Math.abs(before.drift) > calm],
    ['opposite', opposite >= WEAK_SD * rest.sd && opposite > strength],
    ['weak', !(strength >= WEAK_SD * rest.sd)],
    ['short', secondsAbove(t, height, strength / 2, startS, toS) < SHORTEST_S],
    ['shift', Math.abs(describeStretch(t, height, endS - 1, endS).mean) > SETTLED_SHARE * strength]
  ];
  return {
    startS,
    polarity,
    strength: Number.isFinite(strength) ? strength : 0,
    refused: refusals.find(([, applies]) => applies)?.[0] ?? null,
    ratePerS: steepest(t, height, 1, startS, toS, stepS)
  };
}

/** How long the signal lay above a level; steps count with the sample at their end. */
function secondsAbove(t: Float64Array, v: Float64Array, level: number, fromS: number, toS: number): number {
  let seconds = 0;
  const to = Math.min(t.length, firstAtOrAfter(t, toS));
  for (let i = Math.max(1, firstAtOrAfter(t, fromS)); i < to; i++)
    if ((v[i] ?? NaN) > level) seconds += (t[i] ?? NaN) - (t[i - 1] ?? NaN);
  return seconds;
}
