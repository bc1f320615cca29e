import { describe, expect, it } from 'vitest';
import { analysed, only, trapezoid, TRAPEZOID } from '../analysed';
import { sampled } from '../samples';
import { hingeError } from './hinge-error';

const hingeOnset = (...args: Parameters<typeof analysed>) => only(analysed(...args))?.review.hingeOnset;

describe('the onset by a hinge', () => {
  it.each([20, 50, 100, 200])(
    'is where a straight rise begins at %i Hz, and 2 % of it before the onset',
    (rateHz) => {
      expect(hingeOnset(trapezoid(rateHz))).toEqual({
        onsetS: expect.closeTo(5, 6) as number,
        differenceS: expect.closeTo(-0.02, 6) as number
      });
    }
  );

  it('of a rise that bends is a little before its beginning, by as much as least squares say', () => {
    // 100·(1 − e^(−t/0.2)) from 5 s on: 2 % at −0.2·ln 0.98 s; a third at −0.2·ln(2/3) s, the end of what is fitted.
    const rising = (s: number) => (s < 5 ? 0 : s < 10 ? 100 * (1 - Math.exp(-(s - 5) / 0.2)) : 0);
    const onsetS = 5 - 0.2 * Math.log(0.98);
    const samples = sampled(rising, 1000, 0, 15);
    const fitted = samples.filter(({ t }) => t >= onsetS - 0.3 && t <= 5 - 0.2 * Math.log(2 / 3));
    const [t, v] = [Float64Array.from(fitted, ({ t }) => t), Float64Array.from(fitted, ({ v }) => v)];
    let best = NaN;
    for (let breakS = 4.99; breakS < 5.01; breakS += 1e-5)
      if (!(hingeError(t, v, breakS) >= hingeError(t, v, best))) best = breakS;
    expect(best).toBeLessThan(5);
    expect(best).toBeGreaterThan(4.995);
    const found = hingeOnset(samples, { mvc: 100 });
    // The search goes in steps of 10 µs, and the peak of the 5 s lies 1e-9 below 100.
    expect(found).toEqual({
      onsetS: expect.closeTo(best, 4) as number,
      differenceS: expect.closeTo(best - onsetS, 4) as number
    });
  });

  it('needs an onset, three samples of the rise, and no gap beside it', () => {
    expect(hingeOnset(trapezoid(100).filter(({ t }) => t < 4.99 || t > 5.1))).toEqual({
      notGiven: 'no-onset'
    });
    expect(hingeOnset(trapezoid(100).filter(({ t }) => t < 5.1 || t > 5.2))).toEqual({ notGiven: 'gap' });
    expect(hingeOnset(trapezoid(100).filter(({ t }) => t < 4.8 || t > 4.9))).toEqual({ notGiven: 'gap' });
    // A third of the way in 67 ms: one sample at 20 Hz.
    const steep = sampled((s) => TRAPEZOID(s < 6 ? 5 + 5 * (s - 5) : s), 20, 0, 15);
    expect(hingeOnset(steep)).toEqual({ notGiven: 'no-hinge' });
  });
});
