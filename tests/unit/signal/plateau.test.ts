import { expect, it } from 'vitest';
import { largestMean } from '../../../src/lib/signal/plateau';
import { column, sampled, straight } from './samples';

const BRIDGE_S = 0.025;

function plateau(
  samples: readonly { readonly t: number; readonly v: number }[],
  fromS = -Infinity,
  toS = Infinity
) {
  return largestMean(column(samples, 't'), column(samples, 'v'), fromS, toS, BRIDGE_S);
}

// 0 to 60 and back in 1 s each: the best half second is that about the tip, 60 − 60/8 on average.
const TENT = straight([1, 0], [2, 60], [3, 0]);

it.each([100, 200, 2000, 20_000])('is the best half second of a tent at %d Hz', (rateHz) => {
  expect(plateau(sampled(TENT, rateHz, 0, 4))).toBeCloseTo(52.5, 1);
});

it('looks only at windows that lie within', () => {
  // The half second that ends at 1.75 s: from 15 to 45.
  expect(plateau(sampled(TENT, 100, 0, 4), 0, 1.75)).toBeCloseTo(30, 9);
  // The one that begins at 2.25 s: from 45 down to 15.
  expect(plateau(sampled(TENT, 100, 0, 4), 2.25)).toBeCloseTo(30, 9);
});

it('takes no window across a gap', () => {
  // Without what lies between 1.8 and 2.2 s, the best whole half second ends or begins there: from 18 to 48.
  const torn = sampled(TENT, 100, 0, 4).filter(({ t }) => t < 1.795 || t > 2.205);
  expect(plateau(torn)).toBeCloseTo((60 * 0.79 + 60 * 0.29) / 2, 9);
});

it('takes what comes after a gap by itself, whatever was before', () => {
  // Half a second at 10 after a quarter of a second at −60 and a gap.
  const low = sampled(() => -60, 100, 0, 0.25);
  const high = sampled(() => 10, 100, 1, 1.51);
  expect(plateau([...low, ...high])).toBeCloseTo(10, 9);
  expect(plateau([...low, ...high.slice(0, 45)])).toBe(-Infinity);
});

it('is not known of less than half a second', () => {
  expect(plateau(sampled(TENT, 100, 1.8, 2.29))).toBe(-Infinity);
  expect(plateau([])).toBe(-Infinity);
});
