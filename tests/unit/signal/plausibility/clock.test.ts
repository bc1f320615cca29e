import { describe, expect, it } from 'vitest';
import { clockOf } from '../../../../src/lib/signal/plausibility/clock';

/** Times whose steps repeat, s. */
function stepping(steps: readonly number[], n: number): Float64Array {
  const t = [0];
  for (let i = 0; i < n; i++) t.push((t.at(-1) ?? NaN) + (steps[i % steps.length] ?? NaN));
  return Float64Array.from(t);
}

describe('the clock of a recording', () => {
  it('of an HX711 has 85.7 Hz in the mean and 100 Hz in the middle', () => {
    const { medianStepS, meanStepS, jitterS } = clockOf(stepping([0.01, 0.01, 0.015], 3000));
    expect(1 / medianStepS).toBeCloseTo(100, 6);
    // Three samples in 35 ms.
    expect(1 / meanStepS).toBeCloseTo(3 / 0.035, 6);
    // Steps 1.67 ms below the mean twice and 3.33 ms above it once: variance (2·1.67² + 3.33²)/3, and n − 1 of 3000.
    expect(Math.abs((jitterS ?? NaN) - Math.sqrt(((50 / 9) * 1e-6 * 3000) / 2999))).toBeLessThan(1e-9);
  });

  it('that is even has no jitter', () => {
    expect(clockOf(stepping([0.01], 900)).jitterS).toBe(0);
  });

  it('leaves gaps out of the mean, and reports them', () => {
    const t = stepping([0.01], 100).map((s, i) => s + (i > 30 ? 0.2 : 0) + (i > 60 ? 0.5 : 0));
    const clock = clockOf(t);
    expect(clock.gaps).toBe(2);
    expect(clock.longestGapS).toBeCloseTo(0.51, 9);
    expect(clock.meanStepS).toBeCloseTo(0.01, 9);
  });

  it('of a single step has no spread', () => {
    expect(clockOf(Float64Array.of(1, 2))).toEqual({
      medianStepS: 1,
      meanStepS: 1,
      jitterS: null,
      gaps: 0,
      longestGapS: 0
    });
  });
});
