import type { Figure, Layer } from '../../../src/lib/figure/figure';
import { straight } from '../../unit/signal/samples';
import { bandOf, FIRST_ROUND_S, roundsOf, session } from '../session';
import { defined, percentAxis, timeAxis } from '../signals';

const SET = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 5000, fallMs: 1000, restMs: 3000 },
  rounds: 5,
  bandPct: 8
};
const ROUND_S = 10;

/** Heights at the begin and at the end of each hold: followed, too strong, too low, sinking, and nothing. */
const HOLDS = [
  [40, 40],
  [55, 55],
  [37, 30],
  [40, 14],
  [4, 4]
] as const;
const CORNERS = HOLDS.flatMap(([first, last], i) => {
  const at = (s: number, pct: number) => [FIRST_ROUND_S + i * ROUND_S + s, pct] as const;
  return [at(0, 0), at(1, first), at(6, last), at(7, 0)];
});

export function quality(): Figure {
  const trained = session(straight(...CORNERS), FIRST_ROUND_S + 5 * ROUND_S + 1, SET);
  const verdicts = roundsOf(trained).map(({ startS, round, figures }): Layer => {
    const inBand = figures.holdInBandPct === null ? '' : `\n${figures.holdInBandPct.toFixed(0)} %`;
    return {
      draw: 'extent',
      fromS: startS,
      toS: startS + ROUND_S - 2,
      value: round % 2 === 1 ? 68 : 84,
      tone: 'soft',
      label: `${defined(figures.quality).replace('-', ' ')}${inBand}`
    };
  });
  return {
    title: 'The quality of a round',
    description:
      'Five rounds of a set with the verdict of each: good, too strong, fair, weak and not done, and the share of its scored hold in the band.',
    panels: [
      {
        x: timeAxis(FIRST_ROUND_S - 2, FIRST_ROUND_S + 5 * ROUND_S),
        y: percentAxis(-12, 112),
        layers: [bandOf(trained, SET), { draw: 'trace', t: trained.t, v: trained.pct }, ...verdicts],
        heightPx: 210
      }
    ]
  };
}
