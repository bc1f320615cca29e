import { addDays, type Day } from './calendar';

/** Steps of the treatment plan: 1 to 3 before a birth, 4 to 7 after it. */
export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What somebody trains after, with the day that its weeks count from. */
export type Track =
  | { readonly kind: 'pregnant' }
  | {
      readonly kind: 'postnatal';
      readonly born: Day;
      readonly caesarean: boolean;
      /** Severe complications, or a total rupture. */
      readonly severe: boolean;
    }
  | { readonly kind: 'surgery'; readonly operated: Day }
  | { readonly kind: 'other' };

export interface Situation {
  readonly track: Track;
  /** What a doctor agreed to: any training, and strength. */
  readonly doctorAgreed: readonly ('start' | 'strength')[];
  /** New or worse, and not reduced since. */
  readonly pain: boolean;
}

/** What keeps a step shut. A therapist may open any of them but the doctor's. */
export type Gate =
  | { readonly kind: 'doctor'; readonly word: 'start' | 'strength' }
  /** Open from that day on. */
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'pain' };

/** *Decision*: who is neither pregnant nor gave birth learns the muscle, relaxing, strength and coordination, in that order. */
const STEPS: Readonly<Record<Track['kind'], readonly StepNumber[]>> = {
  pregnant: [1, 2, 3],
  postnatal: [4, 5, 6, 7],
  surgery: [4, 5, 6, 7],
  other: [1, 2, 3, 7]
};

/** The steps of a track, in order. */
export function stepsOf({ kind }: Track): readonly StepNumber[] {
  return STEPS[kind];
}

/** Days of rest after a birth before anything is trained. */
const REST_DAYS = 4;
const WEEKS = 7;
/** After an operation only awareness for so long. */
const AWARENESS_DAYS = 6 * WEEKS;
/** *Decision*: after a caesarean strength as late as sport, at 8 weeks. */
const STRENGTH_DAYS = { vaginal: 6 * WEEKS, caesarean: 8 * WEEKS } as const;
const COORDINATION_DAYS = 12 * WEEKS;

/** From 3 or 6 on more strength is asked for. */
const asksStrength = (step: StepNumber) => step === 3 || step >= 6;

/** From which day on a step may be trained; null where no day decides. */
function opensOn(step: StepNumber, track: Track): Day | null {
  if (track.kind === 'postnatal') {
    const strength = track.caesarean ? STRENGTH_DAYS.caesarean : STRENGTH_DAYS.vaginal;
    return addDays(track.born, step === 7 ? COORDINATION_DAYS : step === 6 ? strength : REST_DAYS);
  }
  return track.kind === 'surgery' && step > 4 ? addDays(track.operated, AWARENESS_DAYS) : null;
}

/** What keeps that step shut today; none: it is open. */
export function gatesOf(step: StepNumber, { track, doctorAgreed, pain }: Situation, today: Day): Gate[] {
  const gates: Gate[] = [];
  const asksDoctor = (word: 'start' | 'strength') => {
    if (!doctorAgreed.includes(word)) gates.push({ kind: 'doctor', word });
  };
  if (track.kind === 'surgery' || (track.kind === 'postnatal' && track.severe)) asksDoctor('start');
  if (track.kind === 'surgery' && asksStrength(step)) asksDoctor('strength');
  const day = opensOn(step, track);
  if (day !== null && today < day) gates.push({ kind: 'until', day });
  if (pain && asksStrength(step)) gates.push({ kind: 'pain' });
  return gates;
}

/**
 * Whether a maximum may be asked for, or only a comfortable squeeze: after a birth and after an operation when nothing keeps step 6 shut; in
 * pregnancy only where it is wanted (*decision*: what is wanted is said each time); never with pain.
 */
export function allowsMaximum(situation: Situation, today: Day, isWanted: boolean): boolean {
  const { kind } = situation.track;
  if (kind === 'pregnant' && !isWanted) return false;
  const step = kind === 'pregnant' || kind === 'other' ? 3 : 6;
  return gatesOf(step, situation, today).length === 0;
}
