import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandVariance, type Cells } from '../../../../src/lib/signal/review/band-variance';
import { normalOf } from './noise';

/** An even step; each sample in the middle of what it stands for. */
function cells(f: (s: number) => number, rateHz: number, lengthS: number): Cells {
  const sinceS = Float64Array.from({ length: Math.round(rateHz * lengthS) }, (_, i) => (i + 0.5) / rateHz);
  return { sinceS, value: sinceS.map(f), lengthS: sinceS.map(() => 1 / rateHz) };
}
const sine = (hz: number, phase: number) => (s: number) => Math.sin(2 * Math.PI * hz * s + phase);

/** Of a sine of amplitude 1 over T seconds, A²/2 of each cosine of k/2T summed up, by integration by parts: A = (2/T)·(f'(T)·(−1)^k − f'(0))/(ω² − ω0²). */
function sineVariance(hz: number, phase: number, lengthS: number, fromHz: number, toHz: number): number {
  const own = 2 * Math.PI * hz;
  const [begin, end] = [own * Math.cos(phase), own * Math.cos(own * lengthS + phase)];
  let sum = 0;
  for (let k = Math.max(1, Math.ceil(2 * lengthS * fromHz)); k < 2 * lengthS * toHz; k++) {
    const omega = (Math.PI * k) / lengthS;
    sum += ((2 / lengthS) * (((k % 2 === 0 ? end : -end) - begin) / (omega ** 2 - own ** 2))) ** 2 / 2;
  }
  return sum;
}

describe('the variance in a band', () => {
  it('of a cosine of its own is A²/2 in its band, and nothing outside', () => {
    const wave = cells((s) => 3 * Math.cos(2 * Math.PI * 8 * s), 100, 4);
    expect(bandVariance(wave, 4, 12).variance).toBeCloseTo(4.5, 10);
    expect(bandVariance(wave, 0, 8).variance).toBeCloseTo(0, 10);
    expect(bandVariance(wave, 8, 8.1).variance).toBeCloseTo(4.5, 10);
    expect(bandVariance(wave, 8.1, 50).variance).toBeCloseTo(0, 10);
  });

  it('over all frequencies is the variance', () => {
    const normal = normalOf(5);
    const noise = cells(() => normal(), 100, 3);
    const n = noise.value.length;
    const mean = noise.value.reduce((sum, each) => sum + each, 0) / n;
    const variance = noise.value.reduce((sum, each) => sum + (each - mean) ** 2, 0) / n;
    expect(bandVariance(noise, 0, 50).variance).toBeCloseTo(variance, 10);
  });

  it('of any sine is what its cosines say', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.103, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (hz, phase, lengthS) => {
          // A cosine of its very own is the limit of the formula, and no value of it.
          fc.pre(Math.abs(2 * hz * lengthS - Math.round(2 * hz * lengthS)) > 1e-3);
          const wave = cells(sine(hz, phase), 1000, lengthS);
          // Sums in place of integrals: (ω·dt)²/24, 2·10⁻³ of a coefficient at 32 Hz.
          expect(bandVariance(wave, 4, 12).variance).toBeCloseTo(sineVariance(hz, phase, lengthS, 4, 12), 2);
        }
      )
    );
  });

  it('of a sine d Hz within reads an SD low by less than 5 %/(d·T) for each edge', () => {
    for (const lengthS of [2.03, 4.11, 9.97]) {
      for (const hz of [5.3, 8.01, 10.7]) {
        for (let phase = 0; phase < 6.2; phase += 0.1) {
          const sd = Math.sqrt(bandVariance(cells(sine(hz, phase), 500, lengthS), 4, 12).variance);
          const bias = (0.05 / (hz - 4) + 0.05 / (12 - hz)) / lengthS;
          // Over a part of a period a sine has another SD than A/√2, by 1/(2ωT) of its square at most.
          const part = 1 / (4 * Math.PI * hz * lengthS) / 2;
          expect(Math.abs(sd * Math.SQRT2 - 1)).toBeLessThan(bias + part + 1e-3);
        }
      }
    }
  });

  it('of a slow wave leaks less than 3.6 % · f·A/√T into 4–12 Hz', () => {
    // (2/T)·(f'(T)·(−1)^k − f'(0))/ω²: where both ends add up for one k they cancel for the next, and (2ω0·A)²/2 is the mean of their squares.
    // An integral over ω says 3.2 %; a sum from 16 cosines on is 10 % more than that in its square, and ω² − ω0² at 1 Hz 14 %.
    for (const lengthS of [2, 5.03, 20]) {
      for (const hz of [0.1, 0.3, 0.5, 1]) {
        for (let phase = 0; phase < 6.2; phase += 0.1) {
          const { variance } = bandVariance(cells(sine(hz, phase), 100, lengthS), 4, 12);
          expect(Math.sqrt(variance)).toBeLessThan((0.036 * hz) / Math.sqrt(lengthS));
        }
      }
    }
  });

  it('of a faster wave leaks less than 0.56/(f·√T) of its SD into what is below 0.5 Hz', () => {
    // (T + 1)/2 odd k at most, each of (2/T)·2/ω0 where both ends add up: 2.83/(ω0·√T) of the SD, √(1 + 1/T) more at 3 s, and 1/(1 − (0.5/2)²) at 2 Hz.
    for (const lengthS of [2, 3.05, 5.1, 10.6]) {
      for (const hz of [2, 2.1, 4, 8.05]) {
        for (let phase = 0; phase < 6.2; phase += 0.1) {
          const { variance } = bandVariance(cells(sine(hz, phase), 100, lengthS), 0, 0.5);
          expect(Math.sqrt(2 * variance)).toBeLessThan(0.56 / (hz * Math.sqrt(lengthS)));
        }
      }
    }
  });

  it('of white noise is the share of the band', () => {
    // 16 cosines a second of length in 4–12 Hz, of 100 samples a second.
    const [repeats, lengthS] = [300, 4];
    let sum = 0;
    for (let seed = 1; seed <= repeats; seed++) {
      const normal = normalOf(seed);
      const { variance, whiteShare } = bandVariance(
        cells(() => normal(), 100, lengthS),
        4,
        12
      );
      expect(whiteShare).toBeCloseTo(0.16, 10);
      sum += variance;
    }
    // A sum of squares of 64 normal numbers varies by √(2/64) of itself.
    const spread = 0.16 * Math.sqrt(2 / 64);
    expect(Math.abs(sum / repeats - 0.16)).toBeLessThan((4 * spread) / Math.sqrt(repeats));
  });

  it('needs no even step', () => {
    // A clock of 10, 10 and 15 ms: what it makes of 8 Hz besides lies at 1/35 ms − 8 Hz = 20.6 Hz.
    const t = Float64Array.from({ length: 361 }, (_, i) => 0.035 * Math.floor(i / 3) + 0.01 * (i % 3));
    const inner = t.subarray(1, -1);
    const lengthS = inner.map((_, i) => ((t[i + 2] ?? NaN) - (t[i] ?? NaN)) / 2);
    const sinceS = inner.map((s) => s - ((t[0] ?? NaN) + (t[1] ?? NaN)) / 2);
    const total = lengthS.reduce((sum, each) => sum + each, 0);
    for (let phase = 0; phase < 6.2; phase += 0.3) {
      const wave = { sinceS, lengthS, value: sinceS.map(sine(8.03, phase)) };
      const expected = Math.sqrt(sineVariance(8.03, phase, total, 4, 12));
      expect(Math.abs(Math.sqrt(bandVariance(wave, 4, 12).variance) / expected - 1)).toBeLessThan(0.01);
      const high = { sinceS, lengthS, value: sinceS.map(sine(2, phase)) };
      expect(Math.sqrt(bandVariance(high, 4, 12).variance)).toBeLessThan(0.05);
    }
  });
});
