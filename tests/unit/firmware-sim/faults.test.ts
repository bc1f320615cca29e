import { describe, expect, it } from 'vitest';
import type { FaultOptions } from '../../../firmware-sim/faults';
import { SimulatedSensor } from '../../../firmware-sim/sensor';
import { still, streaming } from './connected';

/** Sequence numbers that arrive within `seconds`, 20 frames a second. */
function arriving(faults: FaultOptions, seconds = 0.5) {
  const sensor = streaming({ kind: 'open-profile', faults });
  return { sensor, frames: sensor.advance(seconds) };
}
const sequences = (faults: FaultOptions, seconds?: number) =>
  arriving(faults, seconds).frames.map(({ bytes }) => bytes[1]);

describe('frame faults', () => {
  it('loses every third frame, and counts it', () => {
    const { sensor, frames } = arriving({ lost: { every: 3 } });
    expect(frames.map(({ bytes }) => bytes[1])).toEqual([0, 1, 3, 4, 6, 7, 9]);
    expect(sensor.sent).toMatchObject({ frames: 7, samples: 35, lostFrames: 3, lostSamples: 15 });
  });

  it('loses the next two, switched on while running', () => {
    const sensor = streaming({ kind: 'open-profile' });
    sensor.advance(0.1);
    sensor.faults.lost.next = 2;
    expect(sensor.advance(0.5).map(({ bytes }) => bytes[1])).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it('loses a fraction: 5 % of 20 000 frames within five standard deviations', () => {
    const { sensor } = arriving({ lost: { fraction: 0.05 } }, 1000);
    // SD of a binomial count: √(20 000 · 0.05 · 0.95) = 30.8.
    expect(Math.abs(sensor.sent.lostFrames - 1000)).toBeLessThan(154);
    expect(sensor.sent.lostFrames + sensor.sent.frames).toBe(20_000);
  });

  it('delivers a late frame after its successor', () => {
    expect(sequences({ late: { every: 4 } })).toEqual([0, 1, 2, 4, 3, 5, 6, 8, 7, 9]);
    expect(arriving({ late: { next: 1 } }).sensor.sent).toMatchObject({ frames: 10, lateFrames: 1 });
  });

  it('repeats a frame with the same bytes', () => {
    const { sensor, frames } = arriving({ repeated: { next: 1 } }, 0.1);
    expect(frames.map(({ bytes }) => bytes[1])).toEqual([0, 0, 1]);
    expect(frames[0]?.bytes).toEqual(frames[1]?.bytes);
    expect(sensor.sent).toMatchObject({ frames: 2, samples: 10, repeatedFrames: 1 });
  });

  it('truncates, and counts the whole samples left: (13 − 8) / 2 = 2', () => {
    const { sensor, frames } = arriving({ truncated: { next: 1 }, truncateToBytes: 13 }, 0.1);
    expect(frames.map(({ bytes }) => bytes.length)).toEqual([13, 18]);
    expect(sensor.sent).toMatchObject({ frames: 2, samples: 7, truncatedFrames: 1 });
  });

  it('strikes the same frames for the same seed', () => {
    const chance = { lost: { fraction: 0.3 }, repeated: { fraction: 0.3 } };
    expect(sequences({ seed: 3, ...chance }, 5)).toEqual(sequences({ seed: 3, ...chance }, 5));
    expect(sequences({ seed: 3, ...chance }, 5)).not.toEqual(sequences({ seed: 4, ...chance }, 5));
  });
});

describe('sensor faults', () => {
  const sensor = (faults: FaultOptions) =>
    new SimulatedSensor({ kind: 'kgoal-boost', muscle: still, faults });

  it('refuses to connect', () => {
    expect(() => sensor({ refuse: true }).connect()).toThrow('connect-refused');
  });

  it('hangs', () => {
    const hanging = sensor({ hang: true });
    expect(hanging.connect()).toBe('hanging');
    expect(hanging.connected).toBe(false);
    hanging.faults.hang = false;
    expect(hanging.connect()).toBe('connected');
  });

  it('lacks its service but still advertises it', () => {
    const lacking = sensor({ withoutService: true });
    const service = '8e7c6065-7656-17ad-1b41-b53d1a548e0d';
    expect(lacking.advertised).toEqual([service]);
    expect(lacking.services.map(({ uuid }) => uuid.slice(4, 8))).toEqual(['180f', '180a']);
  });
});
