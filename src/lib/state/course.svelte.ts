import { dayAt, type Day } from '../plan/calendar';
import { setOfToday } from '../plan/dose';
import { allowsMaximum, gatesOf, isReferenceValid, type Gate } from '../plan/gates';
import type { Prescription, Setting } from '../plan/prescription';
import { isShut, proposalOf, type Course, type Proposal } from '../plan/progression';
import { situationOf, type Situation } from '../plan/situation';
import type { Step } from '../plan/steps';
import { brokenOff, follows, momentsDone, painAtMs, roundsLeft } from '../plan/trained';
import type { SetUp } from '../signal/command';
import type { CalibrationRecord } from '../storage/calibration';
import type { PlanPart } from '../storage/database';
import type { WorkerClient } from '../worker/client';
import type { StoredCourse } from '../worker/protocol';
import { notePlan } from './planned';

/** What is new in a prescription; the rest stays. */
export type Prescribed = Setting & Partial<Pick<Prescription, 'therapist' | 'override' | 'perDay'>>;

/** The plan of whose turn it is, as it stands today. */
export class PlannedCourse {
  stored = $state.raw<StoredCourse | null>(null);
  /** Where it could not be read. */
  failed = $state.raw(false);
  today = $state.raw<Day>(dayAt(Date.now()));

  /** Null without a plan, and where the birth that it counts from was taken away. */
  readonly situation: Situation | null = $derived(
    this.stored && situationOf(this.stored.plan, this.stored.birth)
  );
  readonly course: Course | null = $derived.by(() => {
    const [prescription] = this.stored?.prescriptions ?? [];
    if (!this.stored || !prescription || !this.situation) return null;
    const { sessions, rmaxPctPerS } = this.stored;
    return { prescription, situation: this.situation, sessions, rmaxPctPerS };
  });
  readonly proposal: Proposal | null = $derived(this.course && proposalOf(this.course, this.today));
  readonly isShut = $derived(this.course !== null && isShut(this.course, this.today));
  readonly hasPain = $derived(painAtMs(this.stored?.sessions ?? []) !== null);
  /** Null where there is none, or a free curve. */
  readonly set: SetUp | null = $derived.by(() => {
    if (!this.course) return null;
    const { prescription, situation, sessions } = this.course;
    const { setUp } = prescription;
    const sets = sessions.flatMap((session) => session.sets.toReversed());
    const followed = setUp ? sets.filter((set) => follows(set.setUp, setUp)) : [];
    return setOfToday(prescription, situation, followed, this.today);
  });
  readonly done = $derived(
    this.course ? momentsDone(this.course.sessions, this.course.prescription, this.today) : 0
  );
  /** What is left of a set of today that was broken off. */
  readonly rest: SetUp | null = $derived.by(() => {
    const broken = this.course && brokenOff(this.course.sessions, this.course.prescription, this.today);
    return broken && { ...broken.setUp, rounds: roundsLeft(broken) };
  });
  readonly allowsMaximum = $derived(
    this.situation === null || allowsMaximum(this.situation, this.hasPain, this.today)
  );

  constructor(
    private readonly archive: () => WorkerClient['archive'],
    private readonly person: () => string
  ) {}

  /** Reads it anew. Where that fails, training goes on without a plan. */
  async load(): Promise<void> {
    this.today = dayAt(Date.now());
    try {
      this.stored = await this.archive().course(this.person());
      this.failed = false;
    } catch {
      this.stored = null;
      this.failed = true;
    }
  }

  gatesOf(step: Step): readonly Gate[] {
    return this.situation ? gatesOf(step, this.situation, this.hasPain, this.today) : [];
  }

  /** Whether what was measured then is 100 % still. */
  holds({ reference, atMs }: Pick<CalibrationRecord, 'reference' | 'atMs'>): boolean {
    const { situation, hasPain, today } = this;
    return !situation || isReferenceValid(reference.scale, dayAt(atMs), situation, hasPain, today);
  }

  /** Stores what is set up. */
  async begin(part: Omit<PlanPart, 'prescription'>, prescribed: Prescribed): Promise<void> {
    await this.#save({ ...part, prescription: this.#prescription(prescribed, 'start') });
  }

  /** The answer to the proposal. */
  async answer({ cause, to }: Proposal, isYes: boolean): Promise<void> {
    const [now] = this.stored?.prescriptions ?? [];
    if (!now) return;
    const isOn = cause === 'good' || cause === 'felt';
    const reason = isYes ? (isOn ? 'advance' : 'back') : 'kept';
    const next = isYes ? to : { step: now.step, setUp: now.setUp };
    await this.#save({ prescription: this.#prescription(next, reason) });
  }

  /** Another setting, whatever is proposed. */
  async choose(prescribed: Prescribed): Promise<void> {
    await this.#save({ prescription: this.#prescription(prescribed, 'chosen') });
  }

  #prescription(
    { step, setUp, therapist = null, override, perDay }: Prescribed,
    reason: Prescription['reason']
  ): Prescription {
    const [now] = this.stored?.prescriptions ?? [];
    return {
      id: crypto.randomUUID(),
      person: this.person(),
      // Whatever the clock says, it comes after the one before.
      atMs: Math.max(Date.now(), (now?.atMs ?? 0) + 1),
      step,
      setUp,
      perDay: perDay === undefined ? (now?.perDay ?? null) : perDay,
      reason,
      therapist,
      // A therapist's word holds as long as the step does.
      override: override === undefined ? (now?.step === step ? now.override : null) : override
    };
  }

  async #save(part: PlanPart): Promise<void> {
    await this.archive().savePlan(part);
    notePlan();
    await this.load();
  }
}
