import {
  ADAPTER,
  ADAPTER_PATH,
  adapterObject,
  daemonObject,
  DEVICE,
  deviceObject,
  OBJECT_MANAGER,
  ObjectTree,
  PROPERTIES,
  type Values
} from './bluez-objects';
import { BluezDevice } from './bluez-device';
import { Dbus, type Message, type Variant } from './dbus';
import { startPrivateBus, type PrivateBus } from './dbus-daemon';
import type { SimulatedSensor } from './sensor';

export interface BluezOptions {
  /** Sensor seconds per real second; 1 when left out. */
  readonly speed?: number;
}

/** A found device is reported this long after a scan begins, and then again, ms. */
const SCAN_MS = 30;
const SCAN_AGAIN_MS = 500;

/**
 * Simulated sensors as BlueZ would show them, on a message bus of our own. A Chromium that is started with
 * `DBUS_SYSTEM_BUS_ADDRESS` set to `address` takes them for real: its own Bluetooth code finds, connects and reads them.
 * Linux only. The bus ends with `stop()`, or with this process.
 */
export class BluezPeripherals {
  readonly address: string;
  private readonly tree: ObjectTree;
  private readonly devices: readonly BluezDevice[];
  private scan: ReturnType<typeof setTimeout> | undefined;
  private stopped: Promise<void> | undefined;

  private constructor(
    private readonly privateBus: PrivateBus,
    private readonly bus: Dbus,
    sensors: readonly SimulatedSensor[],
    speed: number
  ) {
    this.address = privateBus.address;
    const tree = (this.tree = new ObjectTree(bus));
    tree.add('/org/bluez', daemonObject);
    tree.add(ADAPTER_PATH, adapterObject);
    this.devices = sensors.map((sensor, i) => {
      const address = `C0:00:5E:00:53:${(i + 1).toString(16).padStart(2, '0').toUpperCase()}`;
      const path = `${ADAPTER_PATH}/dev_${address.replaceAll(':', '_')}`;
      tree.add(path, deviceObject(sensor, address));
      return new BluezDevice(bus, tree, path, sensor, speed);
    });
    bus.onCall = (call) => {
      this.handle(call);
    };
  }

  static async start(
    sensors: readonly SimulatedSensor[],
    { speed = 1 }: BluezOptions = {}
  ): Promise<BluezPeripherals> {
    const privateBus = await startPrivateBus();
    try {
      const bus = await Dbus.open(privateBus.address);
      const peripherals = new BluezPeripherals(privateBus, bus, sensors, speed);
      await bus.callBus('RequestName', 'su', ['org.bluez', 0]);
      return peripherals;
    } catch (error) {
      await privateBus.stop();
      throw error;
    }
  }

  /** Disconnects every sensor, ends the bus and removes its directory. */
  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async end(): Promise<void> {
    clearTimeout(this.scan);
    for (const device of this.devices) device.stop();
    this.bus.close();
    await this.privateBus.stop();
  }

  private handle(call: Message): void {
    const { path = '', interface: iface = '', member = '', body = [] } = call;
    const [first, second, third] = body;
    switch (`${iface}.${member}`) {
      case `${OBJECT_MANAGER}.GetManagedObjects`:
        this.bus.reply(call, 'a{oa{sa{sv}}}', [this.tree.everything()]);
        return;
      case `${PROPERTIES}.GetAll`:
        this.bus.reply(call, 'a{sv}', [Object.entries(this.properties(path, first))]);
        return;
      case `${PROPERTIES}.Get`: {
        const value = this.properties(path, first)[String(second)];
        if (value) this.bus.reply(call, 'v', [value]);
        else this.bus.replyError(call, 'org.freedesktop.DBus.Error.InvalidArgs', 'No such property.');
        return;
      }
      case `${PROPERTIES}.Set`:
        this.tree.set(path, String(first), { [String(second)]: asVariant(third) });
        this.bus.reply(call);
        return;
      case `${ADAPTER}.StartDiscovery`:
        this.bus.reply(call);
        this.tree.set(ADAPTER_PATH, ADAPTER, { Discovering: ['b', true] });
        clearTimeout(this.scan);
        this.scan = setTimeout(this.sight, SCAN_MS);
        return;
      case `${ADAPTER}.StopDiscovery`:
        clearTimeout(this.scan);
        this.bus.reply(call);
        this.tree.set(ADAPTER_PATH, ADAPTER, { Discovering: ['b', false] });
        return;
    }
    const device = this.devices.find((one) => path === one.path || path.startsWith(`${one.path}/`));
    if (device?.handle(call)) return;
    // Agents, filters and profiles are registered, and matter to nothing here.
    if (iface.startsWith('org.bluez.')) this.bus.reply(call);
    else this.bus.replyError(call, 'org.freedesktop.DBus.Error.UnknownMethod', `No ${iface}.${member} here.`);
  }

  /** Advertisements were heard. */
  private readonly sight = (): void => {
    for (const { path } of this.devices) this.tree.set(path, DEVICE, { RSSI: ['n', -55] });
    this.scan = setTimeout(this.sight, SCAN_AGAIN_MS);
  };

  private properties(path: string, iface: unknown): Values {
    return this.tree.get(path, String(iface)) ?? {};
  }
}

/** The library reads a variant as [parsed signature, [value]]; here only simple ones come in. */
function asVariant(read: unknown): Variant {
  const [[type], [value]] = read as [[{ type: string }], [unknown]];
  return [type.type, value];
}
