import type { Course } from '../../../src/lib/plan/progression';
import { addDays, type Day } from '../../../src/lib/plan/calendar';
import type { Prescription, Setting } from '../../../src/lib/plan/prescription';
import { NOT_ASKED, type Sign, type Signs } from '../../../src/lib/plan/signs';
import type { Delivery, Situation, Track } from '../../../src/lib/plan/situation';
import type { Step } from '../../../src/lib/plan/steps';
import type { TrainedSession, TrainedSet } from '../../../src/lib/plan/trained';
import type { SetUp } from '../../../src/lib/signal/command';
import type { Quality } from '../../../src/lib/signal/round-quality';

/** What the weeks count from, and a day so long after it. */
export const BORN: Day = '2026-03-14';
export const after = (days: number): Day => addDays(BORN, days);

export const birth = (delivery: Delivery | null = 'vaginal', born = BORN): Track => ({
  kind: 'postnatal',
  born,
  delivery
});
export const surgery = (hasCatheter = false): Track => ({ kind: 'surgery', operated: BORN, hasCatheter });
export const pregnant: Track = { kind: 'pregnant', due: after(100) };
export const other: Track = { kind: 'other' };

export const of = (track: Track, changed: Partial<Situation> = {}): Situation => ({
  track,
  complicated: false,
  agreed: [],
  isTense: false,
  wantsMaximum: false,
  complaints: [],
  ...changed
});

/** Of the treatment plan, rise, hold, fall and rest in s. */
const PRINTED: Readonly<Record<2 | 3 | 5 | 6 | 7, readonly [number, number, number, number, number]>> = {
  2: [40, 4, 2, 4, 6],
  3: [50, 3, 5, 3, 4],
  5: [30, 2, 1, 2, 4],
  6: [50, 3, 5, 3, 4],
  7: [70, 3, 3, 3, 4]
};
export type Targeted = keyof typeof PRINTED;
export type Changed = Partial<Pick<SetUp, 'forcePct' | 'rounds' | 'tangentPct' | 'bandPct' | 'fatigue'>> & {
  readonly holdS?: number;
  readonly restS?: number;
};

/** A step's set as it begins: printed, with at most 10 rounds where fatigue ends it, else 5. */
export function setUpOf(step: Targeted, { holdS, restS, ...changed }: Changed = {}): SetUp {
  const [forcePct, rise, hold, fall, rest] = PRINTED[step];
  return {
    forcePct,
    pattern: {
      riseMs: 1000 * rise,
      holdMs: 1000 * (holdS ?? hold),
      fallMs: 1000 * fall,
      restMs: 1000 * (restS ?? rest)
    },
    rounds: step === 7 ? 5 : 10,
    bandPct: 10,
    ...(step === 7 && { tangentPct: 20 }),
    ...changed
  };
}
export const setting = (step: Targeted, changed: Changed = {}): Setting => ({
  step,
  setUp: setUpOf(step, changed)
});
export const free = (step: Step): Setting => ({ step, setUp: null });

const PRESCRIBED = 'a';
/** Since when it is trained. */
export const PRESCRIBED_MS = 1_000_000;
export const prescribed = (what: Setting, changed: Partial<Prescription> = {}): Prescription => ({
  id: PRESCRIBED,
  person: 'anna',
  atMs: PRESCRIBED_MS,
  perDay: null,
  reason: 'start',
  therapist: null,
  override: null,
  ...what,
  ...changed
});

const QUALITY: Readonly<Record<string, Quality>> = { g: 'good', f: 'fair', w: 'weak' };
const IS_RELAXED: Readonly<Record<string, boolean>> = { r: true, t: false };

/** A set told in letters: of each round good, fair, weak or not measured (-), and of its rest relaxed, tense or not measured (-). */
export function setOf(
  qualities: string,
  setUp: SetUp = setUpOf(6),
  rests = 'r'.repeat(qualities.length)
): TrainedSet {
  const rounds = Array.from(qualities, (letter, i) => ({
    quality: QUALITY[letter] ?? null,
    isRelaxed: IS_RELAXED[rests[i] ?? '-'] ?? null
  }));
  return { setUp, rounds };
}

export const session = (
  startedAtMs: number,
  sets: readonly TrainedSet[] = [],
  signs: Signs = NOT_ASKED
): TrainedSession => ({
  id: String(startedAtMs),
  prescription: startedAtMs < PRESCRIBED_MS ? null : PRESCRIBED,
  startedAtMs,
  signs,
  sets
});

/** What was answered before and after. */
export const told = (before: readonly Sign[] | null, after: readonly Sign[] | null = null): Signs => ({
  before,
  after
});

/** Week 20 after a birth: nothing is shut. */
export const OPEN: Day = after(140);
export const NONE = told([], []);

/** The n-th session with it. */
export const later = (n: number, sets: readonly TrainedSet[] = [], signs: Signs = NOT_ASKED) =>
  session(PRESCRIBED_MS + n, sets, signs);

export function courseOf(
  prescription: Prescription,
  sessions: readonly TrainedSession[] = [],
  { situation = of(birth()), rmaxPctPerS = null }: Partial<Course> = {}
): Course {
  return { prescription, situation, sessions, rmaxPctPerS };
}

/** Sessions of one set each with what is prescribed, the oldest first. */
export function trained(step: Targeted, changed: Changed, ...sets: readonly string[]): TrainedSession[] {
  return sets.map((rounds, i) => later(i, [setOf(rounds, setUpOf(step, changed))])).reverse();
}
