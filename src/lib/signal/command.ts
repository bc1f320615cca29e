import type { Objection } from './calibration/attempt';
import type { Polarity, Reference, Scale } from './calibration/reference';
import type { FatigueRule } from './fatigue';
import type { Pattern } from './target';

/** What a set is asked to be. Ranges: limits.ts. */
export interface SetUp {
  /** Level of the hold, in % of the reference. */
  readonly forcePct: number;
  readonly pattern: Pattern;
  /** With `fatigue` the most that there will be. */
  readonly rounds: number;
  /** Half the ribbon's height, in % of the reference. */
  readonly bandPct: number;
  /** The speed of the rise, % of the person's fastest; absent or 0 where the pattern's own rise is asked for. */
  readonly tangentPct?: number | undefined;
  /** Where fatigue ends the set before its rounds are over; absent: nowhere. */
  readonly fatigue?: FatigueRule | undefined;
}

/** Everything a person can tell the engine. One that does not fit the moment (a pause without a set) changes nothing. */
export type Command =
  | { readonly do: 'tare'; readonly windowS: number }
  | { readonly do: 'calibrate' }
  /** Be led through a calibration, with so many seconds between the attempts. */
  | { readonly do: 'guide'; readonly scale: Scale; readonly restS: number }
  /** Of its practice: this is the direction of squeezing; or it was something else, once more. */
  | { readonly do: 'confirm'; readonly polarity: Polarity }
  | { readonly do: 'practise' }
  /** An attempt, from 0 on, is not to count. */
  | { readonly do: 'object'; readonly index: number; readonly objection: Objection }
  /** Give the calibration up: what was 100 % before it is so again, as far as there was something. */
  | { readonly do: 'cancel' }
  /** Measure the fastest rise, by five fast contractions. */
  | { readonly do: 'fast' }
  /** Take what was 100 % in an earlier session. */
  | { readonly do: 'refer'; readonly reference: Reference }
  /** Accept the calibration with this direction. */
  | { readonly do: 'accept'; readonly polarity: Polarity }
  | { readonly do: 'start'; readonly setUp: SetUp }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  /** End the set. */
  | { readonly do: 'stop' };
