import { isWhole } from './crossing';
import { known } from './known';
import { BRIDGE_STEPS } from './sample-step';
import { describeStretch, type Stretch } from './weighted';

/** The part of a contraction that was held (docs/signal.md, 11). Heights in %. */
export interface Hold extends Variation {
  readonly startS: number;
  readonly endS: number;
  /** Time-weighted mean. */
  readonly meanPct: number;
  /** Of the straight line of least squares, %/s: it sinks with fatigue, and with a sensor that creeps. Null where the signal was cut off. */
  readonly slopePctPerS: number | null;
}

/** How steady a hold was. */
export interface Variation {
  /** Standard deviation in % of the mean; null where the mean is below 5 %, and a share of it says nothing. */
  readonly cvPct: number | null;
  /** The same about the straight line of least squares. */
  readonly cvDetrendedPct: number | null;
}

/** Of a signal that was cut off at an end of the sensor's range (docs/signal.md, 15). */
export const NO_VARIATION: Variation = { cvPct: null, cvDetrendedPct: null };

export function variationOf({ mean, sd, sdAboutLine }: Stretch): Variation {
  const share = (deviation: number) => (mean >= LOWEST_MEAN_PCT ? known((100 * deviation) / mean) : null);
  return { cvPct: share(sd), cvDetrendedPct: share(sdAboutLine) };
}

const MARGIN_S = 0.25;
const SHORTEST_S = 1;
const LOWEST_MEAN_PCT = 5;

/**
 * The free hold: from t90 + 0.25 s to the release corner − 0.25 s.
 *
 * @returns null where that is shorter than 1 s, or a gap lies in it, or fewer than three samples: too few for a line
 */
export function freeHold(
  t: Float64Array,
  v: Float64Array,
  t90S: number,
  releaseOnsetS: number,
  stepS: number
): Hold | null {
  const [startS, endS] = [t90S + MARGIN_S, releaseOnsetS - MARGIN_S];
  if (!(endS - startS >= SHORTEST_S) || !isWhole(t, startS, endS, BRIDGE_STEPS * stepS)) return null;
  const stretch = describeStretch(t, v, startS, endS);
  if (Number.isNaN(stretch.slope)) return null;
  return {
    startS,
    endS,
    meanPct: stretch.mean,
    ...variationOf(stretch),
    slopePctPerS: stretch.slope
  };
}
