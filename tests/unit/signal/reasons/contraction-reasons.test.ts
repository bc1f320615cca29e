import { describe, expect, it } from 'vitest';
import { analysed, only, trapezoid, TRAPEZOID } from '../analysed';
import { gaussian } from '../rest/gaussian';
import { sampled, straight, type Sample } from '../samples';

const reasonsOf = (samples: readonly Sample[], options: Parameters<typeof analysed>[1] = { mvc: 100 }) =>
  only(analysed(samples, options))?.reasons;
/** The trapezoid at 100 Hz, without what lies between. */
const without = (fromS: number, toS: number) => trapezoid(100).filter(({ t }) => t < fromS || t > toS);

describe('a figure that is not there has the reason that withholds it', () => {
  it('and one that is there has none', () => {
    expect(reasonsOf(trapezoid(100))).toEqual({});
  });

  it('the rate: no steepest fall below 20 Hz', () => {
    expect(reasonsOf(trapezoid(50))).toEqual({});
    expect(reasonsOf(trapezoid(10))).toEqual({ peakFall: 'slow-sampling' });
  });

  it('the noise, where 100 % is below 100σ', () => {
    const normal = gaussian(1);
    const noisy = trapezoid(100).map(({ t, v }) => ({ t, v: v + 2 * normal() }));
    expect(reasonsOf(noisy)).toMatchObject({ onset: 'noise', riseTime: 'noise' });
  });

  it('a gap, where it lies', () => {
    // The signal passes 2 % at 5.02 s and 90 % at 5.9 s; the fall lasts from 10 to 10.5 s, and its rest is looked at from 10.97 to 11.97 s.
    expect(reasonsOf(without(5.005, 5.055))).toEqual({ onset: 'gap' });
    expect(reasonsOf(without(5.505, 5.555))).toEqual({ riseTime: 'gap' });
    expect(reasonsOf(without(7.005, 7.055))).toEqual({ hold: 'gap' });
    expect(reasonsOf(without(10.205, 10.255))).toMatchObject({ t90To10: 'gap', peakFall: 'gap' });
    expect(reasonsOf(without(11.505, 11.555))).toEqual({ residual: 'gap' });
  });

  it('a rise of less than six steps', () => {
    // From 10 to 90 % in 0.8 · 50 ms = four steps.
    const fast = straight([5, 0], [5.05, 100], [10, 100], [10.5, 0]);
    expect(reasonsOf(sampled(fast, 100, 0, 15))).toEqual({ riseTime: 'too-fast' });
  });

  it('a beginning that was not seen', () => {
    const begun = sampled((s) => TRAPEZOID(s + 5.5), 100, 0, 9);
    expect(reasonsOf(begun, { mvc: 100, rest: { baseline: 0 } })).toMatchObject({ onset: 'no-onset' });
  });

  it('a hold that is too short, and a plateau that no half second fits into', () => {
    const short = straight([5, 0], [5.2, 100], [6.3, 100], [6.5, 0]);
    expect(reasonsOf(sampled(short, 100, 0, 15))).toEqual({ hold: 'too-short' });
  });

  it('a release that did not come down, and one that was cut off', () => {
    const lingering = straight([5, 0], [6, 100], [10, 100], [10.5, 25]);
    expect(reasonsOf(sampled(lingering, 100, 0, 15))).toEqual({ t90To10: 'not-reached' });
    expect(reasonsOf(sampled(TRAPEZOID, 100, 0, 9))).toMatchObject({
      releaseOnset: 'cut',
      relaxation: 'cut'
    });
    expect(reasonsOf(sampled(TRAPEZOID, 100, 0, 11))).toEqual({ residual: 'cut' });
  });

  it('the contraction that came next', () => {
    const two = straight([5, 0], [6, 100], [8, 100], [8.5, 0], [9, 0], [10, 100], [13, 100], [13.5, 0]);
    const [first, second] = analysed(sampled(two, 100, 0, 18), { mvc: 100 }).contractions;
    expect(first?.reasons).toEqual({ residual: 'next' });
    expect(second?.reasons).toEqual({});
  });

  it('a signal that was cut off', () => {
    const normal = gaussian(2);
    const cut = sampled((s) => Math.min(60, TRAPEZOID(s) + Math.round(20 * normal()) / 100), 100, 0, 15);
    // The rise of 100 %/s is as steep at the cut as below.
    expect(reasonsOf(cut)).toEqual({
      riseTime: 'clipped',
      variation: 'clipped',
      t90To10: 'clipped',
      peakFall: 'clipped'
    });
  });
});
