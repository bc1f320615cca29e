import { m } from '$lib/paraglide/messages';
import type { Scale } from '$lib/signal/calibration/reference';
import type { RoundFigures } from '$lib/signal/event';
import type { UncertainRoundFigure } from '$lib/signal/uncertainty/of-round';
import type { Uncertainty } from '$lib/signal/uncertainty/uncertainty';
import { pctUnit } from './scale-words';

export interface RoundColumn {
  readonly key: string;
  readonly name: () => string;
  readonly unit: (scale: Scale) => string;
  readonly digits: number;
  readonly meaning: () => string;
  readonly value: (figures: RoundFigures) => number | null;
  /** Whose ± stands beside it. */
  readonly uncertainty: UncertainRoundFigure;
  /** Written as a share, as in the verdict. */
  readonly isShare?: true;
  /** Of a saturated round it is a lower bound. */
  readonly isBound?: true;
}

/** What is shown of a round, with its definition in words (docs/signal.md has the formulas). */
export const ROUND_COLUMNS: readonly RoundColumn[] = [
  {
    key: 'onTargetPct',
    name: m.column_on_target,
    unit: () => '%',
    digits: 0,
    meaning: m.meaning_on_target,
    value: ({ onTargetPct }) => onTargetPct,
    uncertainty: 'onTargetPct',
    isShare: true
  },
  {
    key: 'reactionS',
    name: m.column_reaction,
    unit: () => 's',
    digits: 1,
    meaning: m.meaning_reaction,
    value: ({ reactionS }) => reactionS,
    uncertainty: 'reactionS'
  },
  {
    key: 'holdMeanPct',
    name: m.column_hold,
    unit: (scale) => pctUnit(scale),
    digits: 1,
    meaning: m.meaning_hold,
    value: ({ holdMeanPct }) => holdMeanPct,
    uncertainty: 'holdMeanPct',
    isBound: true
  },
  {
    key: 'rmsePct',
    name: m.column_rmse,
    unit: (scale) => pctUnit(scale),
    digits: 1,
    meaning: m.meaning_rmse,
    value: ({ rmsePct }) => rmsePct,
    uncertainty: 'rmsePct',
    isBound: true
  },
  {
    key: 'restMeanPct',
    name: m.column_rest,
    unit: (scale) => pctUnit(scale),
    digits: 1,
    meaning: m.meaning_rest,
    value: ({ restMeanPct }) => restMeanPct,
    uncertainty: 'restMeanPct'
  }
];

/** What is asked for less often: the share of the whole round, how it rose, was held and was let go, and how far the zero has moved. */
export const MORE_COLUMNS: readonly RoundColumn[] = [
  {
    key: 'inBandPct',
    name: m.column_in_band,
    unit: () => '%',
    digits: 0,
    meaning: m.meaning_in_band,
    value: ({ inBandPct }) => inBandPct,
    uncertainty: 'inBandPct',
    isShare: true
  },
  {
    key: 'riseRatePctPerS',
    name: m.column_rise_rate,
    unit: (scale) => pctUnit(scale, '/s'),
    digits: 0,
    meaning: m.meaning_rise_rate,
    value: ({ riseRate }) => ('valuePctPerS' in riseRate ? riseRate.valuePctPerS : null),
    uncertainty: 'riseRate',
    isBound: true
  },
  {
    key: 'releaseTimeS',
    name: m.column_release,
    unit: () => 's',
    digits: 1,
    meaning: m.meaning_release,
    value: ({ releaseTimeS }) => releaseTimeS,
    uncertainty: 'releaseTimeS'
  },
  {
    key: 'holdCvDetrendedPct',
    name: m.column_variation,
    unit: () => '%',
    digits: 1,
    meaning: m.meaning_variation,
    value: ({ holdCvDetrendedPct }) => holdCvDetrendedPct,
    uncertainty: 'holdCvDetrendedPct'
  },
  {
    key: 'zeroPct',
    name: m.column_zero,
    unit: (scale) => pctUnit(scale),
    digits: 1,
    meaning: m.meaning_zero,
    value: ({ zeroPct }) => zeroPct,
    uncertainty: 'zeroPct'
  },
  {
    key: 'tangentPct',
    name: m.column_tangent,
    unit: () => '%',
    digits: 0,
    meaning: m.meaning_tangent,
    value: ({ tangent }) => (tangent && 'pct' in tangent.reached ? tangent.reached.pct : null),
    uncertainty: 'tangent'
  }
];

/** Whether a figure is there without its ±, which needs a word of why. A bound has none anyway. */
export function lacksPlusMinus(
  { value, isBound, uncertainty }: RoundColumn,
  figures: RoundFigures,
  uncertainties: Readonly<Record<UncertainRoundFigure, Uncertainty | null>> | undefined
): boolean {
  if (value(figures) === null || (isBound && figures.isSaturated)) return false;
  return (uncertainties?.[uncertainty] ?? null) === null;
}
