import { CHARACTERISTIC, DEVICE, gattObjects, type ObjectTree } from './bluez-objects';
import { SensorClock } from './clock';
import type { Dbus, Message } from './dbus';
import { Refusal } from './gatt-table';
import type { Notification, SimulatedSensor } from './sensor';

/** BlueZ finds the services of a new connection after this, ms. */
const DISCOVERY_MS = 5;
const HANGING_POLL_MS = 50;

/** One sensor as BlueZ shows it: a device object, and below it the GATT table while it is connected. */
export class BluezDevice {
  /** UUID to path and back, of this connection. */
  private paths: ReadonlyMap<string, string> = new Map();
  private readonly clock: SensorClock;
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private hanging: Message[] = [];
  private readonly forget: () => void;

  constructor(
    private readonly bus: Dbus,
    private readonly tree: ObjectTree,
    readonly path: string,
    private readonly sensor: SimulatedSensor,
    speed: number
  ) {
    this.clock = new SensorClock(sensor, {
      speed,
      deliver: (notifications) => {
        for (const notification of notifications) this.notify(notification);
      }
    });
    this.forget = sensor.onDisconnect(() => {
      this.disconnected();
    });
  }

  /** Answers a call to this device or to something below it; false for a method that it does not have. */
  handle(call: Message): boolean {
    switch (`${call.interface ?? ''}.${call.member ?? ''}`) {
      case `${DEVICE}.Connect`:
        this.connect(call);
        return true;
      case `${DEVICE}.Disconnect`:
        this.bus.reply(call);
        this.abandon();
        this.sensor.disconnect();
        return true;
      case `${CHARACTERISTIC}.ReadValue`:
        if (this.sensor.faults.hangRead) return true;
        this.operate(call, (uuid) => ['ay', [[...this.sensor.read(uuid)]]]);
        return true;
      case `${CHARACTERISTIC}.WriteValue`:
        this.operate(call, (uuid) => {
          this.sensor.write(uuid, Uint8Array.from(call.body?.[0] as Iterable<number>));
          return null;
        });
        return true;
      case `${CHARACTERISTIC}.StartNotify`:
        if (this.sensor.faults.hangSubscribe) return true;
        this.operate(call, (uuid) => {
          this.sensor.subscribe(uuid);
          this.tree.set(call.path ?? '', CHARACTERISTIC, { Notifying: ['b', true] });
          return null;
        });
        return true;
      case `${CHARACTERISTIC}.StopNotify`:
        this.operate(call, (uuid) => {
          this.sensor.unsubscribe(uuid);
          this.tree.set(call.path ?? '', CHARACTERISTIC, { Notifying: ['b', false] });
          return null;
        });
        return true;
      default:
        return false;
    }
  }

  stop(): void {
    this.forget();
    this.clock.pause();
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.sensor.disconnect();
  }

  /** A hanging sensor answers when the fault is switched off; until then this keeps asking. */
  private connect(call: Message): void {
    this.clock.sync();
    try {
      if (this.sensor.connect() === 'hanging') {
        this.hanging.push(call);
        this.later(HANGING_POLL_MS, () => {
          if (!this.hanging.includes(call)) return;
          this.hanging = this.hanging.filter((other) => other !== call);
          this.connect(call);
        });
        return;
      }
    } catch {
      this.bus.replyError(call, 'org.bluez.Error.Failed', 'le-connection-abort-by-local');
      return;
    }
    this.clock.start();
    this.tree.set(this.path, DEVICE, { Connected: ['b', true] });
    this.bus.reply(call);
    this.later(DISCOVERY_MS, () => {
      this.showServices();
    });
  }

  private showServices(): void {
    if (!this.sensor.connected || this.paths.size > 0) return;
    const { objects, paths } = gattObjects(this.sensor, this.path);
    this.paths = paths;
    for (const [path, interfaces] of objects) this.tree.add(path, interfaces);
    this.tree.set(this.path, DEVICE, { ServicesResolved: ['b', true] });
  }

  /** Connection attempts that nobody waits for any more. */
  private abandon(): void {
    for (const call of this.hanging) {
      this.bus.replyError(call, 'org.bluez.Error.Failed', 'le-connection-abort-by-local');
    }
    this.hanging = [];
  }

  private disconnected(): void {
    this.clock.pause();
    this.paths = new Map();
    this.tree.set(this.path, DEVICE, { ServicesResolved: ['b', false], Connected: ['b', false] });
    this.tree.removeBelow(this.path);
  }

  /** Does something to the characteristic that a call names, in the sensor's present. */
  private operate(call: Message, work: (uuid: string) => readonly [string, readonly unknown[]] | null): void {
    this.clock.sync();
    const uuid = [...this.paths].find(([, path]) => path === call.path)?.[0];
    try {
      if (uuid === undefined) throw new Refusal('unknown');
      const [signature, body] = work(uuid) ?? ['', []];
      this.bus.reply(call, signature, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const name = error.reason === 'not-permitted' ? 'NotPermitted' : 'Failed';
      this.bus.replyError(call, `org.bluez.Error.${name}`, error.message);
    }
  }

  private notify({ characteristic, bytes }: Notification): void {
    const path = this.paths.get(characteristic);
    if (path) this.tree.announce(path, CHARACTERISTIC, { Value: ['ay', [...bytes]] });
  }

  private later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms);
    this.timers.add(timer);
  }
}
