import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBluetooth, type SimulatedBluetoothOptions } from '../../../firmware-sim/bluetooth';
import { SimulatedSensor } from '../../../firmware-sim/sensor';
import { CONTROL, PRESSURE, still } from './connected';

const SERVICE = 'b0de0001-5f1c-4c5e-9a3b-7d1f0c2e8a64';
const OPTIONS = { filters: [{ namePrefix: 'Bodem' }], optionalServices: [SERVICE, 0x180f, 0x180a] };

function setUp(options: Partial<SimulatedBluetoothOptions> = {}) {
  const sensor = new SimulatedSensor({ kind: 'open-profile', muscle: still });
  const boost = new SimulatedSensor({ kind: 'kgoal-boost', muscle: still });
  const bluetooth = createBluetooth({ sensors: [sensor, boost], speed: 20, ...options });
  onTestFinished(() => {
    bluetooth.stop();
  });
  return { sensor, boost, bluetooth };
}

async function connect() {
  const { sensor, bluetooth } = setUp();
  const device = await bluetooth.requestDevice(OPTIONS);
  const gatt = device.gatt;
  if (!gatt) throw new Error('no GATT');
  await gatt.connect();
  const service = await gatt.getPrimaryService(SERVICE);
  const pressure = await service.getCharacteristic(PRESSURE['open-profile']);
  const control = await service.getCharacteristic(CONTROL['open-profile']);
  return { sensor, device, gatt, service, pressure, control };
}

/** Every frame's bytes as the page sees them. */
function listen(characteristic: BluetoothRemoteGATTCharacteristic) {
  const views: DataView[] = [];
  characteristic.addEventListener('characteristicvaluechanged', (event) => {
    const { value } = event.target as BluetoothRemoteGATTCharacteristic;
    if (value) views.push(value);
  });
  return views;
}

const start = Uint8Array.of(1);

describe('chooser', () => {
  it('offers what matches by name, prefix or service', async () => {
    const offered: string[][] = [];
    const { bluetooth } = setUp({
      choose: (sensors) => {
        offered.push(sensors.map(({ name }) => name));
        return sensors.at(-1) ?? null;
      }
    });
    const device = await bluetooth.requestDevice({ filters: [{ name: 'Boost' }, { services: [SERVICE] }] });
    expect(device.name).toBe('Boost');
    await bluetooth.requestDevice({ filters: [{ namePrefix: 'Bodem', services: [SERVICE] }] });
    await bluetooth.requestDevice({ acceptAllDevices: true });
    expect(offered).toEqual([
      ['Bodem Simulated', 'Boost'],
      ['Bodem Simulated'],
      ['Bodem Simulated', 'Boost']
    ]);
    expect((await bluetooth.getDevices()).map(({ name }) => name)).toEqual(['Boost', 'Bodem Simulated']);
  });

  it('gives a NotFoundError for a cancelled chooser and when nothing matches', async () => {
    const { bluetooth } = setUp({ choose: () => null });
    await expect(bluetooth.requestDevice(OPTIONS)).rejects.toMatchObject({ name: 'NotFoundError' });
    const none = { filters: [{ name: 'Other' }] };
    await expect(setUp().bluetooth.requestDevice(none)).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each([
    [undefined],
    [{ filters: [] }],
    [{ filters: [{}] }],
    [{ filters: [{ services: ['battery'] }] }],
    [{ filters: [{ services: [SERVICE.toUpperCase()] }] }]
  ])('refuses %j', async (options) => {
    await expect(setUp().bluetooth.requestDevice(options)).rejects.toBeInstanceOf(TypeError);
  });
});

describe('GATT', () => {
  it('delivers every frame as a view into a larger buffer, after startNotifications only', async () => {
    const { sensor, pressure, control } = await connect();
    const views = listen(pressure);
    const answers = listen(control);
    await control.startNotifications();
    await control.writeValueWithResponse(start);
    await vi.waitUntil(() => answers.length === 1);
    expect(views).toEqual([]);
    await pressure.startNotifications();
    await vi.waitUntil(() => views.length >= 50);
    expect(views).toHaveLength(sensor.sent.frames);
    expect(views.map((view) => view.getUint8(1)).slice(0, 50)).toEqual(
      Array.from({ length: 50 }, (_, i) => i)
    );
    expect(views[0]?.byteLength).toBe(18);
    expect(views[0]?.byteOffset).toBeGreaterThan(0);
    await pressure.stopNotifications();
    const { length } = views;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(views).toHaveLength(length);
  });

  it('reads the battery and the device information, by number', async () => {
    const { gatt } = await connect();
    const battery = await (await gatt.getPrimaryService(0x180f)).getCharacteristic(0x2a19);
    expect((await battery.readValue()).getUint8(0)).toBe(87);
    expect(battery.properties).toMatchObject({ read: true, notify: true, write: false, indicate: false });
    const maker = await (await gatt.getPrimaryService(0x180a)).getCharacteristic(0x2a29);
    expect(new TextDecoder().decode(await maker.readValue())).toBe('Bodem');
  });

  it('refuses a second operation while one is in progress', async () => {
    const { control, pressure } = await connect();
    const first = control.startNotifications();
    await expect(pressure.startNotifications()).rejects.toMatchObject({
      name: 'NetworkError',
      message: 'GATT operation already in progress.'
    });
    await first;
    await pressure.startNotifications();
  });

  it('keeps services that were not asked for, and serial numbers, from the page', async () => {
    const { bluetooth } = setUp();
    const device = await bluetooth.requestDevice({ filters: [{ services: [SERVICE] }] });
    const server = await device.gatt?.connect();
    await expect(server?.getPrimaryService(0x180f)).rejects.toMatchObject({ name: 'SecurityError' });
    const service = await server?.getPrimaryService(SERVICE);
    await expect(service?.getCharacteristic(0x2a25)).rejects.toMatchObject({ name: 'SecurityError' });
    await expect(service?.getCharacteristic(0x2a19)).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('refuses what a characteristic does not permit', async () => {
    const { pressure, control } = await connect();
    await expect(pressure.readValue()).rejects.toMatchObject({ name: 'NotSupportedError' });
    await expect(control.writeValueWithoutResponse(start)).rejects.toMatchObject({
      name: 'NotSupportedError'
    });
  });
});

describe('connection', () => {
  it('tells of a loss, and lets old characteristics fail before and after reconnecting', async () => {
    const { sensor, device, gatt, pressure, service } = await connect();
    const lost = vi.fn();
    device.addEventListener('gattserverdisconnected', lost);
    const views = listen(pressure);
    await pressure.startNotifications();
    sensor.disconnect();
    expect(lost).toHaveBeenCalledTimes(1);
    expect(gatt.connected).toBe(false);
    await expect(pressure.startNotifications()).rejects.toMatchObject({ name: 'NetworkError' });
    await expect(service.getCharacteristics()).rejects.toMatchObject({ name: 'NetworkError' });
    await gatt.connect();
    await expect(pressure.startNotifications()).rejects.toMatchObject({ name: 'InvalidStateError' });
    const fresh = await (await gatt.getPrimaryService(SERVICE)).getCharacteristic(pressure.uuid);
    await fresh.startNotifications();
    expect(views).toEqual([]);
  });

  it('ends an operation under way with a NetworkError', async () => {
    const { control, gatt } = await connect();
    const pending = control.startNotifications();
    gatt.disconnect();
    await expect(pending).rejects.toMatchObject({ name: 'NetworkError' });
  });

  it('refuses with a NetworkError', async () => {
    const { sensor, bluetooth } = setUp();
    sensor.faults.refuse = true;
    const device = await bluetooth.requestDevice(OPTIONS);
    await expect(device.gatt?.connect()).rejects.toMatchObject({ name: 'NetworkError' });
  });

  it('hangs until disconnect is called', async () => {
    const { sensor, bluetooth } = setUp();
    sensor.faults.hang = true;
    const device = await bluetooth.requestDevice(OPTIONS);
    const settled = vi.fn();
    const attempt = device.gatt?.connect();
    attempt?.then(settled, settled);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(settled).not.toHaveBeenCalled();
    device.gatt?.disconnect();
    await expect(attempt).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('misses its service', async () => {
    const { sensor, bluetooth } = setUp();
    sensor.faults.withoutService = true;
    const server = await (await bluetooth.requestDevice(OPTIONS)).gatt?.connect();
    await expect(server?.getPrimaryService(SERVICE)).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
