import { describe, expect, it } from 'vitest';
import { plateauWindow, riseWindow } from '../../../src/lib/figure/recording/located';
import { analysed, only } from '../signal/analysed';
import { sampled, straight } from '../signal/samples';

/** Up at 100 %/s to 60, at 200 %/s to 100, a half second there, and then lower. */
const CURVE = straight([5, 0], [5.6, 60], [5.8, 100], [6.3, 100], [6.4, 80], [9, 80], [9.5, 0]);

describe.each([50, 100, 1000])('what was measured at %d Hz is found again', (rateHz) => {
  const analysis = analysed(sampled(CURVE, rateHz, 0, 12), { mvc: 100 });
  const contraction = only(analysis);
  if (!contraction) throw new Error('There is one contraction.');

  it('the half second of the plateau', () => {
    const window = plateauWindow(analysis.samples, contraction);
    expect(window?.fromS).toBeCloseTo(5.8, 6);
    expect(window?.toS).toBeCloseTo(6.3, 6);
  });

  it('the window of the steepest rise, with its line', () => {
    const [from, to] = riseWindow(analysis.samples, contraction) ?? [];
    const windowS = 0.1;
    expect((to?.[0] ?? NaN) - (from?.[0] ?? NaN)).toBeCloseTo(windowS, 9);
    expect(from?.[0]).toBeGreaterThanOrEqual(5.6 - 1e-6);
    expect(to?.[0]).toBeLessThanOrEqual(5.8 + 1e-6);
    for (const [s = NaN, pct = NaN] of [from ?? [], to ?? []])
      expect(pct).toBeCloseTo(60 + 200 * (s - 5.6), 6);
  });
});

describe('of a pulse', () => {
  it('the plateau is a tenth of a second', () => {
    // Symmetrical about 5.2 s, so that its largest tenth of a second is too: (60 · 0.05 − 0.05² · 300 / 2) · 2 / 0.1 = 52.5.
    const analysis = analysed(sampled(straight([5, 0], [5.2, 60], [5.4, 0]), 1000, 0, 12), { mvc: 100 });
    const pulse = only(analysis);
    expect(pulse?.plateauPct).toBeCloseTo(52.5, 6);
    const window = pulse && plateauWindow(analysis.samples, pulse);
    expect(window?.fromS).toBeCloseTo(5.15, 6);
    expect(window?.toS).toBeCloseTo(5.25, 6);
  });
});

describe('what was not measured', () => {
  it('is not found', () => {
    // 10 Hz: no rise rate.
    const slow = analysed(sampled(CURVE, 10, 0, 12), { mvc: 100 });
    const contraction = only(slow);
    expect(contraction && riseWindow(slow.samples, contraction)).toBeNull();
    expect(contraction && plateauWindow(slow.samples, { ...contraction, plateauPct: null })).toBeNull();
  });
});
