import type { Scale } from '../signal/calibration/reference';
import type { SetUp } from '../signal/command';
import type { FatigueRule } from '../signal/fatigue';
import { daysBetween, type Day } from './calendar';
import { allowsMaximum, gatesFor, type Gate } from './gates';
import type { Prescription } from './prescription';
import { stepsOf, type Situation } from './situation';
import { asksStrength, type Step } from './steps';
import type { Symptoms } from './symptoms';

/** Everything that the limits of a load hang on. */
export interface Profile {
  readonly situation: Situation;
  readonly symptoms: Symptoms;
  /** What is trained now, with a therapist's word about it; null without a plan. */
  readonly prescription: Pick<Prescription, 'step' | 'setUp' | 'override'> | null;
}

/** The numbers of a set that a load is limited in. */
export const LOADS = ['forcePct', 'holdMs', 'rounds', 'tangentPct'] as const;
export type Load = (typeof LOADS)[number];

/** Why no more is allowed. */
export type LimitReason =
  /** The highest step that is open asks for no more; `next` is shut by `gates`. */
  | {
      readonly kind: 'step';
      readonly step: Step;
      readonly next: Step | null;
      readonly gates: readonly Gate[];
    }
  | { readonly kind: 'first-week' }
  /** Nothing is known of the person. */
  | { readonly kind: 'unknown' }
  /** What is known could not be read. */
  | { readonly kind: 'unread' };

/** What may be trained on one day, whatever starts the set. */
export interface LoadLimits {
  readonly most: Readonly<Record<Load, number>>;
  readonly because: LimitReason;
  /** Whether 100 % may be a maximum. */
  readonly allowsMaximum: boolean;
  /** Whether a tangent counts in % of a maximum only: step 7 never opens on a comfortable squeeze. */
  readonly tangentNeedsMaximum: boolean;
  /** What shuts training altogether; none: something is open. */
  readonly shut: readonly Gate[];
  /** How fatigue ends every set; null: as each set says. */
  readonly fatigue: FatigueRule | null;
}

/** *Decision*: a set has no more rounds, unless a therapist says so. */
export const MOST_ROUNDS = 10;
/** In the first week after a birth step 5 asks for as little as possible. */
export const FIRST_WEEK_DAYS = 7;
export const FIRST_WEEK_PCT = 15;
/** In the first two weeks even step 5 ends before fatigue: not too much. */
export const TENDER_DAYS = 14;
/** The longest hold of steps 2 and 5; holds of 20 to 30 s come with strength. */
const GENTLE_HOLD_MS = 9000;
const STRENGTH_HOLD_MS = 30_000;

const load = (forcePct: number, holdMs: number, tangentPct = 0) => ({
  forcePct,
  holdMs,
  rounds: MOST_ROUNDS,
  tangentPct
});

/** The most that a step comes to. Awareness has a free curve and no load; where only it is open, no set may begin. */
const MOST: Readonly<Record<Step, Readonly<Record<Load, number>> | null>> = {
  1: null,
  2: load(40, GENTLE_HOLD_MS),
  3: load(70, STRENGTH_HOLD_MS),
  4: null,
  5: load(30, GENTLE_HOLD_MS),
  6: load(70, STRENGTH_HOLD_MS),
  7: load(70, STRENGTH_HOLD_MS, 80)
};

/** *Decision*: without a plan nothing is known that would shut a step, so the most of all steps holds. */
const UNKNOWN: LoadLimits = {
  most: load(70, STRENGTH_HOLD_MS, 80),
  because: { kind: 'unknown' },
  allowsMaximum: true,
  tangentNeedsMaximum: false,
  shut: [],
  fatigue: null
};

const UNREAD: LoadLimits = {
  most: load(40, GENTLE_HOLD_MS),
  because: { kind: 'unread' },
  allowsMaximum: false,
  tangentNeedsMaximum: true,
  shut: [],
  fatigue: null
};

/** Whether a birth was less than so many days ago. */
function isWithin(days: number, { track }: Pick<Situation, 'track'>, today: Day): boolean {
  return track.kind === 'postnatal' && daysBetween(track.born, today) < days;
}

/** Whether step 5 asks for as little as possible that day. */
export function isFirstWeek(situation: Pick<Situation, 'track'>, today: Day): boolean {
  return isWithin(FIRST_WEEK_DAYS, situation, today);
}

/** Whether a set ends before fatigue that day, whatever its step. */
export function isTender(situation: Pick<Situation, 'track'>, today: Day): boolean {
  return isWithin(TENDER_DAYS, situation, today);
}

/** The limits of what may be trained that day. @param profile null where nothing is known of the person */
export function allowedLoad(profile: Profile | null, today: Day): LoadLimits {
  if (!profile) return UNKNOWN;
  const { situation, symptoms, prescription } = profile;
  const gates = (step: Step) => gatesFor(step, situation, symptoms, prescription, today);
  const targeted = stepsOf(situation.track).filter((step) => MOST[step] !== null);
  const highest = targeted.findLast((step) => gates(step).length === 0);
  const lowest = targeted[0] ?? 2;
  const step = highest ?? lowest;
  const isMinimal = isFirstWeek(situation, today) && !asksStrength(step);
  const printed = MOST[step] ?? load(0, 0);
  const usual = isMinimal ? { ...printed, forcePct: FIRST_WEEK_PCT } : printed;
  // A therapist's word counts as long as nothing that came after it shuts its step again.
  const word = prescription?.override && gates(prescription.step).length === 0 ? prescription : null;
  const next = targeted.find((each) => each > step) ?? null;
  return {
    most: word ? withOverride(usual, word) : usual,
    because: isMinimal
      ? { kind: 'first-week' }
      : { kind: 'step', step, next, gates: next === null ? [] : gates(next) },
    allowsMaximum: allowsMaximum(situation, symptoms, prescription, today),
    tangentNeedsMaximum: true,
    shut: highest === undefined ? gates(lowest) : [],
    fatigue: isTender(situation, today) && !word ? 'before' : null
  };
}

/**
 * *Decision*: where a plan may stand that cannot be read, or counts from a birth that was taken away, no more is open than learning to relax;
 * and what is known to be shut is shut all the same.
 */
export function cautiousLoad(known: Profile, today: Day): LoadLimits {
  return { ...UNREAD, shut: allowedLoad(known, today).shut };
}

/** A therapist's word lifts the limits up to the setting that it prescribes. */
function withOverride(
  most: Readonly<Record<Load, number>>,
  { setUp }: Pick<Prescription, 'setUp'>
): Readonly<Record<Load, number>> {
  if (!setUp) return most;
  const set = loadOf(setUp);
  return Object.fromEntries(LOADS.map((of) => [of, Math.max(most[of], set[of])])) as Record<Load, number>;
}

/** The numbers of a set that are limited. */
export function loadOf({ forcePct, pattern, rounds, tangentPct = 0 }: SetUp): Readonly<Record<Load, number>> {
  return { forcePct, holdMs: pattern.holdMs, rounds, tangentPct };
}

/** What of a set goes beyond the limits; none: it may begin. @param scale what 100 % is; null before it is known */
export function excessOf(setUp: SetUp, scale: Scale | null, limits: LoadLimits): readonly (Load | 'scale')[] {
  const set = loadOf(setUp);
  const isWrongScale =
    (scale === 'mvc' && !limits.allowsMaximum) ||
    (scale === 'ref' && limits.tangentNeedsMaximum && set.tangentPct > 0);
  return [...LOADS.filter((of) => set[of] > limits.most[of]), ...(isWrongScale ? (['scale'] as const) : [])];
}

/** Whether a set may begin. */
export function isAllowed(setUp: SetUp, scale: Scale | null, limits: LoadLimits): boolean {
  return limits.shut.length === 0 && excessOf(setUp, scale, limits).length === 0;
}

/** The set as far as the limits allow it, ending by fatigue as they say. */
export function withinLimits(setUp: SetUp, { most, fatigue }: LoadLimits): SetUp {
  const { forcePct, holdMs, rounds, tangentPct } = loadOf(setUp);
  return {
    ...setUp,
    forcePct: Math.min(forcePct, most.forcePct),
    pattern: { ...setUp.pattern, holdMs: Math.min(holdMs, most.holdMs) },
    rounds: Math.min(rounds, most.rounds),
    ...(tangentPct > 0 && { tangentPct: Math.min(tangentPct, most.tangentPct) }),
    ...(fatigue && { fatigue })
  };
}
