import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticksOf } from '../../../src/lib/figure/ticks';

describe('ticks', () => {
  it.each([
    [0, 10, 5, ['0', '2', '4', '6', '8', '10']],
    [-5, 105, 3, ['0', '50', '100']],
    [3.7, 4.4, 8, ['3.7', '3.8', '3.9', '4.0', '4.1', '4.2', '4.3', '4.4']],
    [498.5, 502, 5, ['499', '500', '501', '502']],
    [-0.03, 0.03, 4, ['−0.02', '0.00', '0.02']],
    [0, 6000, 4, ['0', '2000', '4000', '6000']]
  ] as const)('from %d to %d, about %d of them', (from, to, most, texts) => {
    expect(ticksOf(from, to, most).texts).toEqual(texts);
  });

  it('are the numbers that stand at them, evenly apart and within the axis', () => {
    const axis = fc.record({
      from: fc.double({ min: -1000, max: 1000, noNaN: true }),
      length: fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
      most: fc.integer({ min: 1, max: 20 })
    });
    fc.assert(
      fc.property(axis, ({ from, length, most }) => {
        const { values, texts } = ticksOf(from, from + length, most);
        expect(values.length).toBeLessThanOrEqual(most + 1);
        expect(values.map((value) => Number(value.toPrecision(9)))).toEqual(
          texts.map((text) => Number(text.replace('−', '-')))
        );
        const steps = values.slice(1).map((value, i) => value - (values[i] ?? NaN));
        for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? NaN, 6);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(from - 1e-6 * length);
          expect(value).toBeLessThanOrEqual(from + length + 1e-6 * length);
        }
      })
    );
  });
});
