import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePressure } from '../../../firmware-sim/frames';
import { replayEntries } from '../../../src/lib/session/replay';
import { EMPTY_VIEW, reduce } from '../../../src/lib/session/view';
import { ROW, ROW_LENGTH } from '../../../src/lib/signal/engine';
import type { Entry } from '../../../src/lib/storage/entry';
import { readJournal } from '../../../src/lib/storage/journal-reader';
import { JournalWriter } from '../../../src/lib/storage/journal-writer';
import { unmeasured } from '../signal/unmeasured';
import { anyEntry } from '../storage/any-entry';

const START_MS = 1_790_000_000_000;
const DRIVERS = ['open-profile', 'kgoal-boost', 'progressor'] as const;
type Driver = (typeof DRIVERS)[number];

/** Any number at all, also none. */
const wild = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 1e200, -1e200, 5e-324, 0));
/** When something arrives: at any number, or within a day. */
const atMs = fc.oneof(
  { weight: 1, arbitrary: wild },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 86_400_000 }).map((ms) => START_MS + ms) }
);

/** A frame of one or two samples, as the sensor would send it. */
function frameOf(driver: Driver, values: readonly number[], tickUs: number): Uint8Array {
  if (driver === 'open-profile')
    return encodePressure({ sequence: 0, periodUs: 10_000, tickUs, values: values.map((v) => v & 0xffff) });
  const view = new DataView(new ArrayBuffer(driver === 'progressor' ? 2 + 8 * values.length : 7));
  if (driver === 'kgoal-boost') view.setUint16(5, (values[0] ?? 0) & 0xffff, false);
  else {
    view.setUint8(0, 1);
    view.setUint8(1, 8 * values.length);
    values.forEach((value, i) => {
      view.setFloat32(2 + 8 * i, value / 100, true);
      view.setUint32(6 + 8 * i, (tickUs + 10_000 * i) >>> 0, true);
    });
  }
  return new Uint8Array(view.buffer);
}
const packet = (driver: Driver, ms: number, values: readonly number[], tickUs: number): Entry => ({
  kind: 'packet',
  channel: 'pressure',
  atMs: ms,
  bytes: frameOf(driver, values, tickUs)
});
const opened = (driver: Driver, ms = START_MS): Entry => ({
  kind: 'link',
  atMs: ms,
  event: { link: 'opened', sensor: { driver, name: 'x' } }
});

const values = fc.array(fc.integer({ min: -40_000, max: 70_000 }), { minLength: 1, maxLength: 2 });
const tick = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const reference = fc.record({
  polarity: fc.constantFrom(1 as const, -1 as const),
  span: fc.oneof(wild, fc.double({ min: 1e-3, max: 2 ** 32, noNaN: true })),
  scale: fc.constantFrom('mvc' as const, 'ref' as const),
  rmaxPctPerS: fc.option(wild)
});
const wildEntry: fc.Arbitrary<Entry> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...DRIVERS), atMs, values, tick).map((of) => packet(...of))
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...DRIVERS), atMs).map((of) => opened(...of)) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('command' as const),
      atMs,
      command: fc.record({ do: fc.constant('refer' as const), reference })
    })
  },
  { weight: 3, arbitrary: anyEntry }
);
/** A second of rest, a hundred samples a second, so that there is a 0 %. */
const rested = (driver: Driver): Entry[] => [
  { kind: 'command', atMs: START_MS, command: { do: 'tare', windowS: 1 } },
  ...Array.from({ length: 120 }, (_, i) => packet(driver, START_MS + 10 * i, [1000 + (i % 3)], 10_000 * i))
];

/** What of it can be read back, and how it replays. */
function outcome(entries: readonly Entry[]) {
  const journal = new JournalWriter();
  for (const entry of entries) journal.append(entry);
  const read = readJournal([journal.bytes()]);
  const { rows, events } = replayEntries(read.entries);
  const column = (of: keyof typeof ROW) =>
    Array.from({ length: rows.length / ROW_LENGTH }, (_, i) => rows[i * ROW_LENGTH + ROW[of]] ?? NaN);
  return {
    ...read,
    events,
    times: column('timeS'),
    raw: column('raw'),
    pct: column('pct'),
    rates: column('riseRatePctPerS')
  };
}

/** Less than any clock tells apart from no time at all. */
const LITTLE_MS = 5e-324;
/** Arrivals that hardly differ: across a link, and where the ticks jump right behind one. */
const HARDLY_APART: Entry[] = [
  opened('progressor'),
  packet('progressor', 0, [1000], 0),
  opened('open-profile'),
  packet('open-profile', 0, [1000], 0),
  packet('open-profile', LITTLE_MS, [1000], 500_001),
  opened('open-profile'),
  packet('open-profile', START_MS, [1000], 0)
];
const NO_REFERENCE = { polarity: 1, span: NaN, scale: 'mvc', rmaxPctPerS: null } as const;

/** Nothing is away for longer than an hour; within a frame 64 samples lie a minute apart at most. */
const LONGEST_STEP_S = 3600 + 64 * 60;

describe('any entries', () => {
  it('are read, or left out and counted; those that are read have finite rows, at times that rise and have a bound', () => {
    let measured = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...DRIVERS),
        reference,
        fc.array(wildEntry, { maxLength: 40, size: 'max' }),
        (driver, first, entries) => {
          const refer: Entry = {
            kind: 'command',
            atMs: START_MS,
            command: { do: 'refer', reference: first }
          };
          const all = [opened(driver), refer, ...rested(driver), ...entries];
          const { entries: read, unreadable, events, times, raw, pct, rates } = outcome(all);
          expect(read.length + unreadable).toBe(all.length);
          expect(times.every((s, i) => s > (times[i - 1] ?? -Infinity))).toBe(true);
          expect(times.at(-1) ?? 0).toBeLessThan(LONGEST_STEP_S * all.length);
          expect(raw.every(Number.isFinite)).toBe(true);
          // NaN: not known.
          expect(pct.concat(rates).filter((value) => Math.abs(value) === Infinity)).toEqual([]);
          for (const event of events) expect(unmeasured(event, event.type)).toEqual([]);
          expect(events.every(({ atS }, i) => atS >= (events[i - 1]?.atS ?? 0))).toBe(true);
          if (pct.some(Number.isFinite)) measured += 1;
        }
      ),
      { numRuns: 300, examples: [['open-profile', NO_REFERENCE, HARDLY_APART]] }
    );
    expect(measured).toBeGreaterThan(20);
  }, 60_000);
});

describe('an arrival at no date', () => {
  it.each([NaN, 1e200, -1e200, Infinity, -Infinity, 8.64e15 + 2])(
    'of %d costs its own frame, which is counted, and nothing else',
    (ms) => {
      for (const driver of DRIVERS) {
        const whole = [opened(driver), ...rested(driver)];
        const torn = whole.map((entry, i) => (i === 60 ? { ...entry, atMs: ms } : entry));
        // As it comes.
        const live = replayEntries(torn);
        const { faults } = live.events.reduce(reduce, EMPTY_VIEW);
        expect(faults.malformed).toBe(1);
        expect(live.rows.length / ROW_LENGTH).toBe(119);
        // As it is read back.
        const { unreadable, times } = outcome(torn);
        expect(unreadable).toBe(1);
        expect(times).toHaveLength(119);
        // 120 samples a hundredth of a second apart; arrivals lie on a line, to a thousandth.
        expect(times.at(-1)).toBeCloseTo(1.19, 2);
      }
    }
  );
});

describe('a second `opened`', () => {
  it.each(DRIVERS.flatMap((first) => DRIVERS.map((second) => [first, second] as const)))(
    'of %s, then %s, lets time go on by the arrivals, and asks for rest anew',
    (first, second) => {
      const later = (entry: Entry) => ({ ...entry, atMs: entry.atMs + 10_000 });
      const [, ...again] = rested(second);
      const { times, events } = outcome([
        opened(first),
        ...rested(first),
        later(opened(second)),
        ...again.map(later)
      ]);
      expect(times.every((s, i) => s > (times[i - 1] ?? -Infinity))).toBe(true);
      expect(times).toHaveLength(240);
      // The first frame comes 10 s after the first one; the last one 1.19 s after that.
      expect(times.at(-1)).toBeCloseTo(11.19, 1);
      expect(events.filter(({ type }) => type === 'zero-lost')).toMatchObject([{ cause: 'offset' }]);
    }
  );
});
