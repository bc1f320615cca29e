import type { AnalysedContraction } from '../lib/signal/analysis';
import type { RiseRate } from '../lib/signal/rise';
import { line, percent, seconds } from './lines';
import { reviewLines } from './review-lines';
import { pulseLines } from './series-lines';

const REASONS = {
  noise: 'not measured: the MVC is below 100 times the noise or 100 quantisation steps',
  'slow-sampling': 'not measured: fewer than 20 samples a second',
  gap: 'not measured: a gap lies in it',
  'no-onset': 'not measured: its beginning was not seen',
  'no-plateau': 'not measured: too little of it was seen',
  clipped: 'not measured: the signal was cut off while it still rose'
} as const;

/** One contraction, a line for each figure. `isMvcBound`: what is in % of the MVC is at most what it says. */
export function contractionLines(number: number, each: AnalysedContraction, isMvcBound = false): string[] {
  const { hold, relaxation } = each;
  const ends = {
    relaxed: seconds(each.endS),
    'not-relaxed': `${seconds(each.endS)}, not relaxed: flat above its end level`,
    cut: `not seen: cut off at ${seconds(each.endS)}`
  };
  return [
    `Contraction ${number}`,
    line('Onset', each.onsetS === null ? 'not measured' : seconds(each.onsetS)),
    line('End', ends[each.end]),
    line('Plateau', plateau(each, isMvcBound)),
    ...pulseLines(each),
    line('Rise rate', riseRate(each.riseRate, isMvcBound)),
    line(
      'Rise 10–90 %',
      each.riseTimeS === null ? 'not measured, or faster than measurable' : seconds(each.riseTimeS)
    ),
    line('Release begins', each.releaseOnsetS === null ? 'not seen' : seconds(each.releaseOnsetS)),
    line(
      'Hold',
      hold
        ? `${seconds(hold.startS)} to ${seconds(hold.endS)}${each.end === 'cut' ? ', cut: its end was not seen' : ''}: mean ${percent(hold.meanPct)}, CV ${percent(hold.cvPct, ' %')}, detrended ${percent(hold.cvDetrendedPct, ' %')}, slope ${percent(hold.slopePctPerS, ' %MVC/s')}`
        : 'none of 1 s'
    ),
    line(
      'Relaxation',
      relaxation
        ? `90 to 10 % in ${relaxation.t90To10S === null ? '– (not reached, or not seen)' : seconds(relaxation.t90To10S)}, steepest fall ${percent(relaxation.peakFallPctPerS, ' %MVC/s')}, 0.5–1.5 s after the end ${percent(relaxation.residualPct)}`
        : 'not seen'
    ),
    ...reviewLines(each.review)
  ];
}

function plateau({ plateauPct, isSaturated, pulse }: AnalysedContraction, isMvcBound: boolean): string {
  const height = `${percent(plateauPct)}${pulse ? ' over 100 ms' : ''}`;
  return isSaturated ? `≥ ${height}, saturated: cut off at its top` : `${isMvcBound ? '≤ ' : ''}${height}`;
}

function riseRate(rate: RiseRate, isMvcBound: boolean): string {
  if ('notMeasured' in rate) return REASONS[rate.notMeasured];
  return `${isMvcBound ? '≤ ' : ''}${rate.valuePctPerS.toFixed(1)} %MVC/s over ${rate.windowMs.toFixed(0)} ms`;
}
