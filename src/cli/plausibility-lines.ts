import type { Analysed } from './outcome';
import { count, line, percent, seconds, show } from './lines';

/** What makes the figures more or less credible, a line for each. */
export function plausibilityLines({ analysis, understood }: Analysed): string[] {
  const { clock, restShift } = analysis.plausibility;
  const { medianStepS, meanStepS, jitterS } = clock;
  const clipped = analysis.contractions.filter(({ isSaturated }) => isSaturated).length;
  const rate = (stepS: number) => `${show(1 / stepS)} Hz by the`;
  const merged = [
    [understood.averagedSamples, 'averaged'],
    [understood.spreadSamples, 'spread over the step to the next']
  ] as const;
  const shared = merged
    .filter(([n]) => n > 0)
    .map(([n, how]) => `${count(n, 'sample')} of a shared time ${how}`);
  return [
    'Plausibility',
    line(
      'Rate',
      `${rate(meanStepS)} mean step (${ms(meanStepS)}), ${rate(medianStepS)} median (${ms(medianStepS)})`
    ),
    line(
      'Jitter',
      jitterS === null ? '–' : `${ms(jitterS)}, ${percent((100 * jitterS) / meanStepS, ' %')} of a step`
    ),
    line('Shared times', shared.length === 0 ? 'none' : shared.join(', ')),
    line('Gaps', clock.gaps === 0 ? 'none' : `${clock.gaps}, the longest ${seconds(clock.longestGapS)}`),
    ...analysis.gaps.map(({ startS, endS }) => line('', `nothing known ${show(startS)}–${show(endS)} s`)),
    line(
      'Outliers',
      analysis.outliers === 0 ? 'none' : `${analysis.outliers} left out: jumped and came back`
    ),
    line(
      'Clipping',
      clipped === 0
        ? 'none seen'
        : `${count(clipped, 'contraction')} cut off: at an end of the range, or flat at the top`
    ),
    line(
      'Drift',
      restShift
        ? `rest moved by ${percent(restShift.byPct)} from ${show(restShift.firstS)} to ${show(restShift.lastS)} s`
        : 'not known: rest was seen once at most'
    )
  ];
}

const ms = (s: number) => `${show(1000 * s)} ms`;
