import { describe, expect, it } from 'vitest';
import { encodeAnswer, encodeFeatures, encodePressure } from '../../../firmware-sim/frames';
import { doing, FEATURES, hex, PRESSURE, streaming, view } from './connected';

describe('open profile bytes', () => {
  it('writes the example frame of the specification', () => {
    const frame = encodePressure({ sequence: 7, periodUs: 10_000, tickUs: 1_000_000, values: [500, 600] });
    expect(hex(frame)).toBe('42 07 e8 03 40 42 0f 00 f4 01 58 02');
  });

  it('marks a moved zero in bit 5 and a missing value as 65535', () => {
    const frame = encodePressure({ sequence: 0, periodUs: 5000, tickUs: 0, values: [NaN], rezeroed: true });
    expect(hex(frame)).toBe('61 00 f4 01 00 00 00 00 ff ff');
  });

  it('keeps six samples within 20 bytes', () => {
    expect(encodePressure({ sequence: 0, periodUs: 10, tickUs: 0, values: [1, 2, 3, 4, 5, 6] })).toHaveLength(
      20
    );
  });

  it('writes the example features of the specification', () => {
    const features = encodeFeatures({
      canSetRate: true,
      canIdentify: true,
      contractionLowers: false,
      unit: 'count',
      scale: 1,
      range: { min: 0, max: 4095 },
      rateHz: 100,
      rateRangeHz: { min: 20, max: 200 },
      firmware: [1, 0]
    });
    const expected = '01 07 01 00 00 00 80 3f 00 00 ff 0f 64 00 14 00 c8 00 01 00';
    expect(hex(features)).toBe(expected);
    expect(hex(streaming({ kind: 'open-profile' }).read(FEATURES))).toBe(expected);
  });

  it('says in the features that a contraction lowers the value', () => {
    expect(streaming({ kind: 'open-profile', inverted: true }).read(FEATURES)[1]).toBe(0x0f);
  });

  it('writes answers as 80, opcode, result', () => {
    expect(hex(encodeAnswer(1, 1))).toBe('80 01 01');
  });
});

describe('kGoal Boost bytes', () => {
  it('sends 1491 at its own baseline as in the published vector', () => {
    const [first] = streaming({ kind: 'kgoal-boost', restCounts: 1491 }).advance(0.05);
    expect(first && hex(first.bytes)).toBe('00 01 04 00 00 05 d3');
  });

  it('counts its normalised value from the first value after subscribing, never below 0', () => {
    const sensor = streaming({
      kind: 'kgoal-boost',
      restCounts: 1000,
      spanCounts: 500,
      muscle: doing((tS) => (tS < 0.06 ? 0 : tS < 0.11 ? 40 : -20))
    });
    const frames = sensor.advance(0.15).map(view);
    expect(frames.map((frame) => frame.getUint16(3))).toEqual([0, 200, 0]);
    expect(frames.map((frame) => frame.getUint16(5))).toEqual([1000, 1200, 900]);
  });

  it('clamps to 0–2000', () => {
    const sensor = streaming({ kind: 'kgoal-boost', muscle: doing((tS) => (tS < 0.06 ? 900 : -900)) });
    expect(sensor.advance(0.1).map((frame) => view(frame).getUint16(5))).toEqual([2000, 0]);
  });
});

describe('Progressor bytes', () => {
  it('sends 12.5 kg at 1000 µs as in the published vector', () => {
    const sensor = streaming({
      kind: 'progressor',
      samplesPerFrame: 1,
      restCounts: 12.5,
      tickStart: 2 ** 32 - 11_500
    });
    const [first] = sensor.advance(0.0125);
    expect(first && hex(first.bytes)).toBe('01 08 00 00 48 41 e8 03 00 00');
  });

  it('sends up to 16 samples in one packet of 130 bytes', () => {
    const [first] = streaming({ kind: 'progressor', samplesPerFrame: 16 }).advance(0.2);
    expect(first?.bytes).toHaveLength(130);
    expect(first?.bytes[1]).toBe(128);
    expect(first?.characteristic).toBe(PRESSURE.progressor);
    expect(() => streaming({ kind: 'progressor', samplesPerFrame: 17 })).toThrow(RangeError);
  });
});
