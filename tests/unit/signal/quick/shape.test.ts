import { describe, expect, it } from 'vitest';
import { impulseOf, peakOf } from '../../../../src/lib/signal/quick/shape';

const t = Float64Array.of(0, 1, 2, 4, 5);
const v = Float64Array.of(0, 2, 6, 6, 0);

describe('the peak of a stretch', () => {
  it('is the first of its highest samples', () => {
    expect(peakOf(t, v, 0, 5)).toEqual({ value: 6, atS: 2 });
  });

  it('lies within the stretch, both ends included', () => {
    expect(peakOf(t, v, 0, 1)).toEqual({ value: 2, atS: 1 });
    expect(peakOf(t, v, 4, 5)).toEqual({ value: 6, atS: 4 });
  });

  it('is found below zero', () => {
    expect(peakOf(t, Float64Array.of(-5, -3, -4, -9, -9), 0, 5)).toEqual({ value: -3, atS: 1 });
  });

  it('is not known of a stretch between two samples', () => {
    expect(peakOf(t, v, 2.5, 3.5)).toEqual({ value: NaN, atS: NaN });
  });
});

describe('the impulse', () => {
  it('is the area under the straight lines', () => {
    // 1 + 4 + 12 + 3.
    expect(impulseOf(t, v, 0, 0, 5)).toBeCloseTo(20, 12);
  });

  it('cuts the lines at both ends', () => {
    // From 1 at 0.5 s to 2 at 1 s: 0.75; 4; from 2 s to 3 s: 6.
    expect(impulseOf(t, v, 0, 0.5, 3)).toBeCloseTo(10.75, 12);
    // Within one step: a mean of 6 over 1 s.
    expect(impulseOf(t, v, 0, 2.5, 3.5)).toBeCloseTo(6, 12);
  });

  it('is measured from the base, and negative below it', () => {
    expect(impulseOf(t, v, 1, 0, 5)).toBeCloseTo(15, 12);
    expect(impulseOf(t, v, 6, 0, 5)).toBeCloseTo(-10, 12);
  });

  it('is not known where the samples end before the stretch does', () => {
    expect(impulseOf(t, v, 0, -1, 2)).toBeNaN();
    expect(impulseOf(t, v, 0, 1, 6)).toBeNaN();
    expect(impulseOf(t, v, 0, NaN, 2)).toBeNaN();
  });

  it('of a sin² pulse is half its height times its width', () => {
    const s = Float64Array.from({ length: 101 }, (_, i) => i / 100);
    const pulse = s.map((each) => (each < 0.45 ? 80 * Math.sin((Math.PI * each) / 0.45) ** 2 : 0));
    // The straight lines of a whole period of a sine have its own area.
    expect(impulseOf(s, pulse, 0, 0, 0.45)).toBeCloseTo(18, 9);
  });
});
