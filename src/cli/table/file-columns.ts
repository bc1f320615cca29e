import { ENGINE_VERSION } from '../../lib/signal/engine';
import { directionWord, restSource } from '../choice-words';
import type { Analysed, Outcome } from '../outcome';
import { csvRow, type Cell, type Column } from './csv';

const known = (name: string, of: (analysed: Analysed) => Cell): Column<Outcome> => ({
  name,
  of: (outcome) => ('refused' in outcome ? null : of(outcome))
});

export const FILE_COLUMNS: readonly Column<Outcome>[] = [
  { name: 'file', of: ({ file }) => file },
  { name: 'refused', of: (outcome) => ('refused' in outcome ? outcome.refused : null) },
  known('contractions', ({ analysis }) => analysis.contractions.length),
  known('quick_series', ({ analysis }) => analysis.series.length),
  known('polarity', ({ analysis }) => directionWord(analysis.choice)),
  known('rest', ({ analysis }) => restSource(analysis.choice)),
  known('rest_from_s', ({ analysis: { choice } }) => ('fromS' in choice.rest ? choice.rest.fromS : null)),
  known('rest_to_s', ({ analysis: { choice } }) => ('toS' in choice.rest ? choice.rest.toS : null)),
  known('rest_refused', ({ analysis }) => analysis.baseline.refused),
  known('baseline', ({ analysis }) => analysis.baseline.mean),
  known('noise_sd', ({ analysis }) => analysis.baseline.sd),
  known('mvc', ({ analysis }) => analysis.mvc.value),
  known('mvc_is_lower_bound', ({ analysis }) => analysis.mvc.isLowerBound),
  known('mvc_too_weak', ({ analysis }) => analysis.mvc.weak),
  known('rate_mean_hz', ({ analysis: { plausibility } }) => 1 / plausibility.clock.meanStepS),
  known('rate_median_hz', ({ analysis: { plausibility } }) => 1 / plausibility.clock.medianStepS),
  known('jitter_ms', ({ analysis: { plausibility } }) => inMs(plausibility.clock.jitterS)),
  known(
    'jitter_pct',
    ({
      analysis: {
        plausibility: { clock }
      }
    }) => (clock.jitterS === null ? null : (100 * clock.jitterS) / clock.meanStepS)
  ),
  known('gaps', ({ analysis: { plausibility } }) => plausibility.clock.gaps),
  known('longest_gap_s', ({ analysis: { plausibility } }) => plausibility.clock.longestGapS),
  known('averaged_samples', ({ understood }) => understood.averagedSamples),
  known('spread_samples', ({ understood }) => understood.spreadSamples),
  known('missing_values', ({ understood }) => understood.missingValues),
  known('outliers', ({ analysis }) => analysis.outliers),
  known(
    'saturated_contractions',
    ({ analysis }) => analysis.contractions.filter(({ isSaturated }) => isSaturated).length
  ),
  known('rest_shift_pct', ({ analysis: { plausibility } }) => plausibility.restShift?.byPct ?? null),
  known('target_rmse_pct', ({ analysis }) => analysis.target?.rmsePct ?? null),
  known('target_signed_error_pct', ({ analysis }) => analysis.target?.signedErrorPct ?? null),
  known('target_in_band_pct', ({ analysis }) => analysis.target?.inBandPct ?? null),
  known('engine_version', () => ENGINE_VERSION)
];

const inMs = (s: number | null) => s && 1000 * s;

/** One row for each file. */
export const fileRows = (outcome: Outcome): string => csvRow(FILE_COLUMNS, outcome);
