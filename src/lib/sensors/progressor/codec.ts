import type { Channel, Reading, SensorDriver } from '../driver';
import { profile } from './profile';

const TAG = { reply: 0x00, weights: 0x01, lowPower: 0x04 } as const;
const HEADER_BYTES = 2;
const SAMPLE_BYTES = 8;

/** Tag, length, then pairs of f32 kg and u32 µs, little-endian. Of a packet cut short the whole pairs are used. */
function decodeWeights(bytes: DataView, reading: Reading): void {
  const announced = Math.floor(bytes.getUint8(1) / SAMPLE_BYTES);
  const held = Math.min(announced, Math.floor((bytes.byteLength - HEADER_BYTES) / SAMPLE_BYTES));
  for (let i = 0; i < held; i++) {
    const at = HEADER_BYTES + i * SAMPLE_BYTES;
    const kg = bytes.getFloat32(at, true);
    if (Number.isFinite(kg)) reading.add(kg, bytes.getUint32(at + 4, true));
  }
  reading.malformed = held === 0;
  reading.missing = announced - reading.count;
}

/** A reply names no command; the only one that this driver asks for is the battery, u32 mV. */
function decodeReply(bytes: DataView, reading: Reading): void {
  if (bytes.getUint8(1) === 4 && bytes.byteLength >= HEADER_BYTES + 4) {
    reading.batteryV = bytes.getUint32(HEADER_BYTES, true) / 1000;
  } else reading.malformed = true;
}

function decode(channel: Channel, bytes: DataView, reading: Reading): void {
  reading.reset();
  if (channel !== 'pressure') return;
  if (bytes.byteLength < HEADER_BYTES) reading.malformed = true;
  else if (bytes.getUint8(0) === TAG.weights) decodeWeights(bytes, reading);
  else if (bytes.getUint8(0) === TAG.reply) decodeReply(bytes, reading);
  else if (bytes.getUint8(0) === TAG.lowPower) reading.notice = 'switching-off';
  else reading.malformed = true;
}

export const progressor: SensorDriver = {
  profile,
  clock: { kind: 'tick', ticksPerS: 1e6 },
  features: {
    unit: 'kg',
    scale: 1,
    // A 150 kg load cell that is pushed or pulled; beyond twice that no reading is a person's.
    range: { min: -300, max: 300 },
    // The floats come from a converter whose step is not published; taken as 10 g (*decision*), far below a squeeze.
    resolution: 0.01,
    rateHz: 80,
    contraction: 'unknown'
  },
  decode
};
