import { profile } from '../src/lib/sensors/kgoal-boost/profile';
import { BATTERY_SERVICE, DEVICE_INFORMATION } from './gatt-table';
import type { Firmware, FrameSource, Host, Personality } from './personality';

const { pressure } = profile.channels;
if (!pressure) throw new Error('the kGoal profile lacks a channel');

/** Streams while subscribed to; no commands, no device time. */
class KgoalFirmware implements Firmware {
  /** What the device itself takes for rest: the first value after subscribing. */
  private baseline = NaN;

  constructor(private readonly host: Host) {}

  read(): undefined {
    return undefined;
  }

  write(): void {
    // Nothing can be written.
  }

  subscribed(characteristic: string): void {
    if (characteristic !== pressure?.characteristic) return;
    this.baseline = NaN;
    this.host.startStream();
  }

  /** `00 01 04`, then what exceeds the device's baseline and the raw value, both u16 big-endian. */
  encode({ values }: FrameSource): Uint8Array {
    const raw = values[0] ?? NaN;
    const sent = Number.isNaN(raw) ? 0 : raw;
    if (Number.isNaN(this.baseline)) this.baseline = sent;
    const view = new DataView(new ArrayBuffer(7));
    view.setUint8(1, 0x01);
    view.setUint8(2, 0x04);
    view.setUint16(3, Math.max(0, sent - this.baseline));
    view.setUint16(5, sent);
    return new Uint8Array(view.buffer);
  }

  reset(): void {
    this.host.stopStream();
  }
}

export const kgoalBoost: Personality = {
  kind: 'kgoal-boost',
  name: 'Boost',
  manufacturer: 'kGoal (simulated)',
  firmwareRevision: '1.0',
  service: profile.service,
  services: [
    {
      uuid: profile.service,
      characteristics: [{ uuid: pressure.characteristic, properties: ['notify'] }]
    },
    BATTERY_SERVICE,
    DEVICE_INFORMATION
  ],
  pressure: pressure.characteristic,
  rateHz: 20,
  samplesPerFrame: () => 1,
  maxSamplesPerFrame: 1,
  headerBytes: 0,
  sampleBytes: 7,
  periodStepUs: 1,
  rest: 900,
  span: 600,
  range: { min: 0, max: 2000 },
  integer: true,
  start: (host) => new KgoalFirmware(host)
};
