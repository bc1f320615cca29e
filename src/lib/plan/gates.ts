import { addDays, daysBetween, type Day } from './calendar';
import { isAfter, type Recorded } from './order';
import type { Override, Prescription } from './prescription';
import { consentFor, type Consent, type Situation, type Track } from './situation';
import { asksStrength, type Step } from './steps';
import type { Symptoms } from './symptoms';

/** What keeps a step shut. */
export type Gate =
  | { readonly kind: 'doctor'; readonly consent: Consent }
  | { readonly kind: 'catheter' }
  /** Open from that day on. */
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'pain' }
  | { readonly kind: 'tense' }
  /** Doming or heaviness the last time: strength waits for a check without it. */
  | { readonly kind: 'strain' }
  /** …and the time before as well: a physiotherapist looks at it before anything goes on. */
  | { readonly kind: 'see' }
  /** …today: nothing more is trained until tomorrow. */
  | { readonly kind: 'tomorrow' };

/** Days of rest after a birth before anything is trained. */
const REST_DAYS = 4;
const WEEK = 7;
/** After an operation only awareness for so long. *Decision*: before it no strength either. */
const AWARENESS_DAYS = 6 * WEEK;
/** *Decisions*: after a caesarean strength as late as sport, at 8 weeks; a birth of which the way is not known counts as the stricter. */
const STRENGTH_DAYS = { vaginal: 6 * WEEK, assisted: 6 * WEEK, caesarean: 8 * WEEK } as const;
const COORDINATION_DAYS = 12 * WEEK;

/** From which day on a step may be trained; null where no day decides. */
export function opensOn(step: Step, track: Track): Day | null {
  if (track.kind === 'surgery') {
    // Before the operation balance may be trained as well, on the doctor's word.
    return step > (track.isToCome === true ? 5 : 4) ? addDays(track.operated, AWARENESS_DAYS) : null;
  }
  if (track.kind !== 'postnatal') return null;
  if (step === 7) return addDays(track.born, COORDINATION_DAYS);
  return addDays(track.born, step === 6 ? STRENGTH_DAYS[track.delivery ?? 'caesarean'] : REST_DAYS);
}

/** What keeps that step shut today; none: it is open. *Decision*: pain that somebody trains because of counts until it leaves the plan. */
export function gatesOf(step: Step, situation: Situation, symptoms: Symptoms, today: Day): readonly Gate[] {
  const { track, complicated, agreed, complaints, isTense } = situation;
  const isStrength = asksStrength(step);
  const gates: Gate[] = [];
  const requireDoctor = (consent: Consent) => {
    if (!agreed.includes(consent)) gates.push({ kind: 'doctor', consent });
  };
  if (track.kind === 'surgery' || complicated) requireDoctor('start');
  const consent = track.kind === 'surgery' ? consentFor(step, agreed) : null;
  if (consent) requireDoctor(consent);
  if (track.kind === 'surgery' && track.hasCatheter) gates.push({ kind: 'catheter' });
  if (symptoms.isOverToday) gates.push({ kind: 'tomorrow' });
  if (symptoms.isRepeatedStrain) gates.push({ kind: 'see' });
  const day = opensOn(step, track);
  if (day !== null && today < day) gates.push({ kind: 'until', day });
  const hasPain = symptoms.pain !== null || complaints.includes('pain');
  if (hasPain && isStrength) gates.push({ kind: 'pain' });
  if (symptoms.strain !== null && isStrength) gates.push({ kind: 'strain' });
  if (isTense && isStrength) gates.push({ kind: 'tense' });
  return gates;
}

/** *Decision*: a catheter is the doctor's gate; and a day that is over is over for everybody. */
const NOBODY_LIFTS: readonly Gate['kind'][] = ['doctor', 'catheter', 'tomorrow'];

/** Whether a therapist may open a step that these gates shut. */
export function canOverride(gates: readonly Gate[]): boolean {
  return gates.every(({ kind }) => !NOBODY_LIFTS.includes(kind));
}

/** The gates that a therapist's word leaves shut: those it cannot lift, and those of a complaint that came after it. */
export function gatesLeft(
  gates: readonly Gate[],
  override: Override | null,
  { pain, strain }: Symptoms
): readonly Gate[] {
  if (!override) return gates;
  const isLater = (complaint: Recorded | null) => complaint !== null && isAfter(complaint, override);
  return gates.filter((gate) => {
    if (gate.kind === 'pain') return isLater(pain);
    if (gate.kind === 'strain') return isLater(strain);
    // A word given since would have lifted it already.
    if (gate.kind === 'see') return true;
    return !canOverride([gate]);
  });
}

/** What keeps a step shut today for somebody with that prescription: its therapist's word counts for its own step. */
export function gatesFor(
  step: Step,
  situation: Situation,
  symptoms: Symptoms,
  prescription: Pick<Prescription, 'step' | 'override'> | null,
  today: Day
): readonly Gate[] {
  const override = prescription?.step === step ? prescription.override : null;
  return gatesLeft(gatesOf(step, situation, symptoms, today), override, symptoms);
}

/** From which step on 100 % may be a maximum. */
const maximumStep = ({ kind }: Track): Step => (kind === 'pregnant' || kind === 'other' ? 3 : 6);

/** What keeps a maximum from being measured: what shuts the first step of strength, but for a therapist's word about it or a later step. */
export function maximumGates(
  situation: Situation,
  symptoms: Symptoms,
  prescription: Pick<Prescription, 'step' | 'override'> | null,
  today: Day
): readonly Gate[] {
  const step = maximumStep(situation.track);
  const override = prescription && prescription.step >= step ? prescription.override : null;
  return gatesLeft(gatesOf(step, situation, symptoms, today), override, symptoms);
}

/**
 * Whether a maximum may be asked for, or only a comfortable squeeze: when nothing keeps the first step of strength shut; in pregnancy only
 * where it is wanted.
 */
export function allowsMaximum(
  situation: Situation,
  symptoms: Symptoms,
  prescription: Pick<Prescription, 'step' | 'override'> | null,
  today: Day
): boolean {
  const { track, wantsMaximum } = situation;
  if (track.kind === 'pregnant' && !wantsMaximum) return false;
  return maximumGates(situation, symptoms, prescription, today).length === 0;
}

/** Since when 100 % means the same: it is measured again after a birth, and when step 6 opens. Null where no day decides. */
export function referenceHoldsFrom({ track }: Situation, today: Day): Day | null {
  if (track.kind !== 'postnatal' && track.kind !== 'surgery') return null;
  if (track.kind === 'surgery' && track.isToCome === true) return null;
  const strength = opensOn(6, track);
  if (strength !== null && today >= strength) return strength;
  return track.kind === 'postnatal' ? track.born : track.operated;
}

/** Whole weeks since then, from 0 on. */
export function weeksSince(day: Day, today: Day): number {
  return Math.floor(daysBetween(day, today) / WEEK);
}
