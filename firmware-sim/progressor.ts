import { profile } from '../src/lib/sensors/progressor/profile';
import { DEVICE_INFORMATION } from './gatt-table';
import type { Firmware, FrameSource, Host, Personality } from './personality';

const { pressure, control } = profile.channels;
if (!pressure || !control) throw new Error('the Progressor profile lacks a channel');

const VERSION = '1.2.3';
const LOW_BATTERY_PCT = 5;

/** Answers come on the data characteristic and do not say which command they answer. */
class ProgressorFirmware implements Firmware {
  constructor(private readonly host: Host) {}

  read(): undefined {
    return undefined;
  }

  /** Unknown and empty commands are ignored; while it streams, so is a question for the battery. */
  write(_characteristic: string, bytes: Uint8Array): void {
    switch (bytes[0]) {
      case 0x64:
        this.host.rezero(0);
        break;
      case 0x65:
        this.host.startStream();
        break;
      case 0x66:
        this.host.stopStream();
        break;
      case 0x6b:
        this.reply(new TextEncoder().encode(VERSION));
        break;
      case 0x6e:
        this.host.hangUp();
        break;
      case 0x6f:
        if (!this.host.streaming) this.reply(this.millivolts());
        break;
      case 0x70:
        this.reply(Uint8Array.of(0xb0, 0xde, 0, 0, 0, 0, 0, 1));
        break;
    }
  }

  /** `00`, the length, the value. */
  private reply(value: Uint8Array): void {
    this.send(Uint8Array.of(0x00, value.length, ...value));
  }

  /** u32: 3200 mV empty, 4200 mV full. */
  private millivolts(): Uint8Array {
    const view = new DataView(new ArrayBuffer(4));
    view.setUint32(0, Math.round(3200 + 10 * this.host.batteryPct), true);
    return new Uint8Array(view.buffer);
  }

  private send(bytes: Uint8Array): void {
    if (pressure) this.host.send(pressure.characteristic, bytes);
  }

  /** `01`, the length, then f32 kg and u32 µs for each sample. */
  encode({ values, ticksUs }: FrameSource): Uint8Array {
    const view = new DataView(new ArrayBuffer(2 + 8 * values.length));
    view.setUint8(0, 0x01);
    view.setUint8(1, 8 * values.length);
    values.forEach((value, i) => {
      view.setFloat32(2 + 8 * i, value, true);
      view.setUint32(6 + 8 * i, ticksUs[i] ?? 0, true);
    });
    return new Uint8Array(view.buffer);
  }

  subscribed(): void {
    // The start command starts the stream.
  }

  reset(): void {
    this.host.stopStream();
  }

  /** `04 00` warns of a battery that is nearly empty. */
  batteryChanged(): void {
    if (this.host.batteryPct <= LOW_BATTERY_PCT) this.send(Uint8Array.of(0x04, 0x00));
  }
}

export const progressor: Personality = {
  kind: 'progressor',
  name: 'Progressor_1234',
  manufacturer: 'Tindeq (simulated)',
  firmwareRevision: VERSION,
  service: profile.service,
  services: [
    {
      uuid: profile.service,
      characteristics: [
        { uuid: pressure.characteristic, properties: ['notify'] },
        { uuid: control.characteristic, properties: ['write', 'write-without-response'] }
      ]
    },
    DEVICE_INFORMATION
  ],
  pressure: pressure.characteristic,
  rateHz: 80,
  samplesPerFrame: () => 8,
  maxSamplesPerFrame: 16,
  headerBytes: 2,
  sampleBytes: 8,
  periodStepUs: 1,
  // kg under a cushion.
  rest: 10,
  span: 5,
  range: { min: -150, max: 150 },
  integer: false,
  start: (host) => new ProgressorFirmware(host)
};
