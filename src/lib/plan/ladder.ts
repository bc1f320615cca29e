import type { SetUp } from '../signal/command';
import { effectiveTangentPct } from '../signal/tangent';
import type { Day } from './calendar';
import { gatesOf } from './gates';
import { FIRST_WEEK_PCT, isFirstWeek, MOST_ROUNDS } from './load';
import type { Setting } from './prescription';
import { stepsOf, type Situation, type Track } from './situation';
import { PRINTED_BALANCE, treatmentOf, type Step } from './steps';
import { NO_SYMPTOMS } from './symptoms';

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

/** *Decision*: no proposal makes a hold longer than step 5's. */
export const LONGEST_HOLD_MS = 9000;

/**
 * What is raised in each step, one after the other; lowered in the other order. Steps 3 and 5 hold longer before they ask for more force;
 * step 6 asks for more force first, as the source lists it. *Decision*: a step may ask for less than it begins with, down to what the step
 * before ends with, so that nobody swings between two steps.
 */
const KNOBS: Readonly<Record<Step, readonly Knob[]>> = {
  1: [],
  2: [hold(1000, 5000), force(20, 40)],
  3: [hold(5000, LONGEST_HOLD_MS), force(30, 70)],
  4: [],
  5: [hold(1000, LONGEST_HOLD_MS), force(10, 30)],
  6: [force(30, 70), hold(5000, LONGEST_HOLD_MS)],
  7: [{ of: 'tangentPct', from: LEAST_TANGENT_PCT, to: MOST_TANGENT_PCT, by: 10 }]
};

/** *Decision*: 2 and 5 are complete with the hold that 3 and 6 begin with. */
export const LONG_HOLD_MS = 5000;
export const FULL_PCT = 70;
/** *Decision*: who finds it hard to let go rests 2 s longer, up to 20 s. */
export const REST_STEP_MS = 2000;
export const LONGEST_REST_MS = 20_000;

type Tracked = Pick<Situation, 'track'>;

/** What a step begins with. @param rmaxPctPerS the person's fastest rise; null where it was not measured */
export function beginningOf(step: Step, rmaxPctPerS: number | null = null): Setting {
  const { setUp, rounds } = treatmentOf(step);
  if (!setUp) return { step, setUp: null };
  const most = rounds === 'fixed' ? setUp.rounds : MOST_ROUNDS;
  return { step, setUp: withRealTangent({ ...setUp, rounds: most }, rmaxPctPerS) };
}

/** Whether a setting asks for more than step 5 may in the first week after a birth. */
export function isTooMuch({ step, setUp }: Setting, situation: Tracked, today: Day): boolean {
  return step === 5 && isFirstWeek(situation, today) && setUp !== null && setUp.forcePct > FIRST_WEEK_PCT;
}

/**
 * The same set with a tangent that shortens the ramp: a smaller one would ask for nothing, whatever it says.
 *
 * @param rmaxPctPerS the person's fastest rise; null where it was not measured
 */
export function withRealTangent(setUp: SetUp, rmaxPctPerS: number | null): SetUp {
  const { tangentPct = 0 } = setUp;
  if (tangentPct === 0 || rmaxPctPerS === null) return setUp;
  const least = Math.min(MOST_TANGENT_PCT, leastTangentPct(setUp, rmaxPctPerS));
  return tangentPct >= least ? setUp : { ...setUp, tangentPct: least };
}

/** *Decision*: where somebody begins: behind the awareness where that is open, else with it. */
export function firstStep(situation: Situation, today: Day): Step {
  const [awareness, next = awareness] = stepsOf(situation.track);
  return gatesOf(next, situation, NO_SYMPTOMS, today).length === 0 ? next : awareness;
}

/** Whether the next step may follow. */
export function isComplete({ step, setUp }: Setting): boolean {
  if (!setUp) return true;
  if (step === 3 || step === 6) return setUp.forcePct >= FULL_PCT;
  return setUp.pattern.holdMs >= LONG_HOLD_MS;
}

/** What a step has come to when the next one follows. */
function endOf(step: Step): Setting {
  const { setUp } = beginningOf(step);
  if (!setUp || isComplete({ step, setUp })) return { step, setUp };
  if (step === 3 || step === 6) return { step, setUp: withValue(setUp, 'forcePct', FULL_PCT) };
  const grown = step === 5 ? withValue(setUp, 'forcePct', PRINTED_BALANCE.setUp.forcePct) : setUp;
  return { step, setUp: withValue(grown, 'holdMs', LONG_HOLD_MS) };
}

/**
 * A little more of the same step; null where there is no more.
 *
 * @param rmaxPctPerS the person's fastest rise; null where it was not measured
 */
export function raised({ step, setUp }: Setting, rmaxPctPerS: number | null): Setting | null {
  const knob = setUp && KNOBS[step].find(({ of, to }) => valueOf(setUp, of) < to);
  if (!setUp || !knob) return null;
  const more = withValue(setUp, knob.of, Math.min(knob.to, valueOf(setUp, knob.of) + knob.by));
  return { step, setUp: withRealTangent(more, rmaxPctPerS) };
}

/**
 * One step back: a little less of the same, else what the step before had come to; null where there is none.
 *
 * @param rmaxPctPerS the person's fastest rise: a tangent that would change nothing is no less; null where it was not measured
 */
export function lowered(
  setting: Setting,
  { track }: Tracked,
  rmaxPctPerS: number | null = null
): Setting | null {
  return lessOf(setting, rmaxPctPerS) ?? before(setting.step, track);
}

/** Less force for who never came up to it; where the step has no less, one step back, and less force there. */
export function softened(
  setting: Setting,
  situation: Tracked,
  rmaxPctPerS: number | null = null
): Setting | null {
  const { step, setUp } = setting;
  const knob = KNOBS[step].find(({ of }) => of === 'forcePct');
  if (setUp && knob && setUp.forcePct > knob.from) return { step, setUp: turnedDown(setUp, knob) };
  const back = setUp && !knob ? before(step, situation.track) : null;
  return back ? softened(back, situation, rmaxPctPerS) : lowered(setting, situation, rmaxPctPerS);
}

/** A little less of the same step, the last number that was raised first. */
function lessOf({ step, setUp }: Setting, rmaxPctPerS: number | null): Setting | null {
  if (!setUp) return null;
  const less = KNOBS[step]
    .toReversed()
    .map((knob) => ({ knob, setUp: withRealTangent(turnedDown(setUp, knob), rmaxPctPerS) }))
    .find(({ knob, setUp: turned }) => valueOf(turned, knob.of) < valueOf(setUp, knob.of));
  return less ? { step, setUp: less.setUp } : null;
}

/** What the step before had come to. */
function before(step: Step, track: Track): Setting | null {
  const steps = stepsOf({ kind: track.kind });
  const earlier = steps[steps.indexOf(step) - 1];
  return earlier === undefined ? null : endOf(earlier);
}

function turnedDown(setUp: SetUp, { of, from, by }: Knob): SetUp {
  return withValue(setUp, of, Math.max(from, valueOf(setUp, of) - by));
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
