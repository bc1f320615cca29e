import { profile } from '../src/lib/sensors/open-profile/profile';
import { encodeAnswer, encodeFeatures, encodePressure, RESULT } from './frames';
import { BATTERY_SERVICE, DEVICE_INFORMATION } from './gatt-table';
import type { Firmware, FrameSource, Host, Personality } from './personality';

const { pressure, control, features } = profile.channels;
if (!pressure || !control || !features) throw new Error('the open profile lacks a channel');

/** The firmware thinks this long before it answers a command. */
const ANSWER_DELAY_S = 0.005;
const RATE_RANGE_HZ = { min: 20, max: 200 };

class OpenProfileFirmware implements Firmware {
  private busyUntilUs = -Infinity;
  private nowUs = 0;
  private tellRezero = false;

  constructor(private readonly host: Host) {}

  tick(nowUs: number): void {
    this.nowUs = nowUs;
  }

  read(characteristic: string): Uint8Array | undefined {
    if (characteristic !== features?.characteristic) return undefined;
    return encodeFeatures({
      canSetRate: true,
      canIdentify: true,
      contractionLowers: this.host.inverted,
      unit: 'count',
      scale: 1,
      range: this.host.range,
      rateHz: this.host.rateHz,
      rateRangeHz: RATE_RANGE_HZ,
      firmware: [1, 0]
    });
  }

  /** One command at a time: one that comes before the last is answered changes nothing and hears `busy`. */
  write(_characteristic: string, bytes: Uint8Array): void {
    const opcode = bytes[0] ?? 0;
    const fault = this.host.controlFault;
    if (fault === 'silent') return;
    if (this.nowUs < this.busyUntilUs) {
      this.answer(opcode, RESULT.busy, 0);
      return;
    }
    this.busyUntilUs = this.nowUs + ANSWER_DELAY_S * 1e6;
    this.answer(opcode, fault === 'none' ? this.obey(opcode, bytes) : fault, ANSWER_DELAY_S);
  }

  private obey(opcode: number, bytes: Uint8Array): number {
    if (bytes.length === 0) return RESULT.unsupported;
    switch (opcode) {
      case 0x01:
        this.host.startStream();
        return RESULT.done;
      case 0x02:
        this.host.stopStream();
        return RESULT.done;
      case 0x03: {
        if (bytes.length < 3) return RESULT.refused;
        const hz = (bytes[1] ?? 0) | ((bytes[2] ?? 0) << 8);
        if (hz < RATE_RANGE_HZ.min || hz > RATE_RANGE_HZ.max) return RESULT.refused;
        this.host.setRate(hz);
        return RESULT.done;
      }
      case 0x04:
        if (this.host.rezeroesOnTare) this.host.rezero();
        return RESULT.done;
      case 0x05:
        return RESULT.done;
      default:
        return RESULT.unsupported;
    }
  }

  private answer(opcode: number, result: number, delayS: number): void {
    if (control) this.host.send(control.characteristic, encodeAnswer(opcode, result), delayS);
  }

  rezeroed(): void {
    this.tellRezero = true;
  }

  encode({ values, ticksUs, periodUs, sequence }: FrameSource): Uint8Array {
    const rezeroed = this.tellRezero;
    this.tellRezero = false;
    return encodePressure({ sequence, periodUs, tickUs: ticksUs[0] ?? 0, values, rezeroed });
  }

  subscribed(): void {
    // A subscription alone starts nothing here.
  }

  reset(): void {
    this.busyUntilUs = -Infinity;
    this.host.stopStream();
  }
}

export const openProfile: Personality = {
  kind: 'open-profile',
  name: 'Bodem Simulated',
  manufacturer: 'Bodem',
  firmwareRevision: '1.0',
  service: profile.service,
  services: [
    {
      uuid: profile.service,
      characteristics: [
        { uuid: pressure.characteristic, properties: ['notify'] },
        { uuid: control.characteristic, properties: ['write', 'indicate'] },
        { uuid: features.characteristic, properties: ['read'] }
      ]
    },
    BATTERY_SERVICE,
    DEVICE_INFORMATION
  ],
  pressure: pressure.characteristic,
  rateHz: 100,
  // A frame about every 50 ms, and never so full that a rate of 100 Hz or more leaves a broken second.
  samplesPerFrame: (rateHz) => Math.min(5, Math.max(1, Math.floor(rateHz * 0.05))),
  maxSamplesPerFrame: 6,
  headerBytes: 8,
  sampleBytes: 2,
  periodStepUs: 10,
  rest: 1800,
  span: 1200,
  range: { min: 0, max: 4095 },
  integer: true,
  start: (host) => new OpenProfileFirmware(host)
};
