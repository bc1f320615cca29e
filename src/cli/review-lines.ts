import type { ForceDevelopment } from '../lib/signal/review/force-development';
import { isGiven, type Given, type NotGiven } from '../lib/signal/review/not-given';
import type { Review } from '../lib/signal/review/review';
import { line, percent, seconds, show } from './lines';

const REASONS: Readonly<Record<NotGiven, string>> = {
  noise: 'the MVC is below 100 times the noise or 100 quantisation steps',
  'slow-sampling': 'too few samples a second',
  gap: 'a gap lies in it, or the recording begins in it',
  'no-onset': 'the onset was not seen',
  tense: 'tense before the onset',
  'early-onset': 'the straight rise begins more than 0.1 s after the onset: tense before it, or a slow start',
  'no-hinge': 'no straight rise of three samples',
  cut: 'the end was not seen',
  saturated: 'the signal was cut off',
  'no-hold': 'there is no hold of 1 s',
  'short-hold': 'the hold is shorter than 2 s',
  'low-mean': 'the mean of the hold is below 5 %'
};

/** What a reviewer asks for, a line for each figure or the reason why there is none. */
export function reviewLines({ hingeOnset, preTension, rfd, impulse, timeToPeak, hold }: Review): string[] {
  return [
    '  For reviewers',
    line(
      'Onset by hinge',
      given(
        hingeOnset,
        (each) => `${seconds(each.onsetS)}, ${signed(1000 * each.differenceS)} ms from the onset`
      )
    ),
    line(
      'Before onset',
      given(
        preTension,
        (each) =>
          `mean ${percent(each.levelPct)}, change ${percent(each.changePct)} over 200 ms; limits ${percent(each.limitPct)} and twice that`
      )
    ),
    ...rfd.map((each) =>
      line(
        `RFD 0–${each.toMs} ms`,
        given<ForceDevelopment>(
          each,
          ({ pctPerS, unitsPerS }) => `${percent(pctPerS, ' %MVC/s')}, ${show(unitsPerS)} units/s`
        )
      )
    ),
    line('Impulse', given(impulse.whole, percentSeconds)),
    line('Impulse 200 ms', given(impulse.to200Ms, percentSeconds)),
    line(
      'Time to peak',
      given(timeToPeak, ({ s, peakPct }) => `${seconds(s)}, of ${percent(peakPct)}`)
    ),
    ...(isGiven(hold)
      ? [
          line('Drift < 0.5 Hz', given(hold.drift, variability)),
          line('Tremor 4–12 Hz', given(hold.tremor, variability)),
          line(
            '',
            `over ${seconds(hold.lengthS)}: resolution ${hold.resolutionHz.toFixed(2)} Hz; degrees of freedom of the CV ${hold.degreesOfFreedom.cv.toFixed(1)}, detrended ${hold.degreesOfFreedom.cvDetrended.toFixed(1)}`
          )
        ]
      : [
          line(
            'Drift, tremor',
            given(hold, () => '')
          )
        ])
  ];
}

function given<Figure extends object>(figure: Given<Figure>, text: (figure: Figure) => string): string {
  return isGiven(figure) ? text(figure) : `not given: ${REASONS[figure.notGiven]}`;
}

const percentSeconds = ({ pctS }: { readonly pctS: number }) => percent(pctS, ' %MVC·s');
const variability = ({ sdPct, noisePct }: { readonly sdPct: number; readonly noisePct: number }) =>
  `SD ${sdPct.toFixed(2)} % of the mean; the noise of rest alone ${noisePct.toFixed(2)} %`;
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
