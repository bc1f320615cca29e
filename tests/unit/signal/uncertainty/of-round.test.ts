import { describe, expect, it } from 'vitest';
import { roundUncertainties } from '../../../../src/lib/signal/uncertainty/of-round';
import { FIGURES } from '../figures';

/** Hold of 4 s at 40 %: 3.5 s are scored, 350 samples at 100 Hz. */
const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 4000, fallMs: 1000, restMs: 4000 },
  rounds: 3,
  bandPct: 10
};
const RELAXATION = { t90To10S: 0.5, peakFallPctPerS: 100, residualPct: 0.05 };
const sure = roundUncertainties({ ...FIGURES, relaxation: RELAXATION }, SET_UP, null);

/** (1.2533 · 0.2)² / 500: the tare's median over 5 s. */
const ZERO = (1.5708 * 0.04) / 500;

describe('the ± of a round', () => {
  it('of the hold’s mean counts the samples that are scored, and the session’s tare', () => {
    expect(sure.holdMeanPct?.plusMinus).toBeCloseTo(2 * Math.sqrt(0.04 / 350 + ZERO), 6);
  });

  it('of the zero that was moved stands in every height', () => {
    const moved = roundUncertainties({ ...FIGURES, zeroPct: 2 }, SET_UP, null);
    expect(moved.holdMeanPct?.plusMinus).toBeCloseTo(2 * Math.sqrt(0.04 / 350 + ZERO + 0.27), 6);
    expect(moved.restMeanPct?.plusMinus).toBeCloseTo(2 * Math.sqrt(0.04 / 200 + ZERO + 0.27), 6);
  });

  it('of times comes from the slopes that a round keeps', () => {
    // A raised cosine at 2 % of its height has sin(2·asin √0.02) of its steepest slope, 0.28 · 40 %/s.
    const crossing = (0.2 / (0.28 * 40)) * (0.75 + 0.17 * Math.log10((0.28 * 40) / (100 * 0.2)));
    expect(sure.reactionS?.plusMinus).toBeCloseTo(2 * Math.hypot(crossing, 0.003), 6);
    // An exponential at 6 %: 6 %/s.
    const end = (0.2 / 6) * (0.75 + 0.17 * Math.log10(6 / (100 * 0.2)));
    expect(sure.releaseTimeS?.plusMinus).toBeCloseTo(2 * Math.hypot(end, 0.003), 6);
  });

  it('says what is below the limit of detection', () => {
    expect(sure.residualPct?.detectable).toBeCloseTo(3 * Math.sqrt(0.04 / 100 + ZERO), 6);
    // 0.05 % is no sign of tension with σ 0.2 %: three times 0.023 are 0.069.
    expect(RELAXATION.residualPct).toBeLessThan(sure.residualPct?.detectable ?? NaN);
  });

  it('is null of what was not measured', () => {
    const little = roundUncertainties(
      { ...FIGURES, reactionS: null, riseRate: { notMeasured: 'gap' }, holdCvPct: null },
      SET_UP,
      null
    );
    expect(little).toMatchObject({
      reactionS: null,
      riseRate: null,
      holdCvPct: null,
      releaseTimeS: null,
      residualPct: null,
      tangent: null
    });
    expect(little.holdMeanPct).not.toBeNull();
  });

  it('of a tangent is that of its two crossings', () => {
    // 80 % of 100 %/s; K 40: 24 % in 0.3 s, and 0.8 % a step, four σ: √2·√(2/3)·0.2/24.
    const tangent = { requiredPct: 80, reached: { pct: 80 } };
    const found = roundUncertainties({ ...FIGURES, tangent }, SET_UP, 100).tangent;
    expect(found?.plusMinus).toBeCloseTo((2 * 80 * Math.sqrt(4 / 3) * 0.2) / 24, 6);
  });

  it('is not known where the noise was not kept', () => {
    const found = Object.values(roundUncertainties({ ...FIGURES, noisePct: null }, SET_UP, null));
    expect(found.every((each) => each === null)).toBe(true);
  });
});
