import type { Figure, Layer } from '../../../src/lib/figure/figure';
import type { Analysis } from '../../../src/lib/signal/analysis';
import { endPct, levelsOf } from '../../../src/lib/signal/levels';
import { sampled, straight } from '../../unit/signal/samples';
import { noisy, percentAxis, recorded, shown, timeAxis, traceOf } from '../signals';

const [NOISE_PCT, PEAK_PCT] = [0.2, 80];
/** Two squeezes with 0.15 s between them, then a pulse of 0.2 s. */
const MERGED = straight(
  [4, 0],
  [4.4, PEAK_PCT],
  [6, PEAK_PCT],
  [6.1, 0],
  [6.2, 0],
  [6.3, PEAK_PCT],
  [8, PEAK_PCT],
  [8.5, 0],
  [10.9, 0],
  [11, 40],
  [11.1, 0]
);
/** Let go to 25 % and not further; from there another squeeze, and then all the way. */
const TENSE = straight([4, 0], [4.4, 80], [7, 80], [7.4, 25], [12, 25], [12.4, 90], [15, 90], [15.6, 0]);

export function contraction(): Figure {
  const merged = recorded(noisy(sampled(MERGED, 100, 0, 13), NOISE_PCT), 3);
  const tense = recorded(noisy(sampled(TENSE, 100, 0, 18), NOISE_PCT), 3);
  const { startPct } = levelsOf(merged.baseline.sd);
  const end = endPct(startPct, PEAK_PCT);
  return {
    title: 'Where a contraction starts and ends',
    description:
      'Above, a contraction with a short gap in it, which is merged, and a pulse that is too short to be one. Below, a contraction that is let go to a level above its end level: it ends where the signal became flat, and the next one is measured from there.',
    panels: [
      {
        heading: 'A gap that is merged, and a pulse that is dropped',
        x: timeAxis(3, 13),
        y: percentAxis(-5, 105),
        layers: [
          { draw: 'level', value: startPct, label: `start ${shown(startPct, 0)} %`, tone: 'edge' },
          { draw: 'level', value: end, fromS: 8.5, toS: 10.5, label: `end ${shown(end, 0)} %`, tone: 'edge' },
          traceOf(merged),
          ...found(merged, 94)
        ]
      },
      {
        heading: 'Let go to a quarter only',
        x: timeAxis(3, 18),
        y: percentAxis(-5, 118),
        layers: [traceOf(tense), ...found(tense, 105)]
      }
    ]
  };
}

/** Each contraction that was found, from its first sample above the start level to its end. */
function found({ contractions }: Analysis, value: number): Layer[] {
  return contractions.flatMap(({ startS, endS, end }): Layer[] => [
    { draw: 'extent', fromS: startS, toS: endS, value, label: `${shown(startS, 2)} to ${shown(endS, 2)} s` },
    ...(end === 'not-relaxed'
      ? [{ draw: 'moment', at: [endS, 25], label: 'ended, “not relaxed”' } as const]
      : [])
  ]);
}
