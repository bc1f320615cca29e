import { SensorClock } from './clock';
import { fullUuid, Refusal } from './gatt-table';
import type { Notification, SimulatedSensor } from './sensor';

/** What the API accepts for a service or characteristic here: a full lower-case UUID, or a 16- or 32-bit number. */
export function resolveUuid(uuid: string | number): string {
  if (typeof uuid === 'number') return fullUuid(uuid >>> 0);
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid)) return uuid;
  throw new TypeError(`Invalid UUID: '${uuid}'. It must be a valid UUID alias or a full lower-case UUID.`);
}

export function networkError(message: string): DOMException {
  return new DOMException(message, 'NetworkError');
}

export const DISCONNECTED =
  'GATT Server is disconnected. Cannot perform GATT operations. (Re)connect first with `device.gatt.connect`.';

/**
 * One page's connection to one sensor: real time, one operation at a time, and everything that a disconnection makes invalid.
 */
export class Link {
  /** UUIDs of services that the page asked for in the chooser. */
  readonly allowed = new Set<string>();
  /** Counts connections, so that an object of an earlier one can be told. */
  generation = 0;
  private readonly clock: SensorClock;
  private readonly operationMs: number;
  private busy = false;
  private attempts = new Set<(reason: DOMException) => void>();

  constructor(
    readonly sensor: SimulatedSensor,
    speed: number,
    private readonly receive: (notification: Notification) => void,
    private readonly disconnected: () => void
  ) {
    // A few connection intervals of a real radio.
    this.operationMs = 10 / speed;
    this.clock = new SensorClock(sensor, {
      speed,
      deliver: (notifications) => {
        const { generation } = this;
        // A listener may disconnect; then nothing more arrives.
        for (const notification of notifications) {
          if (this.lives(generation)) this.receive(notification);
        }
      }
    });
    sensor.onDisconnect(() => {
      this.busy = false;
      this.clock.pause();
      this.disconnected();
    });
  }

  get connected(): boolean {
    return this.sensor.connected;
  }

  /** Settles only when the sensor answers, or with an AbortError when `disconnect` is called meanwhile. */
  connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.attempts.add(reject);
      setTimeout(() => {
        if (!this.attempts.has(reject)) return;
        this.clock.sync();
        try {
          const isNew = !this.connected;
          if (this.sensor.connect() === 'hanging') return;
          if (isNew) this.generation += 1;
          this.clock.start();
          resolve();
        } catch {
          reject(networkError('Connection attempt failed.'));
        }
        this.attempts.delete(reject);
      }, this.operationMs);
    });
  }

  disconnect(): void {
    for (const reject of this.attempts) reject(new DOMException('Connection attempt aborted.', 'AbortError'));
    this.attempts.clear();
    this.sensor.disconnect();
  }

  /** Discovery: slow like an operation, but may overlap others. */
  async discover(): Promise<void> {
    const { generation } = this;
    if (!this.connected) throw networkError(DISCONNECTED);
    await this.pause();
    if (!this.lives(generation)) throw networkError(DISCONNECTED);
  }

  /** A read, a write or a change of subscription: one at a time, and void when the connection ends meanwhile. */
  async operate<T>(
    generation: number,
    work: (sensor: SimulatedSensor) => T,
    hang?: 'hangRead' | 'hangSubscribe'
  ): Promise<T> {
    if (!this.connected) throw networkError(DISCONNECTED);
    if (generation !== this.generation) {
      throw new DOMException(
        'Characteristic is no longer valid. Remember to retrieve the characteristic again after reconnecting.',
        'InvalidStateError'
      );
    }
    if (this.busy) throw networkError('GATT operation already in progress.');
    this.busy = true;
    if (hang && this.sensor.faults[hang]) return new Promise<T>(() => undefined);
    await this.pause();
    if (!this.lives(generation)) throw networkError(DISCONNECTED);
    this.busy = false;
    this.clock.sync();
    try {
      return work(this.sensor);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.reason === 'not-connected') throw networkError(DISCONNECTED);
      throw new DOMException('GATT operation not permitted.', 'NotSupportedError');
    }
  }

  stop(): void {
    this.disconnect();
    this.clock.pause();
  }

  /** Whether that connection is still the one. */
  private lives(generation: number): boolean {
    return this.connected && generation === this.generation;
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.operationMs));
  }
}
