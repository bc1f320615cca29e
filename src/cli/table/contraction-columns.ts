import type { AnalysedContraction } from '../../lib/signal/analysis';
import type { Analysed, Outcome } from '../outcome';
import { csvRow, type Cell, type Column } from './csv';

interface Row {
  readonly outcome: Outcome;
  /** From 1; null of a file without contractions. */
  readonly number: number | null;
  readonly contraction: AnalysedContraction | null;
}

const ofFile = (name: string, of: (analysed: Analysed) => Cell): Column<Row> => ({
  name,
  of: ({ outcome }) => ('refused' in outcome ? null : of(outcome))
});
const figure = (name: string, of: (contraction: AnalysedContraction) => Cell | undefined): Column<Row> => ({
  name,
  of: ({ contraction }) => (contraction && of(contraction)) ?? null
});

export const CONTRACTION_COLUMNS: readonly Column<Row>[] = [
  { name: 'file', of: ({ outcome }) => outcome.file },
  { name: 'refused', of: ({ outcome }) => ('refused' in outcome ? outcome.refused : null) },
  { name: 'contraction', of: ({ number }) => number },
  figure('onset_s', ({ onsetS }) => onsetS),
  figure('end_s', ({ end, endS }) => (end === 'cut' ? null : endS)),
  figure('end', ({ end }) => end),
  figure('saturated', ({ isSaturated }) => isSaturated),
  figure('plateau_pct', ({ plateauPct }) => plateauPct),
  figure('pulse_peak_pct', ({ pulse }) => pulse?.peakPct),
  figure('pulse_time_to_peak_s', ({ pulse }) => pulse?.timeToPeakS),
  figure('pulse_duration_s', ({ pulse }) => pulse?.durationS),
  figure('pulse_impulse_pct_s', ({ pulse }) => pulse?.impulsePctS),
  figure('rise_rate_pct_per_s', ({ riseRate }) =>
    'valuePctPerS' in riseRate ? riseRate.valuePctPerS : null
  ),
  figure('rise_rate_window_ms', ({ riseRate }) => ('windowMs' in riseRate ? riseRate.windowMs : null)),
  figure('rise_rate_not_measured', ({ riseRate }) =>
    'notMeasured' in riseRate ? riseRate.notMeasured : null
  ),
  figure('rfd_0_100_ms_pct_per_s', ({ rfd100PctPerS }) => rfd100PctPerS),
  figure('rfd_0_200_ms_pct_per_s', ({ rfd200PctPerS }) => rfd200PctPerS),
  figure('rise_10_90_s', ({ riseTimeS }) => riseTimeS),
  figure('release_onset_s', ({ releaseOnsetS }) => releaseOnsetS),
  figure('hold_start_s', ({ hold }) => hold?.startS),
  figure('hold_end_s', ({ hold }) => hold?.endS),
  figure('hold_mean_pct', ({ hold }) => hold?.meanPct),
  figure('hold_cv_pct', ({ hold }) => hold?.cvPct),
  figure('hold_cv_detrended_pct', ({ hold }) => hold?.cvDetrendedPct),
  figure('hold_slope_pct_per_s', ({ hold }) => hold?.slopePctPerS),
  figure('fall_90_10_s', ({ relaxation }) => relaxation?.t90To10S),
  figure('fall_rate_pct_per_s', ({ relaxation }) => relaxation?.peakFallPctPerS),
  figure('residual_pct', ({ relaxation }) => relaxation?.residualPct),
  ofFile('rate_hz', ({ analysis }) => analysis.rateHz),
  ofFile('baseline', ({ analysis }) => analysis.baseline.mean),
  ofFile('noise_sd', ({ analysis }) => analysis.baseline.sd),
  ofFile('mvc', ({ analysis }) => analysis.mvc.value),
  ofFile('mvc_is_lower_bound', ({ analysis }) => analysis.mvc.isLowerBound)
];

/** A row for each contraction; one of a file that has none, or was refused. */
export function contractionRows(outcome: Outcome): string {
  const contractions = 'refused' in outcome ? [] : outcome.analysis.contractions;
  const rows: readonly Row[] =
    contractions.length === 0
      ? [{ outcome, number: null, contraction: null }]
      : contractions.map((contraction, i) => ({ outcome, number: i + 1, contraction }));
  return rows.map((row) => csvRow(CONTRACTION_COLUMNS, row)).join('');
}
