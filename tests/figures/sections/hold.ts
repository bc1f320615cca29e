import type { Figure } from '../../../src/lib/figure/figure';
import { heightAt, holdRibbon } from '../../../src/lib/figure/recording/contraction-panel';
import { sampled, straight } from '../../unit/signal/samples';
import { contractionAt, defined, noisy, percentAxis, recorded, shown, timeAxis } from '../signals';

/** A hold that sinks by a fifth, and trembles. */
const SINKING = straight([4, 0], [4.6, 80], [10, 64], [10.6, 0]);

export function hold(): Figure {
  const samples = noisy(
    sampled((s) => SINKING(s), 100, 0, 13),
    0.3
  ).map(({ t, v }) => ({
    t,
    v: v + (t > 4.6 && t < 10 ? 1.2 * Math.sin(7 * t) : 0)
  }));
  const analysis = recorded(samples, 3);
  const contraction = contractionAt(analysis, 0);
  const { endS } = contraction;
  const [t90S, releaseS, held] = [
    defined(contraction.t90S),
    defined(contraction.releaseOnsetS),
    defined(contraction.hold)
  ];
  const { t, pct } = analysis.samples;
  const at = (s: number) => [s, heightAt(analysis.samples, s)] as const;
  const [, low] = at(t90S);
  const [, high] = at(endS);
  const chord = low + ((releaseS - t90S) / (endS - t90S)) * (high - low);
  return {
    title: 'The free hold and the release corner',
    description:
      'A hold that sinks by a fifth. The release corner is where the signal lies highest above the straight line from t90 to the end. The hold lies a quarter of a second within t90 and the corner, with its mean and standard deviation as a ribbon.',
    panels: [
      {
        x: timeAxis(3.5, 12),
        y: percentAxis(-5, 110),
        layers: [
          ...holdRibbon(contraction),
          { draw: 'trace', t, v: pct },
          { draw: 'line', from: at(t90S), to: at(endS), tone: 'soft' },
          {
            draw: 'line',
            from: [releaseS, chord],
            to: at(releaseS),
            tone: 'off',
            label: 'highest above\nthe line'
          },
          { draw: 'moment', at: at(t90S), label: 't90' },
          { draw: 'moment', at: at(releaseS), label: `release ${shown(releaseS, 2)} s` },
          { draw: 'moment', at: at(endS), label: `end ${shown(endS, 2)} s` },
          {
            draw: 'extent',
            fromS: held.startS,
            toS: held.endS,
            value: 92,
            label: `mean ${shown(held.meanPct, 1)} %, CV ${shown(defined(held.cvPct), 1)} %, detrended ${shown(defined(held.cvDetrendedPct), 1)} %`
          }
        ],
        heightPx: 220
      }
    ]
  };
}
