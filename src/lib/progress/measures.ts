import type { Scale } from '../signal/calibration/reference';
import type { RoundFigures } from '../signal/event';
import { beforeFatigue } from '../signal/fatigue';
import { median } from '../signal/median';

/** What is followed over weeks of each session, beside the maximum, and how many digits after the comma are shown of it. */
export const MEASURES = {
  /** Time at 85 % of the target or more in a hold, s. */
  endurance: { digits: 1, of: ({ nearTargetS }) => nearTargetS },
  /** Reached, % of the person's own fastest rise. */
  tangent: {
    digits: 0,
    of: ({ tangent }) => (tangent && 'pct' in tangent.reached ? tangent.reached.pct : null)
  },
  /** What was left in the last 2 s of rest, % of the reference. */
  relaxation: { digits: 1, of: ({ restMeanPct }) => restMeanPct },
  /** How much the hold varied about its own line, % of its mean. */
  steadiness: { digits: 1, of: ({ holdCvDetrendedPct }) => holdCvDetrendedPct }
} as const satisfies Readonly<
  Record<string, { readonly digits: number; readonly of: (figures: RoundFigures) => number | null }>
>;
export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly Measure[];

/** Something of each of them. */
export function ofEach<Value>(make: (measure: Measure) => Value): Readonly<Record<Measure, Value>> {
  return {
    endurance: make('endurance'),
    tangent: make('tangent'),
    relaxation: make('relaxation'),
    steadiness: make('steadiness')
  };
}

/** What one session says of them. */
export interface SessionMeasures {
  readonly atMs: number;
  readonly scale: Scale;
  /** Null where no round that counts could tell. */
  readonly values: Readonly<Record<Measure, number | null>>;
}

/** A set, as far as progress looks at it. */
interface RoundsOfSet {
  readonly rounds: readonly { readonly figures: RoundFigures }[];
}

/**
 * The median over the rounds of the session's sets before fatigue: one that went wrong moves it little. Where the reference changed on the way,
 * only the rounds on the latest scale. A session of which no round counts is one still: somebody trained.
 *
 * @returns null of a session without a round
 */
export function measuresOf(atMs: number, sets: readonly RoundsOfSet[]): SessionMeasures | null {
  const scale = sets.flatMap(({ rounds }) => rounds).at(-1)?.figures.scale;
  if (!scale) return null;
  const counted = sets.flatMap(({ rounds }) => beforeFatigue(rounds)).map(({ figures }) => figures);
  const comparable = counted.filter((figures) => figures.scale === scale);
  const values = ofEach((measure) =>
    median(comparable.map(MEASURES[measure].of).filter((value) => value !== null))
  );
  return { atMs, scale, values };
}
