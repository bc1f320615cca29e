import { describe, expect, it } from 'vitest';
import { analysed, trapezoid } from '../analysed';
import { sampled, straight } from '../samples';

describe('the drift of rest', () => {
  it('is how far the last rest lies from the first, in % of the reference', () => {
    // Calm until 5 s, and from 10.5 s on 4 units above: the MVC is 100.
    const moved = straight([5, 0], [6, 100], [10, 100], [10.5, 4]);
    const { restShift } = analysed(sampled(moved, 100, 0, 15)).plausibility;
    expect(restShift?.byPct).toBeCloseTo(4, 9);
    expect(restShift?.firstS).toBe(0);
    expect(restShift?.lastS).toBe(12);
    expect(analysed(trapezoid(100)).plausibility.restShift?.byPct).toBeCloseTo(0, 9);
  });

  it('points the way of a contraction, also where that lowers the signal', () => {
    const moved = straight([5, 0], [6, -100], [10, -100], [10.5, -4]);
    const { restShift } = analysed(sampled(moved, 100, 0, 15), { polarity: -1 }).plausibility;
    expect(restShift?.byPct).toBeCloseTo(4, 9);
  });

  it('is not known where rest was seen once, or where nothing is told in %', () => {
    // 25 % is no rest any more.
    const settled = straight([5, 0], [6, 100], [10, 100], [10.5, 25]);
    expect(analysed(sampled(settled, 100, 0, 15)).plausibility.restShift).toBeNull();
    expect(analysed(sampled(() => 1, 100, 0, 15)).plausibility.restShift).toBeNull();
  });
});
