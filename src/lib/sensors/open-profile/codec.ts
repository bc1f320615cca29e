import { decodeBatteryLevel, type Channel, type Features, type Reading, type SensorDriver } from '../driver';
import { profile } from './profile';

const HEADER_BYTES = 8;
const VERSION = 1;
const TICKS_PER_INTERVAL = 10;
const REZEROED = 0x20;
const NO_VALUE = 0xffff;
const UNITS = ['count', 'Pa', 'N', 'kg'] as const;

/** docs/protocol.md, section 2. */
function decodePressure(bytes: DataView, reading: Reading): void {
  if (bytes.byteLength < HEADER_BYTES + 2) {
    reading.malformed = true;
    return;
  }
  const head = bytes.getUint8(0);
  const announced = head & 0x0f;
  const interval = bytes.getUint16(2, true);
  if (head >> 6 !== VERSION || announced === 0 || interval < 500 || interval > 5000) {
    reading.malformed = true;
    return;
  }
  reading.sequence = bytes.getUint8(1);
  reading.rezeroed = (head & REZEROED) !== 0;
  const tick = bytes.getUint32(4, true);
  const held = Math.min(announced, (bytes.byteLength - HEADER_BYTES) >> 1);
  for (let i = 0; i < held; i++) {
    const value = bytes.getUint16(HEADER_BYTES + 2 * i, true);
    // The tick of a later sample may pass the wrap inside a frame; the clock takes all ticks modulo 2^32.
    if (value !== NO_VALUE) reading.add(value, (tick + i * interval * TICKS_PER_INTERVAL) >>> 0);
  }
  reading.missing = announced - reading.count;
}

/** docs/protocol.md, section 4. */
function decodeFeatures(bytes: DataView, reading: Reading): void {
  if (bytes.byteLength < 20 || bytes.getUint8(0) !== VERSION) {
    reading.malformed = true;
    return;
  }
  const flags = bytes.getUint8(1);
  const scale = bytes.getFloat32(4, true);
  const scaled = Number.isFinite(scale) && scale > 0;
  const min = bytes.getUint16(8, true);
  const max = bytes.getUint16(10, true);
  const rateHz = bytes.getUint16(12, true);
  if (min >= max || max === NO_VALUE || rateHz < 20 || rateHz > 200) {
    reading.malformed = true;
    return;
  }
  reading.features = {
    unit: (scaled ? UNITS[bytes.getUint8(3)] : undefined) ?? 'count',
    scale: scaled ? scale : 1,
    range: { min, max },
    resolution: 1,
    rateHz,
    contraction: (flags & 4) === 0 ? 'unknown' : (flags & 8) === 0 ? 'raises' : 'lowers'
  };
}

function decode(channel: Channel, bytes: DataView, reading: Reading): void {
  reading.reset();
  if (channel === 'pressure') decodePressure(bytes, reading);
  else if (channel === 'features') decodeFeatures(bytes, reading);
  else if (channel === 'battery') decodeBatteryLevel(bytes, reading);
}

/** Until the sensor has told its own. */
const features: Features = {
  unit: 'count',
  scale: 1,
  range: { min: 0, max: 65534 },
  resolution: 1,
  rateHz: null,
  contraction: 'unknown'
};

export const openProfile: SensorDriver = {
  profile,
  clock: { kind: 'tick', ticksPerS: 1e6 },
  features,
  decode
};
