import type { ContractionFigures } from '../contraction';
import { PLATEAU_S } from '../plateau';
import { PULSE_PLATEAU_S } from '../quick/pulse-figures';
import type { Relaxation } from '../release';
import { riseRateWindowS } from '../rise-rate';
import type { Basis } from './basis';
import { slopeAtEnd, slopeAtOnset, slopesBetween } from './foot';
import { sdWithoutNoise } from './noise';
import { uncertaintyOf, type UncertainFigure, type Uncertainty } from './uncertainty';

/** The figures of a contraction that carry a ±, by their names in ContractionFigures, PulseFigures, Hold and Relaxation. */
export type UncertainContractionFigure =
  | 'onsetS'
  | 'endS'
  | 'plateauPct'
  | 'riseRate'
  | 'riseTimeS'
  | 'releaseOnsetS'
  | 'meanPct'
  | 'cvPct'
  | 'cvDetrendedPct'
  | 'slopePctPerS'
  | 't90To10S'
  | 'peakFallPctPerS'
  | 'residualPct'
  | 'peakPct'
  | 'timeToPeakS'
  | 'durationS'
  | 'impulsePctS';

/** Where the figures came from. */
export type Origin = Pick<Basis, 'noisePct' | 'restS' | 'zeroPct' | 'jitterMs'>;

/** How sure the figures of a contraction are. Null where a figure was not measured, is a lower bound, or its ± is not known. */
export function contractionUncertainties(
  figures: ContractionFigures,
  relaxation: Relaxation | null,
  origin: Origin
): Record<UncertainContractionFigure, Uncertainty | null> {
  const { rateHz, plateauPct, hold, endS, onsetS, riseTimeS, releaseOnsetS, pulse, isSaturated } = figures;
  const of = (figure: UncertainFigure, value: number | null, more: Omit<Partial<Basis>, 'value'> = {}) =>
    value === null ? null : uncertaintyOf(figure, { rateHz, ...origin, value, ...more });

  const rise = 'valuePctPerS' in figures.riseRate ? figures.riseRate.valuePctPerS : null;
  const fall = relaxation?.peakFallPctPerS ?? null;
  const fallTimeS = relaxation?.t90To10S ?? null;
  const windowMs =
    'windowMs' in figures.riseRate ? figures.riseRate.windowMs : 1000 * riseRateWindowS(figures.stepS);
  const onset = rise === null ? {} : { slopesPctPerS: [slopeAtOnset(rise)], steepestPctPerS: rise };
  const end = fall === null ? {} : { slopesPctPerS: [slopeAtEnd(fall)] };
  const height = plateauPct === null ? {} : { heightPct: plateauPct };
  const between = (seconds: number | null) =>
    seconds === null || plateauPct === null ? {} : { slopesPctPerS: slopesBetween(plateauPct, seconds) };
  const corner = of('releaseCorner', releaseOnsetS, {
    ...height,
    // From 90 % to the end; the onset is a little before that, and makes the line flatter.
    durationS: endS - (onsetS ?? figures.startS),
    ...(fallTimeS === null ? {} : { fallTimeS })
  });
  // The hold begins where 90 % were crossed, and ends at the corner.
  const [, farSlope = NaN] = riseTimeS === null ? [] : slopesBetween(plateauPct ?? NaN, riseTimeS);
  const beginS = of('onset', riseTimeS, { slopesPctPerS: [farSlope] })?.plusMinus ?? 2 / rateHz;
  const ofHold = hold
    ? {
        durationS: hold.endS - hold.startS,
        heightPct: hold.meanPct,
        edgesS: Math.hypot(beginS, corner?.plusMinus ?? 2 / rateHz) / 2,
        sdPct: sdWithoutNoise(((hold.cvPct ?? 0) * hold.meanPct) / 100, origin.noisePct)
      }
    : {};
  const ofPulse = pulse?.durationS == null ? {} : { durationS: pulse.durationS };
  return {
    onsetS: of('onset', onsetS, onset),
    endS: of('releaseTime', figures.end === 'relaxed' ? endS : null, end),
    plateauPct: of('plateau', isSaturated ? null : plateauPct, {
      windowMs: 1000 * (pulse ? PULSE_PLATEAU_S : PLATEAU_S),
      durationS: endS - figures.startS
    }),
    riseRate: of('riseRate', rise, { windowMs, durationS: (riseTimeS ?? 0) / 0.8 }),
    riseTimeS: of('riseTime', riseTimeS, between(riseTimeS)),
    releaseOnsetS: corner,
    meanPct: of('holdMean', isSaturated ? null : (hold?.meanPct ?? null), ofHold),
    cvPct: of('cv', hold?.cvPct ?? null, ofHold),
    cvDetrendedPct: of('cvDetrended', hold?.cvDetrendedPct ?? null, ofHold),
    slopePctPerS: of('holdSlope', hold?.slopePctPerS ?? null, ofHold),
    t90To10S: of('fallTime', fallTimeS, between(fallTimeS)),
    peakFallPctPerS: of('steepestFall', fall, { windowMs, durationS: (fallTimeS ?? 0) / 0.8 }),
    residualPct: of('residual', relaxation?.residualPct ?? null),
    peakPct: of('peak', isSaturated ? null : (pulse?.peakPct ?? null), ofPulse),
    timeToPeakS: of('timeToPeak', pulse?.timeToPeakS ?? null, { ...height, ...ofPulse }),
    durationS: of(
      'duration',
      pulse?.durationS ?? null,
      rise === null || fall === null ? {} : { slopesPctPerS: [slopeAtOnset(rise), slopeAtEnd(fall)] }
    ),
    impulsePctS: of('impulse', isSaturated ? null : (pulse?.impulsePctS ?? null), ofPulse)
  };
}
