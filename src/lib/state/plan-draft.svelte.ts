import { dateFault, yearsAgo } from '../plan/dates';
import type { Day } from '../plan/calendar';
import { allowsMaximum, canOverride, gatesOf, type Gate } from '../plan/gates';
import { beginningOf, firstStep } from '../plan/ladder';
import type { Override, Setting } from '../plan/prescription';
import { stepsOf, type Consent, type Delivery, type Situation, type Track } from '../plan/situation';
import type { Complaint } from '../plan/signs';
import type { Step } from '../plan/steps';
import type { PlanPart } from '../storage/database';
import type { Person } from '../storage/person';
import type { StoredCourse } from '../worker/protocol';
import type { Prescribed } from './course.svelte';

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
  perDay = $state<number | null>(null);

  readonly fault = $derived.by(() => dateFault(this.kind, this.day, this.today));
  readonly yearsAgo = $derived.by(() =>
    this.fault === null && (this.kind === 'postnatal' || this.kind === 'surgery')
      ? yearsAgo(this.day, this.today)
      : null
  );
  /** Null while the date is not right. */
  readonly situation: Situation | null = $derived.by(() => {
    if (this.fault !== null) return null;
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
    () => this.toOverride.length > 0 && (this.#therapist === null || this.override.trim() === '')
  );
  readonly allowsMaximum = $derived.by(
    () => this.situation !== null && allowsMaximum(this.situation, false, this.today)
  );

  /** @param stored what was set up before, and corrected now */
  constructor(
    private readonly person: Person,
    private readonly stored: StoredCourse | null,
    readonly today: Day
  ) {
    this.day = person.birth?.date ?? '';
    this.delivery = person.birth?.delivery ?? null;
    if (!stored) return;
    const { track, complicated, agreed, isTense, wantsMaximum, complaints } = stored.plan;
    this.kind = track.kind;
    if (track.kind === 'pregnant') this.day = track.due;
    if (track.kind === 'surgery') [this.day, this.hasCatheter] = [track.operated, track.hasCatheter];
    Object.assign(this, { complicated, agreed, isTense, wantsMaximum, complaints });
    const [now] = stored.prescriptions;
    this.chosen = now?.step ?? null;
    this.perDay = now?.perDay ?? null;
    if (now?.override) [this.therapist, this.override] = [now.override.therapist, now.override.reason];
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
          track: isBirth ? { kind: 'postnatal' } : track,
          complicated,
          agreed: [...agreed],
          isTense,
          wantsMaximum,
          complaints: [...complaints]
        }
      },
      prescribed: {
        ...this.#settingOf(step, situation),
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
    const [therapist, reason] = [this.#therapist, this.override.trim()];
    if (this.toOverride.length === 0 || therapist === null) return null;
    const before = this.stored?.prescriptions[0]?.override;
    const isSame = before?.therapist === therapist && before.reason === reason;
    return isSame ? before : { therapist, reason, atMs: Date.now() };
  }

  get #track(): Track {
    const { kind, day, delivery, hasCatheter } = this;
    switch (kind) {
      case 'pregnant':
        return { kind, due: day };
      case 'postnatal':
        return { kind, born: day, delivery };
      case 'surgery':
        return { kind, operated: day, hasCatheter };
      case 'other':
        return { kind };
    }
  }

  /** A step that goes on keeps what it has come to. */
  #settingOf(step: Step, situation: Situation): Setting {
    const [now] = this.stored?.prescriptions ?? [];
    return now?.step === step ? { step, setUp: now.setUp } : beginningOf(step, situation, this.today);
  }

  /** Pain that was told in a session is not asked here. */
  #gatesOf(step: Step, situation: Situation): readonly Gate[] {
    return gatesOf(step, situation, false, this.today);
  }
}
