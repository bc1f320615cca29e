import { describe, expect, it } from 'vitest';
import { levelsOf } from '../../../src/lib/signal/levels';

describe('the levels of a contraction', () => {
  it.each([
    // Quiet; 5σ = 12.5 and 3σ = 7.5; 3σ = 2.4 with 5σ = 4.
    [0.2, 40, 10, 2],
    [2.5, 40, 12.5, 7.5],
    [0.8, 40, 10, 2.4],
    // Half of a target below 15 %.
    [0.2, 14, 7, 2],
    [0.2, 15, 10, 2]
  ])('are at σ %d %% for a target of %d %%: start %d %%, onset %d %%', (noise, force, startPct, onsetPct) => {
    const levels = levelsOf(noise, force);
    expect(levels.startPct).toBeCloseTo(startPct, 9);
    expect(levels.onsetPct).toBeCloseTo(onsetPct, 9);
  });

  it('need no target', () => {
    expect(levelsOf(0.2)).toEqual({ startPct: 10, onsetPct: 2, flatPct: 2 });
  });
});
