import { describe, expect, it } from 'vitest';
import type { Basis } from '../../../../src/lib/signal/uncertainty/basis';
import {
  isBelowDetection,
  UNCERTAINTIES,
  uncertaintyOf,
  type UncertainFigure
} from '../../../../src/lib/signal/uncertainty/uncertainty';

/** σ 0.2 % at 100 Hz; a rest of 3 s has 300 samples. */
const BASIS: Basis = { value: 100, rateHz: 100, noisePct: 0.2 };
const plusMinus = (figure: UncertainFigure, basis: Partial<Basis>) =>
  uncertaintyOf(figure, { ...BASIS, ...basis })?.plusMinus;
const detectable = (figure: UncertainFigure, basis: Partial<Basis>) =>
  uncertaintyOf(figure, { ...BASIS, ...basis })?.detectable;

describe('the ± of a mean', () => {
  // (1.2533 · 0.2)² / 300: the median of the tare.
  const ZERO = (1.5708 * 0.04) / 300;

  it('is twice σ/√n with the median of the tare', () => {
    expect(plusMinus('residual', {})).toBeCloseTo(2 * Math.sqrt(0.04 / 100 + ZERO), 6);
    expect(plusMinus('holdMean', { durationS: 4 })).toBeCloseTo(2 * Math.sqrt(0.04 / 400 + ZERO), 6);
    expect(plusMinus('peak', {})).toBeCloseTo(2 * Math.sqrt(0.04 + ZERO), 6);
    // Half a step of 10 ms misses sin²(π/90) of a half wave of 0.45 s.
    const missed = 80 * Math.sin(Math.PI / 90) ** 2;
    expect(plusMinus('peak', { value: 80, durationS: 0.45 })).toBeCloseTo(
      2 * Math.sqrt(0.04 + (missed / 3) ** 2 + ZERO),
      6
    );
  });

  it('of the zero has the 4 s that its tracking weighs', () => {
    expect(plusMinus('zero', { value: 0 })).toBeCloseTo(2 * Math.sqrt(0.04 / 400 + ZERO), 6);
  });

  it('takes a longer rest into account', () => {
    expect(plusMinus('residual', { restS: 12 })).toBeCloseTo(2 * Math.sqrt(0.04 / 100 + ZERO / 4), 6);
  });

  it('takes a moved zero for as much of an error as it moved, and 0.9 % at most, each as likely', () => {
    const noise = 0.04 / 100 + ZERO;
    expect(plusMinus('residual', { zeroPct: -0.3 })).toBeCloseTo(2 * Math.sqrt(noise + 0.03), 6);
    expect(plusMinus('residual', { zeroPct: 7 })).toBeCloseTo(2 * Math.sqrt(noise + 0.27), 6);
  });

  it('tells from nothing what is three standard uncertainties high', () => {
    expect(detectable('residual', {})).toBeCloseTo(3 * Math.sqrt(0.04 / 100 + ZERO), 6);
    const residual = uncertaintyOf('residual', BASIS);
    expect(isBelowDetection(-0.07, residual)).toBe(true);
    expect(isBelowDetection(0.08, residual)).toBe(false);
    expect(isBelowDetection(0, null)).toBe(false);
  });

  it('grows with the time in an impulse', () => {
    expect(plusMinus('impulse', { durationS: 0.5 })).toBeCloseTo(Math.sqrt(0.04 / 50 + ZERO), 6);
  });
});

describe('the ± of a plateau', () => {
  it('has its half second, the tare, and the table', () => {
    const variance = 0.04 / 50 + (1.5708 * 0.04) / 300 + 0.02 ** 2;
    expect(plusMinus('plateau', {})).toBeCloseTo(2 * Math.sqrt(variance), 6);
  });

  it('stands beside how much the largest of many means is too high', () => {
    // 12 means: the largest of 12 normal values lies 1.629 SD above their mean.
    const bias = uncertaintyOf('plateau', { ...BASIS, durationS: 1.5 })?.bias[1] ?? NaN;
    expect(Math.abs(bias / (0.2 / Math.sqrt(50)) - 1.629)).toBeLessThan(0.1);
  });
});

describe('the ± of a slope', () => {
  it('of a hold is that of a line of least squares', () => {
    // n = 3, dt = 10 ms: √(12/24) σ/dt.
    expect(plusMinus('holdSlope', { durationS: 0.03 })).toBeCloseTo(2 * Math.sqrt(0.5) * 20, 6);
  });

  it('of a rise has the noise of its 11 samples, the jitter as the slope makes it, and the table', () => {
    const table = 200 * 0.011;
    const line = Math.sqrt(12 / (11 * 120)) * 100;
    expect(plusMinus('riseRate', { value: 200, windowMs: 100 })).toBeCloseTo(
      2 * Math.hypot(line * 0.2, table),
      6
    );
    // 2 ms at 200 %/s are 0.4 %.
    expect(plusMinus('riseRate', { value: 200, windowMs: 100, jitterMs: 2 })).toBeCloseTo(
      2 * Math.hypot(line * Math.hypot(0.2, 0.4), table),
      6
    );
    expect(detectable('riseRate', { value: 200, windowMs: 100 })).toBeCloseTo(3 * line * 0.2, 6);
  });

  it('stands beside how much too low it reads', () => {
    // 3.1 % of what is right.
    expect(uncertaintyOf('riseRate', { ...BASIS, value: 96.9, windowMs: 100 })?.bias[0]).toBeCloseTo(-3.1, 6);
  });
});

describe('the ± of a time', () => {
  it('is √(2/3)·σ/slope where the slope is many σ a step, and the table', () => {
    // 200 %/s: 2 % a step, ten σ.
    const crossing = (Math.sqrt(2 / 3) * 0.2) / 200;
    expect(plusMinus('onset', { slopesPctPerS: [200] })).toBeCloseTo(2 * Math.hypot(crossing, 0.003), 9);
    expect(uncertaintyOf('onset', { ...BASIS, slopesPctPerS: [200] })?.bias).toEqual([0, 0]);
    const both = 2 * Math.hypot(crossing, 2 * crossing, 0.4 * 0.007);
    expect(plusMinus('riseTime', { value: 0.4, slopesPctPerS: [200, 100] })).toBeCloseTo(both, 9);
  });

  it('is a little less where a slow rise crosses the level again and again, the last time late', () => {
    // 2 %/s: a tenth of σ a step; 0.75 − 0.17.
    const slow = { ...BASIS, slopesPctPerS: [2] };
    expect(uncertaintyOf('onset', slow)).toMatchObject({
      plusMinus: expect.closeTo(2 * Math.hypot(0.58 * 0.1, 0.003), 9) as number,
      bias: [0, expect.closeTo(1.18 * 0.1, 9) as number]
    });
  });

  it('stands beside how early a corner is seen between two samples', () => {
    // 20 Hz: 400 %/s are 20 % a step, 2 % are a tenth of it: 0.8 of half a step.
    const sharp = { ...BASIS, rateHz: 20, slopesPctPerS: [400], steepestPctPerS: 400 };
    expect(uncertaintyOf('onset', sharp)?.bias[0]).toBeCloseTo(-0.02, 9);
    expect(uncertaintyOf('onset', { ...sharp, steepestPctPerS: 60 })?.bias[0]).toBeCloseTo(0, 9);
  });

  it('is not known without the slope', () => {
    expect(uncertaintyOf('onset', BASIS)).toBeNull();
    expect(uncertaintyOf('riseTime', { ...BASIS, slopesPctPerS: [200] })).toBeNull();
  });
});

describe('the ± of a variation', () => {
  it('is 1/√(2(n − 1)) of it where noise is all of it', () => {
    // 0.2 in 50 are 0.4 %; 401 samples.
    const basis = { value: 0.4, heightPct: 50, durationS: 4.01 };
    const share = Math.hypot(1 / Math.sqrt(800), 0.006);
    expect(plusMinus('cv', basis)).toBeCloseTo(2 * 0.4 * share, 9);
    expect(uncertaintyOf('cv', { ...BASIS, ...basis })?.bias[0]).toBeCloseTo(0.4, 9);
    expect(detectable('cv', basis)).toBeCloseTo(0.4 * (1 + 3 / Math.sqrt(800)), 9);
  });

  it('is less of a larger one, and so is what noise adds', () => {
    // 0.5² = 0.3² + 0.4².
    expect(uncertaintyOf('cv', { ...BASIS, value: 0.5, heightPct: 50, durationS: 4 })?.bias[0]).toBeCloseTo(
      0.2,
      9
    );
  });
});

describe('the ± of a score', () => {
  it('of an RMSE of 5 = √(4² + 3²) has 3 for noise', () => {
    const basis = { value: 5, noisePct: 3, durationS: 10, signedErrorPct: 0 };
    // √(4·16·9 + 2·81) / (2·5·√1000).
    expect(plusMinus('rmse', basis)).toBeCloseTo((2 * Math.sqrt(738)) / (10 * Math.sqrt(1000)), 9);
    expect(uncertaintyOf('rmse', { ...BASIS, ...basis })?.bias[1]).toBeCloseTo(1, 9);
  });

  it('of a share is a coin’s at most, with what the baseline moves across', () => {
    // 996 samples and four, half of them inside; 0.4 of an SD of 2 % for each %, and 1.2533 · 0.2/√300 of them.
    const half = { durationS: 9.96, sdPct: Math.sqrt(4 - 0.04) };
    const share = Math.sqrt(0.25 / 1000 + 0.2 ** 2 * ((1.5708 * 0.04) / 300));
    expect(plusMinus('inBand', { ...half, value: 50 })).toBeCloseTo(200 * share, 6);
    expect(plusMinus('endurance', { ...half, value: 4.98 })).toBeCloseTo(2 * 9.96 * share, 6);
  });
});

describe('the ± of a maximum', () => {
  it('comes from its attempts and not from the noise at rest', () => {
    // SD 10 of three; the largest of three scatters by 0.748 of it; t is 4.303.
    expect(plusMinus('mvc', { value: 110, attempts: [90, 100, 110] })).toBeCloseTo(4.303 * 7.48, 6);
    expect(plusMinus('mvc', { value: 110, noisePct: 2, attempts: [90, 100, 110] })).toBeCloseTo(32.19, 2);
  });

  it('is not known of one attempt', () => {
    expect(uncertaintyOf('mvc', { ...BASIS, attempts: [100] })).toBeNull();
    expect(uncertaintyOf('mvc', BASIS)).toBeNull();
  });
});

describe('every figure', () => {
  const FIGURES = Object.keys(UNCERTAINTIES) as UncertainFigure[];

  it.each(FIGURES)('%s has no ± where the noise was not kept', (figure) => {
    expect(uncertaintyOf(figure, { ...BASIS, noisePct: null })).toBeNull();
  });

  it.each(FIGURES)('%s says in one sentence how its ± is found', (figure) => {
    expect(UNCERTAINTIES[figure].method).toMatch(/^[^.]+(\.\d[^.]*)*\.$/);
  });

  it.each(FIGURES.filter((figure) => figure !== 'mvc'))('%s is less sure with more noise', (figure) => {
    const basis: Basis = {
      ...BASIS,
      value: 1,
      durationS: 4,
      windowMs: 100,
      heightPct: 60,
      slopesPctPerS: /^(riseTime|fallTime|duration)$/.test(figure) ? [100, 100] : [100]
    };
    const quiet = uncertaintyOf(figure, basis)?.plusMinus ?? NaN;
    const loud = uncertaintyOf(figure, { ...basis, noisePct: 0.8 })?.plusMinus ?? NaN;
    expect(quiet).toBeGreaterThan(0);
    // A coin's scatter does not grow with the noise: of a share, that is a bound.
    if (figure === 'endurance' || figure === 'inBand') expect(loud).toBeCloseTo(quiet, 9);
    else expect(loud).toBeGreaterThan(quiet);
  });
});
