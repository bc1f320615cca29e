import { firstAtOrAfter } from '../crossing';
import { medianOf, medianOfSorted } from './median-of';
import { quantisationStep } from './quantisation-step';
import { shortMeans } from './short-means';
import { theilSen } from './theil-sen';

/** In sensor numbers. */
export interface MeasuredRest {
  /** Median. */
  readonly baseline: number;
  /** σ about the line, at least one quantisation step. */
  readonly sd: number;
  /** Change of the line over the whole rest; of a rest with two levels, the distance between them. */
  readonly drift: number;
  /** One quantisation step. */
  readonly step: number;
  /** A tenth of the samples lies farther from the line than this. */
  readonly farthestTenth: number;
  /** Half of all samples differ from the one before by more than this, or by as much. */
  readonly jump: number;
}

/** Median absolute residual of noise that is normally distributed, as a share of its SD, inverted: 1/Φ⁻¹(3/4). */
const SD_PER_MEDIAN = 1.4826;
/** *Decision*: where two levels describe the rest so many times better than a line, the seat was moved in the middle of it. */
const MOVED_TIMES = 3;
/** Steps of it spread over 0–1 as evenly as can be, however many are taken. */
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;
/** A sample so many σ from the line is disturbed (docs/signal.md, 3). */
const DISTURBED_SD = 5;

/**
 * What a stretch of rest reads (docs/signal.md, 3): its median; the Theil–Sen line's change, which is the drift; and σ about that line, 1.4826
 * times the median absolute residual and at least one quantisation step. For n samples of normal noise the estimate has a standard error of
 * 1.17σ/√n, and up to a third of them may be anything without σ growing by more than 1.5 times.
 *
 * @param t rising, s
 * @param resolution one quantisation step; 0 where it is not known, and the smallest difference that occurs stands for it
 * @returns NaN for σ and drift of fewer than three samples, through which there is always a line
 */
export function measureRest(t: Float64Array, v: Float64Array, resolution: number): MeasuredRest {
  const baseline = medianOf(v);
  if (v.length < 3) return { baseline, sd: NaN, drift: NaN, step: resolution, farthestTenth: NaN, jump: NaN };
  const step = resolution > 0 ? resolution : quantisationStep(v);
  const spread = v.map((value, i) => value + step * (((i * GOLDEN_RATIO) % 1) - 0.5));
  const [fromS, toS] = [t[0] ?? NaN, t.at(-1) ?? NaN];
  const means = shortMeans(
    t.map((s) => s - fromS),
    v
  );
  const { slope, at0 } = theilSen(means);
  const line = distances(spread.map((value, i) => value - at0 - slope * ((t[i] ?? NaN) - fromS)));
  const middleS = (toS - fromS) / 2;
  const [half, halfMean] = [firstAtOrAfter(t, fromS + middleS), firstAtOrAfter(means.t, middleS)];
  const [before, after] = [medianOf(means.v.subarray(0, halfMean)), medianOf(means.v.subarray(halfMean))];
  const levels = distances(spread.map((value, i) => value - (i < half ? before : after)));
  // A line through two levels lies far from both: its σ would let their distance pass for noise.
  const isMoved = MOVED_TIMES * Math.max(levels.sd, step) < line.sd;
  const { sd, farthestTenth } = isMoved ? levels : line;
  const drift = isMoved ? after - before : slope * (toS - fromS);
  return { baseline, sd: Math.max(sd, step), drift, step, farthestTenth, jump: jumpOf(v) };
}

/** The median distance from one sample to the next: 0 where a quiet sensor mostly repeats itself, however the person moves. */
function jumpOf(v: Float64Array): number {
  return medianOf(v.slice(1).map((value, i) => Math.abs(value - (v[i] ?? NaN))));
}

/**
 * How large residuals are. Quantised samples were spread over their step before: the median of equal residuals would jump by whole steps, and
 * read a σ of 2.2 steps as 1.5 (*decision*).
 */
function distances(residuals: Float64Array): { sd: number; farthestTenth: number } {
  const away = residuals.map(Math.abs).sort();
  return {
    sd: SD_PER_MEDIAN * medianOfSorted(away),
    farthestTenth: away[away.length - 1 - Math.floor(away.length / 10)] ?? NaN
  };
}

/** Whether more than a tenth of a rest was disturbed: farther from its line than 5σ, and than `tolerated`, in sensor numbers. */
export function isDisturbed(
  { sd, farthestTenth }: Pick<MeasuredRest, 'sd' | 'farthestTenth'>,
  tolerated: number
): boolean {
  return farthestTenth > Math.max(DISTURBED_SD * sd, tolerated);
}
