import { m } from '$lib/paraglide/messages';
import type { AttemptRefusal } from '$lib/signal/calibration/attempt';
import type { NoSlope } from '$lib/signal/tangent';

/** Why a squeeze does not count, and what to do. */
export const ATTEMPT_REFUSALS: Readonly<Record<AttemptRefusal, () => string>> = {
  weak: m.attempt_weak,
  short: m.attempt_short,
  rail: m.attempt_rail,
  gap: m.attempt_gap,
  restless: m.attempt_restless,
  drift: m.attempt_drift,
  shift: m.attempt_shift,
  opposite: m.attempt_opposite,
  breath: m.attempt_breath,
  buttocks: m.attempt_buttocks
};

/** The same where she squeezes in her own time: a rest that was measured restlessly makes every squeeze too faint. */
export const SQUEEZE_REFUSALS = { ...ATTEMPT_REFUSALS, weak: m.squeeze_weak } as const;

/** The same in a word or two. */
export const ATTEMPT_WORDS: Readonly<Record<AttemptRefusal, () => string>> = {
  weak: m.refused_weak,
  short: m.refused_short,
  rail: m.refused_rail,
  gap: m.refused_gap,
  restless: m.refused_restless,
  drift: m.refused_drift,
  shift: m.refused_shift,
  opposite: m.refused_opposite,
  breath: m.refused_breath,
  buttocks: m.refused_buttocks
};

/** Why a rise has no speed. */
export const NO_SLOPE: Readonly<Record<NoSlope, () => string>> = {
  'not-reached': m.tangent_not_reached,
  'not-measurable': m.tangent_not_measurable
};
