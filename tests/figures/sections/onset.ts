import type { Figure } from '../../../src/lib/figure/figure';
import { heightAt } from '../../../src/lib/figure/recording/contraction-panel';
import { levelsOf } from '../../../src/lib/signal/levels';
import { sampled, straight } from '../../unit/signal/samples';
import { contractionAt, defined, noisy, percentAxis, recorded, shown, timeAxis } from '../signals';

/** A rise of 60 %/s from 4 s on. */
const RISE = straight([4, 0], [5, 60], [8, 60], [8.5, 0]);

export function onset(): Figure {
  const analysis = recorded(noisy(sampled(RISE, 100, 0, 10), 0.5, 3), 3);
  const { t, pct } = analysis.samples;
  const { onsetS, startS } = contractionAt(analysis, 0);
  const { onsetPct, startPct } = levelsOf(analysis.baseline.sd);
  const at = (s: number) => [s, heightAt(analysis.samples, s)] as const;
  return {
    title: 'The onset of a contraction',
    description:
      'The beginning of a rise. The onset is the last crossing of the onset level before the contraction starts at its start level.',
    panels: [
      {
        x: timeAxis(3.7, 4.4),
        y: percentAxis(-3, 20),
        layers: [
          { draw: 'level', value: startPct, label: `start level ${shown(startPct, 0)} %`, tone: 'edge' },
          { draw: 'level', value: onsetPct, label: `onset level ${shown(onsetPct, 1)} %`, tone: 'edge' },
          { draw: 'trace', t, v: pct },
          { draw: 'samples', t, v: pct },
          { draw: 'moment', at: at(startS), label: `starts at ${shown(startS, 3)} s`, tone: 'off' },
          { draw: 'moment', at: at(defined(onsetS)), label: `onset ${shown(defined(onsetS), 3)} s` },
          { draw: 'line', from: [4, -3], to: [4, -1], label: 'the rise begins at 4 s', tone: 'soft' }
        ]
      }
    ]
  };
}
