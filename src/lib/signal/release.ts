import { isSlopeHidden } from './clipping/hidden-slope';
import { crossingS, firstAtOrAfter, isWhole } from './crossing';
import { known } from './known';
import { steepest } from './rise';
import { LONGEST_STEP_S } from './rise-rate';
import { BRIDGE_STEPS } from './sample-step';
import { describeStretch } from './weighted';

/** How a contraction was let go (docs/signal.md, 13). A foam cushion recovers slowly and looks the same. */
export interface Relaxation {
  /** From 90 to 10 % of the level before the release, s; null where 10 % was not reached, or is hidden. */
  readonly t90To10S: number | null;
  /** Steepest fall over the window of rise rates, %/s, a positive number; null where not measurable. */
  readonly peakFallPctPerS: number | null;
  /** Mean from 0.5 to 1.5 s after the end: signal above rest. Null where that is not all known, or another contraction has begun. */
  readonly residualPct: number | null;
}

/** Where the release of a contraction is to be found, s. */
export interface Release {
  readonly t90S: number;
  /** NaN where a gap hides it. */
  readonly releaseOnsetS: number;
  readonly endS: number;
  /** What lay above its top was not seen. */
  readonly isClipped: boolean;
}

/** What goes before the release and counts as its level. */
const LEVEL_S = 0.5;
const RESIDUAL_FROM_S = 0.5;
/** Share of the plateau. */
const LET_GO = 0.25;
/** Until then after its end a contraction's release is looked at. */
export const RESIDUAL_TO_S = 1.5;

/**
 * The release corner, s: where the signal lies highest above the straight line from where it first reached 90 % to its end (*decision*: a
 * hold that sinks is still held, so no share of the plateau tells where it was let go). NaN where a gap beside it hides it, or the rise.
 */
export function releaseOnset(
  t: Float64Array,
  v: Float64Array,
  t90S: number,
  endS: number,
  bridgeS: number
): number {
  const { corner } = cornerOf(t, v, t90S, endS);
  // What lies highest beside a gap may not be what was highest.
  return isWhole(t, t[corner - 1] ?? NaN, t[corner + 1] ?? NaN, bridgeS) ? (t[corner] ?? NaN) : NaN;
}

/**
 * Until when a contraction was held whose end was not seen, s: its last sample; or the release corner, where it was let go already. *Decision*:
 * it was if the corner lies higher above the line than a quarter of the plateau; less is a hold that trembles or sinks unevenly.
 */
export function heldUntil(
  t: Float64Array,
  v: Float64Array,
  t90S: number,
  lastS: number,
  plateau: number
): number {
  const { corner, height } = cornerOf(t, v, t90S, lastS);
  return height > LET_GO * plateau ? (t[corner] ?? NaN) : lastS;
}

/** The last sample that lies highest above the straight line from t90 to the end, and how high. */
function cornerOf(t: Float64Array, v: Float64Array, t90S: number, endS: number) {
  const from = firstAtOrAfter(t, t90S);
  const to = firstAtOrAfter(t, endS);
  const [v0, v1] = [v[from] ?? NaN, v[to] ?? NaN];
  let corner = -1;
  let height = -Infinity;
  for (let i = from; i < to; i++) {
    const s = t[i] ?? NaN;
    const above = (v[i] ?? NaN) - (v0 + ((s - t90S) / (endS - t90S)) * (v1 - v0));
    if (above >= height) {
      height = above;
      corner = i;
    }
  }
  return { corner, height };
}

/**
 * A gap in the fall, or beside its corner, hides how fast it was, and no more.
 *
 * @param untilS up to here the samples belong to this release: 1.5 s after its end, or where the next contraction or a silence begins
 */
export function relaxationOf(
  t: Float64Array,
  v: Float64Array,
  release: Release,
  untilS: number,
  stepS: number
): Relaxation {
  const { releaseOnsetS, endS } = release;
  const bridgeS = BRIDGE_STEPS * stepS;
  const [residualFromS, residualToS] = [endS + RESIDUAL_FROM_S, endS + RESIDUAL_TO_S];
  const isResidualKnown = untilS >= residualToS - 1e-9 && isWhole(t, residualFromS, residualToS, bridgeS);
  const isFallSeen = isWhole(t, releaseOnsetS, endS, bridgeS);
  return {
    ...(isFallSeen ? fallOf(t, v, release, untilS, stepS) : NO_FALL),
    residualPct: isResidualKnown ? known(describeStretch(t, v, residualFromS, residualToS).mean) : null
  };
}

type Fall = Omit<Relaxation, 'residualPct'>;
const NO_FALL: Fall = { t90To10S: null, peakFallPctPerS: null };

function fallOf(
  t: Float64Array,
  v: Float64Array,
  { t90S, releaseOnsetS, endS, isClipped }: Release,
  untilS: number,
  stepS: number
): Fall {
  const bridgeS = BRIDGE_STEPS * stepS;
  const { mean: level } = describeStretch(t, v, Math.max(t90S, releaseOnsetS - LEVEL_S), releaseOnsetS);
  const from = Math.max(0, firstAtOrAfter(t, releaseOnsetS) - 1);
  const until = Math.min(t.length, firstAtOrAfter(t, untilS + 1e-9)) - 1;
  const t10S = crossingS(t, v, 0.1 * level, 'down', from, until, bridgeS);
  // A top that sags may be below 90 % at its corner already.
  const risen = firstAtOrAfter(t, t90S);
  const t90FallS = crossingS(t, v, 0.9 * level, 'down', firstAtOrAfter(t, t10S), risen, bridgeS);
  const fall = steepest(t, v, -1, releaseOnsetS, Number.isNaN(t10S) ? endS : t10S, stepS);
  const isHidden = isClipped && isSlopeHidden(t, v, releaseOnsetS, 1, fall, stepS);
  return {
    t90To10S: isClipped ? null : known(t10S - t90FallS),
    peakFallPctPerS: stepS <= LONGEST_STEP_S && !isHidden ? known(fall) : null
  };
}
