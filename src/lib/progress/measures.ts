import type { Scale } from '../signal/calibration/reference';
import type { RoundFigures } from '../signal/event';
import { beforeFatigue } from '../signal/fatigue';
import { median } from '../signal/median';
import type { ResultRecord } from '../storage/result';

/** What is followed over weeks of each session, beside the maximum, and how many digits after the comma are shown of it. */
export const MEASURES = {
  /** The longest time at 85 % of the target or more in a hold, s. */
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
  /** 100 % in sensor numbers; null where it was not kept. */
  readonly span: number | null;
  /** Null where no round that counts could tell. */
  readonly values: Readonly<Record<Measure, number | null>>;
  /** The longest hold was as long as the pattern asked: what she could hold beyond it was not measured. */
  readonly isHoldAsPrescribed: boolean;
}

type Result = Pick<ResultRecord, 'sets'> & Partial<Pick<ResultRecord, 'freeHoldS'>>;
type ResultSet = ResultRecord['sets'][number];

/** A hold of this share of the pattern's is as long as was asked for. */
const WHOLE_HOLD = 0.95;

/**
 * The median over the rounds of the session's sets before fatigue: one that went wrong moves it little. Endurance is the longest hold, in a
 * round or outside the sets. Where the reference changed on the way, only the rounds on the latest one count. A session of which no round
 * counts is one still: somebody trained.
 *
 * @returns null of a session without a round
 */
export function measuresOf(atMs: number, { sets, freeHoldS = null }: Result): SessionMeasures | null {
  const last = sets.findLast(({ rounds }) => rounds.length > 0);
  const scale = last?.rounds.at(-1)?.figures.scale;
  if (!last || !scale) return null;
  const span = last.span ?? null;
  const comparable = sets.filter((set) => (set.span ?? null) === span);
  const counted = comparable.map((set) => ({ set, rounds: countedOf(set, scale) }));
  const figures = counted.flatMap(({ rounds }) => rounds);
  const values = ofEach((measure) =>
    median(figures.map(MEASURES[measure].of).filter((value) => value !== null))
  );
  const holdS = Math.max(...figures.map(({ nearTargetS }) => nearTargetS), freeHoldS ?? 0);
  return {
    atMs,
    scale,
    span,
    values: { ...values, endurance: figures.length > 0 || freeHoldS !== null ? holdS : null },
    isHoldAsPrescribed: counted.some(({ set, rounds }) => {
      const askedS = set.setUp.pattern.holdMs / 1000;
      return rounds.some(({ nearTargetS }) => nearTargetS === holdS && nearTargetS >= WHOLE_HOLD * askedS);
    })
  };
}

/** The figures of a set's rounds before fatigue, on that scale. */
function countedOf({ setUp, rounds }: ResultSet, scale: Scale): readonly RoundFigures[] {
  return beforeFatigue(rounds, setUp.fatigue)
    .map(({ figures }) => figures)
    .filter((figures) => figures.scale === scale);
}
