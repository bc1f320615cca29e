import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../firmware-sim/random';
import { ArrivalClock } from '../../../src/lib/signal/sample-clock';

const STEP_S = 0.05;

/** Times of samples that arrive at these moments. */
function clocked(arrivalsS: readonly number[], clock = new ArrivalClock()): number[] {
  return arrivalsS.map((arrivalS) => clock.next(0, arrivalS));
}

const steps = (times: readonly number[]) => times.slice(1).map((time, i) => time - (times[i] ?? NaN));
const sd = (values: readonly number[], about: number) =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - about) ** 2, 0) / values.length);

describe('a clock of arrivals at 20 Hz', () => {
  it('gives evenly arriving samples their arrival, from the first one on', () => {
    const arrivals = Array.from({ length: 500 }, (_, i) => 900 + i * STEP_S);
    clocked(arrivals).forEach((time, i) => {
      expect(time).toBeCloseTo(i * STEP_S, 6);
    });
  });

  it('takes a uniform jitter of 0–50 ms down to the 0.29 ms of its line', () => {
    // A line with forgetting λ follows each arrival with the gain α = 1 − λ² (Brown 1963: double exponential smoothing), so a step
    // differs from the true one by α times the arrival's error, and by the slope's error, which is 40 times smaller.
    // λ = 0.99, jitter SD = 50/√12 ms: 0.0199 · 14.43 ms = 0.287 ms. 4000 steps estimate an SD to 1–2 %; 15 % is allowed.
    const random = new Random(5);
    const arrivals = Array.from({ length: 4300 }, (_, i) => i * STEP_S + 0.05 * random.uniform());
    const settled = steps(clocked(arrivals)).slice(300);
    const expected = (1 - 0.99 ** 2) * (0.05 / Math.sqrt(12));
    const measured = sd(settled, STEP_S);
    expect(measured).toBeGreaterThan(0.85 * expected);
    expect(measured).toBeLessThan(1.15 * expected);
    // Raw arrivals: √2 · 14.43 = 20.4 ms.
    expect(sd(steps(arrivals).slice(300), STEP_S)).toBeGreaterThan(0.018);
  });

  it('does not take four lost samples for a gap: 250 ms late is within its tolerance', () => {
    const arrivals = Array.from({ length: 300 }, (_, i) => (i + (i < 200 ? 0 : 4)) * STEP_S);
    for (const step of steps(clocked(arrivals)).slice(150)) {
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThan(2.5 * STEP_S);
    }
  });

  it('sees a silence of 1 s as a gap of 1 s, within one step, under jitter', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = new Random(seed);
      const jitter = () => 0.05 * random.uniform();
      const arrivals = Array.from({ length: 300 }, (_, i) => (i + (i < 200 ? 0 : 20)) * STEP_S + jitter());
      const gap = steps(clocked(arrivals))[199] ?? NaN;
      // 20 samples lost: 21 steps from the last before to the first after.
      expect(Math.abs(gap - 1.05)).toBeLessThan(STEP_S + 0.005);
    }
  });

  it('begins anew at a new link, after a gap of the real length', () => {
    const clock = new ArrivalClock();
    clocked(
      Array.from({ length: 100 }, (_, i) => 50 + i * STEP_S),
      clock
    );
    clock.relink();
    expect(clocked([80, 80.05, 80.1], clock).map((time) => time + 50)).toEqual([
      expect.closeTo(80, 9),
      expect.closeTo(80.05, 9),
      expect.closeTo(80.1, 9)
    ]);
  });

  it('only goes forward, whatever the arrivals do', () => {
    const arrivals = fc.array(
      fc.oneof(
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        fc.double({ min: -5, max: 5000, noNaN: true }),
        fc.constant(0)
      ),
      { maxLength: 200, size: 'max' }
    );
    fc.assert(
      fc.property(arrivals, fc.nat(150), (delays, relinkAt) => {
        const clock = new ArrivalClock();
        let [arrivalS, lastS] = [1e9, -1];
        delays.forEach((delay, i) => {
          if (i === relinkAt) clock.relink();
          arrivalS += delay;
          const time = clock.next(0, arrivalS);
          expect(time).toBeGreaterThan(lastS);
          expect(time).toBeLessThan(Infinity);
          lastS = time;
        });
      })
    );
  });
});
