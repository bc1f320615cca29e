import type { Course } from '../../../src/lib/plan/progression';
import { addDays, type Day } from '../../../src/lib/plan/calendar';
import type { Override, Prescription, Setting } from '../../../src/lib/plan/prescription';
import { NOT_ASKED, type Sign, type Signs } from '../../../src/lib/plan/signs';
import type { Delivery, Situation, Track } from '../../../src/lib/plan/situation';
import type { Step } from '../../../src/lib/plan/steps';
import { NO_SYMPTOMS, type Symptoms } from '../../../src/lib/plan/symptoms';
import type { TrainedRound, TrainedSession, TrainedSet } from '../../../src/lib/plan/trained';
import type { Scale } from '../../../src/lib/signal/calibration/reference';
import type { SetUp } from '../../../src/lib/signal/command';

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

/** What each step begins with: force in %, then rise, hold, fall and rest in s. */
const PRINTED: Readonly<Record<2 | 3 | 5 | 6 | 7, readonly [number, number, number, number, number]>> = {
  2: [40, 4, 2, 4, 6],
  3: [50, 3, 5, 3, 4],
  5: [15, 2, 1, 2, 4],
  6: [50, 3, 5, 3, 4],
  7: [70, 3, 3, 3, 4]
};
export type Targeted = keyof typeof PRINTED;
export type Changed = Partial<Pick<SetUp, 'forcePct' | 'rounds' | 'tangentPct' | 'bandPct' | 'fatigue'>> & {
  readonly holdS?: number;
  readonly restS?: number;
};

/** A step's set as it begins, with at most 10 rounds where fatigue ends it, else 5. */
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
    ...(step === 2 && { goal: 'release' as const }),
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
export const PRESCRIBED_MS = Date.parse('2026-01-05T12:00Z');
const DAY_MS = 86_400_000;
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

const ROUND: Readonly<Record<string, Pick<TrainedRound, 'quality' | 'isReached'>>> = {
  g: { quality: 'good', isReached: true },
  f: { quality: 'fair', isReached: true },
  u: { quality: 'fair', isReached: false },
  w: { quality: 'weak', isReached: true },
  s: { quality: 'too-strong', isReached: true },
  n: { quality: 'not-done', isReached: false }
};
const NOT_MEASURED = { quality: null, isReached: null };
const IS_RELAXED: Readonly<Record<string, boolean>> = { r: true, t: false };

/**
 * A set told in letters: of each round good, fair, fair but unreached (u), weak, too strong, not done or not measured (-), and of its rest
 * relaxed, tense or not measured (-).
 */
export function setOf(
  qualities: string,
  setUp: SetUp = setUpOf(6),
  rests = 'r'.repeat(qualities.length),
  scale: Scale = 'mvc'
): TrainedSet {
  const rounds = Array.from(qualities, (letter, i) => ({
    ...(ROUND[letter] ?? NOT_MEASURED),
    isRelaxed: IS_RELAXED[rests[i] ?? '-'] ?? null
  }));
  return { setUp, scale: qualities === '' ? null : scale, rounds };
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

/** A session so many days after it was prescribed. */
export const later = (days: number, sets: readonly TrainedSet[] = [], signs: Signs = NOT_ASKED) =>
  session(PRESCRIBED_MS + days * DAY_MS, sets, signs);

export function courseOf(
  prescription: Prescription,
  sessions: readonly TrainedSession[] = [],
  { situation = of(birth()), rmaxPctPerS = null, raisedOn = null, seen = null }: Partial<Course> = {}
): Course {
  return { prescription, situation, sessions, rmaxPctPerS, raisedOn, seen };
}

/** Sessions of one set each with what is prescribed, one a day, told the oldest first. */
export function trained(step: Targeted, changed: Changed, ...sets: readonly string[]): TrainedSession[] {
  return sets.map((rounds, i) => later(i, [setOf(rounds, setUpOf(step, changed))])).reverse();
}

/** What the answers came to: pain, or doming or heaviness, told at that moment. */
export const pained = (atMs = 1): Symptoms => ({ ...NO_SYMPTOMS, pain: { atMs } });
export const strained = (atMs = 1, changed: Partial<Symptoms> = {}): Symptoms => ({
  ...NO_SYMPTOMS,
  strain: { atMs },
  ...changed
});

/** A therapist's word of that moment. */
export const wordAt = (atMs: number): Override => ({
  therapist: 'T.',
  role: 'physiotherapist',
  reason: 'Strong enough.',
  atMs
});
