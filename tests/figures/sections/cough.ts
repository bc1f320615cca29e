import type { Figure, Layer } from '../../../src/lib/figure/figure';
import { straight } from '../../unit/signal/samples';
import { bandOf, eventsOf, FIRST_ROUND_S, session } from '../session';
import { percentAxis, timeAxis } from '../signals';

const SET = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 3000, fallMs: 1000, restMs: 5000 },
  rounds: 1,
  bandPct: 8
};
const at = (s: number, pct: number) => [FIRST_ROUND_S + s, pct] as const;
/** A round that is followed, and in its rest a cough of 0.3 s. */
const COUGHED = straight(at(0, 0), at(1, 40), at(4, 40), at(5, 0), at(7, 0), at(7.1, 50), at(7.3, 0));

export function cough(): Figure {
  const trained = session(COUGHED, FIRST_ROUND_S + 11, SET);
  const marks = eventsOf(trained, 'mark').map(({ fromS, atS, mark }): Layer => ({
    draw: 'extent',
    fromS,
    toS: atS,
    value: 58,
    tone: 'off',
    label: mark === 'pulse' ? 'cough or knock' : 'posture'
  }));
  return {
    title: 'A cough in the rest of a round',
    description:
      'A round that is followed, and a pulse in its rest that rises more than three times as steeply as the person’s own best: it is marked as a cough or a knock.',
    panels: [
      {
        x: timeAxis(FIRST_ROUND_S - 1, FIRST_ROUND_S + 10),
        y: percentAxis(-12, 80),
        layers: [bandOf(trained, SET), { draw: 'trace', t: trained.t, v: trained.pct }, ...marks]
      }
    ]
  };
}
