/**
 * One contract for every sensor: its vectors read right whole, with other bytes before and after them in the buffer, cut short at
 * every length, and drowned in garbage.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHANNELS, Reading } from '../../src/lib/sensors/driver';
import { drivers } from '../../src/lib/sensors/drivers';

const Vector = z.strictObject({
  name: z.string(),
  channel: z.enum(CHANNELS),
  bytes: z.string().regex(/^[0-9a-f]{2}( [0-9a-f]{2})*$/),
  expect: z.strictObject({
    values: z.array(z.number()).default([]),
    ticks: z.array(z.number()).optional(),
    sequence: z.number().default(-1),
    missing: z.number().default(0),
    malformed: z.boolean().default(false),
    batteryPct: z.number().optional(),
    batteryV: z.number().optional(),
    notice: z.literal('switching-off').nullable().default(null),
    features: z.unknown().optional()
  })
});

const vectorsOf = (id: string) =>
  Vector.array().parse(
    JSON.parse(readFileSync(new URL(`../../src/lib/sensors/${id}/vectors.json`, import.meta.url), 'utf8'))
  );
const bytesOf = (hex: string) => Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16));
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

describe.each(drivers)('$profile.id', (driver) => {
  const vectors = vectorsOf(driver.profile.id);
  const reading = new Reading();

  function expectReading(expected: (typeof vectors)[number]['expect']) {
    expect([...reading.values.subarray(0, reading.count)]).toEqual(expected.values);
    if (expected.ticks) expect([...reading.ticks.subarray(0, reading.count)]).toEqual(expected.ticks);
    expect(reading.sequence).toBe(expected.sequence);
    expect(reading.missing).toBe(expected.missing);
    expect(reading.malformed).toBe(expected.malformed);
    expect(reading.batteryPct).toBe(expected.batteryPct ?? NaN);
    expect(reading.batteryV).toBe(expected.batteryV ?? NaN);
    expect(reading.notice).toBe(expected.notice);
    expect(reading.features).toEqual(expected.features ?? null);
  }

  it.each(vectors)('reads $name', (vector) => {
    driver.decode(vector.channel, view(bytesOf(vector.bytes)), reading);
    expectReading(vector.expect);
  });

  it.each(vectors)('reads $name from the middle of a larger buffer', (vector) => {
    const bytes = bytesOf(vector.bytes);
    const larger = new Uint8Array(bytes.length + 9).fill(0xa5);
    larger.set(bytes, 5);
    driver.decode(vector.channel, new DataView(larger.buffer, 5, bytes.length), reading);
    expectReading(vector.expect);
  });

  it.each(vectors)('takes a prefix of the samples of $name at every shorter length', (vector) => {
    const bytes = bytesOf(vector.bytes);
    for (let length = 0; length < bytes.length; length++) {
      driver.decode(vector.channel, view(bytes.subarray(0, length)), reading);
      const got = [...reading.values.subarray(0, reading.count)];
      expect(got).toEqual(vector.expect.values.slice(0, got.length));
      const sawAll = got.length === vector.expect.values.length;
      expect(sawAll || reading.malformed || reading.missing > 0).toBe(true);
    }
  });

  it('reads any bytes without throwing, and only finite numbers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANNELS), fc.uint8Array({ maxLength: 512 }), (channel, bytes) => {
        driver.decode(channel, view(bytes), reading);
        for (let i = 0; i < reading.count; i++) {
          expect(Number.isFinite(reading.values[i])).toBe(true);
          expect(Number.isFinite(reading.ticks[i])).toBe(true);
        }
        if (reading.malformed) expect(reading.count).toBe(0);
      }),
      { numRuns: 2000 }
    );
  });

  it('forgets the packet before', () => {
    for (const first of vectors) {
      for (const second of vectors) {
        driver.decode(first.channel, view(bytesOf(first.bytes)), reading);
        driver.decode(second.channel, view(bytesOf(second.bytes)), reading);
        expectReading(second.expect);
      }
    }
  });

  it('lists every channel that its steps use', () => {
    const { channels, open, close } = driver.profile;
    for (const step of [...open, ...close]) expect(channels[step.channel]).toBeDefined();
    expect(open.some((step) => step.do === 'subscribe' && step.channel === 'pressure')).toBe(true);
  });
});
