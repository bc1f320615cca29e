import { describe, expect, it } from 'vitest';
import { analysed, only, trapezoid, TRAPEZOID } from '../analysed';
import { sampled, straight } from '../samples';

const close = (value: number) => expect.closeTo(value, 5) as number;
const review = (...args: Parameters<typeof analysed>) => only(analysed(...args))?.review;

describe('the impulse', () => {
  it('is the area from the onset to the end, and that of the first 200 ms', () => {
    // From 2 to 100 % at 100 %/s, 4 s of 100 %, from 100 to 6 % at 200 %/s.
    expect(review(trapezoid(100))?.impulse).toEqual({
      whole: { pctS: close((100 ** 2 - 2 ** 2) / 200 + 400 + (100 ** 2 - 6 ** 2) / 400) },
      to200Ms: { pctS: close(0.2 * 12) }
    });
    expect(review(trapezoid(20))?.impulse).toEqual({
      whole: { pctS: close((100 ** 2 - 2 ** 2) / 200 + 400 + (100 ** 2 - 6 ** 2) / 400) },
      to200Ms: { notGiven: 'slow-sampling' }
    });
  });

  it('of a squeeze from half-relaxed is what lies above that', () => {
    const halfLetGo = straight(
      [5, 0],
      [6, 100],
      [8, 100],
      [8.5, 25],
      [12, 25],
      [13, 75],
      [15, 75],
      [15.5, 25]
    );
    const [, second] = analysed(sampled(halfLetGo, 100, 0, 18)).contractions;
    // From 27 to 75 % at 50 %/s, 2 s of 50 % above 25 %, and down at 100 %/s to the end, which lies above 25 % by 15 % of the peak of 50 %.
    const end = (second?.endS ?? NaN) - 15;
    const area = (50 ** 2 - 2 ** 2) / 100 + 100 + 50 * end - 50 * end ** 2;
    // The level that became flat is known to 0.01 %, and is subtracted for 3.4 s.
    expect(second?.review.impulse.whole).toEqual({ pctS: expect.closeTo(area, 1) as number });
  });

  it('and the time to the peak are not given where the whole was not seen', () => {
    const cut = review(sampled(TRAPEZOID, 100, 0, 9));
    expect(cut?.impulse.whole).toEqual({ notGiven: 'cut' });
    expect(cut?.timeToPeak).toEqual({ notGiven: 'cut' });
    const holed = review(trapezoid(100).filter(({ t }) => t < 8 || t > 8.1));
    expect(holed?.impulse.whole).toEqual({ notGiven: 'gap' });
    expect(holed?.timeToPeak).toEqual({ notGiven: 'gap' });
    const late = review(trapezoid(100).filter(({ t }) => t < 4.99 || t > 5.1));
    expect(late?.timeToPeak).toEqual({ notGiven: 'no-onset' });
  });
});

describe('the time to the peak', () => {
  it('is not given below 20 Hz, where the top may lie between two samples', () => {
    expect(review(trapezoid(10))?.timeToPeak).toEqual({ notGiven: 'slow-sampling' });
  });

  it('is from the onset to the highest sample', () => {
    const roof = straight([5, 0], [6, 100], [8, 50], [8.5, 0]);
    expect(review(sampled(roof, 100, 0, 12), { mvc: 100 })?.timeToPeak).toEqual({
      s: close(0.98),
      peakPct: close(100)
    });
  });
});
