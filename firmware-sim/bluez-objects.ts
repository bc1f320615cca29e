import type { Dbus, Variant } from './dbus';
import type { SimulatedSensor } from './sensor';

export const ADAPTER_PATH = '/org/bluez/hci0';
export const ADAPTER = 'org.bluez.Adapter1';
export const DEVICE = 'org.bluez.Device1';
export const SERVICE = 'org.bluez.GattService1';
export const CHARACTERISTIC = 'org.bluez.GattCharacteristic1';
export const PROPERTIES = 'org.freedesktop.DBus.Properties';
export const OBJECT_MANAGER = 'org.freedesktop.DBus.ObjectManager';

export type Values = Readonly<Record<string, Variant>>;
export type Interfaces = Readonly<Record<string, Values>>;

/** The objects that BlueZ shows on the bus, as a tree of properties that tells of its changes. */
export class ObjectTree {
  private readonly objects = new Map<string, Interfaces>();

  constructor(private readonly bus: Dbus) {}

  add(path: string, interfaces: Interfaces): void {
    this.objects.set(path, interfaces);
    this.bus.signal('/', OBJECT_MANAGER, 'InterfacesAdded', 'oa{sa{sv}}', [path, asArgument(interfaces)]);
  }

  /** The object and all below it, the lowest first. */
  removeBelow(path: string): void {
    const paths = [...this.objects.keys()].filter((key) => key.startsWith(`${path}/`));
    for (const key of paths.reverse()) {
      const names = Object.keys(this.objects.get(key) ?? {});
      this.objects.delete(key);
      this.bus.signal('/', OBJECT_MANAGER, 'InterfacesRemoved', 'oas', [key, names]);
    }
  }

  set(path: string, iface: string, changed: Values): void {
    const object = this.objects.get(path);
    if (!object?.[iface]) return;
    this.objects.set(path, { ...object, [iface]: { ...object[iface], ...changed } });
    this.announce(path, iface, changed);
  }

  /** Tells of a value without keeping it: how a notification travels. */
  announce(path: string, iface: string, changed: Values): void {
    const body = [iface, Object.entries(changed), []];
    this.bus.signal(path, PROPERTIES, 'PropertiesChanged', 'sa{sv}as', body);
  }

  get(path: string, iface: string): Values | undefined {
    return this.objects.get(path)?.[iface];
  }

  /** For GetManagedObjects: a{oa{sa{sv}}}. */
  everything(): unknown {
    return [...this.objects].map(([path, interfaces]) => [path, asArgument(interfaces)]);
  }
}

/** The library takes dictionaries as lists of pairs. */
function asArgument(interfaces: Interfaces): unknown {
  return Object.entries(interfaces).map(([name, values]) => [name, Object.entries(values)]);
}

export const daemonObject: Interfaces = {
  'org.bluez.AgentManager1': {},
  'org.bluez.ProfileManager1': {}
};

export const adapterObject: Interfaces = {
  [ADAPTER]: {
    Address: ['s', '00:00:5E:00:53:00'],
    AddressType: ['s', 'public'],
    Name: ['s', 'bodem-sim'],
    Alias: ['s', 'bodem-sim'],
    Class: ['u', 0],
    Powered: ['b', true],
    Discoverable: ['b', false],
    DiscoverableTimeout: ['u', 0],
    Pairable: ['b', true],
    PairableTimeout: ['u', 0],
    Discovering: ['b', false],
    UUIDs: ['as', []],
    Roles: ['as', ['central', 'peripheral']]
  },
  'org.bluez.LEAdvertisingManager1': {
    ActiveInstances: ['y', 0],
    SupportedInstances: ['y', 5],
    SupportedIncludes: ['as', []]
  },
  'org.bluez.GattManager1': {}
};

export function deviceObject(sensor: SimulatedSensor, address: string): Interfaces {
  return {
    [DEVICE]: {
      Address: ['s', address],
      AddressType: ['s', 'random'],
      Name: ['s', sensor.name],
      Alias: ['s', sensor.name],
      Paired: ['b', false],
      Bonded: ['b', false],
      Trusted: ['b', false],
      Blocked: ['b', false],
      LegacyPairing: ['b', false],
      Connected: ['b', false],
      ServicesResolved: ['b', false],
      Adapter: ['o', ADAPTER_PATH],
      UUIDs: ['as', sensor.advertised],
      RSSI: ['n', -55]
    }
  };
}

/** Paths of the characteristics, and the objects of services and characteristics in the order of adding. */
export function gattObjects(
  sensor: SimulatedSensor,
  devicePath: string
): {
  readonly objects: readonly (readonly [string, Interfaces])[];
  readonly paths: ReadonlyMap<string, string>;
} {
  const objects: [string, Interfaces][] = [];
  const paths = new Map<string, string>();
  let handle = 0x10;
  const next = (): string => (handle++).toString(16).padStart(4, '0');
  for (const service of sensor.services) {
    const servicePath = `${devicePath}/service${next()}`;
    objects.push([
      servicePath,
      {
        [SERVICE]: {
          UUID: ['s', service.uuid],
          Device: ['o', devicePath],
          Primary: ['b', true],
          Includes: ['ao', []]
        }
      }
    ]);
    for (const { uuid, properties } of service.characteristics) {
      const path = `${servicePath}/char${next()}`;
      paths.set(uuid, path);
      objects.push([
        path,
        {
          [CHARACTERISTIC]: {
            UUID: ['s', uuid],
            Service: ['o', servicePath],
            Value: ['ay', []],
            Notifying: ['b', false],
            Flags: ['as', properties],
            MTU: ['q', 23]
          }
        }
      ]);
      if (!properties.includes('notify') && !properties.includes('indicate')) continue;
      objects.push([
        `${path}/desc${next()}`,
        {
          'org.bluez.GattDescriptor1': {
            UUID: ['s', '00002902-0000-1000-8000-00805f9b34fb'],
            Characteristic: ['o', path],
            Value: ['ay', []],
            Flags: ['as', ['read', 'write']]
          }
        }
      ]);
    }
  }
  return { objects, paths };
}
