import { describe, expect, it } from 'vitest';
import { RecordedMuscle } from '../../../firmware-sim/recording';
import { streaming, view } from './connected';

const CSV = 'time_s,force_n\n0.00,-2\n1.00,6\n2.00,2\n';

describe('recorded muscle', () => {
  it('plays straight lines between rows, from its start time', () => {
    const muscle = new RecordedMuscle(CSV, { startS: 10 });
    expect([0, 10, 10.5, 11, 11.5, 12].map((tS) => muscle.valueAt(tS))).toEqual([-2, -2, 2, 6, 4, 2]);
    expect([10, 10.5, 11].map((tS) => muscle.at(tS))).toEqual([0, 50, 100]);
  });

  it('maps given values to 0 and 100 %', () => {
    const muscle = new RecordedMuscle(CSV, { lowest: 2, highest: 4 });
    expect(muscle.at(1)).toBe(200);
    expect(muscle.at(0)).toBe(-200);
  });

  it('repeats with a rest, half a second back to the first value', () => {
    const muscle = new RecordedMuscle(CSV, { repeat: true, restS: 3 });
    expect([2, 2.25, 2.5, 4.9, 5, 5.5, 6].map((tS) => muscle.valueAt(tS))).toEqual([2, 0, -2, -2, -2, 2, 6]);
  });

  it('returns to the first value for good without repeat', () => {
    const muscle = new RecordedMuscle(CSV, { repeat: false });
    expect([2.25, 2.5, 1000].map((tS) => muscle.valueAt(tS))).toEqual([0, -2, -2]);
  });

  it('makes a sensor send an affine function of the recorded value, to half a count', () => {
    const muscle = new RecordedMuscle(CSV);
    const options = { restCounts: 2000, spanCounts: 60_000, rangeCounts: { min: 0, max: 65_534 } };
    const sensor = streaming({ kind: 'open-profile', muscle, samplesPerFrame: 1, ...options });
    const { gain, offset } = muscle.affine(options.restCounts, options.spanCounts);
    expect([gain, offset]).toEqual([7500, 17_000]);
    for (const frame of sensor.advance(2)) {
      const tS = view(frame).getUint32(4, true) / 1e6;
      const recorded = tS < 1 ? -2 + 8 * tS : 10 - 4 * tS;
      expect(Math.abs(view(frame).getUint16(8, true) - (7500 * recorded + 17_000))).toBeLessThanOrEqual(
        0.5 + 1e-6
      );
    }
  });

  it.each([
    ['', 'header row'],
    ['0,1\n1,2', 'header row'],
    ['time_s,v\n0,1', 'at least two rows'],
    ['time_s,v\n0,1\n0,2', 'Row 3'],
    ['time_s,v\n0,1\n1,x', 'Row 3'],
    ['time_s,v\n0,1\n1', 'Row 3'],
    ['time_s,v\n0,1\n1,1', 'same value']
  ])('says in a sentence what is wrong with %j', (text, message) => {
    expect(() => new RecordedMuscle(text)).toThrow(message);
  });

  it('accepts a byte order mark and Windows line ends', () => {
    expect(new RecordedMuscle('\uFEFFtime_s,v\r\n0,1\r\n1,2\r\n').durationS).toBe(1);
  });
});
