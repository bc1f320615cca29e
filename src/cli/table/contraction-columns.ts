import { ENGINE_VERSION } from '../../lib/signal/engine';
import type { AnalysedContraction } from '../../lib/signal/offline/contractions';
import { isGiven } from '../../lib/signal/review/not-given';
import type { Review } from '../../lib/signal/review/review';
import {
  ANALYSED_VALUES,
  analysisUncertainties,
  belowDetection,
  type AnalysedUncertainties,
  type UncertainAnalysedFigure
} from '../../lib/signal/uncertainty/of-analysis';
import type { Analysed, Outcome } from '../outcome';
import { csvRow, type Cell, type Column } from './csv';

interface Row {
  readonly outcome: Outcome;
  /** From 1; null of a file without contractions. */
  readonly number: number | null;
  readonly contraction: AnalysedContraction | null;
  /** How sure its figures are. */
  readonly sure: AnalysedUncertainties | null;
}

const ofFile = (name: string, of: (analysed: Analysed) => Cell): Column<Row> => ({
  name,
  of: ({ outcome }) => ('refused' in outcome ? null : of(outcome))
});
const figure = (name: string, of: (contraction: AnalysedContraction) => Cell | undefined): Column<Row> => ({
  name,
  of: ({ contraction }) => (contraction && of(contraction)) ?? null
});
/** The columns of the figures that carry a ±. */
const NAMES: Readonly<Record<UncertainAnalysedFigure, string>> = {
  onsetS: 'onset_s',
  endS: 'end_s',
  plateauPct: 'plateau_pct',
  peakPct: 'peak_pct',
  timeToPeakS: 'time_to_peak_s',
  impulsePctS: 'impulse_pct_s',
  durationS: 'pulse_duration_s',
  riseRate: 'rise_rate_pct_per_s',
  rfd50PctPerS: 'rfd_0_50_ms_pct_per_s',
  rfd100PctPerS: 'rfd_0_100_ms_pct_per_s',
  rfd200PctPerS: 'rfd_0_200_ms_pct_per_s',
  riseTimeS: 'rise_10_90_s',
  releaseOnsetS: 'release_onset_s',
  meanPct: 'hold_mean_pct',
  cvPct: 'hold_cv_pct',
  cvDetrendedPct: 'hold_cv_detrended_pct',
  slopePctPerS: 'hold_slope_pct_per_s',
  t90To10S: 'fall_90_10_s',
  peakFallPctPerS: 'fall_rate_pct_per_s',
  residualPct: 'residual_pct'
};
/** A figure, and its ± in a column of its own. */
const measured = (key: UncertainAnalysedFigure): Column<Row>[] => [
  figure(NAMES[key], ANALYSED_VALUES[key]),
  { name: `${NAMES[key]}_plus_minus`, of: ({ sure }) => sure?.[key]?.plusMinus ?? null }
];

function sdPct(hold: Review['hold'], band: 'drift' | 'tremor'): number | null {
  const variability = isGiven(hold) ? hold[band] : hold;
  return isGiven(variability) ? variability.sdPct : null;
}

const namesBelowDetection = (contraction: AnalysedContraction, sure: AnalysedUncertainties) =>
  belowDetection(contraction, sure)
    .map((key) => NAMES[key])
    .join(' ');

export const CONTRACTION_COLUMNS: readonly Column<Row>[] = [
  { name: 'file', of: ({ outcome }) => outcome.file },
  { name: 'refused', of: ({ outcome }) => ('refused' in outcome ? outcome.refused : null) },
  { name: 'contraction', of: ({ number }) => number },
  figure('start_s', ({ startS }) => startS),
  ...measured('onsetS'),
  ...measured('endS'),
  figure('end', ({ end }) => end),
  figure('saturated', ({ isSaturated }) => isSaturated),
  ...measured('plateauPct'),
  ...measured('peakPct'),
  ...measured('timeToPeakS'),
  ...measured('impulsePctS'),
  ...measured('durationS'),
  ...measured('riseRate'),
  figure('rise_rate_window_ms', ({ riseRate }) => ('windowMs' in riseRate ? riseRate.windowMs : null)),
  figure('rise_rate_not_measured', ({ riseRate }) =>
    'notMeasured' in riseRate ? riseRate.notMeasured : null
  ),
  ...measured('rfd50PctPerS'),
  ...measured('rfd100PctPerS'),
  ...measured('rfd200PctPerS'),
  figure('hinge_onset_s', ({ review: { hingeOnset } }) => (isGiven(hingeOnset) ? hingeOnset.onsetS : null)),
  ...measured('riseTimeS'),
  ...measured('releaseOnsetS'),
  figure('hold_start_s', ({ hold }) => hold?.startS),
  figure('hold_end_s', ({ hold }) => hold?.endS),
  ...measured('meanPct'),
  ...measured('cvPct'),
  ...measured('cvDetrendedPct'),
  ...measured('slopePctPerS'),
  figure('hold_drift_sd_pct', ({ review: { hold } }) => sdPct(hold, 'drift')),
  figure('hold_tremor_sd_pct', ({ review: { hold } }) => sdPct(hold, 'tremor')),
  ...measured('t90To10S'),
  ...measured('peakFallPctPerS'),
  ...measured('residualPct'),
  {
    name: 'below_detection',
    of: ({ contraction, sure }) => (contraction && sure ? namesBelowDetection(contraction, sure) : null)
  },
  ofFile('rate_hz', ({ analysis }) => analysis.rateHz),
  ofFile('baseline', ({ analysis }) => analysis.baseline.mean),
  ofFile('noise_sd', ({ analysis }) => analysis.baseline.sd),
  ofFile('mvc', ({ analysis }) => analysis.mvc.value),
  ofFile('mvc_is_lower_bound', ({ analysis }) => analysis.mvc.isLowerBound),
  ofFile('engine_version', () => ENGINE_VERSION)
];

/** A row for each contraction; one of a file that has none, or was refused. */
export function contractionRows(outcome: Outcome): string {
  const contractions = 'refused' in outcome ? [] : outcome.analysis.contractions;
  const uncertainties = 'refused' in outcome ? [] : analysisUncertainties(outcome.analysis);
  const rows: readonly Row[] =
    contractions.length === 0
      ? [{ outcome, number: null, contraction: null, sure: null }]
      : contractions.map((contraction, i) => ({
          outcome,
          number: i + 1,
          contraction,
          sure: uncertainties[i] ?? null
        }));
  return rows.map((row) => csvRow(CONTRACTION_COLUMNS, row)).join('');
}
