import type { Polarity } from './calibration';
import type { Pattern } from './target';

/** What a set is asked to be. Ranges: limits.ts. */
export interface SetUp {
  /** Level of the hold, in % of the reference. */
  readonly forcePct: number;
  readonly pattern: Pattern;
  readonly rounds: number;
  /** Half the ribbon's height, in % of the reference. */
  readonly bandPct: number;
}

/** Everything a person can tell the engine. One that does not fit the moment (a pause without a set) changes nothing. */
export type Command =
  | { readonly do: 'tare'; readonly windowS: number }
  | { readonly do: 'calibrate' }
  /** Accept the calibration with this direction. */
  | { readonly do: 'accept'; readonly polarity: Polarity }
  | { readonly do: 'start'; readonly setUp: SetUp }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  /** End the set. */
  | { readonly do: 'stop' };
