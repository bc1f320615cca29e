import type { Analysis } from '../lib/signal/analysis';
import { ENGINE_VERSION } from '../lib/signal/engine';
import { analysisUncertainties } from '../lib/signal/uncertainty/of-analysis';
import { choiceLines } from './choice-lines';
import { contractionLines } from './contraction-lines';
import { fileLines } from './file-lines';
import { count, line, percent, show } from './lines';
import type { Analysed } from './outcome';
import { plausibilityLines } from './plausibility-lines';
import { seriesLines } from './series-lines';
import { uncertaintyLines } from './uncertainty-lines';

const REFUSALS = {
  restless: 'the rest is restless: more than a tenth of it lies beyond 5 times its noise and 3 % of the MVC',
  noisy: 'the rest is restless: its noise is above 3 % of the MVC',
  drifting: 'the rest drifts: choose a calmer stretch with --rest',
  gap: 'the rest has a gap'
} as const;

const freedom = ({ degreesOfFreedom }: Analysis['baseline']) =>
  degreesOfFreedom === null ? ', one quantisation step' : `, ${degreesOfFreedom} degrees of freedom`;

/** What a person reads. */
export function toText(analysed: Analysed): string {
  const { file, analysis, understood } = analysed;
  const { choice, baseline, mvc, contractions, series, target } = analysis;
  const uncertainties = analysisUncertainties(analysis);
  const isNoisy = baseline.refused === 'restless' && (100 * baseline.sd) / (mvc.value ?? NaN) > 3;
  const lines = [
    `${file} (engine version ${ENGINE_VERSION})`,
    '',
    ...fileLines(understood),
    ...choiceLines(choice),
    line('Baseline', `${show(baseline.mean)}, noise (SD) ${show(baseline.sd)}${freedom(baseline)}`),
    ...(baseline.refused ? [line('', `note: ${REFUSALS[isNoisy ? 'noisy' : baseline.refused]}`)] : []),
    ...mvcLines(analysis),
    '',
    ...plausibilityLines(analysed),
    '',
    count(contractions.length, 'contraction'),
    ...contractions.flatMap((each, i) => {
      const sure = uncertainties[i];
      return [
        '',
        ...contractionLines(i + 1, each, analysis.mvc.isLowerBound),
        ...(sure ? uncertaintyLines(each, sure) : [])
      ];
    }),
    ...series.flatMap((each) => ['', ...seriesLines(each)])
  ];
  if (target) {
    lines.push(
      '',
      'Target',
      line('RMSE', `${target.isSaturated ? '≥ ' : ''}${percent(target.rmsePct)}`),
      line('Signed error', percent(target.signedErrorPct)),
      line('In the band', percent(target.inBandPct, ' % of the time'))
    );
  }
  return `${lines.join('\n')}\n`;
}

function mvcLines({ choice, mvc }: Analysis): string[] {
  const source = mvc.given ? 'as given' : "the recording's own largest half second";
  if (mvc.value === null)
    return [line('MVC', 'not measured: the recording has no half second without a gap')];
  const lines = [
    line(
      'MVC',
      `${mvc.isLowerBound ? '≥ ' : ''}${show(mvc.value)} ${choice.polarity > 0 ? 'above' : 'below'} the baseline, ${source}`
    )
  ];
  if (mvc.isLowerBound)
    lines.push(line('', 'note: cut off, so it is at least this; a % of it is at most what is shown'));
  if (mvc.weak) {
    const hint = choice.reach
      ? ''
      : '; where a contraction moves the signal the other way, give --polarity auto';
    lines.push(line('', `note: too weak, below 20 times the noise: no figures are given in % of it${hint}`));
  }
  return lines;
}
