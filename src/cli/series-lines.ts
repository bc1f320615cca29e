import type { AnalysedContraction } from '../lib/signal/offline/contractions';
import { isSudden } from '../lib/signal/quick/pulse-figures';
import type { QuickSeries } from '../lib/signal/quick/series';
import { line, percent, seconds } from './lines';

/** What a pulse has besides the figures of every contraction; no line of a longer one. */
export function pulseLines({ pulse, stepS, isSaturated }: AnalysedContraction): string[] {
  if (pulse === null) return [];
  const bound = isSaturated ? '≥ ' : '';
  const { peakPct, timeToPeakS, durationS, impulsePctS } = pulse;
  return [
    ...(peakPct === null ? [] : [line('Peak', `${bound}${percent(peakPct)}${after(timeToPeakS)}`)]),
    ...(durationS === null ? [] : [line('Duration', seconds(durationS))]),
    ...(impulsePctS === null ? [] : [line('Impulse', `${bound}${percent(impulsePctS, ' %MVC·s')}`)]),
    ...(isSudden(pulse, stepS)
      ? [line('', 'note: peaks within two samples, as coughs and knocks do: in no series')]
      : [])
  ];
}

const after = (onsetS: number | null) => (onsetS === null ? '' : `, ${seconds(onsetS)} after the onset`);
const timeOf = (value: number | null) => (value === null ? '–' : seconds(value));

/** A series of quick squeezes. */
export function seriesLines({ count, ratePerMin, compared, decrementPct, squeezes }: QuickSeries): string[] {
  const which =
    compared === 1 ? 'the last against the first' : `the last ${compared} against the first ${compared}`;
  return [
    'Quick squeezes',
    line('Count', `${count}, from ${timeOf(squeezes[0]?.onsetS ?? null)}`),
    line('Rate', `${ratePerMin.toFixed(1)} per minute, one every ${seconds(60 / ratePerMin)}`),
    line('Decrement', decrementPct === null ? 'not measured' : `${percent(decrementPct, ' %')}, ${which}`)
  ];
}

/** A series with the onsets of its squeezes, whose figures stand with the contractions. */
export function seriesJson({ squeezes, ...figures }: QuickSeries): unknown {
  return { ...figures, onsetsS: squeezes.map(({ onsetS }) => onsetS) };
}
