import { clippingNoise } from './clipping/flat-top';
import { firstAtOrAfter } from './crossing';
import { known } from './known';
import { isFine, WEAK_SD } from './calibration/reference';
import { largestMean } from './plateau';
import type { QuickSeries } from './quick/series';
import { seriesIn } from './quick/series-log';
import { choose, type Choice, type KnownRest } from './offline/choice';
import { contractionsIn, type AnalysedContraction } from './offline/contractions';
import { guarded } from './offline/guarded';
import { eachSample, type RecordedSignal } from './offline/signal';
import { plausibilityOf, type Plausibility } from './plausibility/report';
import { restFreedom } from './review/rest-freedom';
import { RoundSamples } from './round-samples';
import { scoreOf } from './round-score';
import { BRIDGE_STEPS } from './sample-step';
import { measureRest, type MeasuredRest } from './rest/measured-rest';
import { quantisationStep } from './rest/quantisation-step';
import { judgeRest, type RestRefusal } from './tare';
import { effectiveBandPct, segmentsOf, TargetCurve, type Pattern } from './target';

/** A recording: times in s, which rise, and values in the unit of whoever recorded it. */
export interface Recording {
  readonly t: Float64Array;
  readonly v: Float64Array;
}

/** In the recording's unit. */
export interface SensorRange {
  readonly min: number;
  readonly max: number;
}

export interface AnalysisOptions {
  readonly rest: KnownRest | 'find';
  /** 100 % in units above the baseline; null: the recording's own. */
  readonly mvc: number | null;
  readonly polarity: 1 | -1 | 'find';
  /** The lowest and the highest value that the sensor sends; without it only a flat top shows that the signal was cut off. */
  readonly range?: SensorRange | null;
  /** One round, and when it began. */
  readonly target: {
    readonly pattern: Pattern;
    readonly forcePct: number;
    readonly bandPct: number;
    readonly startS: number;
  } | null;
}

export interface Analysis {
  readonly choice: Choice;
  /** Of the mean step without gaps; dt, which formulas go by, is the median one. */
  readonly rateHz: number;
  readonly gaps: readonly { readonly startS: number; readonly endS: number }[];
  /** Single samples that jumped and came back: what lies beside them stands in their place. */
  readonly outliers: number;
  readonly baseline: {
    readonly mean: number;
    readonly sd: number;
    /** Of sd; null where it is one quantisation step. */
    readonly degreesOfFreedom: number | null;
    readonly refused: RestRefusal | null;
  };
  readonly mvc: {
    /** In units above the baseline; null where there is no half second without a gap. */
    readonly value: number | null;
    readonly given: boolean;
    readonly weak: boolean;
    /** The recording's own, and saturated: 100 % is at least this, and what is in % of it at most what it says. */
    readonly isLowerBound: boolean;
  };
  readonly contractions: readonly AnalysedContraction[];
  /** Its series of quick squeezes (docs/signal.md, 19). */
  readonly series: readonly QuickSeries[];
  readonly plausibility: Plausibility;
  /** What the figures are of: s, and % of the reference without outliers. */
  readonly samples: Pick<RecordedSignal, 't' | 'pct' | 'stepS'>;
  readonly target: {
    readonly rmsePct: number | null;
    readonly signedErrorPct: number | null;
    readonly inBandPct: number | null;
    /** The RMSE is a lower bound (docs/signal.md, 15). */
    readonly isSaturated: boolean;
  } | null;
}

/**
 * A whole recording through the modules of the live engine, without taring anew and without leaving artefacts out but for
 * single outliers. dt is the median of
 * all steps. Where no rest is given but a baseline, σ is one quantisation step. What cannot be told is null; a reference below 20σ has no
 * contractions.
 *
 * @throws DirectionUnclear where the polarity is to be found and nothing shows it
 * @throws RangeError where times do not rise
 */
export function analyse({ t, v: told }: Recording, options: AnalysisOptions): Analysis {
  refuseTimesThatStand(t);
  const stepS = medianStep(t);
  const bridgeS = BRIDGE_STEPS * stepS;
  const resolution = quantisationStep(told);
  const { v, outliers } = guarded(t, told, resolution);
  const choice = choose({ t, v, stepS, resolution }, options.rest, options.polarity);
  const rest = restOf({ t, v }, choice.rest, resolution);
  const above = v.map((each) => choice.polarity * (each - rest.baseline));
  const value = options.mvc ?? largestMean(t, above, -Infinity, Infinity, bridgeS);
  const weak = !(value > 0 && value >= WEAK_SD * rest.sd);
  const listened = 'baseline' in choice.rest ? null : choice.rest;
  const signal = {
    t,
    pct: above.map((each) => (100 * each) / value),
    atRail: Uint8Array.from(v, (each) => isAtRail(each, options.range ?? null)),
    stepS,
    noise: clippingNoise(rest, rest.step) === null ? null : (100 * rest.sd) / value
  };
  const watched = weak ? [] : contractionsIn(signal, rest.sd, value, isFine(value, rest.sd, resolution));
  const gaps = gapsIn(t, bridgeS);
  const plausibility = plausibilityOf(t, weak ? null : signal.pct, (100 * resolution) / value);
  return {
    choice,
    rateHz: 1 / plausibility.clock.meanStepS,
    gaps,
    outliers,
    baseline: {
      mean: rest.baseline,
      sd: rest.sd,
      degreesOfFreedom: listened && restFreedom(t, listened.fromS, listened.toS, rest, resolution),
      refused: listened ? judgeRest(rest, resolution, value > 0 ? value : null) : null
    },
    mvc: {
      value: known(value),
      given: options.mvc !== null,
      weak,
      isLowerBound: options.mvc === null && strongestOf(watched)?.isSaturated === true
    },
    contractions: watched,
    series: seriesIn(watched, gaps),
    plausibility,
    samples: signal,
    target: options.target && !weak ? targetFigures(signal, options.target) : null
  };
}

function restOf({ t, v }: Recording, rest: KnownRest, resolution: number): MeasuredRest {
  if ('baseline' in rest)
    return { baseline: rest.baseline, sd: resolution, drift: 0, step: resolution, farthestTenth: 0, jump: 0 };
  const [from, to] = [firstAtOrAfter(t, rest.fromS), firstAtOrAfter(t, rest.toS)];
  return measureRest(t.subarray(from, to), v.subarray(from, to), resolution);
}

const isAtRail = (value: number, range: SensorRange | null) =>
  range !== null && (value <= range.min || value >= range.max) ? 1 : 0;

function targetFigures(
  signal: RecordedSignal,
  { pattern, forcePct, bandPct, startS }: NonNullable<AnalysisOptions['target']>
): Analysis['target'] {
  const round = new RoundSamples();
  round.begin(startS);
  eachSample(signal, (run) => {
    round.push(run, 0, 1);
  });
  const curve = new TargetCurve(segmentsOf(pattern, forcePct));
  const { rmsePct, signedErrorPct, inBandPct, isSaturated } = scoreOf(
    round,
    curve,
    effectiveBandPct(bandPct, forcePct),
    signal.noise
  );
  return { rmsePct, signedErrorPct, inBandPct, isSaturated };
}

/** The contraction that a recording's own 100 % comes from. */
function strongestOf(contractions: readonly AnalysedContraction[]): AnalysedContraction | undefined {
  const strength = ({ halfSecondPct }: AnalysedContraction) => halfSecondPct ?? -Infinity;
  return contractions.reduce<AnalysedContraction | undefined>(
    (strongest, each) => (strongest && strength(strongest) >= strength(each) ? strongest : each),
    undefined
  );
}

function gapsIn(t: Float64Array, bridgeS: number): Analysis['gaps'] {
  const gaps: { startS: number; endS: number }[] = [];
  for (let i = 1; i < t.length; i++) {
    const [startS, endS] = [t[i - 1] ?? NaN, t[i] ?? NaN];
    if (endS - startS > bridgeS) gaps.push({ startS, endS });
  }
  return gaps;
}

function refuseTimesThatStand(t: Float64Array): void {
  const i = t.findIndex((s, at) => at > 0 && !(s > (t[at - 1] ?? NaN)));
  if (i < 0) return;
  throw new RangeError(
    `Times have to rise: sample ${i} comes at ${t[i] ?? NaN} s, the one before at ${t[i - 1] ?? NaN} s. Samples that share the time of their packet are to be spread first.`
  );
}

/** dt, s. */
function medianStep(t: Float64Array): number {
  const steps = t.slice(1).map((s, i) => s - (t[i] ?? NaN));
  return steps.sort()[steps.length >> 1] ?? NaN;
}
