import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Features } from '../../../src/lib/sensors/driver';
import { SetSchedule } from '../../../src/lib/signal/schedule';
import { pctScale, rawScale } from '../../../src/lib/session/picture';
import { EMPTY_VIEW, type SessionView } from '../../../src/lib/session/view';
import { LiveTrace } from '../../../src/lib/session/trace';

const FEATURES: Features = {
  unit: 'count',
  scale: 1,
  range: { min: 0, max: 4095 },
  resolution: 1,
  rateHz: 100,
  contraction: 'unknown'
};
const VIEW: SessionView = { ...EMPTY_VIEW, features: FEATURES };
const RESTED: SessionView = { ...VIEW, rest: { baseline: 1800, sd: 4, drift: 0, farthestTenth: 0, jump: 0 } };

/** A second apart, the last at 20 s. */
function scaleOf(values: readonly number[], view = VIEW) {
  const trace = new LiveTrace();
  trace.append(Float64Array.from(values.flatMap((v, i) => [21 - values.length + i, v, NaN, NaN])));
  return rawScale(trace.raw, 20, view);
}

describe('the scale of raw values', () => {
  it('holds all that the last 10 s showed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4095 }), { minLength: 1, maxLength: 10 }), (values) => {
        const { bottom, top } = scaleOf(values);
        expect(bottom).toBeLessThan(Math.min(...values));
        expect(top).toBeGreaterThan(Math.max(...values));
      })
    );
  });

  it('does not blow noise up: a fiftieth of the range at least', () => {
    const { bottom, top } = scaleOf([1800, 1801], RESTED);
    expect(top - bottom).toBeGreaterThanOrEqual(0.02 * 4095);
    expect(top - bottom).toBeLessThan(0.03 * 4095);
  });

  it('does not blow breathing up before rest is known: 3 % of a squeeze of 1200 counts stays below a tenth of the height', () => {
    const { bottom, top } = scaleOf([1800, 1818, 1836, 1818, 1800]);
    expect(36 / (top - bottom)).toBeLessThan(0.1);
    // A squeeze is all there, and fills most of it.
    const squeeze = scaleOf([1800, 3000, 1800]);
    expect(1200 / (squeeze.top - squeeze.bottom)).toBeGreaterThan(0.6);
  });

  it('forgets what is older than 10 s', () => {
    const old = [4000, ...Array.from({ length: 12 }, () => 1800)];
    expect(scaleOf(old)).toEqual(scaleOf([1800]));
  });

  it('is something to draw before the first sample', () => {
    expect(scaleOf([])).toEqual({ bottom: 0, top: 1 });
  });
});

describe('the %-axis', () => {
  it('holds the target with its whole band, and the band of rest', () => {
    for (const [forcePct, bandPct] of [
      [10, 25],
      [40, 10],
      [100, 25]
    ] as const) {
      const pattern = { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 };
      const { bottom, top } = pctScale(new SetSchedule({ forcePct, bandPct, pattern, rounds: 2 }));
      const band = Math.min(bandPct, forcePct / 2);
      expect(top).toBeGreaterThan(forcePct + band);
      expect(bottom).toBeLessThan(-band);
    }
  });

  it('holds 100 % without a target', () => {
    const { bottom, top } = pctScale(null);
    expect(top).toBeGreaterThan(100);
    expect(bottom).toBeLessThan(0);
  });
});
