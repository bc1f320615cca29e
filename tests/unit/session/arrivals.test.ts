import { describe, expect, it } from 'vitest';
import { ROW, ROW_LENGTH } from '../../../src/lib/signal/engine';
import { replayEntries } from '../../../src/lib/session/replay';
import { EMPTY_VIEW, reduce } from '../../../src/lib/session/view';
import type { Entry } from '../../../src/lib/storage/entry';
import { RecordedSession, sensorOf } from './recorded-session';

function outcome(entries: readonly Entry[]) {
  const { rows, events } = replayEntries(entries);
  const times = Array.from({ length: rows.length / ROW_LENGTH }, (_, i) => rows[i * ROW_LENGTH + ROW.timeS]);
  return {
    times,
    lastS: times.at(-1) ?? NaN,
    faults: events.reduce(reduce, EMPTY_VIEW).faults,
    gaps: events.flatMap((event) => (event.type === 'gap' ? [event] : [])),
    rates: events.flatMap((event) => (event.type === 'rate' ? [event.rateHz] : [])),
    rounds: events.flatMap((event) => (event.type === 'round' ? [event] : [])),
    contractions: events.flatMap((event) => (event.type === 'contraction' ? [event] : []))
  };
}
const secondsOf = (entry: Entry, [first]: readonly Entry[]) => (entry.atMs - (first?.atMs ?? NaN)) / 1000;
const { faults: NO_FAULTS } = EMPTY_VIEW;

describe('a device clock', () => {
  const { entries } = new RecordedSession(sensorOf('progressor')).open().train();
  const clean = outcome(entries);
  /** From then on all ticks are so much later. */
  const shifted = (all: readonly Entry[], fromS: number, byS: number) =>
    all.map((entry) => {
      if (entry.kind !== 'packet' || entry.channel !== 'pressure' || entry.bytes[0] !== 1) return entry;
      if (secondsOf(entry, all) < fromS) return entry;
      const bytes = entry.bytes.slice();
      const view = new DataView(bytes.buffer);
      for (let at = 6; at < bytes.length; at += 8)
        view.setUint32(at, (view.getUint32(at, true) + byS * 1e6) >>> 0, true);
      return { ...entry, bytes };
    });

  it.each([2, 5, 30, 90, 1000, -29, -5])(
    'that jumps by %i s amid a round is a fault, and no time passes',
    (byS) => {
      const told = outcome(shifted(entries, 29.05, byS));
      expect(told.faults).toEqual({ ...NO_FAULTS, jumped: 1 });
      expect(told.gaps).toEqual([]);
      // 80 samples a second, none of them lost: 3200 in 40 s.
      expect(told.times).toHaveLength(3200);
      expect(told.lastS).toBeCloseTo(3199 / 80, 3);
      expect(told.rounds.map(({ figures }) => figures.holdMeanPct?.toFixed(2))).toEqual(
        clean.rounds.map(({ figures }) => figures.holdMeanPct?.toFixed(2))
      );
    }
  );

  it('that went on while nothing arrived tells of a loss, and nothing has jumped', () => {
    for (const [fromS, toS] of [
      [29, 34],
      [10, 39]
    ] as const) {
      const lossy = entries.filter((entry) => {
        const s = secondsOf(entry, entries);
        return entry.kind !== 'packet' || s < fromS || s >= toS;
      });
      const told = outcome(lossy);
      expect(told.faults).toEqual(NO_FAULTS);
      expect(told.gaps).toHaveLength(1);
      expect(told.lastS).toBeCloseTo(3199 / 80, 3);
    }
  });

  it('is believed where frames came in a burst after a silence, some of them lost', () => {
    // Nothing comes from 29 to 34 s; then those of 32 to 34 s at once.
    const burst = entries.flatMap((entry) => {
      const s = secondsOf(entry, entries);
      if (entry.kind !== 'packet' || s < 29 || s >= 34) return [entry];
      return s < 32 ? [] : [{ ...entry, atMs: (entries[0]?.atMs ?? NaN) + 34_000 }];
    });
    const told = outcome(burst);
    expect(told.faults).toEqual(NO_FAULTS);
    expect(told.gaps.map(({ fromS, atS }) => Math.round(atS - fromS))).toEqual([3]);
    expect(told.lastS).toBeCloseTo(3199 / 80, 3);
  });
});

describe('a sensor without a clock', () => {
  const session = new RecordedSession(sensorOf('kgoal-boost')).open();
  session.run(0.5).command({ do: 'tare', windowS: 3 }).run(5).command({ do: 'calibrate' });
  const { entries } = session.run(24).command({ do: 'accept', polarity: 1 }).run(40);
  const clean = outcome(entries);
  /** All that came from `fromS` on comes at `toS`, a millisecond apart. */
  const heldBack = (fromS: number, toS: number) => {
    let held = 0;
    return entries.map((entry) => {
      const s = secondsOf(entry, entries);
      if (entry.kind !== 'packet' || s < fromS || s >= toS - 1e-6) return entry;
      return { ...entry, atMs: (entries[0]?.atMs ?? NaN) + 1000 * toS - 45 + held++ };
    });
  };

  it.each([
    [28.1, 28.3],
    [28.1, 28.5],
    [28.1, 28.7],
    [27.8, 28.6],
    [27.5, 28.5],
    [27.5, 29.5]
  ])('whose samples of %f to %f s came at once has the same figures, and no gap', (fromS, toS) => {
    const told = outcome(heldBack(fromS, toS));
    expect(told.faults).toEqual(NO_FAULTS);
    expect(told.gaps).toEqual([]);
    expect(told.times).toHaveLength(clean.times.length);
    const [first, right] = [told.contractions[0], clean.contractions[0]];
    // A tenth of a step of the 20 Hz.
    expect(Math.abs((first?.onsetS ?? NaN) - (right?.onsetS ?? NaN))).toBeLessThan(0.005);
    expect(Math.abs((first?.riseTimeS ?? NaN) - (right?.riseTimeS ?? NaN))).toBeLessThan(0.01);
    const rate = (of: typeof first) => of && 'valuePctPerS' in of.riseRate && of.riseRate.valuePctPerS;
    expect(Number(rate(first)) / Number(rate(right))).toBeCloseTo(1, 1);
    expect(first?.hold?.meanPct).toBeCloseTo(right?.hold?.meanPct ?? NaN, 0);
  });

  it.each([
    [28.1, 28.3],
    [28.1, 28.7],
    [27.8, 28.6]
  ])(
    'whose samples of %f to %f s came at once, and one out of its order, has a gap there and no figure from it',
    (fromS, toS) => {
      const held = heldBack(fromS, toS);
      // The first frame that was not held back comes second of those that were.
      const first = held.findIndex((entry) => secondsOf(entry, held) >= toS - 0.046);
      const next = held.findIndex((entry, i) => i > first && secondsOf(entry, held) > toS + 0.001);
      const [late] = held.splice(next, 1);
      if (late) held.splice(first + 1, 0, { ...late, atMs: held[first]?.atMs ?? NaN });
      const told = outcome(held);
      expect(told.faults.implausible).toBeGreaterThan(0);
      expect(told.gaps).toHaveLength(1);
      expect(told.gaps[0]?.fromS).toBeGreaterThan(fromS);
      expect(told.gaps[0]?.atS).toBeLessThan(toS + 0.15);
      // Right: 28.17 s and 43.1 %/s. What is a step late, 28.22 s and up to 55 %/s, is told of nothing.
      const [contraction, second] = told.contractions;
      expect(contraction).toMatchObject({
        onsetS: null,
        riseTimeS: null,
        riseRate: { notMeasured: 'no-onset' }
      });
      expect(contraction?.hold?.meanPct).toBeCloseTo(clean.contractions[0]?.hold?.meanPct ?? NaN, 0);
      expect(second?.onsetS).toBeCloseTo(clean.contractions[1]?.onsetS ?? NaN, 1);
    }
  );

  it.each([-3_600_000, -5000, 3e7, 3e12])(
    'runs at its rate for as long as it ran, though the system clock was set by %d ms between two links',
    (byMs) => {
      const before = new RecordedSession(sensorOf('kgoal-boost')).open().run(60).lose();
      const { length } = before.entries;
      const { entries: all } = before.run(66).link({ link: 'restored' }).run(126);
      const told = outcome(
        all.map((entry, i) => (i < length ? entry : { ...entry, atMs: entry.atMs + byMs }))
      );
      expect(told.gaps).toHaveLength(1);
      // 60 s on each side of a second, or of the 1 s that 6 s less 5 are, or of what nobody knows: 20 samples a second.
      expect(Math.abs(told.lastS - 121)).toBeLessThan(0.15);
      for (const rate of told.rates) expect(Math.abs(rate - 20)).toBeLessThan(0.5);
    }
  );

  it('goes on at its rate where the system clock is set while it is linked', () => {
    for (const byMs of [-3_600_000, 1e10]) {
      const told = outcome(
        entries.map((entry) =>
          secondsOf(entry, entries) < 20 ? entry : { ...entry, atMs: entry.atMs + byMs }
        )
      );
      expect(told.faults).toEqual({ ...NO_FAULTS, jumped: 1 });
      expect(Math.abs(told.lastS - clean.lastS)).toBeLessThan(0.1);
    }
  });
});
