/**
 * What every sensor driver is made of: a profile (data), and a decoder (a pure function of bytes). A driver knows nothing of
 * Bluetooth calls, connections or clocks; the transport reads the profile and knows no driver by name.
 */

import type { ClockSource } from '../signal/sample-clock';

/** Where bytes come from, in the order that the journal numbers them. Append only: stored sessions count on it. */
export const CHANNELS = ['pressure', 'control', 'features', 'battery'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface CharacteristicAddress {
  readonly service: string;
  readonly characteristic: string;
}

/** One step of opening or closing a stream. A step marked optional may be impossible on a given device. */
export type StreamStep =
  | { readonly do: 'read'; readonly channel: Channel; readonly optional?: true }
  | { readonly do: 'subscribe'; readonly channel: Channel; readonly optional?: true }
  | {
      readonly do: 'write';
      readonly channel: Channel;
      readonly bytes: readonly number[];
      /** The answer to wait for: the channel that it comes on, and the bytes that it must begin with. */
      readonly answer?: { readonly channel: Channel; readonly startsWith: readonly number[] };
      readonly optional?: true;
    };

export interface SensorProfile {
  /** Kebab-case, stored with every session. */
  readonly id: string;
  /** As on the box. */
  readonly title: string;
  /** Advertised names: a device matches by any of these or by its service. */
  readonly names: readonly { readonly name?: string; readonly namePrefix?: string }[];
  /** The service that tells this sensor from all others; 128-bit or full-length 16-bit UUID, lower case. */
  readonly service: string;
  readonly channels: Readonly<Partial<Record<Channel, CharacteristicAddress>>>;
  readonly open: readonly StreamStep[];
  readonly close: readonly StreamStep[];
}

/** What one number of a sensor means. */
export interface Features {
  readonly unit: 'count' | 'Pa' | 'N' | 'kg';
  /** Units in one number as decoded. */
  readonly scale: number;
  /** Numbers outside are faults; a number at either end is a signal at the rail. */
  readonly range: { readonly min: number; readonly max: number };
  /** The smallest step, in numbers as decoded; 0 where the sensor sends fractions. */
  readonly resolution: number;
  /** Hz as declared, or null where only the arrivals tell. */
  readonly rateHz: number | null;
  /** What the maker says that a contraction does. A hint only. */
  readonly contraction: 'raises' | 'lowers' | 'unknown';
}

export interface SensorDriver {
  readonly profile: SensorProfile;
  readonly clock: ClockSource;
  readonly features: Features;
  /** Reads one packet into `reading`, which is reset first. Never throws, whatever the bytes. */
  decode(channel: Channel, bytes: DataView, reading: Reading): void;
}

/** What a sensor says of itself beside its signal. `switching-off`: its battery is nearly empty, and it will turn itself off. */
export type SensorNotice = 'switching-off';

/** Batteries at or below this are low (*decision*): a tenth of the charge, and where a single lithium cell has about as much left. */
export const LOW_BATTERY = { pct: 10, volts: 3.4 } as const;

/** No notification holds more samples: 512 bytes is the longest attribute, 8 bytes the shortest sample with its tick. */
export const MAX_SAMPLES = 64;

/** The one place that a decoder writes to; reused for every packet, so that nothing is allocated per sample. */
export class Reading {
  count = 0;
  readonly values = new Float64Array(MAX_SAMPLES);
  /** Device ticks, unwrapped by the clock; meaningless for arrival clocks. */
  readonly ticks = new Float64Array(MAX_SAMPLES);
  /** Frame number modulo 256, or −1. */
  sequence = -1;
  /** Samples the frame announced but did not hold, or held as invalid. */
  missing = 0;
  malformed = false;
  /** NaN where the packet says nothing about it. */
  batteryPct = NaN;
  batteryV = NaN;
  notice: SensorNotice | null = null;
  features: Features | null = null;
  /** The sensor moved its own zero before the first of these samples. */
  rezeroed = false;

  reset(): void {
    this.count = 0;
    this.sequence = -1;
    this.missing = 0;
    this.malformed = false;
    this.batteryPct = NaN;
    this.batteryV = NaN;
    this.notice = null;
    this.features = null;
    this.rezeroed = false;
  }

  add(value: number, tick: number): void {
    if (this.count === MAX_SAMPLES) return;
    this.values[this.count] = value;
    this.ticks[this.count] = tick;
    this.count += 1;
  }
}

/** Battery Level 2A19, shared by every sensor that has it: one byte, 0–100 %. */
export function decodeBatteryLevel(bytes: DataView, reading: Reading): void {
  const pct = bytes.byteLength > 0 ? bytes.getUint8(0) : 255;
  if (pct > 100) reading.malformed = true;
  else reading.batteryPct = pct;
}

export const BATTERY: CharacteristicAddress = {
  service: '0000180f-0000-1000-8000-00805f9b34fb',
  characteristic: '00002a19-0000-1000-8000-00805f9b34fb'
};
