import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SampleStep } from '../../../src/lib/signal/sample-step';

function stepAfter(steps: readonly number[]): number {
  const step = new SampleStep();
  let s = 0;
  const times = Float64Array.from([0, ...steps], (each) => (s += each));
  for (let i = 0; i < times.length; i++) step.push(times, i);
  return step.stepS;
}

describe('the sample step', () => {
  it('is not known before two steps', () => {
    expect(stepAfter([])).toBeNaN();
    expect(stepAfter([0.01])).toBeNaN();
    expect(stepAfter([0.01, 0.01])).toBeCloseTo(0.01, 9);
  });

  it('is the median: every third step ten times as long leaves it where it was', () => {
    const steps = Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? 0.1 : 0.01));
    expect(stepAfter(steps)).toBeCloseTo(0.01, 9);
  });

  it('is the middle one of uneven steps', () => {
    expect(stepAfter([0.03, 0.01, 0.02])).toBeCloseTo(0.02, 9);
    expect(stepAfter([0.05, 0.01, 0.02, 0.04, 0.03])).toBeCloseTo(0.03, 9);
  });

  it('is a new one at most 24 steps after the rate changed: 16 of the newest 31, looked at every eighth', () => {
    const before = Array.from({ length: 100 }, () => 0.01);
    expect(stepAfter([...before, ...Array.from({ length: 24 }, () => 0.02)])).toBeCloseTo(0.02, 9);
    expect(stepAfter([...before, ...Array.from({ length: 15 }, () => 0.02)])).toBeCloseTo(0.01, 9);
  });

  it('tells a gap where more than 2.5 of the steps before it are missing', () => {
    const step = new SampleStep();
    const times = Float64Array.from([0, 0.1, 0.2, 0.449, 0.7, 0.8]);
    const gaps = Array.from(times, (_, i) => {
      step.push(times, i);
      return step.gap;
    });
    expect(gaps).toEqual([false, false, false, false, true, false]);
  });

  it('is the same whether samples are pushed, or followed as far as nothing changes', () => {
    const step = fc.constantFrom(0.01, 0.0101, 0.0099, 0.02, 0.024, 0.026, 0.5, 0);
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 80, maxLength: 200, size: 'max' }),
        fc.constantFrom(1, 4),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 300, maxLength: 300 }),
        (steps, stride, batches) => {
          let s = 5;
          const times = new Float64Array(stride * (steps.length + 1));
          [0, ...steps].forEach((each, i) => (times[stride * i] = s += each));
          const [pushed, followed] = [new SampleStep(), new SampleStep()];
          const told = [0, ...steps].map((_, i) => {
            pushed.push(times, stride * i);
            return { stepS: pushed.stepS, gap: pushed.gap };
          });
          let batch = 0;
          for (let at = 0; at < times.length;) {
            followed.push(times, at);
            expect({ stepS: followed.stepS, gap: followed.gap }).toEqual(told[at / stride]);
            const next = at + stride;
            const end = Math.min(times.length, next + stride * (batches[batch++] ?? 1));
            at = followed.follow(times, stride, next, end);
            for (let i = next; i < at; i += stride)
              expect({ stepS: followed.stepS, gap: followed.gap }).toEqual(told[i / stride]);
          }
        }
      )
    );
  });
});
