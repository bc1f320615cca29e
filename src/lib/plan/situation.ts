import type { Day } from './calendar';
import type { Complaint } from './signs';
import type { Step } from './steps';

/** The way a child was born. */
export const DELIVERIES = ['vaginal', 'assisted', 'caesarean'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** What a doctor agreed to: any training, and strength. */
export const CONSENTS = ['start', 'strength'] as const;
export type Consent = (typeof CONSENTS)[number];

/** What somebody trains after, with the day that its weeks count from. */
export type Track =
  | { readonly kind: 'pregnant'; readonly due: Day }
  | { readonly kind: 'postnatal'; readonly born: Day; readonly delivery: Delivery | null }
  | { readonly kind: 'surgery'; readonly operated: Day; readonly hasCatheter: boolean }
  | { readonly kind: 'other' };

/** Somebody's way through the steps, as it was set up. */
export interface Situation {
  readonly track: Track;
  /**
   * In pregnancy bleeding, loss of fluid, contractions, cerclage or placenta praevia; at the birth severe complications or a total
   * rupture: a doctor agrees before anything is trained.
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

/** The steps of a track, in order. */
export function stepsOf({ kind }: Pick<Track, 'kind'>): readonly [Step, ...Step[]] {
  return STEPS[kind];
}

/** A situation as it is stored: without the birth, which stands with the person, so that a correction changes it everywhere. */
export interface StoredSituation extends Omit<Situation, 'track'> {
  readonly track: Exclude<Track, { kind: 'postnatal' }> | { readonly kind: 'postnatal' };
}

/** With the birth that it counts from; null where that was taken away since. */
export function situationOf(
  { track, complicated, agreed, isTense, wantsMaximum, complaints }: StoredSituation,
  birth: { readonly date: Day; readonly delivery: Delivery | null } | null
): Situation | null {
  const rest = { complicated, agreed, isTense, wantsMaximum, complaints };
  if (track.kind !== 'postnatal') return { ...rest, track };
  return birth && { ...rest, track: { kind: 'postnatal', born: birth.date, delivery: birth.delivery } };
}
