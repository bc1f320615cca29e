import { describe, expect, it } from 'vitest';
import type { FaultOptions } from '../../../firmware-sim/faults';
import type { SensorKind } from '../../../firmware-sim/sensor';
import { ROW, ROW_LENGTH } from '../../../src/lib/signal/engine';
import type { Fault } from '../../../src/lib/signal/event';
import type { Entry } from '../../../src/lib/storage/entry';
import { replayEntries } from '../../../src/lib/session/replay';
import { RecordedSession, sensorOf } from '../session/recorded-session';

/** 30 s with these faults, and a second without, so that the last fault has a successor. */
function mishaps(kind: SensorKind, faults: FaultOptions) {
  const session = new RecordedSession(sensorOf(kind, { faults })).open().run(30);
  for (const fault of ['lost', 'late', 'repeated', 'truncated'] as const) session.sensor.faults[fault].off();
  session.run(31);
  return { ...outcome(session.entries), sent: session.sensor.sent };
}

function outcome(entries: readonly Entry[]) {
  const { rows, events } = replayEntries(entries);
  const counted: Partial<Record<Fault, number>> = {};
  for (const event of events) {
    if (event.type === 'fault') counted[event.fault] = (counted[event.fault] ?? 0) + event.count;
  }
  const samples = rows.length / ROW_LENGTH;
  for (let i = 0; i < samples; i++) {
    const [t = NaN, raw = NaN] = rows.subarray(i * ROW_LENGTH);
    expect(Number.isFinite(t) && Number.isFinite(raw)).toBe(true);
    if (i > 0) expect(t).toBeGreaterThan(rows[(i - 1) * ROW_LENGTH + ROW.timeS] ?? NaN);
  }
  return { counted, samples, gaps: events.filter(({ type }) => type === 'gap').length };
}

describe('of the open profile', () => {
  it('lost frames are counted, and each is a gap', () => {
    const { counted, samples, gaps, sent } = mishaps('open-profile', { lost: { every: 7 } });
    expect(sent.lostFrames).toBeGreaterThan(50);
    expect(counted).toEqual({ lost: sent.lostFrames });
    expect(gaps).toBe(sent.lostFrames);
    expect(samples).toBe(sent.samples);
  });

  it('frames lost at random, in rows of any length, are counted', () => {
    const { counted, sent } = mishaps('open-profile', { seed: 3, lost: { fraction: 0.3 } });
    expect(counted).toEqual({ lost: sent.lostFrames });
  });

  it('repeated frames are counted and dropped', () => {
    const { counted, samples, gaps, sent } = mishaps('open-profile', { repeated: { every: 5 } });
    expect(sent.repeatedFrames).toBeGreaterThan(50);
    expect(counted).toEqual({ repeated: sent.repeatedFrames });
    expect(samples).toBe(sent.samples);
    expect(gaps).toBe(0);
  });

  it('late frames are counted, first as lost and then as late, and dropped', () => {
    const { counted, samples, gaps, sent } = mishaps('open-profile', { late: { every: 9 } });
    expect(sent.lateFrames).toBeGreaterThan(50);
    expect(counted).toEqual({ lost: sent.lateFrames, late: sent.lateFrames });
    expect(samples).toBe(sent.samples - 5 * sent.lateFrames);
    expect(gaps).toBe(sent.lateFrames);
  });

  it('frames cut short keep their whole samples; the others are counted', () => {
    // 8 + 2 · 3 bytes: three of five samples.
    const { counted, samples, sent } = mishaps('open-profile', {
      truncated: { every: 6 },
      truncateToBytes: 15
    });
    expect(sent.truncatedFrames).toBeGreaterThan(50);
    expect(counted).toEqual({ missing: 2 * sent.truncatedFrames });
    expect(samples).toBe(sent.samples);
  });

  it('frames without one whole sample are malformed, and are not lost as well', () => {
    const { counted, sent } = mishaps('open-profile', { truncated: { every: 6 }, truncateToBytes: 9 });
    expect(counted).toEqual({ malformed: sent.truncatedFrames });
  });

  it('frames of invalid samples alone are not taken for lost ones', () => {
    const session = new RecordedSession(
      sensorOf('open-profile', { muscle: { at: (s) => (s > 2 && s < 4 ? NaN : 0) } })
    );
    const { counted, samples, gaps } = outcome(session.open().run(6).entries);
    expect((counted.missing ?? 0) + samples).toBe(600);
    expect(counted).toEqual({ missing: 199 });
    expect(gaps).toBe(1);
  });

  it('values outside the range that the sensor told are counted and dropped', () => {
    const { entries } = new RecordedSession(
      sensorOf('open-profile', { rangeCounts: { min: 0, max: 65534 }, restCounts: 5000 })
    )
      .open()
      .run(1);
    // The features say 0–65534; another sensor's say 0–4095.
    const narrow = new RecordedSession(sensorOf('open-profile'))
      .open()
      .entries.find((entry) => entry.kind === 'packet');
    const lied = entries.map((entry) =>
      entry.kind === 'packet' && entry.channel === 'features' && narrow ? narrow : entry
    );
    expect(outcome(entries)).toMatchObject({ counted: {}, samples: 100 });
    expect(outcome(lied)).toMatchObject({ counted: { implausible: 100 }, samples: 0 });
  });
});

describe('of the Progressor, whose frames have no number', () => {
  it.each([
    ['repeated', 'repeatedFrames'],
    ['late', 'lateFrames']
  ] as const)('%s frames are told as such by their ticks', (fault, figure) => {
    const { counted, sent } = mishaps('progressor', { [fault]: { every: 7 } });
    expect(sent[figure]).toBeGreaterThan(20);
    expect(counted).toEqual({ [fault]: sent[figure] });
  });

  it('lost frames are gaps', () => {
    const { counted, gaps, sent } = mishaps('progressor', { lost: { every: 7 } });
    expect(gaps).toBe(sent.lostFrames);
    expect(counted).toEqual({});
  });
});

describe('of the kGoal Boost, which has neither number nor tick', () => {
  it('frames cut short are malformed', () => {
    const { counted, samples, sent } = mishaps('kgoal-boost', {
      truncated: { every: 7 },
      truncateToBytes: 6
    });
    expect(counted).toEqual({ malformed: sent.truncatedFrames });
    expect(samples).toBe(sent.frames - sent.truncatedFrames);
  });

  it('a second of lost frames is a gap', () => {
    const session = new RecordedSession(sensorOf('kgoal-boost')).open().run(20);
    session.sensor.faults.lost.next = 20;
    expect(outcome(session.run(30).entries).gaps).toBe(1);
  });
});
