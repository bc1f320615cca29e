import { describe, expect, it } from 'vitest';
import { SampleStep } from '../../../src/lib/signal/sample-step';

function stepAfter(steps: readonly number[]): number {
  const step = new SampleStep();
  for (const each of steps) step.push(each);
  return step.s;
}

describe('the sample step', () => {
  it('is not known before two steps', () => {
    expect(stepAfter([])).toBeNaN();
    expect(stepAfter([0.01])).toBeNaN();
    expect(stepAfter([0.01, 0.01])).toBe(0.01);
  });

  it('is the median: every third step ten times as long leaves it where it was', () => {
    const steps = Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? 0.1 : 0.01));
    expect(stepAfter(steps)).toBe(0.01);
  });

  it('is the middle one of uneven steps', () => {
    expect(stepAfter([0.03, 0.01, 0.02])).toBe(0.02);
    expect(stepAfter([0.05, 0.01, 0.02, 0.04, 0.03])).toBe(0.03);
  });

  it('is a new one at most 24 steps after the rate changed: 16 of the newest 31, looked at every eighth', () => {
    const before = Array.from({ length: 100 }, () => 0.01);
    expect(stepAfter([...before, ...Array.from({ length: 24 }, () => 0.02)])).toBe(0.02);
    expect(stepAfter([...before, ...Array.from({ length: 15 }, () => 0.02)])).toBe(0.01);
  });
});
