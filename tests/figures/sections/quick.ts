import type { Figure, Panel } from '../../../src/lib/figure/figure';
import { plateauWindow } from '../../../src/lib/figure/recording/located';
import type { Analysis } from '../../../src/lib/signal/analysis';
import { sampled } from '../../unit/signal/samples';
import { contractionAt, defined, percentAxis, recorded, shown, timeAxis, traceOf } from '../signals';

const [WIDTH_S, EVERY_S, FIRST_S] = [0.5, 1.5, 4];
const PEAKS_PCT = [80, 78, 74, 68, 62, 56];

/** Six squeezes of half a second, each a sin² over its width, that become weaker. */
function squeezes(s: number): number {
  const i = Math.floor((s - FIRST_S) / EVERY_S);
  const within = s - FIRST_S - i * EVERY_S;
  return within < WIDTH_S ? (PEAKS_PCT[i] ?? 0) * Math.sin((Math.PI * within) / WIDTH_S) ** 2 : 0;
}

export function quick(): Figure {
  const analysis = recorded(sampled(squeezes, 100, 0, 15), 3);
  return {
    title: 'A series of quick squeezes, and what is measured in each',
    description:
      'Above, six squeezes of half a second that become weaker, with their count, their rate and their decrement. Below, the first of them with its peak, the time to it, its duration and its plateau.',
    panels: [seriesPanel(analysis), pulsePanel(analysis)]
  };
}

function seriesPanel(analysis: Analysis): Panel {
  const { squeezes: found, ratePerMin, decrementPct } = defined(analysis.series[0]);
  return {
    heading: 'A series of quick squeezes',
    x: timeAxis(3, 13),
    y: percentAxis(-5, 118),
    layers: [
      traceOf(analysis),
      {
        draw: 'extent',
        fromS: defined(found[0]?.onsetS),
        toS: defined(found.at(-1)?.onsetS),
        value: 95,
        label: `${found.length} squeezes, ${shown(ratePerMin, 0)} a minute, decrement ${shown(defined(decrementPct), 0)} %`
      }
    ],
    heightPx: 140
  };
}

function pulsePanel(analysis: Analysis): Panel {
  const contraction = contractionAt(analysis, 0);
  const pulse = defined(contraction.pulse);
  const onsetS = defined(contraction.onsetS);
  const window = defined(plateauWindow(analysis.samples, contraction));
  const [peakPct, timeToPeakS, durationS, impulsePctS] = [
    defined(pulse.peakPct),
    defined(pulse.timeToPeakS),
    defined(pulse.durationS),
    defined(pulse.impulsePctS)
  ];
  return {
    heading: 'The first of them',
    x: timeAxis(FIRST_S - 0.1, FIRST_S + 0.7),
    y: percentAxis(-30, 110),
    layers: [
      { draw: 'stretch', ...window },
      traceOf(analysis),
      {
        draw: 'extent',
        ...window,
        value: defined(contraction.plateauPct),
        tone: 'off',
        label: `plateau ${shown(defined(contraction.plateauPct), 1)} %`
      },
      { draw: 'moment', at: [onsetS + timeToPeakS, peakPct], label: `peak ${shown(peakPct, 1)} %` },
      {
        draw: 'extent',
        fromS: onsetS,
        toS: onsetS + timeToPeakS,
        value: 14,
        label: `time to peak\n${shown(timeToPeakS, 2)} s`
      },
      {
        draw: 'extent',
        fromS: onsetS,
        toS: onsetS + durationS,
        value: -20,
        label: `duration ${shown(durationS, 2)} s, impulse ${shown(impulsePctS, 1)} %·s`
      }
    ]
  };
}
