import { describe, expect, it } from 'vitest';
import { PostureWatch } from '../../../src/lib/signal/posture';
import { sampled, sampleRun, straight } from './samples';

type Corners = readonly (readonly [s: number, pct: number])[];

/** What is told from 0 to 20 s: at which sample, and since when. */
function shifts(corners: Corners, { noisePct = 0.1, rateHz = 100, forgetS = NaN } = {}) {
  const watch = new PostureWatch(noisePct);
  return sampled(straight(...corners), rateHz, 0, 20).flatMap(({ t, v }) => {
    if (t === forgetS) watch.forget();
    return watch.push(sampleRun([{ t, v }]), 0) ? [[t, watch.fromS]] : [];
  });
}

/** From 0 to `pct` in 0.2 s at 5 s, and there it stays. */
const step = (pct: number): Corners => [
  [5, 0],
  [5.2, pct]
];

describe('in one rest, another posture', () => {
  it.each([20, 100, 200])('is a flat level that lies 6 %% higher, at %i Hz', (rateHz) => {
    const told = shifts(step(6), { rateHz });
    // 30 %/s: 2 % beside the old level 0.067 s after 5 s, and 2 % beside the new one 0.133 s after; known 1.5 s later.
    expect(told).toHaveLength(1);
    const [[atS = NaN, fromS = NaN] = []] = told;
    expect(fromS).toBeGreaterThan(5.066 - 1 / rateHz);
    expect(fromS).toBeLessThan(5.067);
    expect(atS).toBeGreaterThan(6.633);
    expect(atS).toBeLessThan(6.634 + 1.01 / rateHz);
  });

  it('may lie lower, too', () => {
    expect(shifts(step(-6))).toHaveLength(1);
    expect(
      shifts([
        [0, 12],
        [5, 12],
        [5.2, -8]
      ])
    ).toHaveLength(1);
  });

  it('is none below 4 %, be it the step or what it leads to', () => {
    expect(shifts(step(3.9))).toEqual([]);
    expect(shifts(step(4.5))).toHaveLength(1);
    expect(
      shifts([
        [0, 7],
        [5, 7],
        [5.2, 10.9]
      ])
    ).toEqual([]);
    expect(
      shifts([
        [0, -3],
        [5, -3],
        [5.2, 3]
      ])
    ).toEqual([]);
  });

  it('is told once a level', () => {
    const told = shifts([...step(6), [10, 6], [10.2, 12], [15, 12]]);
    expect(told.map(([, fromS = NaN]) => Math.round(fromS))).toEqual([5, 10]);
  });

  it('is none where a release ends, be it far from 0', () => {
    expect(
      shifts([
        [0, 40],
        [1, 40],
        [2, 15]
      ])
    ).toEqual([]);
    // Slowly: 5 %/s, and 15 % is the first flat level.
    expect(
      shifts([
        [0, 40],
        [5, 15]
      ])
    ).toEqual([]);
    // In two steps: nearer to 0.
    expect(
      shifts([
        [0, 40],
        [1, 15],
        [5, 15],
        [5.5, 5]
      ])
    ).toEqual([]);
  });

  it('is none that comes slowly', () => {
    // 3 %/s for 4 s: between 2 % beside the one and 2 % beside the other level lie 2.7 s.
    expect(
      shifts([
        [5, 0],
        [9, 12]
      ])
    ).toEqual([]);
    // 1 %/s never leaves what is flat.
    expect(
      shifts([
        [5, 0],
        [15, 10]
      ])
    ).toEqual([]);
  });

  it('is none without a flat level after it', () => {
    const shaking = Array.from({ length: 60 }, (_, i) => [5 + i * 0.25, i % 2 === 0 ? 5 : 8] as const);
    expect(shifts([...shaking])).toEqual([]);
  });

  it('is none that the noise hides: flat is 6σ', () => {
    expect(shifts(step(6), { noisePct: 0.9 })).toHaveLength(1);
    expect(shifts(step(6), { noisePct: 1.1 })).toEqual([]);
  });

  it('is none when a contraction or a gap came between', () => {
    expect(shifts(step(6), { forgetS: 5.1 })).toEqual([]);
  });
});
