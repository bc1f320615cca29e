import type { AnalysedContraction } from '../lib/signal/offline/contractions';
import type { Reasons } from '../lib/signal/reasons/contraction-reasons';
import type { RiseRate } from '../lib/signal/rise';
import { line, percent, seconds } from './lines';
import { notMeasured } from './reason-words';
import { reviewLines } from './review-lines';
import { pulseLines } from './series-lines';

/** One contraction, a line for each figure. `isMvcBound`: what is in % of the MVC is at most what it says. */
export function contractionLines(number: number, each: AnalysedContraction, isMvcBound = false): string[] {
  const { hold, relaxation, reasons } = each;
  const figure = (value: number | null, name: keyof Reasons, show: (value: number) => string) =>
    value === null ? notMeasured(reasons[name]) : show(value);
  const ofMean = (value: number) => percent(value, ' %');
  const perSecond = (value: number) => percent(value, ' %MVC/s');
  const ends = {
    relaxed: seconds(each.endS),
    'not-relaxed': `${seconds(each.endS)}, not relaxed: flat above its end level`,
    cut: `not seen: cut off at ${seconds(each.endS)}`
  };
  return [
    `Contraction ${number}`,
    line('Onset', figure(each.onsetS, 'onset', seconds)),
    line('End', ends[each.end]),
    line('Plateau', plateau(each, isMvcBound)),
    ...pulseLines(each),
    line('Rise rate', riseRate(each.riseRate, isMvcBound)),
    line('Rise 10–90 %', figure(each.riseTimeS, 'riseTime', seconds)),
    line('Release begins', figure(each.releaseOnsetS, 'releaseOnset', seconds)),
    line(
      'Hold',
      hold
        ? `${seconds(hold.startS)} to ${seconds(hold.endS)}${each.end === 'cut' ? ', cut: its end was not seen' : ''}: mean ${each.isSaturated ? '≥ ' : ''}${percent(hold.meanPct)}, CV ${figure(hold.cvPct, 'variation', ofMean)}, detrended ${percent(hold.cvDetrendedPct, ' %')}, slope ${percent(hold.slopePctPerS, ' %MVC/s')}`
        : notMeasured(reasons.hold)
    ),
    line(
      'Relaxation',
      relaxation
        ? `90 to 10 %: ${figure(relaxation.t90To10S, 't90To10', seconds)}, steepest fall: ${figure(relaxation.peakFallPctPerS, 'peakFall', perSecond)}, 0.5–1.5 s after the end: ${figure(relaxation.residualPct, 'residual', percent)}`
        : notMeasured(reasons.relaxation)
    ),
    ...reviewLines(each.review)
  ];
}

function plateau(
  { plateauPct, isSaturated, pulse, reasons }: AnalysedContraction,
  isMvcBound: boolean
): string {
  if (plateauPct === null) return notMeasured(reasons.plateau);
  const height = `${percent(plateauPct)}${pulse ? ' over 100 ms' : ''}`;
  return isSaturated ? `≥ ${height}, saturated: cut off at its top` : `${isMvcBound ? '≤ ' : ''}${height}`;
}

function riseRate(rate: RiseRate, isMvcBound: boolean): string {
  if ('notMeasured' in rate) return notMeasured(rate.notMeasured);
  return `${isMvcBound ? '≤ ' : ''}${rate.valuePctPerS.toFixed(1)} %MVC/s over ${rate.windowMs.toFixed(0)} ms`;
}
