import { AppError } from '../errors';
import type { Channel, SensorProfile, StreamStep } from '../sensors/driver';
import { CALL_LIMITS, limited, type CallLimit, type LimitedCall } from './limited';

/** The parts of Web Bluetooth that are used, so that a simulated sensor can stand in. This file alone calls them. */
export type BluetoothPort = Pick<Bluetooth, 'requestDevice'>;

/** Whether the browser keeps a device's id when it is started again: those that do can list the devices that were allowed. */
export function keepsIds(bluetooth: BluetoothPort): boolean {
  return 'getDevices' in bluetooth;
}

/** How long a sensor may take to answer a command. */
const ANSWER_LIMIT: CallLimit = { ms: 3_000, code: 'sensor_refused' };
/** How long a step of letting go may take: the link ends all the same. */
const CLOSE_LIMIT: CallLimit = { ms: 1_000, code: 'sensor_silent' };

/** Which link a device is in use by. What comes of an earlier attempt must not end the link of a later one. */
const holders = new WeakMap<BluetoothDevice, GattLink>();

export interface GattListener {
  /** At the moment of arrival. `bytes` are the browser's own, good for the call only. */
  packet(channel: Channel, bytes: Uint8Array): void;
  /** The link broke; not told after `close`. */
  lost(): void;
}

/**
 * Shows the browser's chooser. Must be called in a click.
 *
 * @param signal ends the wait; the browser's window may stay open, but nothing comes of it
 * @returns null when the person closed it
 */
export async function chooseDevice(
  bluetooth: BluetoothPort,
  profiles: readonly SensorProfile[],
  signal?: AbortSignal
): Promise<BluetoothDevice | null> {
  const filters = profiles.flatMap(({ names, service }) => [...names, { services: [service] }]);
  const addresses = profiles.flatMap(({ channels }) => Object.values(channels));
  const optionalServices = [...new Set(addresses.map(({ service }) => service))];
  signal?.throwIfAborted();
  try {
    const chosen = bluetooth.requestDevice({ filters, optionalServices });
    return await limited(CALL_LIMITS.requestDevice, chosen, signal);
  } catch (cause) {
    if (cause instanceof AppError || signal?.aborted) throw cause;
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
    private readonly listener: GattListener
  ) {}

  /** Connects and finds out what it is. Throws connect_timeout, sensor_silent, connect_failed or not_this_sensor. */
  async connect(): Promise<SensorProfile> {
    this.#forget();
    const { signal } = this.#linked;
    holders.set(this.device, this);
    try {
      const profile = await this.#discover(signal);
      signal.throwIfAborted();
      this.#profile = profile;
      const heard = () => {
        this.#forget();
        this.listener.lost();
      };
      this.device.addEventListener('gattserverdisconnected', heard, { signal });
      return profile;
    } catch (cause) {
      // A link that was given up is let go already, and may be another attempt's by now.
      if (!signal.aborted) this.abandon();
      throw cause instanceof AppError ? cause : new AppError('connect_failed', { cause });
    }
  }

  /** Runs the profile's steps; packets flow from the first read on. Throws sensor_refused, sensor_silent or connect_failed. */
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
    for (const step of steps) await limited(CLOSE_LIMIT, this.#run(step)).catch(() => undefined);
    this.abandon();
  }

  /** Ends whatever is under way, at once, and lets go of the device. */
  abandon(): void {
    this.#forget();
    if (holders.get(this.device) !== this) return;
    holders.delete(this.device);
    this.device.gatt?.disconnect();
  }

  #forget(): void {
    this.#generation += 1;
    this.#linked.abort(new AppError('connect_failed'));
    this.#linked = new AbortController();
    this.#profile = null;
    this.#found = new Map();
    for (const answer of this.#answers.values()) answer(null);
    this.#answers = new Map();
    this.#queue = Promise.resolve();
  }

  async #discover(signal: AbortSignal): Promise<SensorProfile> {
    const { gatt } = this.device;
    if (!gatt) throw new AppError('connect_failed');
    const connected = gatt.connect();
    connected.then(
      () => {
        // Given up meanwhile, and nobody else has taken it: do not hold on to what nobody waits for.
        if (!holders.has(this.device)) gatt.disconnect();
      },
      () => undefined
    );
    const server = await limited(CALL_LIMITS.connect, connected, signal);
    for (const profile of this.profiles) {
      const service = await serviceOf(server, profile.service, signal);
      if (!service) continue;
      await this.#findChannels(server, profile, signal);
      return profile;
    }
    throw new AppError('not_this_sensor');
  }

  async #findChannels(
    server: BluetoothRemoteGATTServer,
    profile: SensorProfile,
    signal: AbortSignal
  ): Promise<void> {
    for (const channel of Object.keys(profile.channels) as Channel[]) {
      const address = profile.channels[channel];
      if (!address) continue;
      const service = await serviceOf(server, address.service, signal);
      const found = service?.getCharacteristic(address.characteristic).catch(ifMissing);
      const characteristic = found && (await limited(CALL_LIMITS.getCharacteristic, found, signal));
      if (characteristic) this.#found.set(channel, characteristic);
      else if (address.service === profile.service) throw new AppError('not_this_sensor');
    }
  }

  #run(step: StreamStep): Promise<unknown> {
    const characteristic = this.#found.get(step.channel);
    if (!characteristic) return Promise.reject(new AppError('not_this_sensor'));
    if (step.do === 'subscribe') return this.#subscribe(step.channel, characteristic);
    if (step.do === 'read') {
      return this.#enqueue('readValue', () => characteristic.readValue()).then((value) => {
        this.#deliver(step.channel, value);
      });
    }
    const bytes = Uint8Array.from(step.bytes);
    const write = () => characteristic.writeValueWithResponse(bytes);
    const { answer } = step;
    if (!answer) return this.#enqueue('writeValueWithResponse', write);
    const answered = new Promise<void>((resolve, reject) => {
      this.#answers.set(answer.channel, (got) => {
        if (!got) reject(new AppError('connect_failed'));
        else if (answer.startsWith.every((byte, i) => got[i] === byte)) resolve();
        else reject(new AppError('sensor_refused'));
      });
    });
    const written = this.#enqueue('writeValueWithResponse', write);
    return limited(ANSWER_LIMIT, Promise.all([written, answered]));
  }

  #subscribe(channel: Channel, characteristic: BluetoothRemoteGATTCharacteristic): Promise<unknown> {
    // Listening first: the first notification may come before the promise of the subscription.
    characteristic.addEventListener('characteristicvaluechanged', () => {
      if (characteristic.value) this.#deliver(channel, characteristic.value);
    });
    return this.#enqueue('startNotifications', () => characteristic.startNotifications());
  }

  #deliver(channel: Channel, value: DataView): void {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const answer = this.#answers.get(channel);
    this.#answers.delete(channel);
    answer?.(bytes);
    this.listener.packet(channel, bytes);
  }

  /** One operation after the other; one that is never answered ends with its limit, so that the next can be tried. */
  #enqueue<T>(call: LimitedCall, operation: () => Promise<T>): Promise<T> {
    const { signal } = this.#linked;
    const result = this.#queue.then(() => {
      signal.throwIfAborted();
      return limited(CALL_LIMITS[call], operation(), signal);
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** Null where the device has no such service. */
function serviceOf(
  server: BluetoothRemoteGATTServer,
  uuid: string,
  signal: AbortSignal
): Promise<BluetoothRemoteGATTService | null> {
  const found = server.getPrimaryService(uuid).catch(ifMissing);
  return limited(CALL_LIMITS.getPrimaryService, found, signal);
}

/** Turns "there is none" into null, and lets every other failure pass. */
function ifMissing(error: unknown): null {
  if (error instanceof DOMException && error.name === 'NotFoundError') return null;
  throw error;
}
