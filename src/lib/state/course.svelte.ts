import { believedDay, openingDays } from '../plan/believed-day';
import { lastTherapist, prescribedBy } from '../plan/changes';
import { dayAt, type Day } from '../plan/calendar';
import { isPossible } from '../plan/dates';
import { isAhead } from '../plan/dating';
import { setOfToday } from '../plan/dose';
import { gatesFor, maximumGates, referenceHoldsFrom, type Gate } from '../plan/gates';
import { withRealTangent } from '../plan/ladder';
import { allowedLoad, cautiousLoad, withinLimits, type LoadLimits, type Profile } from '../plan/load';
import { isAfter } from '../plan/order';
import type { Prescription, Setting } from '../plan/prescription';
import { isShut, proposalOf, type Course, type Proposal } from '../plan/progression';
import { limitingSituation, situationOf, unplannedSituation, type Situation } from '../plan/situation';
import { asksStrength, treatmentOf, type Step } from '../plan/steps';
import { lastingSigns, symptomsOf } from '../plan/symptoms';
import { timelineOf } from '../plan/timeline';
import { brokenOff, follows, momentsDone, roundsLeft } from '../plan/trained';
import type { SetUp } from '../signal/command';
import type { CalibrationRecord } from '../storage/calibration';
import type { PlanPart } from '../storage/database';
import type { Plan } from '../storage/plan';
import type { WorkerClient } from '../worker/client';
import type { StoredCourse } from '../worker/protocol';
import { answeredWithin } from '../answered-within';
import { ANSWER_MS, type People } from './people.svelte';

/** What is new in a prescription; the rest stays. */
export type Prescribed = Setting & Partial<Pick<Prescription, 'therapist' | 'override' | 'perDay'>>;

const REASON_OF: Readonly<Partial<Record<Proposal['cause'], Prescription['reason']>>> = {
  good: 'advance',
  felt: 'advance',
  strong: 'remeasure',
  unseen: 'remeasure'
};

/** The plan of whose turn it is, as it stands today; without a plan, what is known of her all the same. */
export class PlannedCourse {
  stored = $state.raw<StoredCourse | null>(null);
  /** Where it, or all that it hangs on, could not be read. */
  failed = $state.raw(false);
  /** By the device's clock; kept right by `tick`. */
  #nowMs = $state.raw(Date.now());
  /** By the device's clock. */
  readonly clockDay: Day = $derived(dayAt(this.#nowMs));
  #reading: Promise<unknown> | null = null;
  /** The fastest rise that this session measured, % of the reference per s. */
  #measuredRmax = $state.raw<number | null>(null);

  /** What is set up; null without a plan. */
  readonly plan: Plan | null = $derived(
    this.stored !== null && this.stored.prescriptions.length > 0 ? this.stored.plan : null
  );
  /** What can be believed of the dates. */
  readonly #timeline = $derived(timelineOf(this.stored ?? { sessions: [], prescriptions: [] }, this.#nowMs));
  /** The date of the device is wrong now, or was wrong before: something that was recorded lies in the future. */
  readonly isClockWrong = $derived(this.#timeline.hasFuture);
  /** Null without a plan, and where the day that it counts from was taken away, or is not possible. */
  readonly situation: Situation | null = $derived(
    this.plan && situationOf(this.plan, this.stored?.birth ?? null, this.clockDay, this.isClockWrong)
  );
  /** The birth was stored with a day that is not possible. */
  readonly isBirthWrong = $derived.by(() => {
    const birth = this.stored?.birth ?? null;
    return birth !== null && !isPossible('postnatal', birth.date, this.clockDay);
  });
  /**
   * The day that decides what is open: today by the clock, or the last day that is sure, where the clock ran on for long without anything
   * recorded and would open more.
   */
  readonly today: Day = $derived.by(() => {
    const { situation, clockDay } = this;
    if (!situation) return clockDay;
    const { birth = null } = this.stored ?? {};
    const tracks = [situation.track, ...(birth ? [unplannedSituation(birth).track] : [])];
    return believedDay(this.#timeline.traces, tracks.flatMap(openingDays), clockDay);
  });
  /** Whether the clock ran on for so long that the person is asked whether its date is right. */
  readonly isDateAsked = $derived(this.today !== this.clockDay);
  readonly symptoms = $derived(symptomsOf(this.#timeline.sessions, this.today, this.#timeline.seen));
  /** What the last answers named: the advice about it stays until later ones name nothing. */
  readonly signs = $derived(lastingSigns(this.#timeline.sessions));
  /** Who prescribed what is trained now; null where it is her own. */
  readonly prescribedBy = $derived(prescribedBy(this.stored?.prescriptions ?? []));
  /** Who was named last, and is perhaps there again. */
  readonly lastTherapist = $derived(lastTherapist(this.stored?.prescriptions ?? []));
  readonly course: Course | null = $derived.by(() => {
    const { stored, situation } = this;
    const { prescription, ...timeline } = this.#timeline;
    if (!stored || !prescription || !situation) return null;
    const rmaxPctPerS = this.#measuredRmax ?? stored.rmaxPctPerS;
    return { ...timeline, prescription: completed(prescription, rmaxPctPerS), situation, rmaxPctPerS };
  });
  /** Whether anything is known of the person that opens or shuts a step. */
  readonly isKnown = $derived(this.situation !== null || this.stored?.birth != null);
  /** What limits every set. */
  readonly profile: Profile = $derived.by(() => {
    const { situation, symptoms } = this;
    const birth = this.stored?.birth ?? null;
    const known = situation ? limitingSituation(situation, birth, this.today) : unplannedSituation(birth);
    return { situation: known, symptoms, prescription: this.course?.prescription ?? null };
  });
  readonly limits: LoadLimits = $derived.by(() => {
    // Whatever a plan may have shut that is not known here is shut.
    const isUncertain = this.failed || this.people.isLost || this.people.isUnsure;
    const isUnread = this.plan !== null && this.situation === null;
    if (isUncertain || isUnread || this.isBirthWrong) {
      // A birth that cannot be says nothing.
      const situation = this.isBirthWrong ? unplannedSituation(null) : this.profile.situation;
      return cautiousLoad({ ...this.profile, situation }, this.today);
    }
    const limits = allowedLoad(this.profile, this.today);
    if (this.isKnown) return limits;
    // What the answers shut is shut all the same.
    return { ...limits, because: { kind: 'unknown' }, tangentNeedsMaximum: false };
  });
  readonly proposal: Proposal | null = $derived(this.course && proposalOf(this.course, this.today));
  readonly isShut = $derived(this.course !== null && isShut(this.course, this.today));
  /** Null where there is none, or a free curve. */
  readonly set: SetUp | null = $derived.by(() => {
    if (!this.course) return null;
    const { prescription, situation, sessions } = this.course;
    const { setUp } = prescription;
    const sets = sessions.flatMap((session) => session.sets.toReversed());
    const followed = setUp ? sets.filter((set) => follows(set.setUp, setUp)) : [];
    const set = setOfToday(prescription, situation, followed, this.today);
    return set && withinLimits(set, this.limits);
  });
  readonly done = $derived(
    this.course ? momentsDone(this.course.sessions, this.course.prescription, this.clockDay) : 0
  );
  /** What is left of a set of today that was broken off. */
  readonly rest: SetUp | null = $derived.by(() => {
    const broken = this.course && brokenOff(this.course.sessions, this.course.prescription, this.clockDay);
    return broken && withinLimits({ ...broken.setUp, rounds: roundsLeft(broken) }, this.limits);
  });
  readonly allowsMaximum = $derived(this.limits.allowsMaximum);
  /** The step of today counts in % of a maximum, and one may be measured. */
  readonly needsMaximum = $derived(
    this.course !== null && asksStrength(this.course.prescription.step) && this.allowsMaximum
  );

  constructor(
    private readonly archive: () => WorkerClient['archive'],
    private readonly people: Pick<People, 'current' | 'settled' | 'isLost' | 'isUnsure' | 'notePlan'>
  ) {}

  /** Reads it again. Where that fails or takes too long, only gentle training is open until an answer comes. */
  async load(): Promise<void> {
    this.tick();
    this.#measuredRmax = null;
    const reading = this.#read();
    this.#reading = reading;
    const take = (stored: StoredCourse | null) => {
      // A later reading counts more.
      if (this.#reading !== reading) return;
      this.stored = stored;
      this.failed = stored?.isDamaged ?? true;
    };
    await answeredWithin(ANSWER_MS, reading.then(take)).catch(() => {
      take(null);
    });
  }

  async #read(): Promise<StoredCourse | null> {
    try {
      await this.people.settled;
      return await this.archive().course(this.people.current.id);
    } catch {
      return null;
    }
  }

  /** Looks at the clock of the device. */
  tick(): void {
    this.#nowMs = Date.now();
  }

  /** The session under way has measured the fastest rise: what the plan asks for is a share of it from now on. */
  noteRmax(rmaxPctPerS: number | null): void {
    this.#measuredRmax = rmaxPctPerS;
  }

  /** What keeps a step shut, but for what a therapist has opened. */
  gatesOf(step: Step): readonly Gate[] {
    const { situation, symptoms, course, today } = this;
    return situation ? gatesFor(step, situation, symptoms, course?.prescription ?? null, today) : [];
  }

  /** Why a maximum may not be measured today; none: it may, or it is not wanted. */
  get maximumGates(): readonly Gate[] {
    const { situation, symptoms, prescription } = this.profile;
    return maximumGates(situation, symptoms, prescription, this.today);
  }

  /** Whether what was measured then is 100 % still: on a scale that is allowed today, and since it means the same. */
  holds({ reference, ...made }: Pick<CalibrationRecord, 'reference' | 'atMs' | 'sequence'>): boolean {
    const { atMs } = made;
    if ((reference.scale === 'mvc' && !this.allowsMaximum) || isAhead(atMs, this.#nowMs)) return false;
    const remeasure = this.stored?.prescriptions.find(({ reason }) => reason === 'remeasure');
    if (remeasure && isAfter(remeasure, made)) return false;
    const from = referenceHoldsFrom(this.profile.situation, this.today);
    return from === null || dayAt(atMs) >= from;
  }

  /** Stores what is set up. */
  async begin(part: Omit<PlanPart, 'prescription'>, prescribed: Prescribed): Promise<void> {
    await this.#save({ ...part, prescription: this.#prescription(prescribed, 'start') });
  }

  /** The answer to the proposal. */
  async answer({ cause, to }: Proposal, isYes: boolean): Promise<void> {
    const [now] = this.stored?.prescriptions ?? [];
    if (!now) return;
    const next = isYes ? to : { step: now.step, setUp: now.setUp };
    const reason = isYes ? (REASON_OF[cause] ?? 'back') : 'kept';
    await this.#save({ prescription: this.#prescription(next, reason) });
  }

  /** Another setting, whatever is proposed. */
  async choose(prescribed: Prescribed): Promise<void> {
    await this.#save({ prescription: this.#prescription(prescribed, 'chosen') });
  }

  /** The person says that the device's date is right. */
  async confirmDate(): Promise<void> {
    const [now] = this.stored?.prescriptions ?? [];
    if (!now) return;
    await this.#save({ prescription: this.#prescription({ step: now.step, setUp: now.setUp }, 'dated') });
  }

  #prescription(
    { step, setUp, therapist = null, override, perDay }: Prescribed,
    reason: Prescription['reason']
  ): Prescription {
    const [now] = this.stored?.prescriptions ?? [];
    return {
      id: crypto.randomUUID(),
      person: this.people.current.id,
      atMs: Date.now(),
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
    this.people.notePlan();
    await this.load();
  }
}

/** A prescription as it acts today: with a tangent that asks for something, and the goal of its step, which older ones do not name. */
function completed(prescription: Prescription, rmaxPctPerS: number | null): Prescription {
  const { step, setUp } = prescription;
  const goal = treatmentOf(step).setUp?.goal;
  return setUp
    ? { ...prescription, setUp: { ...withRealTangent(setUp, rmaxPctPerS), ...(goal && { goal }) } }
    : prescription;
}
