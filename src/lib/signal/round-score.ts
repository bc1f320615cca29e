import { NO_VARIATION, variationOf } from './hold';
import { known } from './known';
import { RailCount } from './saturation';
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

const HOLD_SETTLE_S = 0.5;
const REST_TAIL_S = 2;
/** From this share of the target's force on the hold counts as endured (docs/signal.md, 14). */
const NEAR_TARGET = 0.85;

/**
 * Gathers one round. Every sample weighs (t[i+1] − t[i−1])/2: each step between two samples, unless a gap, gives half of itself to
 * either end.
 */
export class RoundScore {
  /** Time in the band, and all time, for each segment, s. */
  readonly #inBandS: Float64Array;
  readonly #segmentS: Float64Array;
  #squares = 0;
  #errors = 0;
  #targetSquares = 0;
  #nearTargetS = 0;
  readonly #nearPct: number;
  readonly #hold = new StretchSums();
  #isHoldHidden = false;
  readonly #rail = new RailCount();
  readonly #rest = new WeightedMean();
  readonly #holdFromS: number;
  readonly #holdToS: number;
  readonly #restFromS: number;
  readonly #holdSegment: number;
  #segment = 0;
  #segmentEndS: number;

  constructor(
    private readonly curve: TargetCurve,
    private readonly bandPct: number
  ) {
    const { segments } = curve;
    this.#inBandS = new Float64Array(segments.length);
    this.#segmentS = new Float64Array(segments.length);
    this.#segmentEndS = curve.endOf(0);
    const hold = segments.findIndex(({ cue }) => cue === 'hold');
    const rest = segments.findLastIndex(({ cue }) => cue === 'rest');
    const lengthOf = (i: number) => curve.endOf(i) - curve.startOf(i);
    this.#holdFromS = hold < 0 ? Infinity : curve.startOf(hold) + Math.min(HOLD_SETTLE_S, lengthOf(hold) / 2);
    this.#holdToS = hold < 0 ? -Infinity : curve.endOf(hold);
    this.#nearPct = NEAR_TARGET * (segments[hold]?.fromPct ?? Infinity);
    this.#holdSegment = hold;
    this.#restFromS = rest < 0 ? Infinity : curve.endOf(rest) - Math.min(REST_TAIL_S, lengthOf(rest));
  }

  /**
   * @param s seconds since the round began, which rise
   * @param pct the signal above the zero as it is now
   * @param weightS half the steps beside it
   * @param zeroPct where that zero lies above the tare's
   * @param atRail whether the sensor was at an end of its range
   */
  add(s: number, pct: number, weightS: number, zeroPct = 0, atRail = false): void {
    if (s >= this.#segmentEndS) this.#enter(s);
    const segment = this.#segment;
    const target = this.curve.valueIn(segment, s);
    const error = pct - target;
    this.#segmentS[segment] = (this.#segmentS[segment] ?? 0) + weightS;
    if (error <= this.bandPct && error >= -this.bandPct)
      this.#inBandS[segment] = (this.#inBandS[segment] ?? 0) + weightS;
    this.#squares += weightS * error * error;
    this.#errors += weightS * error;
    this.#targetSquares += weightS * target * target;
    if (segment === this.#holdSegment && pct >= this.#nearPct) this.#nearTargetS += weightS;
    if (s >= this.#holdFromS && s < this.#holdToS) this.#hold.add(s, pct, weightS);
    if (s >= this.#restFromS) this.#rest.add(pct + zeroPct, weightS);
    if (atRail && pct > 0) this.#rail.add();
  }

  /** Nothing is known between these two, s since the round began. */
  hide(fromS: number, toS: number): void {
    if (fromS < this.#holdToS && toS > this.#holdFromS) this.#isHoldHidden = true;
  }

  figures(): ScoreFigures {
    const hold = this.#hold.stretch;
    const { isSaturated } = this.#rail;
    const { cvPct, cvDetrendedPct } = isSaturated ? NO_VARIATION : variationOf(hold);
    const ofHold = (value: number | null) => (this.#isHoldHidden ? null : value);
    const total = (of: Float64Array) => of.reduce((sum, seconds) => sum + seconds, 0);
    const measuredS = total(this.#segmentS);
    const share = (value: number, ofS: number) => (ofS > 0 ? value / ofS : null);
    const meanSquare = share(this.#squares, measuredS);
    return {
      inBandPct: share(100 * total(this.#inBandS), measuredS),
      inBandPctBySegment: Array.from(this.#segmentS, (ofS, i) => share(100 * (this.#inBandS[i] ?? 0), ofS)),
      rmsePct: meanSquare === null ? null : Math.sqrt(meanSquare),
      signedErrorPct: share(this.#errors, measuredS),
      score:
        this.#targetSquares > 0
          ? 100 * Math.max(0, 1 - Math.sqrt(this.#squares / this.#targetSquares))
          : null,
      nearTargetS: this.#nearTargetS,
      holdMeanPct: ofHold(known(hold.mean)),
      holdCvPct: ofHold(cvPct),
      holdCvDetrendedPct: ofHold(cvDetrendedPct),
      restMeanPct: this.#rest.mean(),
      isSaturated,
      measuredS
    };
  }

  #enter(s: number): void {
    this.#segment = this.curve.indexAt(s);
    this.#segmentEndS =
      this.#segment === this.#segmentS.length - 1 ? Infinity : this.curve.endOf(this.#segment);
  }
}
