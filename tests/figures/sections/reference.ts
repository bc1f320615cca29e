import type { Figure } from '../../../src/lib/figure/figure';
import { plateauWindow } from '../../../src/lib/figure/recording/located';
import { sampled, straight } from '../../unit/signal/samples';
import { contractionAt, defined, noisy, recorded, shown, timeAxis } from '../signals';

/** A squeeze of 5 s with a short peak at its beginning, in newtons. */
const SQUEEZE = straight([3, 0], [3.4, 24], [3.6, 19], [4.8, 20.4], [8, 16], [8.4, 0]);

export function reference(): Figure {
  const analysis = recorded(noisy(sampled(SQUEEZE, 100, 0, 10), 0.15), 2.5, null);
  const { t, pct } = analysis.samples;
  const value = analysis.mvc.value ?? NaN;
  const window = defined(plateauWindow(analysis.samples, contractionAt(analysis, 0)));
  const force = pct.map((each) => (each * value) / 100);
  const peak = force.reduce((highest, each, i) => (each > (force[highest] ?? NaN) ? i : highest), 0);
  return {
    title: 'Strength is the largest mean over half a second',
    description:
      'A squeeze of five seconds with a short peak at its beginning. The half second with the largest mean is shaded; the highest sample lies above it and does not count.',
    panels: [
      {
        x: timeAxis(2, 10),
        y: { from: -2, to: 30, name: 'force above rest, N' },
        layers: [
          { draw: 'stretch', ...window },
          { draw: 'trace', t, v: force },
          { draw: 'level', value, label: `100 % = ${shown(value, 1)} N`, tone: 'off' },
          {
            draw: 'moment',
            at: [defined(t[peak]), defined(force[peak])],
            label: `highest sample ${shown(defined(force[peak]), 1)} N`
          }
        ]
      }
    ]
  };
}
