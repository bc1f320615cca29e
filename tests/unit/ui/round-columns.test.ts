import { describe, expect, it } from 'vitest';
import { roundUncertainties } from '../../../src/lib/signal/uncertainty/of-round';
import { lacksPlusMinus, MORE_COLUMNS, ROUND_COLUMNS } from '../../../src/lib/ui/round-columns';
import { FIGURES } from '../signal/figures';

const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 },
  rounds: 5,
  bandPct: 10
};

describe('every column of the table of rounds', () => {
  const figures = {
    ...FIGURES,
    relaxation: { t90To10S: 0.8, peakFallPctPerS: 45, residualPct: 2 },
    tangent: { requiredPct: 40, reached: { pct: 35 } }
  };
  const sure = roundUncertainties(figures, SET_UP, 180);

  it.each([...ROUND_COLUMNS, ...MORE_COLUMNS])('has a ± where all was measured: $key', (column) => {
    expect(column.value(figures)).not.toBeNull();
    expect(sure[column.uncertainty]?.plusMinus).toBeGreaterThan(0);
  });

  it('names a ± of its own', () => {
    const named = [...ROUND_COLUMNS, ...MORE_COLUMNS].map(({ uncertainty }) => uncertainty);
    expect(new Set(named).size).toBe(named.length);
  });
});

describe('a figure without its ±', () => {
  const lacking = (changed: object) => {
    const figures = { ...FIGURES, ...changed };
    const sure = roundUncertainties(figures, SET_UP, null);
    return [...ROUND_COLUMNS, ...MORE_COLUMNS]
      .filter((column) => lacksPlusMinus(column, figures, sure))
      .map(({ key }) => key);
  };

  // How fast she let go was not kept, so nobody knows how sharply the end was crossed.
  it('is one whose ± cannot be worked out', () => {
    expect(lacking({})).toEqual(['releaseTimeS']);
    expect(lacking({ riseRate: { notMeasured: 'slow-sampling' } })).toEqual(['reactionS', 'releaseTimeS']);
  });

  it('is neither one that was not measured', () => {
    expect(lacking({ releaseTimeS: null })).toEqual([]);
  });

  it('nor a bound', () => {
    const noisy = { noisePct: NaN, releaseTimeS: null };
    expect(lacking(noisy)).toEqual(expect.arrayContaining(['holdMeanPct', 'rmsePct']));
    const bounds = lacking({ ...noisy, isSaturated: true });
    expect(bounds).toEqual(expect.not.arrayContaining(['holdMeanPct']));
    expect(bounds).toEqual(expect.not.arrayContaining(['rmsePct']));
  });
});
