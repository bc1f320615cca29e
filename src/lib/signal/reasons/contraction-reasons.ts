import type { ContractionFigures } from '../contraction';
import { firstAtOrAfter, isWhole } from '../crossing';
import { RESIDUAL_TO_S, type Relaxation } from '../release';
import { LONGEST_STEP_S } from '../rise-rate';
import type { NotMeasured } from '../rise';
import { BRIDGE_STEPS } from '../sample-step';

/** Why a figure of a contraction is not there: of several reasons the first that alone withholds it. */
export type Reason =
  | NotMeasured
  /** Shorter than what the figure is a mean of, or looks at. */
  | 'too-short'
  /** It took less than six steps. */
  | 'too-fast'
  /** The signal did not fall as far before it was over. */
  | 'not-reached'
  /** The next contraction began before. */
  | 'next'
  /** The recording, or a silence, ended it. */
  | 'cut'
  /** A share of a mean below 5 % says nothing. */
  | 'low-mean';

type Withheld =
  | 'onset'
  | 'plateau'
  | 'riseTime'
  | 'releaseOnset'
  | 'hold'
  | 'variation'
  | 'relaxation'
  | 't90To10'
  | 'peakFall'
  | 'residual';
/** Of the figures that are null, and of no others. A rise rate carries its own. */
export type Reasons = Readonly<Partial<Record<Withheld, Reason>>>;

/** The recording around a contraction. */
export interface Surroundings {
  /** All samples, s, and % of the reference. */
  readonly t: Float64Array;
  readonly v: Float64Array;
  readonly stepS: number;
  /** The level that the contraction is measured from, %. */
  readonly basePct: number;
  /** False where the reference is too coarse for onset and rise figures. */
  readonly hasOnsets: boolean;
  /** End of the contraction before, and start of the next one, s; ±∞ where there is none. */
  readonly fromS: number;
  readonly untilS: number;
}

/** @param relaxation of the contraction; null where it was cut off */
export function reasonsOf(
  figures: ContractionFigures,
  relaxation: Relaxation | null,
  around: Surroundings
): Reasons {
  const { onsetS, plateauPct, riseTimeS, releaseOnsetS, hold } = figures;
  const rise = new Rise(figures, around);
  const release = releaseReason(figures);
  const all: readonly (readonly [Withheld, unknown, () => Reason])[] = [
    ['onset', onsetS, () => rise.onset],
    ['plateau', plateauPct, () => rise.plateau],
    ['riseTime', riseTimeS, () => rise.time],
    ['releaseOnset', releaseOnsetS, () => release],
    ['hold', hold, () => rise.hold],
    ['variation', hold ? hold.cvPct : 0, () => (figures.isSaturated ? 'clipped' : 'low-mean')],
    ['relaxation', relaxation, () => 'cut'],
    ['t90To10', relaxation ? relaxation.t90To10S : 0, () => fallReason(figures, around, 'time')],
    ['peakFall', relaxation ? relaxation.peakFallPctPerS : 0, () => fallReason(figures, around, 'rate')],
    ['residual', relaxation ? relaxation.residualPct : 0, () => residualReason(figures, around)]
  ];
  return Object.fromEntries(
    all.filter(([, value]) => value === null).map(([name, , reason]) => [name, reason()])
  );
}

/** The way up, as far as the figures and the samples show it. */
class Rise {
  constructor(
    private readonly figures: ContractionFigures,
    private readonly around: Surroundings
  ) {}

  get onset(): Reason {
    const { fromS, hasOnsets, t } = this.around;
    if (!hasOnsets) return 'noise';
    return hasGap(this.around, Math.max(fromS, t[0] ?? NaN), this.figures.startS) ? 'gap' : 'no-onset';
  }

  get plateau(): Reason {
    const { startS, onsetS, endS } = this.figures;
    return hasGap(this.around, onsetS ?? startS, endS) ? 'gap' : 'too-short';
  }

  get time(): Reason {
    const { onsetS, plateauPct, isSaturated, startS } = this.figures;
    if (!this.around.hasOnsets) return 'noise';
    if (isSaturated) return 'clipped';
    if (plateauPct === null) return 'no-plateau';
    if (hasGap(this.around, onsetS ?? startS, this.#t90S)) return 'gap';
    return onsetS === null ? this.onset : 'too-fast';
  }

  get hold(): Reason {
    const { end, endS } = this.figures;
    // Of a contraction that was cut off, the hold lasts until then.
    const releaseOnsetS = end === 'cut' ? endS : this.figures.releaseOnsetS;
    if (releaseOnsetS === null) return releaseReason(this.figures);
    if (this.figures.plateauPct === null) return 'no-plateau';
    if (releaseOnsetS - this.#t90S < SHORTEST_HOLD_S) return 'too-short';
    return hasGap(this.around, this.#t90S, releaseOnsetS) ? 'gap' : 'too-short';
  }

  /** The first sample above 90 % of the way from the base to the plateau. */
  get #t90S(): number {
    const { t, v, basePct } = this.around;
    const level = basePct + 0.9 * ((this.figures.plateauPct ?? NaN) - basePct);
    for (let i = firstAtOrAfter(t, this.figures.startS); i < t.length; i++)
      if ((v[i] ?? NaN) >= level) return t[i] ?? NaN;
    return NaN;
  }
}

/** A hold of 1 s with a quarter of a second on either side (docs/signal.md, 11). */
const SHORTEST_HOLD_S = 1.5;

function releaseReason({ end, plateauPct }: ContractionFigures): Reason {
  if (end === 'cut') return 'cut';
  return plateauPct === null ? 'no-plateau' : 'gap';
}

function fallReason(figures: ContractionFigures, around: Surroundings, of: 'time' | 'rate'): Reason {
  const { releaseOnsetS, endS, isSaturated } = figures;
  if (of === 'rate' && around.stepS > LONGEST_STEP_S) return 'slow-sampling';
  if (releaseOnsetS === null) return releaseReason(figures);
  if (hasGap(around, releaseOnsetS, endS)) return 'gap';
  if (isSaturated) return 'clipped';
  const untilS = Math.min(around.untilS, endS + RESIDUAL_TO_S, around.t.at(-1) ?? NaN);
  return of === 'rate' || hasGap(around, endS, untilS) ? 'gap' : 'not-reached';
}

function residualReason({ endS }: ContractionFigures, around: Surroundings): Reason {
  const untilS = endS + RESIDUAL_TO_S;
  if (around.untilS < untilS) return 'next';
  return (around.t.at(-1) ?? NaN) < untilS ? 'cut' : 'gap';
}

/** Whether a step too long to bridge lies between; what lies beyond the recording is none. */
function hasGap({ t, stepS }: Surroundings, fromS: number, toS: number): boolean {
  const [firstS, lastS] = [t[0] ?? NaN, t.at(-1) ?? NaN];
  return !isWhole(t, Math.max(fromS, firstS), Math.min(toS, lastS), BRIDGE_STEPS * stepS);
}
