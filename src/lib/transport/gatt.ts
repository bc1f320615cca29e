import { AppError, type ErrorCode } from '../errors';
import type { Channel, SensorProfile, StreamStep } from '../sensors/driver';

/** The parts of Web Bluetooth that are used, so that a simulated sensor can stand in. This file alone calls them. */
export type BluetoothPort = Pick<Bluetooth, 'requestDevice'>;

export interface GattTiming {
  /** The browser's own attempt may hang for ever. */
  readonly connectMs: number;
  /** How long a sensor may take to answer a command. */
  readonly answerMs: number;
}
export const GATT_TIMING: GattTiming = { connectMs: 10_000, answerMs: 3_000 };

export interface GattListener {
  /** `bytes` are the browser's own, good for the call only. `atMs` counts from 1970. */
  packet(channel: Channel, bytes: Uint8Array, atMs: number): void;
  /** The link broke; not told after `close`. */
  lost(): void;
}

/** Shows the browser's chooser. Must be called in a click. @returns null when the person closed it. */
export async function chooseDevice(
  bluetooth: BluetoothPort,
  profiles: readonly SensorProfile[]
): Promise<BluetoothDevice | null> {
  const filters = profiles.flatMap(({ names, service }) => [...names, { services: [service] }]);
  const addresses = profiles.flatMap(({ channels }) => Object.values(channels));
  const optionalServices = [...new Set(addresses.map(({ service }) => service))];
  try {
    return await bluetooth.requestDevice({ filters, optionalServices });
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : '';
    const text = cause instanceof Error ? cause.message : '';
    // One name covers "closed by the person", "forbidden" and "no adapter": only the text tells them apart.
    if (name === 'NotFoundError' && /cancel/i.test(text)) return null;
    const isDenied =
      name === 'SecurityError' || name === 'NotAllowedError' || /permission|policy|disabled/i.test(text);
    if (isDenied) throw new AppError('bluetooth_denied', { cause });
    if (name === 'NotFoundError') throw new AppError('bluetooth_off', { cause });
    throw new AppError('connect_failed', { cause });
  }
}

/**
 * The link to one chosen device. After a loss everything is found and subscribed again, because old characteristics are dead. GATT
 * operations run one after the other: a device takes one at a time.
 */
export class GattLink {
  #generation = 0;
  /** Ends with the link. */
  #linked = new AbortController();
  #queue: Promise<unknown> = Promise.resolve();
  #profile: SensorProfile | null = null;
  #found = new Map<Channel, BluetoothRemoteGATTCharacteristic>();
  /** Who waits for the next packet of a channel; null tells that the link is gone. */
  #answers = new Map<Channel, (bytes: Uint8Array | null) => void>();

  constructor(
    readonly device: BluetoothDevice,
    private readonly profiles: readonly SensorProfile[],
    private readonly listener: GattListener,
    private readonly timing: GattTiming = GATT_TIMING
  ) {}

  /** Connects and finds out what it is. Throws connect_timeout, connect_failed or not_this_sensor. */
  async connect(): Promise<SensorProfile> {
    this.#forget();
    const generation = this.#generation;
    try {
      const profile = await within(this.#discover(generation), this.timing.connectMs, 'connect_timeout');
      this.#profile = profile;
      const heard = () => {
        this.#forget();
        this.listener.lost();
      };
      this.device.addEventListener('gattserverdisconnected', heard, { signal: this.#linked.signal });
      return profile;
    } catch (cause) {
      this.#forget();
      this.device.gatt?.disconnect();
      throw cause instanceof AppError ? cause : new AppError('connect_failed', { cause });
    }
  }

  /** Runs the profile's steps; packets flow from the first read on. Throws sensor_refused or connect_failed. */
  async startStream(): Promise<void> {
    const generation = this.#generation;
    // The link broke before anything could be asked of it.
    if (!this.#profile) throw new AppError('connect_failed');
    for (const step of this.#profile.open) {
      try {
        await this.#run(step);
      } catch (cause) {
        const isOurs = generation === this.#generation;
        if (isOurs && step.optional && this.device.gatt?.connected) continue;
        // A link that was made anew meanwhile belongs to another call.
        if (isOurs) await this.close();
        throw cause instanceof AppError ? cause : new AppError('connect_failed', { cause });
      }
    }
  }

  /** Stops the stream and lets go of the device; a device that no longer answers is let go all the same. */
  async close(): Promise<void> {
    const steps = this.device.gatt?.connected ? (this.#profile?.close ?? []) : [];
    for (const step of steps) await within(this.#run(step), 1000, 'connect_timeout').catch(() => undefined);
    this.#forget();
    this.device.gatt?.disconnect();
  }

  #forget(): void {
    this.#generation += 1;
    this.#linked.abort();
    this.#linked = new AbortController();
    this.#profile = null;
    this.#found = new Map();
    for (const answer of this.#answers.values()) answer(null);
    this.#answers = new Map();
    this.#queue = Promise.resolve();
  }

  async #discover(generation: number): Promise<SensorProfile> {
    const gatt = this.device.gatt;
    if (!gatt) throw new AppError('connect_failed');
    const server = await gatt.connect();
    if (generation !== this.#generation) {
      // This attempt was given up; do not hold on to what nobody waits for.
      server.disconnect();
      throw new AppError('connect_timeout');
    }
    for (const profile of this.profiles) {
      const service = await server.getPrimaryService(profile.service).catch(ifMissing);
      if (!service) continue;
      await this.#findChannels(server, profile);
      return profile;
    }
    throw new AppError('not_this_sensor');
  }

  async #findChannels(server: BluetoothRemoteGATTServer, profile: SensorProfile): Promise<void> {
    for (const channel of Object.keys(profile.channels) as Channel[]) {
      const address = profile.channels[channel];
      if (!address) continue;
      const service = await server.getPrimaryService(address.service).catch(ifMissing);
      const characteristic = await service?.getCharacteristic(address.characteristic).catch(ifMissing);
      if (characteristic) this.#found.set(channel, characteristic);
      else if (address.service === profile.service) throw new AppError('not_this_sensor');
    }
  }

  #run(step: StreamStep): Promise<unknown> {
    const characteristic = this.#found.get(step.channel);
    if (!characteristic) return Promise.reject(new AppError('not_this_sensor'));
    if (step.do === 'subscribe') return this.#subscribe(step.channel, characteristic);
    if (step.do === 'read') {
      return this.#enqueue(async () => {
        this.#deliver(step.channel, await characteristic.readValue());
      });
    }
    const bytes = Uint8Array.from(step.bytes);
    const { answer } = step;
    if (!answer) return this.#enqueue(() => characteristic.writeValueWithResponse(bytes));
    const answered = new Promise<void>((resolve, reject) => {
      this.#answers.set(answer.channel, (got) => {
        if (!got) reject(new AppError('connect_failed'));
        else if (answer.startsWith.every((byte, i) => got[i] === byte)) resolve();
        else reject(new AppError('sensor_refused'));
      });
    });
    const written = this.#enqueue(() => characteristic.writeValueWithResponse(bytes));
    return within(Promise.all([written, answered]), this.timing.answerMs, 'sensor_refused');
  }

  #subscribe(channel: Channel, characteristic: BluetoothRemoteGATTCharacteristic): Promise<unknown> {
    // Listening first: the first notification may come before the promise of the subscription.
    characteristic.addEventListener('characteristicvaluechanged', () => {
      if (characteristic.value) this.#deliver(channel, characteristic.value);
    });
    return this.#enqueue(() => characteristic.startNotifications());
  }

  #deliver(channel: Channel, value: DataView): void {
    const atMs = performance.timeOrigin + performance.now();
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const answer = this.#answers.get(channel);
    this.#answers.delete(channel);
    answer?.(bytes);
    this.listener.packet(channel, bytes, atMs);
  }

  #enqueue<T>(operation: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(operation);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** Turns "there is none" into null, and lets every other failure pass. */
function ifMissing(error: unknown): null {
  if (error instanceof DOMException && error.name === 'NotFoundError') return null;
  throw error;
}

async function within<T>(promise: Promise<T>, ms: number, code: ErrorCode): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AppError(code));
    }, ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
