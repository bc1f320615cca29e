import { dateFault, yearsAgo } from '../plan/dates';
import type { Day } from '../plan/calendar';
import { allowsMaximum, canOverride, gatesLeft, gatesOf, type Gate } from '../plan/gates';
import { beginningOf, firstStep } from '../plan/ladder';
import type { Override, Prescription, Role, Setting } from '../plan/prescription';
import {
  agreedNow,
  stepsOf,
  type Consent,
  type Delivery,
  type Situation,
  type Track
} from '../plan/situation';
import type { Complaint } from '../plan/signs';
import type { Symptoms } from '../plan/symptoms';
import type { Step } from '../plan/steps';
import type { PlanPart } from '../storage/database';
import type { Person } from '../storage/person';
import type { Plan } from '../storage/plan';
import type { Prescribed } from './course.svelte';

/** What was set up before, and is corrected now. */
interface StoredPlan {
  readonly plan: Plan;
  /** Newest first; there is one. */
  readonly prescriptions: readonly Prescription[];
}

/** What is filled in of a plan. */
export const PLAN_FIELDS = [
  'therapist',
  'kind',
  'day',
  'delivery',
  'hasCatheter',
  'complicated',
  'agreed',
  'isTense',
  'wantsMaximum',
  'complaints',
  'chosen',
  'override',
  'role',
  'perDay'
] as const satisfies readonly (keyof PlanDraft)[];

/** A plan as it stands in the fields of its form. */
export class PlanDraft {
  /** Null: the person herself sets it up. */
  therapist = $state<string | null>(null);
  kind = $state<Track['kind']>('postnatal');
  /** What the weeks count from, as typed. */
  day = $state('');
  delivery = $state<Delivery | null>(null);
  hasCatheter = $state(false);
  complicated = $state(false);
  agreed = $state.raw<readonly Consent[]>([]);
  isTense = $state(false);
  wantsMaximum = $state(false);
  complaints = $state.raw<readonly Complaint[]>([]);
  /** Null: what the plan begins with. */
  chosen = $state<Step | null>(null);
  override = $state('');
  /** What the therapist is. */
  role = $state<Role | null>(null);
  perDay = $state<number | null>(null);

  /** A day so long ago that it is asked about was said to be right. */
  sureDay = $state<Day | null>(null);

  readonly fault = $derived.by(() => dateFault(this.kind, this.day, this.clockDay));
  readonly yearsAgo = $derived.by(() =>
    this.fault === null && (this.kind === 'postnatal' || this.kind === 'surgery')
      ? yearsAgo(this.day, this.clockDay)
      : null
  );
  /** Null while the date is not right, or is asked about. */
  readonly situation: Situation | null = $derived.by(() => {
    if (this.fault !== null || (this.yearsAgo !== null && this.sureDay !== this.day)) return null;
    const { complicated, agreed, isTense, wantsMaximum, complaints } = this;
    return { track: this.#track, complicated, agreed, isTense, wantsMaximum, complaints };
  });
  readonly steps = $derived.by(() => {
    const { situation } = this;
    if (!situation) return [];
    return stepsOf(situation.track).map((step) => ({ step, gates: this.#gatesOf(step, situation) }));
  });
  readonly step: Step | null = $derived.by(() => {
    if (!this.situation) return null;
    const isOfTrack = this.chosen !== null && stepsOf(this.situation.track).includes(this.chosen);
    return isOfTrack ? this.chosen : firstStep(this.situation, this.today);
  });
  /** What keeps the chosen step shut, and only a therapist opens. */
  readonly toOverride: readonly Gate[] = $derived.by(() => {
    const gates = this.steps.find(({ step }) => step === this.step)?.gates ?? [];
    // Nothing may be open yet: then the plan begins with waiting.
    return this.chosen === null || !canOverride(gates) ? [] : gates;
  });
  readonly isMissingReason = $derived.by(
    () =>
      this.toOverride.length > 0 &&
      (this.#therapist === null || this.role === null || this.override.trim() === '')
  );
  readonly allowsMaximum = $derived.by(
    () =>
      this.situation !== null && allowsMaximum(this.situation, this.symptoms, this.#asPrescribed, this.today)
  );

  /** @param symptoms what the sessions so far keep shut; a new plan does not open it */
  constructor(
    private readonly person: Person,
    private readonly stored: StoredPlan | null,
    private readonly symptoms: Symptoms,
    private readonly clock: {
      readonly today: Day;
      readonly clockDay: Day;
      readonly isClockWrong: boolean;
    }
  ) {
    this.day = person.birth?.date ?? '';
    this.delivery = person.birth?.delivery ?? null;
    if (!stored) return;
    const { track, complicated, isTense, wantsMaximum, complaints } = stored.plan;
    const agreed = agreedNow(stored.plan, this.clockDay, clock.isClockWrong);
    this.kind = track.kind;
    if (track.kind === 'pregnant') this.day = track.due;
    if (track.kind === 'surgery') [this.day, this.hasCatheter] = [track.operated, track.hasCatheter];
    Object.assign(this, { complicated, agreed, isTense, wantsMaximum, complaints });
    // It was asked when it was set up.
    this.sureDay = this.day;
    const [now] = stored.prescriptions;
    this.chosen = now?.step ?? null;
    this.perDay = now?.perDay ?? null;
    if (now?.override) {
      const { therapist, reason, role = null } = now.override;
      Object.assign(this, { therapist, override: reason, role });
    }
  }

  /** The day that decides what is open. */
  get today(): Day {
    return this.clock.today;
  }

  /** By the device's clock. */
  get clockDay(): Day {
    return this.clock.clockDay;
  }

  /** Whether a step may be chosen: it is open, or a therapist opens it. */
  canChoose(gates: readonly Gate[]): boolean {
    return gates.length === 0 || (this.therapist !== null && canOverride(gates));
  }

  /** What is to be stored; null while something is missing. */
  get result(): { part: Omit<PlanPart, 'prescription'>; prescribed: Prescribed } | null {
    const { situation, step, person } = this;
    if (!situation || step === null || this.isMissingReason) return null;
    const { track, complicated, agreed, isTense, wantsMaximum, complaints } = situation;
    const isBirth = track.kind === 'postnatal';
    return {
      part: {
        ...(isBirth && { person: { ...person, birth: { date: track.born, delivery: track.delivery } } }),
        plan: {
          person: person.id,
          track: storedTrack(track),
          complicated,
          agreed: [...agreed],
          agreedOn: this.clockDay,
          isTense,
          wantsMaximum,
          complaints: [...complaints]
        }
      },
      prescribed: {
        ...this.#settingOf(step),
        perDay: this.perDay,
        therapist: this.#therapist,
        override: this.#override
      }
    };
  }

  /** Nobody whose name is not told. */
  get #therapist(): string | null {
    const name = this.therapist?.trim() ?? '';
    return name === '' ? null : name;
  }

  /** The same word stays what it was, with its moment. */
  get #override(): Override | null {
    const [therapist, reason, { role }] = [this.#therapist, this.override.trim(), this];
    const now = this.stored?.prescriptions[0];
    const before = now?.override ?? null;
    // With nothing to open, a word about the same step stays what it was.
    if (this.toOverride.length === 0) return now?.step === this.step ? before : null;
    if (therapist === null || role === null) return null;
    const isSame = before?.therapist === therapist && before.reason === reason && before.role === role;
    // The same word again is a new one where something came after it.
    const stillLifts = gatesLeft(this.toOverride, before, this.symptoms).length === 0;
    return isSame && stillLifts ? before : { therapist, role, reason, atMs: Date.now() };
  }

  get #asPrescribed() {
    return this.step === null ? null : { step: this.step, override: this.#override };
  }

  get #track(): Track {
    const { kind, day, delivery, hasCatheter } = this;
    switch (kind) {
      case 'pregnant':
        return { kind, due: day };
      case 'postnatal':
        return { kind, born: day, delivery };
      case 'surgery':
        return { kind, operated: day, hasCatheter, ...(day > this.clockDay && { isToCome: true }) };
      case 'other':
        return { kind };
    }
  }

  /** A step that goes on keeps what it has come to. */
  #settingOf(step: Step): Setting {
    const [now] = this.stored?.prescriptions ?? [];
    return now?.step === step ? { step, setUp: now.setUp } : beginningOf(step);
  }

  #gatesOf(step: Step, situation: Situation): readonly Gate[] {
    return gatesOf(step, situation, this.symptoms, this.today);
  }
}

/** A birth stands with the person; whether an operation is still to come, the day says. */
function storedTrack(track: Track): Plan['track'] {
  if (track.kind === 'postnatal') return { kind: 'postnatal' };
  if (track.kind !== 'surgery') return track;
  const { kind, operated, hasCatheter } = track;
  return { kind, operated, hasCatheter };
}
