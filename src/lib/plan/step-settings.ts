import type { SetUp } from '../signal/command';

/** A step of the treatment plan that trains with a target. */
export type Step = 2 | 3 | 5 | 6 | 7;

export interface StepSetting {
  readonly step: Step;
  readonly setUp: SetUp;
}

const setting = (
  step: Step,
  forcePct: number,
  pattern: readonly [number, number, number, number],
  tangentPct = 0
): StepSetting => {
  const [riseMs, holdMs, fallMs, restMs] = pattern;
  // *Decision*: five rounds everywhere. Where the plan says "just past fatigue", more is for who counts fatigue.
  const shape = { forcePct, pattern: { riseMs, holdMs, fallMs, restMs }, rounds: 5, bandPct: 10 };
  return { step, setUp: tangentPct > 0 ? { ...shape, tangentPct } : shape };
};

/**
 * What each step begins with, as the treatment plan of the seated trainer gives it: force in % of the reference, pattern in ms. Step 5's
 * hold starts at 1 s and is lengthened up to 9 s; the force of 3 and 6 rises to 70 % in steps; step 7 asks for a tangent as
 * well, from 20 % up to 80 %.
 */
export const STEP_SETTINGS: readonly [StepSetting, ...StepSetting[]] = [
  setting(2, 40, [4000, 2000, 4000, 6000]),
  setting(3, 50, [3000, 5000, 3000, 4000]),
  setting(5, 30, [2000, 1000, 2000, 4000]),
  setting(6, 50, [3000, 5000, 3000, 4000]),
  setting(7, 70, [3000, 3000, 3000, 4000], 20)
];
