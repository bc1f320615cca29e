import type { ContractionEnd, DetectedContraction } from './contraction-detector';
import { hasFlatTop, topOf } from './clipping/flat-top';
import { isSlopeHidden } from './clipping/hidden-slope';
import { crossingS, firstAtOrAfter } from './crossing';
import { freeHold, NO_VARIATION, type Hold } from './hold';
import { known } from './known';
import { largestMean } from './plateau';
import { isPulse, PULSE_PLATEAU_S, pulseFigures, type PulseFigures } from './quick/pulse-figures';
import { heldUntil, releaseOnset } from './release';
import { riseRateOf, riseTimeOf, t90Of, type RiseRate } from './rise';
import { BRIDGE_STEPS } from './sample-step';
import { meanRateHz } from './sampling/mean-rate';

/** What is known of a contraction once it is over (docs/signal.md, 6–9, 11 and 19). Times in s, heights in % of the reference. */
export interface ContractionFigures {
  /** The mean rate that all of it came from, Hz (docs/signal.md, 17). */
  readonly rateHz: number;
  /** dt, the median step, s: what gaps, windows and the floor of 20 Hz go by. */
  readonly stepS: number;
  /** First sample above the start level. */
  readonly startS: number;
  /** Null where a gap hides it, or where the reference is too noisy for one. */
  readonly onsetS: number | null;
  /** Its end; of one that was cut off, the last sample. */
  readonly endS: number;
  readonly end: ContractionEnd;
  /** Largest 0.5 s time-weighted mean, of a pulse 0.1 s; null where no such window fits, and a lower bound of one that is saturated. */
  readonly plateauPct: number | null;
  /** Largest 0.5 s mean of a pulse too: what a reference is made of (docs/signal.md, 5). */
  readonly halfSecondPct: number | null;
  /** Three samples or more at an end of the sensor's range, or a flat top: what lay above was not seen. */
  readonly isSaturated: boolean;
  readonly riseRate: RiseRate;
  /** From 10 to 90 % of the plateau, s; null where hidden, faster than six steps, or where the reference is too noisy. */
  readonly riseTimeS: number | null;
  /** The release corner, s; null where it was not seen. */
  readonly releaseOnsetS: number | null;
  /** Of a contraction that was cut off, what was seen of it. */
  readonly hold: Hold | null;
  /** Null of one that lasts a second or longer, or was cut off. */
  readonly pulse: PulseFigures | null;
}

/**
 * @param t, v samples from a second before the onset to the end at least
 * @param fromS where the contraction before ended: nothing of this one lies before that, s
 * @param onsetPct level of the onset, above the level that the contraction is measured from; null where the reference is too noisy
 */
export function contractionFigures(
  { startS, endS, end, base }: DetectedContraction,
  t: Float64Array,
  v: Float64Array,
  fromS: number,
  onsetPct: number | null,
  stepS: number,
  { isRailed, noise }: { readonly isRailed: boolean; readonly noise: number | null }
): ContractionFigures & { readonly t90S: number } {
  const bridgeS = BRIDGE_STEPS * stepS;
  const [first, start] = [firstAtOrAfter(t, fromS), firstAtOrAfter(t, startS)];
  const onsetS = onsetPct === null ? NaN : crossingS(t, v, base + onsetPct, 'up', start, first, bridgeS);
  const beganS = Number.isNaN(onsetS) ? startS : onsetS;
  const isShort = isPulse(beganS, endS, end);
  const halfSecond = largestMean(t, v, beganS, endS, bridgeS);
  const plateau = isShort ? largestMean(t, v, beganS, endS, bridgeS, PULSE_PLATEAU_S) : halfSecond;
  const rise = { t, v, first, onsetS, base, plateau, stepS };
  const t90S = plateau === -Infinity ? NaN : t90Of(rise, beganS);
  const releaseOnsetS = end === 'cut' ? NaN : releaseOnset(t, v, t90S, endS, bridgeS);
  const heldUntilS = end === 'cut' ? heldUntil(t, v, t90S, endS, plateau) : releaseOnsetS;
  const hold = freeHold(t, v, t90S, heldUntilS, stepS);
  const within = [start, firstAtOrAfter(t, endS)] as const;
  const [heldT, heldV] = [t.subarray(...within), v.subarray(...within)];
  const isSaturated = isRailed || hasFlatTop(heldV, noise);
  const top = isSaturated ? topOf(heldT, heldV) : null;
  const riseRate = riseRateFor(rise, t90S, onsetPct);
  return {
    rateHz: known(meanRateHz(heldT, bridgeS)) ?? 1 / stepS,
    stepS,
    startS,
    onsetS: known(onsetS),
    endS,
    end,
    plateauPct: known(plateau),
    halfSecondPct: known(halfSecond),
    isSaturated,
    riseRate: top ? seenBelow(top.fromS, riseRate, rise) : riseRate,
    riseTimeS: onsetPct === null || isSaturated ? null : riseTimeOf(rise, t90S),
    releaseOnsetS: known(releaseOnsetS),
    hold: hold && isSaturated ? { ...hold, ...NO_VARIATION, slopePctPerS: null } : hold,
    pulse: isShort ? pulseFigures({ t, v, onsetS, endS, base, stepS, isSaturated }) : null,
    t90S
  };
}

/** Of a rise that was seen up to there. */
function seenBelow(
  topS: number,
  rate: RiseRate,
  { t, v, stepS }: Pick<Parameters<typeof riseRateOf>[0], 't' | 'v' | 'stepS'>
): RiseRate {
  if ('notMeasured' in rate || !isSlopeHidden(t, v, topS, -1, rate.valuePctPerS, stepS)) return rate;
  return { notMeasured: 'clipped' };
}

function riseRateFor(
  rise: Parameters<typeof riseRateOf>[0],
  t90S: number,
  onsetPct: number | null
): RiseRate {
  if (onsetPct === null) return { notMeasured: 'noise' };
  return rise.plateau === -Infinity ? { notMeasured: 'no-plateau' } : riseRateOf(rise, t90S);
}
