import type { Objection } from './calibration/attempt';
import type { Polarity, Reference, Scale } from './calibration/reference';
import type { FatigueRule } from './fatigue';
import type { Goal } from './on-target';
import type { Pattern } from './target';

/** What a set is asked to be. Ranges: limits.ts. */
export interface SetUp {
  /** Level of the hold, in % of the reference. */
  readonly forcePct: number;
  readonly pattern: Pattern;
  /** With `fatigue` the most that there will be. */
  readonly rounds: number;
  /** Half the band's height, in % of the reference. */
  readonly bandPct: number;
  /** The speed of the rise, % of the person's fastest; absent or 0 where the pattern's own rise is asked for. */
  readonly tangentPct?: number | undefined;
  /** Where fatigue ends the set before its rounds are over; absent: nowhere. */
  readonly fatigue?: FatigueRule | undefined;
  /** What counts beside the hold; absent: nothing. */
  readonly goal?: Goal | undefined;
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
  /** After its practice: bear down gently once, to see whether this seat can tell that from squeezing. */
  | { readonly do: 'contrast' }
  /** An attempt, from 0 on, is not to count; null: it is to count after all. */
  | { readonly do: 'object'; readonly index: number; readonly objection: Objection | null }
  /** Give the calibration up: what was 100 % before it is so again, as far as there was something. */
  | { readonly do: 'cancel' }
  /** Measure the fastest rise, by five fast contractions. */
  | { readonly do: 'fast' }
  /** Take what was 100 % in an earlier session. */
  | { readonly do: 'refer'; readonly reference: Reference }
  /** Accept the calibration with this direction. */
  | { readonly do: 'accept'; readonly polarity: Polarity }
  /**
   * `guarded`: the set pauses by itself after two rounds not done, and where somebody stays tense, instead of asking for the next load.
   * Journals from before engine 8 do not ask for it, and replay as they ran.
   */
  | { readonly do: 'start'; readonly setUp: SetUp; readonly guarded?: true | undefined }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  /** End the set. */
  | { readonly do: 'stop' };
