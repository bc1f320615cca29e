import type { Scale } from '../signal/calibration/reference';
import { addDays, daysBetween, type Day } from './calendar';
import type { Consent, Situation, Track } from './situation';
import type { Step } from './steps';

/** What keeps a step shut. A therapist may open any of them but the doctor's. */
export type Gate =
  | { readonly kind: 'doctor'; readonly consent: Consent }
  | { readonly kind: 'catheter' }
  /** Open from that day on. */
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'pain' }
  | { readonly kind: 'tense' };

/** Days of rest after a birth before anything is trained. */
const REST_DAYS = 4;
const WEEK = 7;
/** After an operation only awareness for so long. */
const AWARENESS_DAYS = 6 * WEEK;
/** *Decision*: after a caesarean strength as late as sport, at 8 weeks. */
const STRENGTH_DAYS = { vaginal: 6 * WEEK, assisted: 6 * WEEK, caesarean: 8 * WEEK } as const;
const COORDINATION_DAYS = 12 * WEEK;

/** From 3 or 6 on more strength is asked for. */
const asksStrength = (step: Step) => step === 3 || step >= 6;

/** From which day on a step may be trained; null where no day decides. */
export function opensOn(step: Step, track: Track): Day | null {
  if (track.kind === 'surgery') return step > 4 ? addDays(track.operated, AWARENESS_DAYS) : null;
  if (track.kind !== 'postnatal') return null;
  if (step === 7) return addDays(track.born, COORDINATION_DAYS);
  return addDays(track.born, step === 6 ? STRENGTH_DAYS[track.delivery ?? 'vaginal'] : REST_DAYS);
}

/**
 * What keeps that step shut today; none: it is open.
 *
 * @param hasPain new or worse, and not reduced since; *decision*: pain that somebody trains because of counts until it is taken out of the plan
 */
export function gatesOf(step: Step, situation: Situation, hasPain: boolean, today: Day): readonly Gate[] {
  const { track, complicated, agreed, complaints, isTense } = situation;
  const gates: Gate[] = [];
  const asksDoctor = (consent: Consent) => {
    if (!agreed.includes(consent)) gates.push({ kind: 'doctor', consent });
  };
  if (track.kind === 'surgery' || complicated) asksDoctor('start');
  if (track.kind === 'surgery' && asksStrength(step)) asksDoctor('strength');
  if (track.kind === 'surgery' && track.hasCatheter) gates.push({ kind: 'catheter' });
  const day = opensOn(step, track);
  if (day !== null && today < day) gates.push({ kind: 'until', day });
  const isSore = hasPain || complaints.includes('pain');
  if (isSore && asksStrength(step)) gates.push({ kind: 'pain' });
  if (isTense && asksStrength(step)) gates.push({ kind: 'tense' });
  return gates;
}

/** Whether a therapist's word leaves only what nobody but a doctor can open. */
export function canOverride(gates: readonly Gate[]): boolean {
  return gates.every(({ kind }) => kind !== 'doctor' && kind !== 'catheter');
}

/** From which step on 100 % may be a maximum. */
const maximumStep = ({ kind }: Track): Step => (kind === 'pregnant' || kind === 'other' ? 3 : 6);

/**
 * Whether a maximum may be asked for, or only a comfortable squeeze: after a birth and after an operation when nothing keeps step 6 shut; in
 * pregnancy only where it is wanted; never with pain.
 */
export function allowsMaximum(situation: Situation, hasPain: boolean, today: Day): boolean {
  const { track, wantsMaximum } = situation;
  if (track.kind === 'pregnant' && !wantsMaximum) return false;
  return gatesOf(maximumStep(track), situation, hasPain, today).length === 0;
}

/** Since when 100 % means the same: it is measured anew after a birth, and when step 6 opens. Null where no day decides. */
function holdsFrom({ track }: Situation, today: Day): Day | null {
  if (track.kind !== 'postnatal' && track.kind !== 'surgery') return null;
  const strength = opensOn(6, track);
  if (strength !== null && today >= strength) return strength;
  return track.kind === 'postnatal' ? track.born : track.operated;
}

/** Whether what was measured that day is 100 % still: on a scale that holds, and since it means the same. */
export function isReferenceValid(
  scale: Scale,
  measured: Day,
  situation: Situation,
  hasPain: boolean,
  today: Day
): boolean {
  if (scale === 'mvc' && !allowsMaximum(situation, hasPain, today)) return false;
  const from = holdsFrom(situation, today);
  return from === null || measured >= from;
}

/** Whole weeks since then, from 0 on. */
export function weeksSince(day: Day, today: Day): number {
  return Math.floor(daysBetween(day, today) / WEEK);
}
