import { describe, expect, it } from 'vitest';
import { replayEntries } from '../../../src/lib/session/replay';
import { droppedCount, EMPTY_VIEW, reduce } from '../../../src/lib/session/view';
import type { Entry } from '../../../src/lib/storage/entry';
import { RecordedSession, sensorOf } from './recorded-session';

/** Weight measurements of a Progressor: the tag, the length, then a float32 and a tick for each sample. */
const WEIGHT = 1;
/** 100 % is 15 kg above a rest of 10 kg. */
const { entries } = new RecordedSession(sensorOf('progressor', { spanCounts: 15 })).open().train();
const startMs = entries[0]?.atMs ?? NaN;

/** The session with these in the place of its samples from the second on of the first frame after `atS`. */
function spiked(atS: number, ...kg: number[]): Entry[] {
  const at = entries.findIndex(
    (entry) =>
      entry.kind === 'packet' &&
      entry.channel === 'pressure' &&
      entry.bytes[0] === WEIGHT &&
      entry.atMs >= startMs + 1000 * atS
  );
  return entries.map((entry, i) => {
    if (i !== at || entry.kind !== 'packet') return entry;
    const bytes = entry.bytes.slice();
    kg.forEach((value, k) => {
      new DataView(bytes.buffer).setFloat32(2 + 8 * (1 + k), value, true);
    });
    return { ...entry, bytes };
  });
}

const figuresOf = (all: readonly Entry[]) => {
  const { events } = replayEntries(all);
  return {
    dropped: droppedCount(events.reduce(reduce, EMPTY_VIEW)),
    gaps: events.filter(({ type }) => type === 'gap').length,
    sd: events.find((event) => event.type === 'tared')?.rest.sd ?? NaN,
    attempts: events.flatMap((event) => (event.type === 'attempt' ? [event.attempt] : [])),
    rounds: events.flatMap((event) => (event.type === 'round' ? [event.figures] : []))
  };
};
const clean = figuresOf(entries);

describe.each([
  ['while rest is measured', 2],
  ['between the squeezes of the calibration', 9],
  ['in a squeeze of the calibration', 7.2],
  ['where a squeeze begins', 11.1],
  ['in the rise of a round', 28.6],
  ['in the hold of a round', 30],
  ['in the rest of a round', 34.5]
])('an outlier %s', (_, atS) => {
  it.each([[60], [-60], [20], [290], [60, 60], [250, -250]])(
    'of %j kg is counted, and every figure is what it is without it',
    (...kg) => {
      // Two samples of 20 kg would be signal; of 60 kg they are beyond the 10 to 25 kg that were seen, by more than 15.
      const told = figuresOf(spiked(atS, ...kg));
      expect(told.dropped).toBe(kg.length);
      expect(told.gaps).toBe(0);
      expect(told.sd).toBeCloseTo(clean.sd, 2);
      expect(told.attempts.map(({ refused }) => refused)).toEqual([null, null, null]);
      expect(told.rounds).toHaveLength(2);
      told.rounds.forEach((figures, i) => {
        const right = clean.rounds[i];
        expect(figures.holdMeanPct).toBeCloseTo(right?.holdMeanPct ?? NaN, 1);
        expect(figures.rmsePct).toBeCloseTo(right?.rmsePct ?? NaN, 1);
        expect(figures.quality).toBe(right?.quality);
      });
    }
  );
});
