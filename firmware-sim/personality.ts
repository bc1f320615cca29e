import type { ControlFault } from './faults';
import type { Service } from './gatt-table';

export type SensorKind = 'open-profile' | 'kgoal-boost' | 'progressor';

/** What one frame is made from. */
export interface FrameSource {
  /** As sent: counts, or kg for the Progressor. NaN is a sample that the sensor could not take. */
  readonly values: readonly number[];
  /** Device time of each sample, µs, already wrapped to 32 bits. */
  readonly ticksUs: readonly number[];
  readonly periodUs: number;
  readonly sequence: number;
}

/** What a firmware may do to the sensor it runs in. */
export interface Host {
  readonly rateHz: number;
  readonly batteryPct: number;
  readonly streaming: boolean;
  readonly range: Range;
  readonly inverted: boolean;
  readonly controlFault: ControlFault;
  /** Whether a tare hint moves the sensor's zero. */
  readonly rezeroesOnTare: boolean;
  startStream(): void;
  stopStream(): void;
  /** From the next frame on. */
  setRate(hz: number): void;
  /** Moves the sensor's zero so that the present load reads `value`; without one, its value at rest. */
  rezero(value?: number): void;
  /** Sends bytes after `delayS`, to whoever subscribed by then. */
  send(characteristic: string, bytes: Uint8Array, delayS?: number): void;
  /** Ends the connection from the sensor's side. */
  hangUp(): void;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The part that differs between makers, with its own memory. */
export interface Firmware {
  /** Undefined: nothing of its own is kept there. */
  read(characteristic: string): Uint8Array | undefined;
  write(characteristic: string, bytes: Uint8Array): void;
  encode(source: FrameSource): Uint8Array;
  subscribed(characteristic: string): void;
  /** The connection ended. */
  reset(): void;
  /** The sensor's time moved on. */
  tick?(nowUs: number): void;
  batteryChanged?(): void;
  /** The zero was moved, so that it can be told with the next frame. */
  rezeroed?(): void;
}

/** One kind of sensor as data, and how to start its firmware. */
export interface Personality {
  readonly kind: SensorKind;
  readonly name: string;
  readonly manufacturer: string;
  readonly firmwareRevision: string;
  /** The service that it advertises; missing under the fault `withoutService`. */
  readonly service: string;
  readonly services: readonly Service[];
  /** Where frames come out. */
  readonly pressure: string;
  readonly rateHz: number;
  /** Samples in a frame at a rate, and the most that fit. */
  readonly samplesPerFrame: (rateHz: number) => number;
  readonly maxSamplesPerFrame: number;
  /** A frame's bytes before its samples, and those of one sample. */
  readonly headerBytes: number;
  readonly sampleBytes: number;
  /** Samples are spaced by a whole multiple of this, µs. */
  readonly periodStepUs: number;
  /** At rest, and added by 100 %. */
  readonly rest: number;
  readonly span: number;
  readonly range: Range;
  /** Whole counts within the range, or any number. */
  readonly integer: boolean;
  start(host: Host): Firmware;
}
