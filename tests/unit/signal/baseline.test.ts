import { describe, expect, it } from 'vitest';
import { BaselineTracker } from '../../../src/lib/signal/baseline';
import { sampled, sampleRun } from './samples';

/** Pushes rest of so many % above the tare, from one time to another. */
function rest(
  tracker: BaselineTracker,
  pct: number | ((s: number) => number),
  fromS: number,
  toS: number,
  rateHz = 100
) {
  for (const { t, v } of sampled(typeof pct === 'number' ? () => pct : pct, rateHz, fromS, toS)) {
    const { zeroPct: zeroPct } = tracker;
    tracker.push(sampleRun([{ t, v: v - zeroPct, zeroPct }]), 0);
  }
  return tracker;
}

describe('the zero', () => {
  it.each([20, 100, 1000])('goes towards a steady 3 %% with a time constant of 2 s, at %i Hz', (rateHz) => {
    // What counts begins at 0.5 s, and is known half a second later: at 5 s it has gone on for 4 s.
    const tracker = rest(new BaselineTracker(), 3, 0, 5 + 0.5 / rateHz, rateHz);
    expect(tracker.zeroPct).toBeCloseTo(3 * (1 - Math.exp(-4 / 2)), 6);
  });

  it('goes nowhere for what is 4 % away or more, nor for half a second before and after it', () => {
    expect(rest(new BaselineTracker(), 4, 0, 20).zeroPct).toBe(0);
    expect(rest(new BaselineTracker(), 3.99, 0, 20).zeroPct).toBeGreaterThan(3.9);
    // Quiet for 1 s each between squeezes: nothing of it is half a second away from one on both sides.
    const tracker = new BaselineTracker();
    for (let s = 0; s < 20; s += 2) {
      rest(tracker, 3, s, s + 1);
      rest(tracker, 40, s + 1, s + 2);
    }
    expect(tracker.zeroPct).toBe(0);
  });

  it('does not see a contraction come: of a slow rise it takes nothing', () => {
    // 2 %/s from 10 s on: 4 % at 12 s, so the last that counts is at 11.5 s; the rise itself, up to there.
    const tracker = rest(new BaselineTracker(), (s) => Math.max(0, 10 * (s - 10)), 0, 12);
    // 10 %/s passes 4 % at 10.4 s: what counts ends at 9.9 s.
    expect(tracker.zeroPct).toBe(0);
  });

  it('lags behind a drift of 9 %/min by what a time constant of 2 s and half a second make of it', () => {
    const perS = 9 / 60;
    const tracker = rest(new BaselineTracker(), (s) => perS * s, 0, 60);
    // A ramp is followed at a distance of slope·τ, of samples that are 0.5 s old.
    const nowS = 60 - 0.01;
    expect(tracker.zeroPct).toBeCloseTo(perS * (nowS - 0.5 - 2), 2);
    expect(perS * nowS - tracker.zeroPct).toBeLessThan(0.4);
  });

  it('waits after a gap or a contraction for half a second of rest, and keeps what it has', () => {
    const tracker = rest(new BaselineTracker(), 3, 0, 10);
    const before = tracker.zeroPct;
    tracker.forget();
    rest(tracker, 3, 12, 13);
    expect(tracker.zeroPct).toBe(before);
    rest(tracker, 3, 13, 13.5);
    expect(tracker.zeroPct).toBeGreaterThan(before);
  });

  it('is set anew for another posture, and follows from there', () => {
    const tracker = rest(new BaselineTracker(), 0, 0, 5);
    tracker.shift(15);
    expect(rest(tracker, 15, 5, 10).zeroPct).toBe(15);
    expect(rest(tracker, 0, 10, 20).zeroPct).toBe(15);
  });
});
