import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TrailingRange } from '../../../src/lib/signal/trailing-range';

it('is the largest minus the smallest of the last 1.5 s, whatever they are', () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(values, fc.constantFrom(0.0078125, 0.125, 0.5, 2), (all, stepS) => {
      const range = new TrailingRange(1.5);
      all.forEach((v, i) => {
        const window = all.slice(Math.max(0, Math.ceil(i - 1.5 / stepS)), i + 1);
        expect(range.push(i * stepS, v)).toBe(Math.max(...window) - Math.min(...window));
      });
    }),
    { numRuns: 60 }
  );
});

it('forgets what came before a reset', () => {
  const range = new TrailingRange(1.5);
  range.push(0, 50);
  range.reset();
  expect(range.push(0.1, 3)).toBe(0);
});

it('still tells a number where more samples come than it holds', () => {
  const range = new TrailingRange(1.5);
  let last = NaN;
  for (let i = 0; i < 5000; i++) last = range.push(i * 1e-5, -i);
  // Of the falling values the first are lost, and no more.
  expect(last).toBeGreaterThan(2000);
  expect(last).toBeLessThan(5000);
});
