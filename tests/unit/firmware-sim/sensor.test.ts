import { describe, expect, it } from 'vitest';
import { Muscle, TRAITS } from '../../../firmware-sim/muscle';
import type { Notification, SensorKind } from '../../../firmware-sim/sensor';
import { BATTERY, CONTROL, doing, hex, PRESSURE, restart, still, streaming, view } from './connected';

const KINDS: readonly SensorKind[] = ['open-profile', 'kgoal-boost', 'progressor'];

/** Samples in one frame, read from its bytes. */
function samplesIn(kind: SensorKind, frame: Notification): number {
  if (kind === 'kgoal-boost') return 1;
  return kind === 'progressor' ? (frame.bytes[1] ?? 0) / 8 : (frame.bytes[0] ?? 0) & 15;
}

describe('rates', () => {
  it.each(KINDS.flatMap((kind) => [20, 100, 200].map((rateHz) => [kind, rateHz] as const)))(
    '%s at %i Hz takes exactly rate × seconds samples',
    (kind, rateHz) => {
      const sensor = streaming({ kind, rateHz, ...(kind === 'progressor' ? { samplesPerFrame: 10 } : {}) });
      const frames = sensor.advance(10);
      expect(frames.reduce((sum, frame) => sum + samplesIn(kind, frame), 0)).toBe(rateHz * 10);
      expect(sensor.sent.samples).toBe(rateHz * 10);
      expect(sensor.sent.frames).toBe(frames.length);
    }
  );

  it('keeps to the rate an hour in', () => {
    const sensor = streaming({ kind: 'open-profile', rateHz: 200 });
    sensor.advance(3600);
    expect(sensor.sent.samples).toBe(720_000);
    const [last] = sensor.advance(3600.025).map(view);
    expect(last?.getUint32(4, true)).toBe(3_600_005_000 % 2 ** 32);
  });

  it('refuses rates outside 20–200 Hz', () => {
    expect(() => streaming({ kind: 'open-profile', rateHz: 19 })).toThrow(RangeError);
    expect(() => streaming({ kind: 'open-profile', rateHz: 201 })).toThrow(RangeError);
  });

  it('spaces open-profile samples as its interval field says, also where the rate does not divide', () => {
    const frames = streaming({ kind: 'open-profile', rateHz: 60, samplesPerFrame: 1 }).advance(0.1).map(view);
    // 100 000 / 60 = 1666.67, sent as 1667 · 10 µs.
    expect(frames.map((frame) => frame.getUint32(4, true))).toEqual([16670, 33340, 50010, 66680, 83350]);
    expect(frames[0]?.getUint16(2, true)).toBe(1667);
  });
});

describe('counters', () => {
  it('wraps the tick at 2³² µs between and within frames', () => {
    const options = { rateHz: 100, samplesPerFrame: 2, tickStart: 2 ** 32 - 25_000 };
    const open = streaming({ kind: 'open-profile', ...options })
      .advance(0.06)
      .map(view);
    expect(open.map((frame) => frame.getUint32(4, true))).toEqual([2 ** 32 - 15_000, 5000, 25_000]);
    const cell = streaming({ kind: 'progressor', ...options })
      .advance(0.04)
      .map(view);
    expect(cell.map((frame) => frame.getUint32(14, true))).toEqual([2 ** 32 - 5000, 15_000]);
  });

  it('wraps the sequence after 255', () => {
    const frames = streaming({ kind: 'open-profile', sequenceStart: 254 }).advance(0.2);
    expect(frames.map(({ bytes }) => bytes[1])).toEqual([254, 255, 0, 1]);
  });

  it('counts time on through a disconnection', () => {
    const sensor = streaming({ kind: 'open-profile', samplesPerFrame: 1 });
    sensor.advance(1);
    sensor.disconnect();
    expect(sensor.advance(5)).toEqual([]);
    sensor.connect();
    expect(sensor.advance(6)).toEqual([]);
    restart(sensor);
    const [first] = sensor.advance(6.01).map(view);
    expect(first?.getUint32(4, true)).toBe(6_010_000);
    expect(first?.getUint8(1)).toBe(100);
  });
});

describe('values', () => {
  it('sends rest + pct · span, rounded to whole counts and clamped to the range', () => {
    const sensor = streaming({
      kind: 'open-profile',
      samplesPerFrame: 4,
      restCounts: 100,
      spanCounts: 1001,
      rangeCounts: { min: 50, max: 1000 },
      muscle: doing((tS) => [0, 50, 100, -100][Math.round(tS * 100) - 1] ?? 0)
    });
    const [frame] = sensor.advance(0.04).map(view);
    expect([8, 10, 12, 14].map((at) => frame?.getUint16(at, true))).toEqual([100, 601, 1000, 50]);
  });

  it('lowers the value with a contraction when inverted', () => {
    const options = { restCounts: 1000, spanCounts: 600, inverted: true, muscle: doing(() => 50) };
    const [frame] = streaming({ kind: 'open-profile', ...options })
      .advance(0.05)
      .map(view);
    expect(frame?.getUint16(8, true)).toBe(700);
  });

  it('takes another person while running', () => {
    const sensor = streaming({ kind: 'kgoal-boost', restCounts: 500, spanCounts: 1000 });
    sensor.advance(1);
    sensor.muscle = doing(() => 25);
    expect(sensor.advance(1.05).map((frame) => view(frame).getUint16(5))).toEqual([750]);
  });
});

describe('determinism', () => {
  const run = (kind: SensorKind, seed: number, steps: readonly number[]) => {
    const sensor = streaming({
      kind,
      connectionIntervalMs: 15,
      muscle: new Muscle({ seed, intent: (tS) => (tS % 4 < 2 ? 80 : 0), ...TRAITS.restless }),
      faults: { seed, lost: { fraction: 0.1 }, late: { fraction: 0.1 }, truncated: { fraction: 0.1 } }
    });
    return steps.flatMap((toS) => sensor.advance(toS)).map(({ bytes, atS }) => `${atS} ${hex(bytes)}`);
  };
  const everyMs = (ms: number) => Array.from({ length: 12_000 / ms }, (_, i) => ((i + 1) * ms) / 1000);

  it.each(KINDS)('%s: one seed, the same bytes at the same times, whatever the steps', (kind) => {
    const once = run(kind, 7, [12]);
    expect(once.length).toBeGreaterThan(70);
    expect(run(kind, 7, everyMs(4))).toEqual(once);
    expect(run(kind, 7, everyMs(1000))).toEqual(once);
    expect(run(kind, 8, [12])).not.toEqual(once);
  });
});

describe('link', () => {
  it('lets things leave on multiples of the connection interval only', () => {
    const sensor = streaming({ kind: 'kgoal-boost', rateHz: 20, connectionIntervalMs: 30 });
    const times = sensor.advance(0.3).map(({ atS }) => atS);
    // Ready at 50, 100, 150, 200, 250, 300 ms.
    expect(times).toEqual([0.06, 0.12, 0.15, 0.21, 0.27, 0.3]);
  });

  it('sends nothing that nobody subscribed to, and loses no sequence number over it', () => {
    const sensor = streaming({ kind: 'open-profile' });
    sensor.advance(1);
    sensor.unsubscribe(PRESSURE['open-profile']);
    expect(sensor.advance(2)).toEqual([]);
    sensor.subscribe(PRESSURE['open-profile']);
    expect(sensor.advance(2.05).map(({ bytes }) => bytes[1])).toEqual([20]);
  });

  it('tells of a disconnection from either side once, and then refuses everything', () => {
    const sensor = streaming({ kind: 'progressor' });
    let told = 0;
    const stop = sensor.onDisconnect(() => (told += 1));
    sensor.write(CONTROL.progressor, Uint8Array.of(0x6e));
    sensor.disconnect();
    expect(told).toBe(1);
    expect(() => sensor.read(BATTERY)).toThrow('not-connected');
    stop();
    sensor.connect();
    sensor.disconnect();
    expect(told).toBe(1);
  });

  it('refuses what the table does not hold or permit', () => {
    const sensor = streaming({ kind: 'open-profile' });
    expect(() => sensor.read(PRESSURE['open-profile'])).toThrow('not-permitted');
    expect(() => {
      sensor.write(BATTERY, Uint8Array.of(1));
    }).toThrow('not-permitted');
    expect(() => sensor.read('00002a25-0000-1000-8000-00805f9b34fb')).toThrow('unknown');
  });

  it('notifies a change of the battery', () => {
    const sensor = streaming({ kind: 'kgoal-boost', batteryPct: 40, muscle: still });
    expect(hex(sensor.read(BATTERY))).toBe('28');
    sensor.subscribe(BATTERY);
    sensor.batteryPct = 39;
    expect(sensor.advance(0.001)).toEqual([{ characteristic: BATTERY, bytes: Uint8Array.of(39), atS: 0 }]);
  });
});
