import { SimulatedDevice } from './bluetooth-device';
import { resolveUuid } from './bluetooth-link';
import type { SimulatedSensor } from './sensor';

/** The parts of `navigator.bluetooth` that the app uses, and how to end the simulation. */
export interface SimulatedBluetooth extends Pick<
  Bluetooth,
  'getAvailability' | 'requestDevice' | 'getDevices'
> {
  /** Disconnects everything and stops all timers. */
  stop(): void;
}

export interface SimulatedBluetoothOptions {
  readonly sensors: readonly SimulatedSensor[];
  /** Sensor seconds per real second; 1 when left out. */
  readonly speed?: number;
  /** Stands for the chooser: picks among the sensors that match, or null to cancel. The first one when left out. */
  readonly choose?: (
    sensors: readonly SimulatedSensor[]
  ) => SimulatedSensor | null | Promise<SimulatedSensor | null>;
}

/**
 * Simulated sensors behind the Web Bluetooth API, for the demonstration and for tests. It refuses what the real API refuses, except
 * that it asks for no click; aliases such as `battery_service` are not known.
 */
export function createBluetooth({
  sensors,
  speed = 1,
  choose = ([first]) => first ?? null
}: SimulatedBluetoothOptions): SimulatedBluetooth {
  const devices = new Map(
    sensors.map((sensor, i) => [sensor, new SimulatedDevice(`simulated-${i + 1}`, sensor, speed)])
  );
  const granted = new Set<SimulatedDevice>();
  return {
    getAvailability: () => Promise.resolve(true),
    getDevices: () => Promise.resolve([...granted].map((device) => device.asReal())),
    async requestDevice(options) {
      const { filters, services } = readOptions(options);
      const matching = sensors.filter((sensor) => filters?.some((filter) => matches(sensor, filter)) ?? true);
      const sensor = matching.length > 0 ? await choose(matching) : null;
      const device = sensor && devices.get(sensor);
      if (!device) throw new DOMException('User cancelled the requestDevice() chooser.', 'NotFoundError');
      for (const service of services) device.link.allowed.add(service);
      granted.add(device);
      return device.asReal();
    },
    stop() {
      for (const device of devices.values()) device.link.stop();
    }
  };
}

interface Filter {
  readonly name: string | undefined;
  readonly namePrefix: string | undefined;
  readonly services: readonly string[];
}

/** Throws a TypeError for options that the real API refuses. `filters` is null where every device will do. */
function readOptions(options: RequestDeviceOptions | undefined): {
  filters: Filter[] | null;
  services: string[];
} {
  const listed = options && 'filters' in options ? options.filters : undefined;
  const acceptAll = options !== undefined && 'acceptAllDevices' in options && options.acceptAllDevices;
  if (acceptAll === (listed !== undefined)) {
    throw new TypeError(
      "Either 'filters' should be present or 'acceptAllDevices' should be true, but not both."
    );
  }
  if (listed?.length === 0) throw new TypeError("'filters' member must be non-empty to find any devices.");
  const filters = listed?.map(({ name, namePrefix, services }): Filter => {
    if (name === undefined && namePrefix === undefined && services === undefined) {
      throw new TypeError('A filter must restrict the devices in some way.');
    }
    if (namePrefix === '') throw new TypeError("'namePrefix', if present, must be non-empty.");
    if (services?.length === 0)
      throw new TypeError("'services', if present, must contain at least one service.");
    return { name, namePrefix, services: (services ?? []).map(resolveUuid) };
  });
  const optional = (options?.optionalServices ?? []).map(resolveUuid);
  const services = [...(filters ?? []).flatMap((filter) => filter.services), ...optional];
  return { filters: filters ?? null, services };
}

function matches(sensor: SimulatedSensor, { name, namePrefix, services }: Filter): boolean {
  return (
    (name === undefined || sensor.name === name) &&
    (namePrefix === undefined || sensor.name.startsWith(namePrefix)) &&
    services.every((service) => sensor.advertised.includes(service))
  );
}
