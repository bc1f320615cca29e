import { describe, expect, it } from 'vitest';
import { roundUncertainties } from '../../../src/lib/signal/uncertainty/of-round';
import { MORE_COLUMNS, ROUND_COLUMNS } from '../../../src/lib/ui/round-columns';
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
