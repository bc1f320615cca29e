import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { BluezPeripherals } from '../../../firmware-sim/bluez';
import { Dbus } from '../../../firmware-sim/dbus';
import { Muscle } from '../../../firmware-sim/muscle';
import { SimulatedSensor } from '../../../firmware-sim/sensor';

const PRESSURE = '10c2be2d-d2d5-b7a8-5f42-e2468c9ebbf5';
const BATTERY = '00002a19-0000-1000-8000-00805f9b34fb';
const DEVICE = 'org.bluez.Device1';
const CHARACTERISTIC = 'org.bluez.GattCharacteristic1';
const hasDaemon = !spawnSync('dbus-daemon', ['--version'], { stdio: 'ignore' }).error;
if (!hasDaemon) console.warn('No dbus-daemon here: the simulated BlueZ was not tested.');

/** Dictionaries arrive as lists of pairs, variants as [parsed signature, [value]]. */
type Pairs<T> = readonly (readonly [string, T])[];
type Read = readonly [unknown, readonly [unknown]];
type Objects = Pairs<Pairs<Pairs<Read>>>;

/** A program on the same bus, as a browser is. */
async function client(sensors: readonly SimulatedSensor[], speed = 1) {
  const peripherals = await BluezPeripherals.start(sensors, { speed });
  onTestFinished(() => peripherals.stop());
  const bus = await Dbus.open(peripherals.address);
  onTestFinished(() => {
    bus.close();
  });
  await bus.callBus('AddMatch', 's', ["type='signal',sender='org.bluez'"]);
  const call = (path: string, iface: string, member: string, signature = '', body: readonly unknown[] = []) =>
    bus.call({ destination: 'org.bluez', path, interface: iface, member, signature, body });
  const objects = async () => {
    const [all] = await call('/', 'org.freedesktop.DBus.ObjectManager', 'GetManagedObjects');
    return all as Objects;
  };
  /** Paths of the objects whose interface has this value. */
  const find = async (iface: string, property: string, value: string) =>
    (await objects())
      .filter(([, interfaces]) =>
        interfaces.some(
          ([name, values]) =>
            name === iface && values.some(([key, read]) => key === property && read[1][0] === value)
        )
      )
      .map(([path]) => path);
  const values: { path: string; bytes: number[] }[] = [];
  const changes: string[] = [];
  bus.onSignal = ({ member, path = '', body }) => {
    if (member !== 'PropertiesChanged') return;
    for (const [key, read] of body?.[1] as Pairs<Read>) {
      if (key === 'Value') values.push({ path, bytes: [...(read[1][0] as Buffer)] });
      else changes.push(`${key} ${String(read[1][0])}`);
    }
  };
  return { peripherals, call, find, values, changes };
}

const resting = () => new Muscle({ seed: 1, intent: () => 0 });

describe.runIf(hasDaemon)('simulated BlueZ', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows devices, connects, discovers, reads, notifies and disconnects', async () => {
    const boost = new SimulatedSensor({
      kind: 'kgoal-boost',
      muscle: resting(),
      batteryPct: 63,
      restCounts: 1491
    });
    const other = new SimulatedSensor({ kind: 'progressor', muscle: resting() });
    const { call, find, values, changes } = await client([boost, other], 8);
    expect(await find(DEVICE, 'Name', 'Progressor_1234')).toHaveLength(1);
    const [device = ''] = await find(DEVICE, 'Name', 'Boost');
    expect(await find(CHARACTERISTIC, 'UUID', PRESSURE)).toEqual([]);

    await call(device, DEVICE, 'Connect');
    await vi.waitUntil(() => changes.includes('ServicesResolved true'));
    const [battery = ''] = await find(CHARACTERISTIC, 'UUID', BATTERY);
    const [level] = await call(battery, CHARACTERISTIC, 'ReadValue', 'a{sv}', [[]]);
    expect([...(level as Buffer)]).toEqual([63]);

    const [pressure = ''] = await find(CHARACTERISTIC, 'UUID', PRESSURE);
    await expect(call(pressure, CHARACTERISTIC, 'ReadValue', 'a{sv}', [[]])).rejects.toMatchObject({
      dbusName: 'org.bluez.Error.NotPermitted'
    });
    await call(pressure, CHARACTERISTIC, 'StartNotify');
    await vi.waitUntil(() => values.length >= 20);
    expect(values[0]).toEqual({ path: pressure, bytes: [0x00, 0x01, 0x04, 0x00, 0x00, 0x05, 0xd3] });

    boost.disconnect();
    await vi.waitUntil(() => changes.includes('Connected false'));
    // All that left arrived.
    await find(DEVICE, 'Name', 'Boost');
    expect(values).toHaveLength(boost.sent.frames);
    expect(await find(CHARACTERISTIC, 'UUID', PRESSURE)).toEqual([]);
    expect(other.connected).toBe(false);
  });

  it('writes a command and hears its answer', async () => {
    const sensor = new SimulatedSensor({ kind: 'open-profile', muscle: resting() });
    const { call, find, values, changes } = await client([sensor]);
    const [device = ''] = await find(DEVICE, 'Name', sensor.name);
    await call(device, DEVICE, 'Connect');
    await vi.waitUntil(() => changes.includes('ServicesResolved true'));
    const [control = ''] = await find(CHARACTERISTIC, 'UUID', 'b0de0003-5f1c-4c5e-9a3b-7d1f0c2e8a64');
    await call(control, CHARACTERISTIC, 'StartNotify');
    await call(control, CHARACTERISTIC, 'WriteValue', 'aya{sv}', [[0x05], []]);
    await vi.waitUntil(() => values.length === 1);
    expect(values[0]?.bytes).toEqual([0x80, 0x05, 0x01]);
    await call(device, DEVICE, 'Disconnect');
    expect(sensor.connected).toBe(false);
  });

  it('refuses, and hangs until it no longer hangs', async () => {
    const sensor = new SimulatedSensor({ kind: 'progressor', muscle: resting(), faults: { refuse: true } });
    const { call, find } = await client([sensor]);
    const [device = ''] = await find(DEVICE, 'Name', sensor.name);
    await expect(call(device, DEVICE, 'Connect')).rejects.toMatchObject({
      dbusName: 'org.bluez.Error.Failed'
    });
    sensor.faults.refuse = false;
    sensor.faults.hang = true;
    const settled = vi.fn();
    void call(device, DEVICE, 'Connect').then(settled);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(settled).not.toHaveBeenCalled();
    sensor.faults.hang = false;
    await vi.waitUntil(() => sensor.connected);
    await vi.waitUntil(() => settled.mock.calls.length === 1);
  });

  it('leaves nothing behind', async () => {
    const peripherals = await BluezPeripherals.start([]);
    const socket = /path=([^,]+)/.exec(peripherals.address)?.[1] ?? '';
    expect(existsSync(socket)).toBe(true);
    await peripherals.stop();
    await peripherals.stop();
    expect(existsSync(socket)).toBe(false);
    await expect(
      Promise.race([
        Dbus.open(peripherals.address),
        new Promise((_, reject) => setTimeout(reject, 500, new Error('no answer')))
      ])
    ).rejects.toThrow();
  });
});
