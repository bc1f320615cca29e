import type { SetUp } from '../command';
import type { RoundFigures } from '../event';
import { scoredHold } from '../hold-levels';
import { curveOf } from '../set-curve';
import { SHORT_TARE_S } from '../tare';
import type { Basis } from './basis';
import { slopeAtEnd, slopeAtOnset, slopesBetween } from './foot';
import { sdWithoutNoise } from './noise';
import { uncertaintyOf, type UncertainFigure, type Uncertainty } from './uncertainty';

/** The figures of a round that carry a ±, by their names in RoundFigures and Relaxation. */
export type UncertainRoundFigure =
  | 'onTargetPct'
  | 'inBandPct'
  | 'rmsePct'
  | 'signedErrorPct'
  | 'nearTargetS'
  | 'holdMeanPct'
  | 'holdBestPct'
  | 'holdInBandPct'
  | 'holdCvPct'
  | 'holdCvDetrendedPct'
  | 'restMeanPct'
  | 'zeroPct'
  | 'reactionS'
  | 'riseRate'
  | 'riseTimeS'
  | 'releaseTimeS'
  | 't90To10S'
  | 'peakFallPctPerS'
  | 'residualPct'
  | 'tangent';

/** What of a round's figures is needed; a stored round has all of it. */
export type RoundBasis = Pick<
  RoundFigures,
  | Exclude<UncertainRoundFigure, 't90To10S' | 'peakFallPctPerS' | 'residualPct'>
  | 'relaxation'
  | 'rateHz'
  | 'measuredS'
  | 'isSaturated'
> & { readonly noisePct: number | null };

/**
 * How sure the figures of a round are. Null where a figure was not measured, or its ± is not known.
 *
 * @param rmaxPctPerS the fastest rise that its tangent is a share of
 */
export function roundUncertainties(
  figures: RoundBasis,
  setUp: SetUp,
  rmaxPctPerS: number | null
): Record<UncertainRoundFigure, Uncertainty | null> {
  const { rateHz, noisePct, zeroPct, measuredS, signedErrorPct, holdMeanPct, relaxation } = figures;
  const { forcePct } = setUp;
  const curve = curveOf(setUp, rmaxPctPerS);
  const hold = curve.segments.findIndex(({ cue }) => cue === 'hold');
  const scored = scoredHold(curve, hold);
  const holdS = scored.toS - scored.fromS;
  const heightPct = holdMeanPct ?? forcePct;
  const shared = { rateHz, noisePct, zeroPct, restS: SHORT_TARE_S };
  const of = (figure: UncertainFigure, value: number | null, more: Omit<Partial<Basis>, 'value'> = {}) =>
    value === null ? null : uncertaintyOf(figure, { ...shared, value, ...more });
  // Of a saturated round, what is made of heights is a bound, which has no ±.
  const ofHeight: typeof of = (...args) => (figures.isSaturated ? null : of(...args));

  const rise = 'valuePctPerS' in figures.riseRate ? figures.riseRate : null;
  const fallPctPerS = relaxation?.peakFallPctPerS ?? null;
  const windowMs = rise ? { windowMs: rise.windowMs } : {};
  const onset = rise
    ? { slopesPctPerS: [slopeAtOnset(rise.valuePctPerS)], steepestPctPerS: rise.valuePctPerS }
    : {};
  const end = fallPctPerS === null ? {} : { slopesPctPerS: [slopeAtEnd(fallPctPerS)] };
  const between = (seconds: number | null) =>
    seconds === null ? {} : { slopesPctPerS: slopesBetween(heightPct, seconds) };
  // A hold without a variation, saturated or too low for one, scatters by what the round is off.
  const sdPct = figures.holdCvPct === null ? (figures.rmsePct ?? 0) : (figures.holdCvPct * heightPct) / 100;
  const ofHold = { durationS: holdS, heightPct, sdPct: sdWithoutNoise(sdPct, noisePct) };
  const reached = figures.tangent && 'pct' in figures.tangent.reached ? figures.tangent.reached.pct : null;
  const fall = curve.segments.findIndex(({ cue }) => cue === 'fall');
  const fallS = setUp.goal ? curve.endOf(fall) - curve.startOf(fall) : 0;
  return {
    onTargetPct: ofHeight('inBand', figures.onTargetPct, { ...ofHold, durationS: holdS + fallS }),
    inBandPct: ofHeight('inBand', figures.inBandPct, {
      durationS: measuredS,
      sdPct: sdWithoutNoise(figures.rmsePct ?? 0, noisePct)
    }),
    rmsePct: ofHeight('rmse', figures.rmsePct, {
      durationS: measuredS,
      ...(signedErrorPct === null ? {} : { signedErrorPct })
    }),
    signedErrorPct: ofHeight('signedError', signedErrorPct, { durationS: measuredS }),
    nearTargetS: ofHeight('endurance', figures.nearTargetS, {
      ...ofHold,
      durationS: curve.endOf(hold) - curve.startOf(hold)
    }),
    holdMeanPct: ofHeight('holdMean', holdMeanPct, ofHold),
    holdBestPct: ofHeight('plateau', figures.holdBestPct, { durationS: holdS }),
    holdInBandPct: ofHeight('inBand', figures.holdInBandPct, ofHold),
    holdCvPct: of('cv', figures.holdCvPct, ofHold),
    holdCvDetrendedPct: of('cvDetrended', figures.holdCvDetrendedPct, ofHold),
    restMeanPct: of('restAfterwards', figures.restMeanPct),
    zeroPct: of('zero', zeroPct),
    reactionS: of('reaction', figures.reactionS, onset),
    riseRate: of('riseRate', rise?.valuePctPerS ?? null, {
      ...windowMs,
      durationS: (figures.riseTimeS ?? 0) / 0.8
    }),
    riseTimeS: of('riseTime', figures.riseTimeS, between(figures.riseTimeS)),
    releaseTimeS: of('releaseTime', figures.releaseTimeS, end),
    t90To10S: of('fallTime', relaxation?.t90To10S ?? null, between(relaxation?.t90To10S ?? null)),
    peakFallPctPerS: of('steepestFall', fallPctPerS, {
      ...windowMs,
      durationS: (relaxation?.t90To10S ?? 0) / 0.8
    }),
    residualPct: of('residual', relaxation?.residualPct ?? null),
    tangent: of('tangent', reached, {
      heightPct: forcePct,
      ...(reached === null || rmaxPctPerS === null ? {} : { slopesPctPerS: [(reached * rmaxPctPerS) / 100] })
    })
  };
}
