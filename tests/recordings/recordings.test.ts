import { describe, expect, it, vi } from 'vitest';
import { RecordedMuscle } from '../../firmware-sim/recording';
import { ROW_LENGTH } from '../../src/lib/signal/engine';
import type { SessionEvent } from '../../src/lib/session/pipeline';
import { replayEntries } from '../../src/lib/session/replay';
import { RecordedSession, sensorOf } from '../unit/session/recorded-session';
import { recording, rowsOf, type Rows } from './recording';

/** A count is 1/60 000 of the recording's height. */
const FINE = { restCounts: 2000, spanCounts: 60_000, rangeCounts: { min: 0, max: 65_534 }, rateHz: 200 };
const ankle = recording('ankle-trapezoid-200hz.csv');
const fingers = recording('finger-press-200hz.csv');

const median = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The largest mean of half a second at 200 Hz: 100 steps, the two samples at the ends half. */
function largestHalfSecond({ v }: Rows): number {
  const means = v.slice(100).map((last, i) => {
    const inside = v.slice(i + 1, i + 100).reduce((sum, value) => sum + value, 0);
    return (inside + ((v[i] ?? NaN) + last) / 2) / 100;
  });
  return Math.max(...means);
}

/** Mean between the first and last crossing of `level`, a quarter second inside of them. */
function meanWithin({ t, v }: Rows, level: number): number {
  const crossing = (i: number) =>
    (t[i] ?? NaN) + (0.005 * (level - (v[i] ?? NaN))) / ((v[i + 1] ?? NaN) - (v[i] ?? NaN));
  const fromS = crossing(v.findIndex((value) => value >= level) - 1) + 0.25;
  const toS = crossing(v.findLastIndex((value) => value >= level)) - 0.25;
  return mean(v.filter((_, i) => (t[i] ?? NaN) >= fromS && (t[i] ?? NaN) <= toS));
}

it('says which recordings are absent', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect(recording('none.csv')).toBeNull();
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('none.csv'));
});

if (ankle !== null) {
  describe('an ankle’s trapezoid, four times, with a second between', () => {
    const rows = rowsOf(ankle);
    const muscle = new RecordedMuscle(ankle, { repeat: true, restS: 1 });
    const session = new RecordedSession(sensorOf('open-profile', { muscle, ...FINE })).open();
    session.command({ do: 'tare', windowS: 3 }).run(3.03);
    // A pass is 16.995 + 1 s. The third contraction is over at 2 · 17.995 + 14 s; the fourth begins 3 s into its pass.
    session.command({ do: 'calibrate' }).run(51).command({ do: 'accept', polarity: 1 }).run(70);
    const { events } = replayEntries(session.entries);
    const told = <T extends SessionEvent['type']>(type: T) =>
      events.find((event): event is Extract<SessionEvent, { type: T }> => event.type === type);

    const { gain, offset } = muscle.affine(FINE.restCounts, FINE.spanCounts);
    // The sensor's first sample is that of 5 ms; three seconds of them.
    const rest = median(rows.v.slice(1, 601));
    const strongest = largestHalfSecond(rows);

    it('has the median of its rest for a baseline, to one count', () => {
      expect(Math.abs((told('tared')?.rest.baseline ?? NaN) - (gain * rest + offset))).toBeLessThan(1);
    });

    it('has its largest half second for 100 %, to 0.1 %', () => {
      const { span = NaN } = told('referenced')?.reference ?? {};
      expect(Math.abs(span / (gain * (strongest - rest)) - 1)).toBeLessThan(1e-3);
    });

    it('has the mean of its plateau for a hold, to 0.1 % of the reference', () => {
      const hold = meanWithin(rows, rest + 0.9 * (strongest - rest));
      const expected = (100 * (hold - rest)) / (strongest - rest);
      // Asked to hold for 6 s: a figure that is clearly neither the peak nor nothing.
      expect(expected).toBeGreaterThan(90);
      expect(expected).toBeLessThan(100);
      expect(Math.abs((told('contraction')?.hold?.meanPct ?? NaN) - expected)).toBeLessThan(0.1);
    });
  });
}

if (fingers !== null) {
  describe('21 presses of four fingers', () => {
    const { v } = rowsOf(fingers);
    const muscle = new RecordedMuscle(fingers);
    const session = new RecordedSession(sensorOf('open-profile', { muscle, ...FINE })).open().run(29.975);
    const { rows, events } = replayEntries(session.entries);
    const { gain, offset } = muscle.affine(FINE.restCounts, FINE.spanCounts);

    it('come out of the pipeline as they went in: 200 a second, each to half a count', () => {
      expect(rows.length / ROW_LENGTH).toBe(5995);
      for (let i = 0; i < 5995; i++) {
        const [timeS = NaN, raw = NaN] = rows.subarray(i * ROW_LENGTH);
        expect(Math.abs(timeS - i / 200)).toBeLessThan(1e-6);
        expect(Math.abs(raw - (gain * (v[i + 1] ?? NaN) + offset))).toBeLessThan(0.5 + 1e-6);
      }
      expect(events.filter(({ type }) => type === 'fault' || type === 'gap')).toEqual([]);
    });
  });
}
