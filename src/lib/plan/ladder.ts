import type { SetUp } from '../signal/command';
import { effectiveTangentPct } from '../signal/tangent';
import { daysBetween, type Day } from './calendar';
import { MOST_ROUNDS } from './dose';
import { gatesOf } from './gates';
import type { Setting } from './prescription';
import { stepsOf, type Situation } from './situation';
import { treatmentOf, type Step } from './steps';

/** One number of a set that is raised and lowered in steps. */
interface Knob {
  readonly of: 'forcePct' | 'holdMs' | 'tangentPct';
  readonly from: number;
  readonly to: number;
  readonly by: number;
}
const force = (from: number, to: number): Knob => ({ of: 'forcePct', from, to, by: 5 });
const hold = (from: number, to: number): Knob => ({ of: 'holdMs', from, to, by: 1000 });
/** Where a tangent begins at the least, and where it ends. */
export const LEAST_TANGENT_PCT = 20;
export const MOST_TANGENT_PCT = 80;

/** *Decision*: no hold is longer than step 5's. */
export const LONGEST_HOLD_MS = 9000;

/** What is raised in each step, one after the other; lowered in the other order. */
const KNOBS: Readonly<Record<Step, readonly Knob[]>> = {
  1: [],
  2: [hold(1000, 5000)],
  3: [force(50, 70), hold(5000, LONGEST_HOLD_MS)],
  4: [],
  5: [force(10, 30), hold(1000, LONGEST_HOLD_MS)],
  6: [force(50, 70), hold(5000, LONGEST_HOLD_MS)],
  7: [{ of: 'tangentPct', from: LEAST_TANGENT_PCT, to: MOST_TANGENT_PCT, by: 10 }]
};

/** *Decision*: 2 and 5 are complete with the hold that 3 and 6 begin with. */
export const LONG_HOLD_MS = 5000;
export const FULL_PCT = 70;
/** *Decision*: who finds it hard to let go rests 2 s longer, up to 20 s. */
export const REST_STEP_MS = 2000;
export const LONGEST_REST_MS = 20_000;
/** In the first week after a birth step 5 asks for as little as possible. */
const FIRST_WEEK_DAYS = 7;
export const FIRST_WEEK_PCT = 15;

type Tracked = Pick<Situation, 'track'>;

/** Whether a step asks for as little as possible that day. */
function isMinimal(step: Step, { track }: Tracked, today: Day): boolean {
  return step === 5 && track.kind === 'postnatal' && daysBetween(track.born, today) < FIRST_WEEK_DAYS;
}

/**
 * What a step begins with on that day.
 *
 * @param rmaxPctPerS the person's fastest rise: a tangent begins where it shortens the ramp; null where it was not measured
 */
export function beginningOf(
  step: Step,
  situation: Tracked,
  today: Day,
  rmaxPctPerS: number | null = null
): Setting {
  const { setUp, rounds } = treatmentOf(step);
  if (!setUp) return { step, setUp: null };
  const most = rounds === 'fixed' ? setUp.rounds : MOST_ROUNDS;
  const forcePct = isMinimal(step, situation, today) ? FIRST_WEEK_PCT : setUp.forcePct;
  const begin = { ...setUp, rounds: most, forcePct };
  if (setUp.tangentPct === undefined || rmaxPctPerS === null) return { step, setUp: begin };
  const tangentPct = Math.min(MOST_TANGENT_PCT, leastTangentPct(setUp, rmaxPctPerS));
  return { step, setUp: { ...begin, tangentPct } };
}

/** Whether a set asks for more than its step may that day. */
export function isTooMuch({ step, setUp }: Setting, situation: Tracked, today: Day): boolean {
  return isMinimal(step, situation, today) && setUp !== null && setUp.forcePct > FIRST_WEEK_PCT;
}

/** *Decision*: where somebody begins: behind the awareness where that is open, else with it. */
export function firstStep(situation: Situation, today: Day): Step {
  const [awareness, next = awareness] = stepsOf(situation.track);
  return gatesOf(next, situation, false, today).length === 0 ? next : awareness;
}

/** Whether the next step may follow. */
export function isComplete({ step, setUp }: Setting): boolean {
  if (!setUp) return true;
  if (step === 3 || step === 6) return setUp.forcePct >= FULL_PCT;
  return setUp.pattern.holdMs >= LONG_HOLD_MS;
}

/** What a step has come to when the next one follows. */
function endOf(step: Step, situation: Tracked, today: Day): Setting {
  const begin = beginningOf(step, situation, today);
  if (!begin.setUp || isComplete(begin)) return begin;
  return step === 3 || step === 6
    ? { step, setUp: withValue(begin.setUp, 'forcePct', FULL_PCT) }
    : { step, setUp: withValue(begin.setUp, 'holdMs', LONG_HOLD_MS) };
}

/**
 * A little more of the same step; null where there is no more.
 *
 * @param rmaxPctPerS the person's fastest rise; null where it was not measured
 */
export function raised({ step, setUp }: Setting, rmaxPctPerS: number | null): Setting | null {
  const knob = setUp && KNOBS[step].find(({ of, to }) => valueOf(setUp, of) < to);
  if (!setUp || !knob) return null;
  const hasSpeed = knob.of === 'tangentPct' && rmaxPctPerS !== null;
  const least = hasSpeed ? leastTangentPct(setUp, rmaxPctPerS) : 0;
  const value = Math.max(valueOf(setUp, knob.of) + knob.by, least);
  return { step, setUp: withValue(setUp, knob.of, Math.min(knob.to, value)) };
}

/** One step back: a little less of the same, else what the step before had come to; null where there is none. */
export function lowered({ step, setUp }: Setting, situation: Situation, today: Day): Setting | null {
  const knob = setUp && KNOBS[step].findLast(({ of, from }) => valueOf(setUp, of) > from);
  if (setUp && knob) {
    const value = Math.max(knob.from, valueOf(setUp, knob.of) - knob.by);
    return { step, setUp: withValue(setUp, knob.of, value) };
  }
  const steps = stepsOf(situation.track);
  const before = steps[steps.indexOf(step) - 1];
  return before === undefined ? null : endOf(before, situation, today);
}

/** The same with a longer rest; null where it is the longest. */
export function rested({ step, setUp }: Setting): Setting | null {
  if (!setUp || setUp.pattern.restMs >= LONGEST_REST_MS) return null;
  const restMs = Math.min(LONGEST_REST_MS, setUp.pattern.restMs + REST_STEP_MS);
  return { step, setUp: { ...setUp, pattern: { ...setUp.pattern, restMs } } };
}

/** The smallest tangent, in tens, whose ramp is shorter than the pattern's rise: a smaller one changes nothing. */
export function leastTangentPct({ forcePct, pattern }: SetUp, rmaxPctPerS: number): number {
  const same = effectiveTangentPct(forcePct, pattern.riseMs / 1000, rmaxPctPerS);
  return Math.max(LEAST_TANGENT_PCT, 10 * (Math.floor(same / 10) + 1));
}

function valueOf({ pattern, ...setUp }: SetUp, of: Knob['of']): number {
  return of === 'holdMs' ? pattern.holdMs : (setUp[of] ?? 0);
}

function withValue(setUp: SetUp, of: Knob['of'], value: number): SetUp {
  return of === 'holdMs'
    ? { ...setUp, pattern: { ...setUp.pattern, holdMs: value } }
    : { ...setUp, [of]: value };
}
