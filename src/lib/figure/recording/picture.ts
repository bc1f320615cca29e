import type { Analysis, AnalysisOptions } from '../../signal/analysis';
import { BRIDGE_STEPS } from '../../signal/sample-step';
import { effectiveBandPct, segmentsOf } from '../../signal/target';
import { svgOf } from '../draw';
import type { Layer, Panel } from '../figure';
import { contractionPanel, holdRibbon } from './contraction-panel';
import { largest, smallest } from './extremes';

/** Of a long recording only so many contractions are shown one by one. */
const MOST = 12;

/**
 * A recording as the engine understood it, as the text of an SVG file: all of it, and below that each contraction with its onset, rise,
 * plateau, hold and release. Where a target was asked for, its band is drawn, else the mean ± SD of each hold.
 */
export function pictureOf(analysis: Analysis, target: AnalysisOptions['target'], title: string): string {
  const { contractions, samples } = analysis;
  const band = target ? [bandOf(target)] : [];
  const shown = contractions.slice(0, MOST);
  const rest = contractions.length - shown.length;
  return svgOf({
    title,
    description: `The signal over time with ${contractions.length} contraction${contractions.length === 1 ? '' : 's'}${rest > 0 ? `, of which the first ${MOST} are shown one by one` : ''}. The figures that are drawn are those of the report.`,
    panels: [
      overview(analysis, band, title),
      ...shown.map((contraction, i) => contractionPanel(samples, contraction, i + 1, band))
    ]
  });
}

function overview({ samples, contractions, mvc }: Analysis, band: readonly Layer[], title: string): Panel {
  const { t, pct, stepS } = samples;
  const finite = pct.filter(Number.isFinite);
  // Without a reference there is nothing to draw but empty axes.
  const [lowest, highest] = finite.length > 0 ? [smallest(finite), largest(finite)] : [0, 1];
  const span = highest - lowest || 1;
  const isAlone = band.length === 0;
  return {
    heading: mvc.weak ? `${title}: too weak to measure` : title,
    x: { from: t[0] ?? 0, to: t.at(-1) ?? 1, name: 'time, s' },
    y: { from: lowest - 0.04 * span, to: highest + 0.26 * span, name: '% of the reference' },
    layers: [
      ...band,
      ...(isAlone ? contractions.flatMap((each) => holdRibbon(each)) : []),
      { draw: 'trace', t, v: pct, longestStepS: BRIDGE_STEPS * stepS },
      ...contractions.map(({ onsetS, startS, endS }, i): Layer => ({
        draw: 'extent',
        fromS: onsetS ?? startS,
        toS: endS,
        value: highest + 0.04 * span,
        tone: 'soft',
        ...(i < MOST ? { label: String(i + 1) } : {})
      }))
    ]
  };
}

function bandOf({ pattern, forcePct, bandPct, startS }: NonNullable<AnalysisOptions['target']>): Layer {
  const half = effectiveBandPct(bandPct, forcePct);
  let s = startS;
  const corners = segmentsOf(pattern, forcePct).flatMap(({ fromPct, toPct, ms }) => {
    const fromS = s;
    s += ms / 1000;
    return [
      [fromS, fromPct - half, fromPct + half],
      [s, toPct - half, toPct + half]
    ] as const;
  });
  return { draw: 'ribbon', corners };
}
