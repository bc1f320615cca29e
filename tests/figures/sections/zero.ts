import type { Figure, Layer, Panel } from '../../../src/lib/figure/figure';
import { straight } from '../../unit/signal/samples';
import { percentAxis, shown, timeAxis, type Curve } from '../signals';
import { eventsOf, FIRST_ROUND_S, session, zeroOf, type Session } from '../session';

const SET = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 6000 },
  rounds: 3,
  bandPct: 10
};
const round = (startS: number): Curve =>
  straight([startS, 0], [startS + 1, 40], [startS + 3, 40], [startS + 4, 0]);
const ROUNDS = [0, 10, 20].map((afterS) => round(FIRST_ROUND_S + afterS));
const followed: Curve = (s) => ROUNDS.reduce((sum, curve) => sum + curve(s), 0);

/** 9 % a minute, the whole time since rest was measured. */
const DRIFT: Curve = straight([4, 0], [40, 5.4]);

export function tracking(): Figure {
  const drifting = session((s) => followed(s) + DRIFT(s), 37, SET);
  return {
    title: 'The zero follows a slow drift, but only at rest',
    description:
      'Three rounds on a sensor that drifts by 9 % a minute. The zero follows in the rests and stands still during each contraction.',
    panels: [
      {
        heading: 'Three rounds with a drift of 9 % a minute',
        x: timeAxis(4, 37),
        y: percentAxis(-2, 50),
        layers: zeroLayers(drifting),
        heightPx: 150
      },
      {
        heading: 'The same, close to zero',
        x: timeAxis(4, 37),
        y: percentAxis(-1, 7),
        layers: zeroLayers(drifting)
      }
    ]
  };
}

/** In the rest of 6 s after a round: to 6 % within half a second; there for good, or for two seconds. */
const REST_S = FIRST_ROUND_S + 4;
const LEVEL_PCT = 6;
const shifted = straight([REST_S + 2, 0], [REST_S + 2.3, LEVEL_PCT]);
const squeezed = straight(
  [REST_S + 2, 0],
  [REST_S + 2.3, LEVEL_PCT],
  [REST_S + 4.8, LEVEL_PCT],
  [REST_S + 5.1, 0]
);
const LONG_REST = { ...SET, pattern: { ...SET.pattern, restMs: 10_000 }, rounds: 1 };

export function posture(): Figure {
  return {
    title: 'Another posture, and a small squeeze that looks like one',
    description:
      'Above, the signal steps to another flat level within a rest; the zero goes there. Below, it steps back within ten seconds, so what lifted it was a squeeze, and the zero returns.',
    panels: [posturePanel('A shift of the seat', shifted), posturePanel('A small squeeze of 2.5 s', squeezed)]
  };
}

function posturePanel(heading: string, curve: Curve): Panel {
  const shown = session((s) => (ROUNDS[0]?.(s) ?? 0) + curve(s), REST_S + 10, LONG_REST);
  return {
    heading,
    x: timeAxis(REST_S - 1, REST_S + 9),
    y: percentAxis(-2, 14),
    layers: zeroLayers(shown, REST_S)
  };
}

function zeroLayers(shownSession: Session, labelAtS = 30): Layer[] {
  const zero = zeroOf(shownSession);
  const marks = eventsOf(shownSession, 'mark').flatMap((mark) => (mark.mark === 'posture' ? [mark] : []));
  return [
    { draw: 'trace', t: shownSession.t, v: shownSession.tarePct },
    { draw: 'trace', t: shownSession.t, v: zero, tone: 'off', label: 'zero', labelAtS },
    ...marks.map(({ fromS, atS, levelPct }): Layer => {
      const i = shownSession.t.findIndex((s) => s >= fromS);
      return {
        draw: 'extent',
        fromS,
        toS: atS,
        value: 9 + (i % 2),
        label: `“posture” ${shown(levelPct, 1)} %, certain at ${shown(atS, 1)} s`
      };
    })
  ];
}
