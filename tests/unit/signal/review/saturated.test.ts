import { describe, expect, it } from 'vitest';
import { reviewOf } from '../../../../src/lib/signal/review/review';
import { analysed, only } from '../analysed';
import { column, sampled, straight, type Sample } from '../samples';

/** At an end of the sensor's range from 100 % on. */
function reviewSaturated(samples: readonly Sample[]) {
  const figures = only(analysed(samples, { mvc: 100 }));
  if (!figures) throw new Error('no contraction');
  return reviewOf({
    t: column(samples, 't'),
    v: column(samples, 'v'),
    stepS: 0.01,
    figures: { ...figures, isSaturated: true },
    basePct: 0,
    fromS: -Infinity,
    hasOnsets: true,
    onsetPct: 2,
    noisePct: 0.1,
    unitsPerPct: 1
  });
}

describe('a contraction at an end of the range', () => {
  it('has no impulse, no time to its peak and no variability', () => {
    const slow = straight([5, 0], [6, 100], [10, 100], [10.5, 0]);
    expect(reviewSaturated(sampled(slow, 100, 0, 15))).toMatchObject({
      impulse: { whole: { notGiven: 'saturated' } },
      timeToPeak: { notGiven: 'saturated' },
      hold: { drift: { notGiven: 'saturated' }, tremor: { notGiven: 'saturated' } }
    });
  });

  it('develops force as long as it is below that', () => {
    // The onset is at 5.002 s, and 100 % are reached 98 ms later.
    const fast = straight([5, 0], [5.1, 100], [10, 100], [10.5, 0]);
    expect(reviewSaturated(sampled(fast, 1000, 0, 15))).toMatchObject({
      rfd: [
        { toMs: 50, pctPerS: expect.closeTo(1000, 5) as number },
        { toMs: 100, notGiven: 'saturated' },
        { toMs: 200, notGiven: 'saturated' }
      ],
      impulse: { to200Ms: { notGiven: 'saturated' } }
    });
  });
});
