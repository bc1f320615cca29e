import { isWhole } from './crossing';
import { BRIDGE_STEPS } from './sample-step';
import { describeStretch } from './weighted';

/** The part of a contraction that was held (docs/signal.md, 11). Heights in %. */
export interface Hold {
  readonly startS: number;
  readonly endS: number;
  /** Time-weighted mean. */
  readonly meanPct: number;
  /** Standard deviation in % of the mean; null where the mean is below 5 %, and a share of it says nothing. */
  readonly cvPct: number | null;
  /** The same about the straight line of least squares. */
  readonly cvDetrendedPct: number | null;
  /** Of that line, %/s: it sinks with fatigue, and with a sensor that creeps. */
  readonly slopePctPerS: number;
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
  const { mean, sd, sdAboutLine, slope } = describeStretch(t, v, startS, endS);
  if (Number.isNaN(slope)) return null;
  const share = (deviation: number) => (mean >= LOWEST_MEAN_PCT ? (100 * deviation) / mean : null);
  return {
    startS,
    endS,
    meanPct: mean,
    cvPct: share(sd),
    cvDetrendedPct: share(sdAboutLine),
    slopePctPerS: slope
  };
}
