import { describe, expect, it } from 'vitest';
import { roundUncertainties } from '../../../../src/lib/signal/uncertainty/of-round';
import { FIGURES } from '../figures';

/** 2.5 s of hold, of which 2 s are scored, and 2 s to let go. */
const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2500, fallMs: 2000, restMs: 1000 },
  rounds: 5,
  bandPct: 10
};
/** 100 Hz and σ 0.2 %; without any variation of its own, the hold scatters by its noise alone. */
const STEADY = { ...FIGURES, holdCvPct: 0, onTargetPct: 80 };
const plusMinus = (setUp: Parameters<typeof roundUncertainties>[1], figures: typeof FIGURES = STEADY) =>
  roundUncertainties(figures, setUp, null).onTargetPct?.plusMinus;

/** Of 80 % of n samples that scatter by sd: two more on either side, 1.6·p(1 − p)/sd for each % of the tare's median over 5 s. */
function expected(n: number, sd = 0.2): number {
  const p = (0.8 * n + 2) / (n + 4);
  const variance = p * (1 - p);
  const zero = (Math.sqrt(Math.PI / 2) * 0.2) / Math.sqrt(500);
  return 200 * Math.hypot(Math.sqrt(variance / (n + 4)), ((1.6 * variance) / sd) * zero);
}

describe('the ± of the headline', () => {
  it('is that of a share of the scored hold', () => {
    expect(plusMinus(SET_UP)).toBeCloseTo(expected(200), 6);
  });

  it('takes in the fall where letting go is the goal', () => {
    expect(plusMinus({ ...SET_UP, goal: 'release' })).toBeCloseTo(expected(400), 6);
  });

  it('takes the scatter of the round where that of the hold is not known', () => {
    const saturated = { ...STEADY, holdCvPct: null, rmsePct: 4 };
    expect(plusMinus(SET_UP, saturated)).toBeCloseTo(expected(200, 4), 6);
  });

  it('is not known where the headline is not', () => {
    expect(plusMinus(SET_UP, { ...STEADY, onTargetPct: null })).toBeUndefined();
  });
});
