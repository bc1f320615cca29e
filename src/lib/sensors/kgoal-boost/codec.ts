import { decodeBatteryLevel, type Channel, type Reading, type SensorDriver } from '../driver';
import { profile } from './profile';

const SHORTEST_FRAME = 7;

/**
 * Bytes 0–2 a head that is not checked, 3–4 a value that the sensor has normalised, 5–6 the raw value (u16, big-endian), then
 * whatever firmware adds. The raw value is used: the baseline is ours, and the same for every sensor. Equal values are
 * samples like any other. There is no device time.
 */
function decode(channel: Channel, bytes: DataView, reading: Reading): void {
  reading.reset();
  if (channel === 'battery') decodeBatteryLevel(bytes, reading);
  else if (channel === 'pressure') {
    if (bytes.byteLength < SHORTEST_FRAME) reading.malformed = true;
    else reading.add(bytes.getUint16(5, false), 0);
  }
}

export const kgoalBoost: SensorDriver = {
  profile,
  clock: { kind: 'arrival' },
  features: {
    unit: 'count',
    scale: 1,
    range: { min: 0, max: 2000 },
    resolution: 1,
    rateHz: null,
    contraction: 'unknown'
  },
  decode
};
