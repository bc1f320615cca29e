import { NO_VARIATION, variationOf } from './hold';
import { scoredHold } from './hold-levels';
import { known } from './known';
import type { RoundSamples } from './round-samples';
import type { TargetCurve } from './target';
import { StretchSums, WeightedMean } from './weighted';

/** How close the signal came to the target, in s and % of the reference (docs/signal.md, 11–13). Null where not measurable. */
export interface ScoreFigures {
  /** Share of the measured time in the band, 0–100. */
  readonly inBandPct: number | null;
  /** The same per segment of the target, in its order. */
  readonly inBandPctBySegment: readonly (number | null)[];
  /** Time-weighted root mean square of signal minus target. */
  readonly rmsePct: number | null;
  /** Time-weighted mean of signal minus target. */
  readonly signedErrorPct: number | null;
  /** 100·max(0, 1 − RMSE/RMS of the target): idling scores 0. */
  readonly score: number | null;
  /** Time in the target's hold at 85 % of its force or more, s: endurance. */
  readonly nearTargetS: number;
  /** Time-weighted mean over the hold without its first 0.5 s (at most half of it); null where a gap lies in it. */
  readonly holdMeanPct: number | null;
  /** Share of the time of that same stretch that was in the band, 0–100; null where the mean is. */
  readonly holdInBandPct: number | null;
  /** Standard deviation there in % of that mean, about the mean and about the straight line of least squares; null of a mean below 5 %. */
  readonly holdCvPct: number | null;
  readonly holdCvDetrendedPct: number | null;
  /** Mean over the last 2 s of rest (all of a shorter one), above the tare and not the zero as it has moved: signal above rest. */
  readonly restMeanPct: number | null;
  /** Three samples or more at an end of the sensor's range: then the RMSE is a lower bound, and there is no variation. */
  readonly isSaturated: boolean;
  /** Time measured, without gaps. */
  readonly measuredS: number;
}

/** Share of the time measured in several rounds that was in the band, 0–100; null where none was measured. */
export function meanInBandPct(
  rounds: readonly Pick<ScoreFigures, 'inBandPct' | 'measuredS'>[]
): number | null {
  const all = new WeightedMean();
  for (const { inBandPct, measuredS } of rounds) if (inBandPct !== null) all.add(inBandPct, measuredS);
  return all.mean();
}

const REST_TAIL_S = 2;
/** From this share of the target's force on the hold counts as endured (docs/signal.md, 14). */
export const NEAR_TARGET = 0.85;

/**
 * The figures of the round that was gathered. Every sample weighs (t[i+1] − t[i−1])/2: each step between two samples, unless a gap, gives
 * half of itself to either end.
 *
 * @param bandPct half the height of the band
 */
export function scoreOf(
  round: RoundSamples,
  curve: TargetCurve,
  bandPct: number,
  noise: number | null
): ScoreFigures {
  const bySegment = curve.segments.map((_, i) => followed(round, curve, i, bandPct));
  const total = (of: keyof Followed) => bySegment.reduce((sum, segment) => sum + segment[of], 0);
  const measuredS = total('measuredS');
  const share = (value: number, ofS: number) => (ofS > 0 ? value / ofS : null);
  const meanSquare = share(total('squares'), measuredS);
  const targetSquares = total('targetSquares');
  const hold = curve.segments.findIndex(({ cue }) => cue === 'hold');
  const isSaturated = round.isSaturated(0, curve.durationS, noise);
  return {
    inBandPct: share(100 * total('inBandS'), measuredS),
    inBandPctBySegment: bySegment.map((segment) => share(100 * segment.inBandS, segment.measuredS)),
    rmsePct: meanSquare === null ? null : Math.sqrt(meanSquare),
    signedErrorPct: share(total('errors'), measuredS),
    score: targetSquares > 0 ? 100 * Math.max(0, 1 - Math.sqrt(total('squares') / targetSquares)) : null,
    nearTargetS: bySegment[hold]?.nearTargetS ?? 0,
    ...holdFigures(round, curve, hold, bandPct, isSaturated),
    restMeanPct: restMeanPct(round, curve),
    isSaturated,
    measuredS
  };
}

/** How one segment of the target was followed, weighed with time: s, % · s, and %² · s. */
interface Followed {
  readonly measuredS: number;
  readonly inBandS: number;
  readonly squares: number;
  readonly errors: number;
  readonly targetSquares: number;
  readonly nearTargetS: number;
}

function followed(round: RoundSamples, curve: TargetCurve, segment: number, bandPct: number): Followed {
  const nearPct = NEAR_TARGET * (curve.segments[segment]?.fromPct ?? NaN);
  let measuredS = 0;
  let inBandS = 0;
  let squares = 0;
  let errors = 0;
  let targetSquares = 0;
  let nearTargetS = 0;
  const to = round.indexAt(curve.endOf(segment));
  const from = round.indexAt(curve.startOf(segment));
  let beforeS = round.halfStepS(from);
  for (let i = from; i < to; i++) {
    const pct = round.v[i] ?? NaN;
    const afterS = round.halfStepS(i + 1);
    const weightS = beforeS + afterS;
    beforeS = afterS;
    const target = curve.valueIn(segment, round.sinceStartS(i));
    const error = pct - target;
    measuredS += weightS;
    if (isInBand(error, bandPct)) inBandS += weightS;
    squares += weightS * error * error;
    errors += weightS * error;
    targetSquares += weightS * target * target;
    if (pct >= nearPct) nearTargetS += weightS;
  }
  return { measuredS, inBandS, squares, errors, targetSquares, nearTargetS };
}

function isInBand(error: number, bandPct: number): boolean {
  return error <= bandPct && error >= -bandPct;
}

type HoldFigures = Pick<ScoreFigures, 'holdMeanPct' | 'holdInBandPct' | 'holdCvPct' | 'holdCvDetrendedPct'>;
const NO_HOLD: HoldFigures = {
  holdMeanPct: null,
  holdInBandPct: null,
  holdCvPct: null,
  holdCvDetrendedPct: null
};

/** @param hold index of the target's segment */
function holdFigures(
  round: RoundSamples,
  curve: TargetCurve,
  hold: number,
  bandPct: number,
  isSaturated: boolean
): HoldFigures {
  const { fromS, toS } = scoredHold(curve, hold);
  if (round.isHidden(fromS, toS)) return NO_HOLD;
  const forcePct = curve.segments[hold]?.fromPct ?? NaN;
  const sums = new StretchSums();
  const inBandPct = new WeightedMean();
  const to = round.indexAt(toS);
  for (let i = round.indexAt(fromS); i < to; i++) {
    const pct = round.v[i] ?? NaN;
    const weightS = round.weightS(i);
    sums.add(round.sinceStartS(i), pct, weightS);
    inBandPct.add(isInBand(pct - forcePct, bandPct) ? 100 : 0, weightS);
  }
  const { cvPct, cvDetrendedPct } = isSaturated ? NO_VARIATION : variationOf(sums.stretch);
  return {
    holdMeanPct: known(sums.stretch.mean),
    holdInBandPct: inBandPct.mean(),
    holdCvPct: cvPct,
    holdCvDetrendedPct: cvDetrendedPct
  };
}

function restMeanPct(round: RoundSamples, curve: TargetCurve): number | null {
  const rest = curve.segments.findLastIndex(({ cue }) => cue === 'rest');
  const [startS, endS] = [curve.startOf(rest), curve.endOf(rest)];
  const mean = new WeightedMean();
  const to = round.indexAt(endS);
  for (let i = round.indexAt(Math.max(startS, endS - REST_TAIL_S)); i < to; i++)
    mean.add((round.v[i] ?? NaN) + (round.zeroPct[i] ?? NaN), round.weightS(i));
  return mean.mean();
}
