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
        range.push({ t: i * stepS, v });
        expect(range.range).toBe(Math.max(...window) - Math.min(...window));
      });
    }),
    { numRuns: 60 }
  );
});

it('forgets what came before a reset', () => {
  const range = new TrailingRange(1.5);
  range.push({ t: 0, v: 50 });
  range.reset();
  range.push({ t: 0.1, v: 3 });
  expect(range.range).toBe(0);
});

it('still tells a number where more samples come than it holds', () => {
  const range = new TrailingRange(1.5);
  for (let i = 0; i < 5000; i++) range.push({ t: i * 1e-5, v: -i });
  // Of the falling values the newest 2048 are left.
  expect(range.range).toBe(2047);
});
