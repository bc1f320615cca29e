import type { Figure, Layer } from '../../../src/lib/figure/figure';
import { scoredHold } from '../../../src/lib/signal/hold-levels';
import { segmentsOf, TargetCurve } from '../../../src/lib/signal/target';
import { straight } from '../../unit/signal/samples';
import { bandOf, FIRST_ROUND_S, roundsOf, session } from '../session';
import { defined, percentAxis, shown, timeAxis } from '../signals';

const SET = {
  forcePct: 40,
  pattern: { riseMs: 2000, holdMs: 5000, fallMs: 2000, restMs: 3000 },
  rounds: 1,
  bandPct: 8
};
const at = (s: number, pct: number) => [FIRST_ROUND_S + s, pct] as const;
/** Late on the way up, in the band for most of the hold, and let go too soon. */
const FOLLOWED = straight(at(1, 0), at(2.5, 42), at(5.2, 38), at(6.2, 27), at(7.2, 24), at(8, 0));

export function score(): Figure {
  const trained = session(FOLLOWED, FIRST_ROUND_S + 13, SET);
  const { figures, startS } = defined(roundsOf(trained)[0]);
  const curve = new TargetCurve(segmentsOf(SET.pattern, SET.forcePct));
  const scored = scoredHold(curve, 1);
  const shares = figures.inBandPctBySegment.map((share, i): Layer => {
    const middleS = (curve.startOf(i) + curve.endOf(i)) / 2;
    return {
      draw: 'extent',
      fromS: startS + curve.startOf(i),
      toS: startS + curve.endOf(i),
      value: 68,
      tone: 'soft',
      label: `${curve.segments[i]?.cue ?? ''}${middleS > 3 && middleS < 5 ? ', in the band' : ''}\n${shown(defined(share), 0)} %`
    };
  });
  return {
    title: 'A round in the band of its target',
    description:
      'The band of a target with a signal that is late on the way up and sinks out of the band at the end of the hold, with the share of time in the band for each segment.',
    panels: [
      {
        heading: `RMSE ${shown(defined(figures.rmsePct), 1)} %, signed error ${shown(defined(figures.signedErrorPct), 1)} %, score ${shown(defined(figures.score), 0)}`,
        x: timeAxis(FIRST_ROUND_S - 1, FIRST_ROUND_S + 12),
        y: percentAxis(-12, 90),
        layers: [
          bandOf(trained, SET),
          { draw: 'trace', t: trained.t, v: trained.pct },
          ...shares,
          {
            draw: 'extent',
            fromS: startS + scored.fromS,
            toS: startS + scored.toS,
            value: 20,
            label: `scored hold ${shown(defined(figures.holdInBandPct), 0)} %`
          }
        ],
        heightPx: 210
      }
    ]
  };
}
