import { daysBetween, type Day } from './calendar';
import { isPossible } from './dates';
import type { Complaint } from './signs';
import type { Step } from './steps';

/** The way a child was born. */
export const DELIVERIES = ['vaginal', 'assisted', 'caesarean'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** What a doctor agreed to: any training, and after an operation the steps behind awareness one by one (5, 6 and 7). */
export const CONSENTS = ['start', 'balance', 'strength', 'coordination'] as const;
export type Consent = (typeof CONSENTS)[number];

/** What somebody trains after, with the day that its weeks count from. */
export type Track =
  | { readonly kind: 'pregnant'; readonly due: Day }
  | { readonly kind: 'postnatal'; readonly born: Day; readonly delivery: Delivery | null }
  | {
      readonly kind: 'surgery';
      readonly operated: Day;
      readonly hasCatheter: boolean;
      /** The operation is still to come. */
      readonly isToCome?: boolean;
    }
  | { readonly kind: 'other' };

/** Somebody's way through the steps, as it was set up. */
export interface Situation {
  readonly track: Track;
  /**
   * In pregnancy bleeding, loss of fluid, contractions, cerclage or placenta praevia; at the birth severe complications or a third- or
   * fourth-degree tear: a doctor agrees before anything is trained.
   */
  readonly complicated: boolean;
  readonly agreed: readonly Consent[];
  /** A doctor or therapist found the floor too tense: relaxing comes first, strength only through a therapist. */
  readonly isTense: boolean;
  /** In pregnancy a maximum is asked for only where it is wanted. */
  readonly wantsMaximum: boolean;
  /** At the start. */
  readonly complaints: readonly Complaint[];
}

/**
 * *Decision*: who is neither pregnant nor gave birth learns the muscle, relaxing, strength and coordination, in that order; after an
 * operation it goes as after a birth.
 */
const STEPS: Readonly<Record<Track['kind'], readonly [Step, ...Step[]]>> = {
  pregnant: [1, 2, 3],
  postnatal: [4, 5, 6, 7],
  surgery: [4, 5, 6, 7],
  other: [1, 2, 3, 7]
};

/** After an operation each step behind awareness asks for a word of its own. */
const CONSENT_OF: Readonly<Partial<Record<Step, Consent>>> = {
  5: 'balance',
  6: 'strength',
  7: 'coordination'
};

/** Which word of the doctor's a step still needs after an operation; null where none. A word on a later step covers the earlier ones. */
export function consentFor(step: Step, agreed: readonly Consent[]): Consent | null {
  const needed = CONSENT_OF[step];
  if (!needed) return null;
  const covering = CONSENTS.slice(CONSENTS.indexOf(needed));
  return covering.some((consent) => agreed.includes(consent)) ? null : needed;
}

/** The steps of a track, in order. */
export function stepsOf({ kind }: Pick<Track, 'kind'>): readonly [Step, ...Step[]] {
  return STEPS[kind];
}

/** A situation as it is stored: without the birth, which stands with the person, so that a correction changes it everywhere. */
export interface StoredSituation extends Omit<Situation, 'track'> {
  readonly track: Exclude<Track, { kind: 'postnatal' }> | { readonly kind: 'postnatal' };
  /** The day that a doctor's words were noted; absent in those from before it was kept. */
  readonly agreedOn?: Day | undefined;
}

/**
 * With the birth that it counts from; null where that was taken away since, or where the day it counts from is not possible.
 *
 * @param isClockWrong something lies in the future: then no operation is taken to be still to come
 */
export function situationOf(
  stored: StoredSituation,
  birth: Birth | null,
  today: Day,
  isClockWrong: boolean
): Situation | null {
  const { track, complicated, isTense, wantsMaximum, complaints } = stored;
  const rest = {
    complicated,
    agreed: agreedNow(stored, today, isClockWrong),
    isTense,
    wantsMaximum,
    complaints
  };
  switch (track.kind) {
    case 'postnatal':
      return birth && isPossible('postnatal', birth.date, today)
        ? { ...rest, track: afterBirth(birth) }
        : null;
    case 'surgery': {
      const { operated } = track;
      if (!isPossible('surgery', operated, today)) return null;
      const isToCome = operated > today && !isClockWrong;
      return { ...rest, track: { ...track, ...(isToCome && { isToCome }) } };
    }
    case 'pregnant':
      return isPossible('pregnant', track.due, today) ? { ...rest, track } : null;
    case 'other':
      return { ...rest, track };
  }
}

/**
 * *Decision*: what a doctor agreed to before an operation is asked again after it.
 *
 * @param today by the clock of the device
 * @param isClockWrong then nobody knows that the operation is still to come
 */
export function agreedNow(
  { track, agreed, agreedOn }: Pick<StoredSituation, 'track' | 'agreed' | 'agreedOn'>,
  today: Day,
  isClockWrong: boolean
): readonly Consent[] {
  const isVoid =
    track.kind === 'surgery' &&
    agreedOn !== undefined &&
    agreedOn < track.operated &&
    (today >= track.operated || isClockWrong);
  return isVoid ? [] : agreed;
}

interface Birth {
  readonly date: Day;
  readonly delivery: Delivery | null;
}

/** Until then a birth decides what is open, whatever the plan is for: step 7 opens at 12 weeks. */
const BIRTH_DECIDES_DAYS = 84;

const afterBirth = ({ date, delivery }: Birth): Track => ({ kind: 'postnatal', born: date, delivery });

/** A person without a plan: what a birth shuts is shut for everybody; null where none is known. */
export function unplannedSituation(birth: Birth | null): Situation {
  return {
    track: birth ? afterBirth(birth) : { kind: 'other' },
    complicated: false,
    agreed: [],
    isTense: false,
    wantsMaximum: false,
    complaints: []
  };
}

/** The situation that limits the load: a birth of the last 12 weeks counts also in a plan that was set up for something else. */
export function limitingSituation(situation: Situation, birth: Birth | null, today: Day): Situation {
  const { kind } = situation.track;
  const isOther = kind === 'other' || kind === 'pregnant';
  const isRecent = birth !== null && daysBetween(birth.date, today) < BIRTH_DECIDES_DAYS;
  return isOther && isRecent ? { ...situation, track: afterBirth(birth) } : situation;
}
