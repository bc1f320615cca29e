import type { ContractionFigures } from '../contraction';
import type { Relaxation } from '../release';
import { LONGEST_STEP_S } from '../rise-rate';
import { isSudden, type PulseFigures } from './pulse-figures';

/** *Decision*: fewer pulses are no series. */
const FEWEST_PULSES = 3;
/** *Decision*: the next pulse of a series begins at most so long after the end of the one before, s. */
const LONGEST_PAUSE_S = 5;
/** A pulse may hide in a gap as long as the shortest contraction, s (docs/signal.md, 6). */
const HIDING_S = 0.3;

/** One pulse of a series. */
export interface QuickSqueeze extends PulseFigures {
  /** First sample above the start level, s. */
  readonly startS: number;
  /** Null where it is not known. */
  readonly onsetS: number | null;
  readonly endS: number;
  readonly riseRate: ContractionFigures['riseRate'];
  /** The steepest fall, % of the reference per s; null until it is known, and where it is not measurable. */
  readonly peakFallPctPerS: number | null;
  readonly isSaturated: boolean;
}

/** The pulses so far that may become a series, or belong to one. */
export interface QuickSqueezes {
  readonly squeezes: readonly QuickSqueeze[];
  /** The end of the latest gap in which a pulse could hide, s. */
  readonly hiddenToS: number;
}

export const NO_SQUEEZES: QuickSqueezes = { squeezes: [], hiddenToS: -Infinity };

/**
 * The pulses after one more contraction. A longer contraction ends them, and so does one that was cut off; a pulse after a longer pause, or
 * after a gap that could hide another one, begins them again. What peaks as suddenly as a cough is passed over; below 20 Hz nothing shows
 * which pulse that is, so there are none.
 */
export function afterContraction(
  { squeezes, hiddenToS }: QuickSqueezes,
  figures: ContractionFigures
): QuickSqueezes {
  const { pulse, startS, onsetS, endS, riseRate, isSaturated, stepS } = figures;
  if (pulse === null || !(stepS <= LONGEST_STEP_S)) return { squeezes: [], hiddenToS };
  if (isSudden(pulse, stepS)) return { squeezes, hiddenToS };
  const squeeze = { ...pulse, startS, onsetS, endS, riseRate, peakFallPctPerS: null, isSaturated };
  const lastS = squeezes.at(-1)?.endS ?? NaN;
  const follows = (onsetS ?? startS) - lastS <= LONGEST_PAUSE_S && hiddenToS <= lastS;
  return { squeezes: follows ? [...squeezes, squeeze] : [squeeze], hiddenToS };
}

/** The pulses with the steepest fall of the one that started then. */
export function afterRelaxation(
  state: QuickSqueezes,
  startS: number,
  relaxation: Relaxation | null
): QuickSqueezes {
  const last = state.squeezes.at(-1);
  if (last?.startS !== startS) return state;
  const peakFallPctPerS = relaxation?.peakFallPctPerS ?? null;
  return { ...state, squeezes: [...state.squeezes.slice(0, -1), { ...last, peakFallPctPerS }] };
}

/** The pulses after a stretch without samples. */
export function afterGap(state: QuickSqueezes, fromS: number, toS: number): QuickSqueezes {
  return toS - fromS < HIDING_S ? state : { ...state, hiddenToS: toS };
}

/** A series and what it comes to (docs/signal.md, 19). */
export interface QuickSeries {
  readonly count: number;
  /** From the first to the last onset, pulses per minute. */
  readonly ratePerMin: number;
  /** So many pulses at either end are compared: a third of them, at least one. */
  readonly compared: number;
  /** 100·(first − last)/first of the mean peaks of those, %; null where one of them is not known, or is a lower bound. */
  readonly decrementPct: number | null;
  readonly squeezes: readonly QuickSqueeze[];
}

/** The series that squeezes make; null of fewer than three. */
export function seriesOf(squeezes: readonly QuickSqueeze[]): QuickSeries | null {
  const [first, last] = [squeezes[0], squeezes.at(-1)];
  const count = squeezes.length;
  if (!first || !last || count < FEWEST_PULSES) return null;
  const [fromS, toS] =
    first.onsetS === null || last.onsetS === null ? [first.startS, last.startS] : [first.onsetS, last.onsetS];
  const compared = Math.floor(count / 3);
  return {
    count,
    ratePerMin: (60 * (count - 1)) / (toS - fromS),
    compared,
    decrementPct: decrement(meanPeak(squeezes.slice(0, compared)), meanPeak(squeezes.slice(-compared))),
    squeezes
  };
}

function decrement(first: number | null, last: number | null): number | null {
  return first === null || last === null ? null : (100 * (first - last)) / first;
}

function meanPeak(squeezes: readonly QuickSqueeze[]): number | null {
  let sum = 0;
  for (const { peakPct, isSaturated } of squeezes) {
    if (peakPct === null || isSaturated) return null;
    sum += peakPct;
  }
  return sum / squeezes.length;
}
