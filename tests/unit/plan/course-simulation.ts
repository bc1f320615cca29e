import { addDays, dayAt, daysBetween, type Day } from '../../../src/lib/plan/calendar';
import { setOfToday } from '../../../src/lib/plan/dose';
import { referenceHoldsFrom } from '../../../src/lib/plan/gates';
import { beginningOf, firstStep } from '../../../src/lib/plan/ladder';
import { allowedLoad, withinLimits, type LoadLimits } from '../../../src/lib/plan/load';
import type { Recorded } from '../../../src/lib/plan/order';
import type { Prescription, Setting } from '../../../src/lib/plan/prescription';
import { isShut, proposalOf, type Cause, type Course } from '../../../src/lib/plan/progression';
import type { Sign, Signs } from '../../../src/lib/plan/signs';
import type { Situation } from '../../../src/lib/plan/situation';
import { asksStrength, treatmentOf, type Step } from '../../../src/lib/plan/steps';
import { symptomsOf } from '../../../src/lib/plan/symptoms';
import { follows, type TrainedRound, type TrainedSession } from '../../../src/lib/plan/trained';
import type { Scale } from '../../../src/lib/signal/calibration/reference';
import type { SetUp } from '../../../src/lib/signal/command';
import { KINDS, randomOf, SimulatedPerson, type Kind } from './simulated-person';

/** One session of a course. */
export interface SimulatedSession {
  /** After the birth. */
  readonly day: number;
  readonly step: Step;
  /** Null of a free curve. */
  readonly forcePct: number | null;
  readonly holdMs: number | null;
  readonly plannedRounds: number;
  readonly doneRounds: number;
  /** Of the proposal that follows, which is answered with yes; null: none follows. */
  readonly cause: Cause | null;
  readonly rounds: readonly TrainedRound[];
  /** What is prescribed, with the rounds of today, before any limit; null of a free curve. */
  readonly asked: SetUp | null;
  /** What is trained; null of a free curve. */
  readonly set: SetUp | null;
  readonly scale: Scale;
  readonly limits: LoadLimits;
  readonly hadSign: boolean;
}

export interface SimulatedCourse {
  readonly kind: Kind;
  readonly seed: number;
  readonly sessions: readonly SimulatedSession[];
}

const BORN: Day = '2026-01-12';
const SITUATION: Situation = {
  track: { kind: 'postnatal', born: BORN, delivery: 'vaginal' },
  complicated: false,
  agreed: [],
  isTense: false,
  wantsMaximum: false,
  complaints: []
};
/** Fast enough for a tangent of 30 % to be the first that shortens the ramp of step 7. */
const RMAX_PCT_PER_S = 100;
const HOUR_MS = 3_600_000;
const FIRST_DAY = 4;
const LAST_DAY = 16 * 7;
/** As the app looks at. */
const LOOKED_AT = 21;
/** A strain twice in a row waits so many days for the physiotherapist, who asks again. */
const VISIT_DAYS = 7;

/** How many sessions a day: what is prescribed in the steps of strength, else so many. */
export interface Pace {
  readonly gentlePerDay: number;
}

/** 200 courses after a vaginal birth, from day 4 to week 16: as many of each kind. */
export function simulateCourses(count = 200, pace: Pace = { gentlePerDay: 1 }): readonly SimulatedCourse[] {
  return Array.from({ length: count }, (_, seed) => simulateCourse(kindOf(seed), seed, pace));
}

/** The nth session of a day, from 9 o'clock on every four hours. */
const atOf = (day: number, nth: number) => Date.parse(`${addDays(BORN, day)}T09:00`) + nth * 4 * HOUR_MS;

const kindOf = (seed: number): Kind => KINDS[seed % KINDS.length] ?? 'strong';

/** The same for the same seed. */
export function simulateCourse(kind: Kind, seed: number, pace: Pace = { gentlePerDay: 1 }): SimulatedCourse {
  const course = new CourseUnderWay(new SimulatedPerson(kind, randomOf(seed)), pace);
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) course.live(day);
  return { kind, seed, sessions: course.told };
}

/** What the app does around the rules: asks, plans the set, keeps what was trained, and answers each proposal with yes. */
class CourseUnderWay {
  readonly told: SimulatedSession[] = [];
  /** Newest first. */
  #sessions: readonly TrainedSession[] = [];
  #prescription: Prescription;
  #count = 0;
  #raisedOn: Day | null = null;
  #seen: Recorded | null = null;
  #measured: { readonly scale: Scale; readonly on: Day } | null = null;
  /** No training before that day, for other reasons than the plan. */
  #pausedUntil = 0;
  /** A new pain is there until that day. */
  #painUntil = 0;

  constructor(
    private readonly person: SimulatedPerson,
    private readonly pace: Pace
  ) {
    const setting = beginningOf(firstStep(SITUATION, addDays(BORN, FIRST_DAY)));
    this.#prescription = this.#prescriptionOf(setting, 'start', atOf(FIRST_DAY, -1));
  }

  /** One day of it. */
  live(day: number): void {
    const { person, pace } = this;
    if (person.happens(person.habit.pause)) this.#pausedUntil = day + Math.round(person.between([3, 14]));
    if (day < this.#pausedUntil || !person.happens(person.habit.days / 10)) return;
    const perDay = this.#prescription.perDay ?? pace.gentlePerDay;
    for (let nth = 0; nth < perDay; nth++) {
      this.#session(day, nth);
      // Who was told to stop does not train again that day.
      const last = this.told.at(-1);
      if (last?.day === day && last.hadSign) return;
    }
  }

  #session(day: number, nth: number): void {
    const today = addDays(BORN, day);
    const atMs = atOf(day, nth);
    if (this.#isSeen(atMs, today)) return;
    // What is shut is answered before anything is trained.
    if (isShut(this.#course(), today)) this.#answer(today, atMs);
    if (isShut(this.#course(), today)) return;
    const { person } = this;
    const { habit } = person;
    const { step, setUp } = this.#prescription;
    const symptoms = symptomsOf(this.#sessions, today, this.#seen);
    const limits = allowedLoad({ situation: SITUATION, symptoms, prescription: this.#prescription }, today);
    const scale = this.#measure(limits, step, today);
    const past = this.#sessions.flatMap(({ sets }) => sets.toReversed());
    const followed = past.filter((set) => setUp !== null && follows(set.setUp, setUp));
    const asked = setOfToday(this.#prescription, SITUATION, followed, today);
    const set = asked && withinLimits(asked, limits);
    const before = this.#signs(day);
    const isStopped = before !== null && before.length > 0;
    const rounds = set && !isStopped ? person.train(set) : [];
    if (person.happens(habit.pain)) this.#painUntil = day + Math.round(person.between([1, 4]));
    const after = isStopped ? null : this.#signs(day);
    const signs: Signs = { before, after };
    const sets = set && rounds.length > 0 ? [{ setUp: set, scale, rounds }] : [];
    this.#keep({ id: String(atMs), prescription: this.#prescription.id, startedAtMs: atMs, signs, sets });
    const cause = this.#answer(today, atMs);
    this.told.push({
      day,
      step,
      forcePct: set?.forcePct ?? null,
      holdMs: set?.pattern.holdMs ?? null,
      plannedRounds: set?.rounds ?? 0,
      doneRounds: rounds.length,
      cause,
      asked,
      set,
      scale,
      limits,
      rounds,
      hadSign: [...(before ?? []), ...(after ?? [])].length > 0
    });
  }

  /** After a strain twice in a row nothing is trained until the physiotherapist has given her word. */
  #isSeen(atMs: number, today: Day): boolean {
    const { isRepeatedStrain } = symptomsOf(this.#sessions, today, this.#seen);
    const [newest] = this.#sessions;
    if (!isRepeatedStrain || !newest) return false;
    if (daysBetween(dayAt(newest.startedAtMs), today) < VISIT_DAYS) return true;
    this.#seen = { atMs };
    const signs: Signs = { before: [], after: null };
    this.#keep({ id: String(atMs), prescription: null, startedAtMs: atMs, signs, sets: [] });
    return true;
  }

  /** The answers to one asking; null where there were none. */
  #signs(day: number): Sign[] | null {
    const { person } = this;
    if (person.happens(person.habit.unasked)) return null;
    if (person.happens(person.habit.strain)) return [person.happens(0.5) ? 'doming' : 'heaviness'];
    return day < this.#painUntil && person.happens(0.6) ? ['pain'] : [];
  }

  /** Measures 100 % where it does not hold any more; a maximum where strength is trained and one is allowed. */
  #measure(limits: LoadLimits, step: Step, today: Day): Scale {
    const from = referenceHoldsFrom(SITUATION, today) ?? BORN;
    const wasMaximum = this.#measured?.scale === 'mvc';
    const scale = limits.allowsMaximum && (asksStrength(step) || wasMaximum) ? 'mvc' : 'ref';
    if (!this.#measured || this.#measured.scale !== scale || this.#measured.on < from) {
      this.person.refer(scale);
      this.#measured = { scale, on: today };
    }
    return scale;
  }

  #keep(session: TrainedSession): void {
    this.#sessions = [session, ...this.#sessions].slice(0, LOOKED_AT);
  }

  #course(): Course {
    return {
      prescription: this.#prescription,
      situation: SITUATION,
      sessions: this.#sessions,
      rmaxPctPerS: RMAX_PCT_PER_S,
      raisedOn: this.#raisedOn,
      seen: this.#seen
    };
  }

  /** Yes to what is proposed; its cause, null where nothing is. */
  #answer(today: Day, atMs: number): Cause | null {
    const proposal = proposalOf(this.#course(), today);
    if (!proposal) return null;
    const { cause, to } = proposal;
    const isAdvance = cause === 'good' || cause === 'felt';
    if (isAdvance) this.#raisedOn = today;
    if (cause === 'strong') this.#measured = null;
    const reason = isAdvance ? 'advance' : cause === 'strong' ? 'remeasure' : 'back';
    this.#prescription = this.#prescriptionOf(to, reason, atMs + 1);
    return cause;
  }

  #prescriptionOf(setting: Setting, reason: Prescription['reason'], atMs: number): Prescription {
    const perDay = treatmentOf(setting.step).perDay;
    const id = String(this.#count++);
    return { ...setting, id, person: 'anna', atMs, perDay, reason, therapist: null, override: null };
  }
}
