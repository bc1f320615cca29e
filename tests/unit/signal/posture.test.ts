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
    // 30 %/s: 2 % beside the old level 0.067 s after 5 s, and 2 % beside the new one 0.133 s after; known 1.5 s later. One mean lies in each
    // 20 ms, or in each step where that is longer, and is known half of that later at most.
    const meanS = Math.max(0.02, 1 / rateHz);
    expect(told).toHaveLength(1);
    const [[atS = NaN, fromS = NaN] = []] = told;
    expect(fromS).toBeGreaterThan(5.066 - meanS);
    expect(fromS).toBeLessThan(5.067);
    expect(atS).toBeGreaterThan(6.633);
    expect(atS).toBeLessThan(6.634 + 1.5 * meanS);
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

  it('is none of 10 % or more in the direction of squeezing: a squeeze must not become 0 %', () => {
    expect(shifts(step(9.9))).toHaveLength(1);
    expect(shifts(step(10.5))).toEqual([]);
    expect(shifts(step(40))).toEqual([]);
  });

  it('is told once a level', () => {
    const told = shifts([...step(-6), [10, -6], [10.2, -12], [15, -12]]);
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

describe('a squeeze of 4–10 % that was taken for another posture', () => {
  /** Where the zero goes, and when, from 0 to 40 s: it moves with each level that is told. Rest is not asked for from 8 to 14 s. */
  function zeros(corners: Corners, restartS = NaN) {
    const watch = new PostureWatch(0.1);
    let zeroPct = 0;
    return sampled(straight(...corners), 100, 0, 40).flatMap(({ t, v }) => {
      if (t >= 8 && t < 14) watch.forget();
      else if (t === restartS) {
        watch.restart();
        zeroPct = 0;
      } else if (watch.push(sampleRun([{ t, v: v - zeroPct, zeroPct }]), 0)) {
        zeroPct += watch.levelPct;
        watch.forget();
        // No −0.
        return [[t, Math.round(zeroPct) + 0] as const];
      }
      return [];
    });
  }
  /** 6 % from 2 s on, which is certain at 3.6 s, until then. */
  const until = (s: number, to = 0): Corners => [
    [2, 0],
    [2.1, 6],
    [s, 6],
    [s + 0.1, to]
  ];

  it('is taken back where it is let go, in the same rest', () => {
    // Not flat at the new zero for 1.5 s, so nothing lies before it; and flat there.
    for (const s of [4, 6]) {
      const told = zeros(until(s));
      expect(told.map(([, zeroPct]) => zeroPct)).toEqual([6, 0]);
      // Within 2 % of its new level 0.067 s later, and 1.5 s more.
      expect(told[1]?.[0]).toBeCloseTo(s + 0.067 + 1.5, 1);
    }
  });

  it('is taken back in the next rest, where that is soon', () => {
    // Let go at 7.8 s: the next rest begins at 14 s, and is flat from its beginning, 10.4 s after the zero went up; in the other, 9.4 s.
    expect(zeros(until(7.8)).map(([, zeroPct]) => zeroPct)).toEqual([6]);
    const later = until(7.8)
      .map(([s, pct]) => [s + 1, pct] as const)
      .slice(0, 2);
    expect(zeros([...later, [7.8, 6], [7.9, 0]]).map(([, zeroPct]) => zeroPct)).toEqual([6, 0]);
  });

  it('stays where the signal does not come back to where the zero was', () => {
    // A swing below rest behind a squeeze, 3 % below the old zero: it is the first level of its rest.
    expect(zeros(until(7.8, -3)).map(([, zeroPct]) => zeroPct)).toEqual([6]);
    expect(
      zeros([
        [3, 0],
        [3.1, 6],
        [7.8, 6],
        [7.9, -3]
      ]).map(([, zeroPct]) => zeroPct)
    ).toEqual([6]);
  });

  it('is forgotten when rest is measured anew', () => {
    // Down by 6 % and up again; −6 % is where the zero was, until rest is measured at 6.9 s.
    const corners: Corners = [
      [2, 0],
      [2.1, -6],
      [5.2, -6],
      [5.3, 0],
      [7.8, 0],
      [7.9, -6]
    ];
    expect(zeros(corners).map(([, zeroPct]) => zeroPct)).toEqual([-6, 0, -6]);
    expect(zeros(corners, 6.9).map(([, zeroPct]) => zeroPct)).toEqual([-6, 0]);
  });
});
