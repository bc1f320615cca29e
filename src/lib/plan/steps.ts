import type { SetUp } from '../signal/command';

/** Steps of the treatment plan: 1 to 3 before a birth, 4 to 7 after it. */
export const STEPS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Step = (typeof STEPS)[number];

/** `open`: a free curve, without a target. */
export type Programme = 'open' | 'strength' | 'endurance' | 'coordination';

/** How many rounds: so many as are set up, or by fatigue and at most as many. */
export type Rounds = 'fixed' | 'before-fatigue' | 'past-fatigue';

/** One row of the treatment plan of the seated trainer. */
export interface Treatment {
  readonly step: Step;
  readonly programme: Programme;
  /** What it begins with; null for a free curve. */
  readonly setUp: SetUp | null;
  readonly rounds: Rounds;
  /** So many times a day; null where nobody says. */
  readonly perDay: number | null;
}

/** A step that trains with a target. */
export interface TargetedTreatment extends Treatment {
  readonly step: TargetedStep;
  readonly setUp: SetUp;
}
export type TargetedStep = 2 | 3 | 5 | 6 | 7;

/** *Decision*: the band to either side of a target, %. */
export const BAND_PCT = 10;
/** *Decision*: five rounds where nothing else is said; by fatigue, that is what a first set has. */
const FEW_ROUNDS = 5;

function open(step: Step): Treatment {
  return { step, programme: 'open', setUp: null, rounds: 'fixed', perDay: null };
}

function targeted(
  step: TargetedStep,
  programme: Programme,
  forcePct: number,
  [riseMs, holdMs, fallMs, restMs]: readonly [number, number, number, number],
  more: Partial<Pick<Treatment, 'rounds' | 'perDay'>> & Pick<SetUp, 'tangentPct' | 'goal'> = {}
): TargetedTreatment {
  const { rounds = 'fixed', perDay = null, ...speed } = more;
  const pattern = { riseMs, holdMs, fallMs, restMs };
  const setUp = { forcePct, pattern, rounds: FEW_ROUNDS, bandPct: BAND_PCT, ...speed };
  return { step, programme, setUp, rounds, perDay };
}

const STRENGTH = [3000, 5000, 3000, 4000] as const;

/**
 * The steps that have a target, as each begins: force in % of the reference, pattern in ms. Step 5 begins with a little force and a hold of
 * 1 s, which is lengthened up to 9 s before the force rises to 30 %; the force of 3 and 6 rises to 70 % in steps; step 7 asks for a
 * tangent as well, from 20 % up to 80 %.
 */
export const TARGETED: readonly [TargetedTreatment, ...TargetedTreatment[]] = [
  targeted(2, 'strength', 40, [4000, 2000, 4000, 6000], { rounds: 'before-fatigue', goal: 'release' }),
  targeted(3, 'strength', 50, STRENGTH, { rounds: 'past-fatigue', perDay: 3 }),
  targeted(5, 'endurance', 15, [2000, 1000, 2000, 4000], { rounds: 'past-fatigue' }),
  targeted(6, 'strength', 50, STRENGTH, { rounds: 'past-fatigue', perDay: 3 }),
  targeted(7, 'coordination', 70, [3000, 3000, 3000, 4000], { perDay: 3, tangentPct: 20 })
];

/** Step 5 as it is printed, 20;90;20;40 at 30 %: what it grows into. */
export const PRINTED_BALANCE = targeted(5, 'endurance', 30, [2000, 9000, 2000, 4000], {
  rounds: 'past-fatigue'
});

/** What a step begins with. */
export function treatmentOf(step: Step): Treatment {
  return TARGETED.find((each) => each.step === step) ?? open(step);
}

/** From 3 or 6 on more strength is asked for: these steps are meant in % of a maximum. */
export function asksStrength(step: Step): boolean {
  return step === 3 || step >= 6;
}
