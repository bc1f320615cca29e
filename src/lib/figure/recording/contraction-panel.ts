import type { AnalysedContraction } from '../../signal/offline/contractions';
import { firstAtOrAfter } from '../../signal/crossing';
import { BRIDGE_STEPS } from '../../signal/sample-step';
import type { Layer, Panel } from '../figure';
import { largest, smallest } from './extremes';
import { plateauWindow, riseWindow, type Samples } from './located';

/** Shown before the begin and after the end of a contraction, s. */
const BEFORE_S = 0.6;
const AFTER_S = 1.6;

/**
 * One contraction with everything that was measured in it: onset, rise window with its slope, t90, the half second of the plateau, hold
 * and release. What was not measured is not drawn.
 *
 * @param below what is drawn under the trace, such as the band of a target
 */
export function contractionPanel(
  samples: Samples,
  contraction: AnalysedContraction,
  number: number,
  below: readonly Layer[]
): Panel {
  const { onsetS, startS, endS, plateauPct } = contraction;
  const [fromS, toS] = [(onsetS ?? startS) - BEFORE_S, endS + AFTER_S];
  const { t, pct, stepS } = samples;
  const [first, last] = [firstAtOrAfter(t, fromS), firstAtOrAfter(t, toS)];
  const shown = { t: t.subarray(first, last), v: pct.subarray(first, last) };
  const highest = Math.max(plateauPct ?? 0, largest(shown.v));
  const trace: Layer = { draw: 'trace', ...shown, longestStepS: BRIDGE_STEPS * stepS };
  return {
    heading: `Contraction ${number}`,
    x: { from: fromS, to: toS, name: 'time, s' },
    y: {
      from: Math.min(0, smallest(shown.v)) - 0.04 * highest,
      to: 1.15 * highest,
      name: '% of the reference'
    },
    layers: [
      ...plateauLayers(samples, contraction),
      ...below,
      ...holdLayers(contraction),
      trace,
      ...marks(samples, contraction)
    ],
    heightPx: 220
  };
}

function plateauLayers(samples: Samples, contraction: AnalysedContraction): Layer[] {
  const window = plateauWindow(samples, contraction);
  return window ? [{ draw: 'stretch', ...window }] : [];
}

/** Mean ± SD of the hold, as a ribbon; none where its variation is not known. */
export function holdRibbon({ hold }: AnalysedContraction): Layer[] {
  if (hold?.cvPct == null) return [];
  const { startS, endS, meanPct, cvPct } = hold;
  const sd = (cvPct / 100) * meanPct;
  const corners = [startS, endS].map((s) => [s, meanPct - sd, meanPct + sd] as const);
  return [{ draw: 'ribbon', corners }];
}

function holdLayers(contraction: AnalysedContraction): Layer[] {
  const { hold } = contraction;
  if (!hold) return [];
  const { startS, endS, meanPct, cvPct } = hold;
  const spread = cvPct === null ? '' : `, SD ${((cvPct / 100) * meanPct).toFixed(1)} %`;
  return [
    ...holdRibbon(contraction),
    {
      draw: 'level',
      value: meanPct,
      fromS: startS,
      toS: endS,
      tone: 'edge',
      label: `hold ${meanPct.toFixed(1)} %${spread}`
    }
  ];
}

function marks(samples: Samples, contraction: AnalysedContraction): Layer[] {
  const { onsetS, t90S, releaseOnsetS, endS, end, plateauPct, isSaturated, riseRate } = contraction;
  const at = (s: number) => [s, heightAt(samples, s)] as const;
  const moment = (s: number | null, label: string): Layer[] =>
    s === null ? [] : [{ draw: 'moment', at: at(s), label }];
  const line = riseWindow(samples, contraction);
  const window = plateauWindow(samples, contraction);
  const bound = isSaturated ? '≥ ' : '';
  return [
    ...(line && !('notMeasured' in riseRate)
      ? [
          {
            draw: 'line',
            from: line[0],
            to: line[1],
            tone: 'off',
            label: `rise ${riseRate.valuePctPerS.toFixed(0)} %/s\nover ${riseRate.windowMs.toFixed(0)} ms`
          } as const
        ]
      : []),
    ...(window && plateauPct !== null
      ? [
          {
            draw: 'extent',
            ...window,
            value: plateauPct,
            label: `plateau ${bound}${plateauPct.toFixed(1)} %`
          } as const
        ]
      : []),
    ...moment(onsetS, `onset ${onsetS?.toFixed(2) ?? ''} s`),
    ...moment(t90S, 't90'),
    ...moment(releaseOnsetS, `release ${releaseOnsetS?.toFixed(2) ?? ''} s`),
    ...moment(endS, `${ENDS[end]} ${endS.toFixed(2)} s`)
  ];
}

const ENDS = { relaxed: 'end', 'not-relaxed': 'end, not relaxed', cut: 'cut off' } as const;

/** Height at that time, on the straight line between two samples; before the first sample and after the last, theirs. */
export function heightAt({ t, pct }: Samples, s: number): number {
  const after = firstAtOrAfter(t, s);
  if (after === 0 || after === t.length) return (after === 0 ? pct[0] : pct.at(-1)) ?? NaN;
  const [ta, tb, a, b] = [t[after - 1] ?? NaN, t[after] ?? NaN, pct[after - 1] ?? NaN, pct[after] ?? NaN];
  return a + ((s - ta) / (tb - ta)) * (b - a);
}
