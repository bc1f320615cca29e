import { firstAtOrAfter } from '../crossing';
import type { Hold } from '../hold';
import { weightAt } from '../weighted';
import { bandVariance, type Cells } from './band-variance';
import type { ReviewInput } from './input';
import type { Given, Refused } from './not-given';
import { isSampledAt } from './sampled-at';

/** Standard deviation of what lies in a band of frequencies, in % of the hold's mean (docs/signal.md, 11). */
export interface BandVariability {
  readonly sdPct: number;
  /** What the noise of rest alone gives, if it is white: a value near it says nothing about the person. */
  readonly noisePct: number;
}

export interface HoldVariability {
  /** T, s. */
  readonly lengthS: number;
  /** 1/T: what lies closer together cannot be told apart. */
  readonly resolutionHz: number;
  /** Below 0.5 Hz, with the straight line that a tiring hold sinks by. */
  readonly drift: Given<BandVariability>;
  /** 4–12 Hz, without that line. */
  readonly tremor: Given<BandVariability>;
  /** Degrees of freedom of the two CVs if all samples were independent. */
  readonly degreesOfFreedom: { readonly cv: number; readonly cvDetrended: number };
}

const DRIFT_BELOW_HZ = 0.5;
/** One period of the highest drift. */
const SHORTEST_S = 1 / DRIFT_BELOW_HZ;
const TREMOR_FROM_HZ = 4;
const TREMOR_TO_HZ = 12;
const LOWEST_TREMOR_RATE_HZ = 50;

export function holdVariabilityOf({ t, v, figures, noisePct }: ReviewInput): Given<HoldVariability> {
  const { hold } = figures;
  if (!hold) return { notGiven: 'no-hold' };
  const { startS, endS, meanPct } = hold;
  const refused = refusalOf(hold, figures.isSaturated);
  const band = (cells: Cells, fromHz: number, toHz: number): BandVariability => {
    const { variance, whiteShare } = bandVariance(cells, fromHz, toHz);
    const share = 100 / meanPct;
    return { sdPct: share * Math.sqrt(variance), noisePct: share * noisePct * Math.sqrt(whiteShare) };
  };
  const level = cellsOf(t, v, hold, 0);
  const isFast = isSampledAt(t, startS, endS, LOWEST_TREMOR_RATE_HZ);
  return {
    lengthS: endS - startS,
    resolutionHz: 1 / (endS - startS),
    drift: refused ?? band(level, 0, DRIFT_BELOW_HZ),
    tremor:
      refused ??
      (isFast
        ? band(cellsOf(t, v, hold, hold.slopePctPerS ?? NaN), TREMOR_FROM_HZ, TREMOR_TO_HZ)
        : { notGiven: 'slow-sampling' }),
    degreesOfFreedom: degreesOfFreedom(level)
  };
}

function refusalOf({ startS, endS, cvPct }: Hold, isSaturated: boolean): Refused | null {
  if (isSaturated) return { notGiven: 'saturated' };
  if (cvPct === null) return { notGiven: 'low-mean' };
  return endS - startS < SHORTEST_S ? { notGiven: 'short-hold' } : null;
}

/** The samples of a hold about its mean, minus a straight line through its middle with this slope, %/s. */
function cellsOf(t: Float64Array, v: Float64Array, { startS, endS, meanPct }: Hold, slope: number): Cells {
  const [from, to] = [firstAtOrAfter(t, startS), firstAtOrAfter(t, endS + 1e-9)];
  const lengthS = Float64Array.from({ length: to - from }, (_, i) => weightAt(t, from + i));
  const beginS = ((t[Math.max(0, from - 1)] ?? NaN) + (t[from] ?? NaN)) / 2;
  const sinceS = t.slice(from, to).map((s) => s - beginS);
  const middleS = weightedMean(sinceS, lengthS);
  return {
    sinceS,
    lengthS,
    value: sinceS.map((s, i) => (v[from + i] ?? NaN) - meanPct - slope * (s - middleS))
  };
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  const total = weights.reduce((sum, each) => sum + each, 0);
  return values.reduce((sum, each, i) => sum + each * (weights[i] ?? NaN), 0) / total;
}

/** The effective number of samples is (Σw)²/Σw² (Kish); the mean takes one degree of freedom, and the slope another. */
function degreesOfFreedom({ lengthS }: Cells): HoldVariability['degreesOfFreedom'] {
  const total = lengthS.reduce((sum, each) => sum + each, 0);
  const effective = total ** 2 / lengthS.reduce((sum, each) => sum + each ** 2, 0);
  return { cv: effective - 1, cvDetrended: effective - 2 };
}
