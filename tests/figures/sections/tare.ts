import type { Figure, Panel } from '../../../src/lib/figure/figure';
import { measureRest } from '../../../src/lib/signal/rest/measured-rest';
import { column, sampled, type Sample } from '../../unit/signal/samples';
import { defined, eased, noisy, shown, timeAxis } from '../signals';

const LENGTH_S = 5;
const RESOLUTION = 0.01;

/** Rest at 500 with a slow drift, in sensor numbers. */
const QUIET = noisy(
  sampled((s) => 500 + 0.12 * s, 50, 0, LENGTH_S),
  0.3
);
const COUGH = QUIET.map(({ t, v }) => ({ t, v: v + 12 * (eased(t, 3, 3.1) - eased(t, 3.1, 3.4)) }));

export function tare(): Figure {
  return {
    title: 'A tare: the baseline, its drift, and its noise',
    description:
      'Above, five seconds of rest with the median as the baseline, the straight line of the drift through them, and a ribbon of one σ on either side. Below, the same rest with a cough in it, which moves none of these.',
    panels: [
      panel('A quiet rest', QUIET, 498.5, 502),
      panel('The same rest with a cough of 0.4 s', COUGH, 497, 513)
    ]
  };
}

function panel(heading: string, samples: readonly Sample[], from: number, to: number): Panel {
  const [t, v] = [column(samples, 't'), column(samples, 'v')];
  const rest = measureRest(t, v, RESOLUTION);
  const [first, last] = [defined(t.at(0)), defined(t.at(-1))];
  const [low, high] = [rest.baseline - rest.drift / 2, rest.baseline + rest.drift / 2];
  const corners = [
    [first, low - rest.sd, low + rest.sd],
    [last, high - rest.sd, high + rest.sd]
  ] as const;
  return {
    heading,
    x: timeAxis(0, LENGTH_S),
    y: { from, to, name: 'sensor numbers' },
    layers: [
      { draw: 'ribbon', corners, label: `σ ${shown(rest.sd, 2)}` },
      { draw: 'trace', t, v },
      { draw: 'level', value: rest.baseline, label: `baseline ${shown(rest.baseline, 2)}`, tone: 'off' },
      { draw: 'line', from: [first, low], to: [last, high], label: `drift ${shown(rest.drift, 2)}` }
    ]
  };
}
