import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../src/lib/signal/calibration/attempt';
import { ShortCalibration } from '../../../../src/lib/signal/calibration/short';
import { sampled, signalSample, straight } from '../samples';

/** σ = 2: too weak below 40, noticed from 20 on. */
const REST = { baseline: 1800, sd: 2, drift: 0, farthestTenth: 0, jump: 0 };

/** A squeeze: half a second up, `holdS` at the height, half a second down; 3 s apart. */
function squeeze(calibration: ShortCalibration, index: number, height: number, holdS = 1): Attempt[] {
  const from = 5 * index;
  const f = straight(
    [from + 1, 1800],
    [from + 1.5, 1800 + height],
    [from + 1.5 + holdS, 1800 + height],
    [from + 2 + holdS, 1800]
  );
  return sampled(f, 100, from, from + 5).flatMap(
    ({ t, v }) => calibration.push(signalSample({ t, v, stepS: 0.01 })) ?? []
  );
}

function attempts(...heights: number[]) {
  const calibration = new ShortCalibration(REST);
  const told = heights.flatMap((height, i) => squeeze(calibration, i, height));
  return { calibration, told };
}

describe('the short calibration', () => {
  it('takes the best half second of three', () => {
    const { calibration, told } = attempts(480, 500, 490);
    expect(told).toHaveLength(3);
    expect(calibration.done).toBe(true);
    expect(calibration.propose()).toMatchObject({ polarity: 1, span: expect.closeTo(500, 6) as number });
    expect(calibration.reference(-1)).toBeNull();
  });

  it('knows the steepest rise of the accepted attempts, in each direction', () => {
    // 0.5 s each: 1000, 960 and 980 numbers a second; the window is 0.1 s.
    const { calibration } = attempts(480, 500, 490);
    expect(calibration.riseRatePerS(1)).toBeCloseTo(1000, 6);
    expect(calibration.riseRatePerS(-1)).toBeNaN();
    // Down three times; a weak attempt in between does not count.
    expect(attempts(-300, -30, -310, -290).calibration.riseRatePerS(-1)).toBeCloseTo(620, 6);
  });

  it('takes the swing to the other side after a squeeze for no squeeze', () => {
    // Settles 8 % of the squeeze below rest, far above 20 σ, and comes back in two seconds.
    const calibration = new ShortCalibration(REST);
    const told = [0, 1, 2].flatMap((n) => {
      const at = 6 * n;
      const f = straight(
        [at + 1, 1800],
        [at + 1.5, 2800],
        [at + 2.5, 2800],
        [at + 3, 1720],
        [at + 4.5, 1720],
        [at + 5, 1800]
      );
      return sampled(f, 100, at, at + 6).flatMap(
        ({ t, v }) => calibration.push(signalSample({ t, v, stepS: 0.01 })) ?? []
      );
    });
    expect(told.map(({ polarity }) => polarity)).toEqual([1, 1, 1]);
    expect(calibration.done).toBe(true);
  });

  it('takes a squeeze that sags to two fifths of its peak and comes back as one', () => {
    const calibration = new ShortCalibration(REST);
    const f = straight(
      [1, 1800],
      [1.5, 2300],
      [2.5, 2300],
      [3, 2000],
      [3.5, 2000],
      [4, 2300],
      [5, 2300],
      [5.5, 1800]
    );
    const told = sampled(f, 100, 0, 7).flatMap(
      ({ t, v }) => calibration.push(signalSample({ t, v, stepS: 0.01 })) ?? []
    );
    expect(told).toHaveLength(1);
  });

  it('finds that a contraction lowers the signal', () => {
    const { calibration, told } = attempts(-480, -500, -490);
    expect(told.map(({ polarity }) => polarity)).toEqual([-1, -1, -1]);
    expect(calibration.propose()).toMatchObject({ polarity: -1, span: expect.closeTo(500, 6) as number });
  });

  it('goes by the direction of most, though the other was stronger, and keeps the other at hand', () => {
    expect(attempts(-300, 900, -310).calibration.propose()?.polarity).toBe(-1);
    const { calibration } = attempts(300, -900, 310);
    expect(calibration.propose()?.polarity).toBe(1);
    expect(calibration.propose()?.span).toBeCloseTo(310, 6);
    expect(calibration.reference(-1)?.span).toBeCloseTo(900, 6);
  });

  it.each([
    [39, 'weak'],
    [41, null]
  ])('of a squeeze of %i, with the limit at 20σ = 40, says %s', (height, refused) => {
    const { calibration, told } = attempts(height);
    expect(told).toMatchObject([{ polarity: 1, strength: expect.closeTo(height, 6) as number, refused }]);
    expect(calibration.accepted).toHaveLength(refused === null ? 1 : 0);
  });

  it('does not answer to less than 10σ', () => {
    expect(attempts(19).told).toEqual([]);
  });

  it('refuses what is shorter than the half second to be measured', () => {
    const calibration = new ShortCalibration(REST);
    const brief = sampled((s) => (s >= 1 && s < 1.4 ? 2300 : 1800), 100, 0, 3);
    const told = brief.flatMap(({ t, v }) => calibration.push(signalSample({ t, v, stepS: 0.01 })) ?? []);
    expect(told).toMatchObject([{ polarity: 1, strength: 0, refused: 'short' }]);
  });

  it('counts only what it accepted, and takes nothing after the third', () => {
    const { calibration, told } = attempts(500, 30, 500, 30, 500, 900);
    expect(told.map(({ refused }) => refused)).toEqual([null, 'weak', null, 'weak', null]);
    expect(calibration.propose()?.span).toBeCloseTo(500, 6);
  });

  it('knows whether a squeeze is under way', () => {
    const calibration = new ShortCalibration(REST);
    const seen = sampled(straight([1, 1800], [2, 2300], [3, 2300], [4, 1800]), 100, 0, 6).map(({ t, v }) => {
      calibration.push(signalSample({ t, v, stepS: 0.01 }));
      return calibration.active;
    });
    expect([seen[50], seen[250], seen[500]]).toEqual([false, true, false]);
  });

  it('proposes no 100 % of nothing, though rest read the same throughout', () => {
    const calibration = new ShortCalibration({ baseline: 10, sd: 0, drift: 0, farthestTenth: 0, jump: 0 });
    // 0.6 s at +1 and back, as a sensor of fractions without any noise may send it; then the same to the other side.
    for (const { t, v } of sampled((s) => (s % 2 < 0.6 ? 11 : s % 2 < 1.2 ? 9 : 10), 100, 0, 10)) {
      calibration.push(signalSample({ t, v, stepS: 0.01 }));
    }
    expect(calibration.accepted.every(({ strength }) => strength > 0)).toBe(true);
    expect(calibration.propose()?.span).toBeGreaterThan(0);
  });
});
