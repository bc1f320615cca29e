import type { ContractionFigures } from '../contraction';
import type { Refused } from './not-given';

/** What the figures for reviewers are worked out from; heights in % of the reference above rest, times in s. */
export interface ReviewInput {
  /** All of the recording. */
  readonly t: Float64Array;
  readonly v: Float64Array;
  /** dt, the median step, s. */
  readonly stepS: number;
  readonly figures: ContractionFigures;
  /** The level that the contraction is measured from, %. */
  readonly basePct: number;
  /** Where the contraction before ended, s: nothing of this one lies before; −∞ for the first. */
  readonly fromS: number;
  /** False where the reference is too coarse for an onset (docs/signal.md, 5). */
  readonly hasOnsets: boolean;
  /** Level of an onset above the base, max(3σ, 2 %). */
  readonly onsetPct: number;
  /** σ of rest, %. */
  readonly noisePct: number;
  /** What 1 % is in the recording's unit. */
  readonly unitsPerPct: number;
}

/** Why there is no onset. */
export function withoutOnset({ hasOnsets }: ReviewInput): Refused {
  return { notGiven: hasOnsets ? 'no-onset' : 'noise' };
}
