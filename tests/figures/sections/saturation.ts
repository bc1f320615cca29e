import type { Figure } from '../../../src/lib/figure/figure';
import { eventsOf, session } from '../session';
import { defined, eased, percentAxis, shown, timeAxis, type Curve } from '../signals';

const RAIL_PCT = 90;
const TRUE: Curve = (s) =>
  110 * (eased(s, 6, 6.6) - eased(s, 10, 10.6)) + (s > 6.6 && s < 10 ? 3 * Math.sin(5 * s) : 0);

export function saturation(): Figure {
  const { t, pct, events, tarePct } = session(TRUE, 13, null, RAIL_PCT);
  const { plateauPct, isSaturated, hold } = defined(eventsOf({ t, pct, events, tarePct }, 'contraction')[0]);
  const bound = isSaturated ? '≥ ' : '';
  const variation =
    defined(hold).cvPct === null ? 'no variation' : `CV ${shown(defined(defined(hold).cvPct), 1)} %`;
  return {
    title: 'A contraction beyond the range of its sensor',
    description:
      'The dashed curve is the force, and the other one what the sensor reported: it stays at the end of its range. The plateau is a lower bound, and there is no variation.',
    panels: [
      {
        x: timeAxis(5, 13),
        y: percentAxis(-5, 130),
        layers: [
          { draw: 'level', value: RAIL_PCT, label: 'end of the range', tone: 'edge' },
          { draw: 'trace', t, v: Float64Array.from(t, TRUE), tone: 'soft', isDashed: true },
          { draw: 'trace', t, v: pct },
          {
            draw: 'extent',
            fromS: defined(hold).startS,
            toS: defined(hold).endS,
            value: 55,
            label: `plateau ${bound}${shown(defined(plateauPct), 1)} %\n${variation}`
          }
        ]
      }
    ]
  };
}
