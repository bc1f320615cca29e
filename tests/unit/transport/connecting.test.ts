import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBluetooth } from '../../../firmware-sim/bluetooth';
import { chooseDevice, GattLink } from '../../../src/lib/transport/gatt';
import { chosen, passing, PROFILES } from './gatt-in-page';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the chooser', () => {
  it('brings nothing when the person closes it', async () => {
    const { device } = await chosen();
    expect(device.name).toBe('Bodem Simulated');
    const closed = createBluetooth({ sensors: [], choose: () => null });
    expect(await chooseDevice(closed, PROFILES)).toBeNull();
  });

  it.each([
    ['NotFoundError', 'Bluetooth adapter not available.', 'bluetooth_off'],
    ['SecurityError', 'Access to the feature "bluetooth" is disallowed.', 'bluetooth_denied'],
    ['NotAllowedError', 'Permission denied.', 'bluetooth_denied'],
    ['NetworkError', 'Something else.', 'connect_failed']
  ])('that fails with %s, "%s" says %s', async (name, message, code) => {
    const port = { requestDevice: () => Promise.reject(new DOMException(message, name)) };
    await expect(chooseDevice(port, PROFILES)).rejects.toMatchObject({ code });
  });

  it.each(['open-profile', 'kgoal-boost', 'progressor'] as const)('offers %s', async (kind) => {
    const { link } = await chosen({ kind });
    expect((await passing(link.connect(), 500)).id).toBe(kind);
  });

  it('offers a sensor under another name, by its service', async () => {
    const { link } = await chosen({ name: 'Zitkussen' });
    expect((await passing(link.connect(), 500)).id).toBe('open-profile');
  });
});

describe('connecting', () => {
  it('to something without a known service says that it is none of ours', async () => {
    const { link, sensor, losses } = await chosen({ faults: { withoutService: true } });
    await expect(passing(link.connect(), 500)).rejects.toMatchObject({ code: 'not_this_sensor' });
    expect(sensor.connected).toBe(false);
    expect(losses).toEqual([]);
  });

  it('that is refused says so, and works the next time', async () => {
    const { link, sensor } = await chosen({ faults: { refuse: true } });
    await expect(passing(link.connect(), 500)).rejects.toMatchObject({ code: 'connect_failed' });
    sensor.faults.refuse = false;
    expect((await passing(link.connect(), 500)).id).toBe('open-profile');
  });

  it('is given up after 10 s, and works the next time', async () => {
    const { link, sensor } = await chosen({ faults: { hang: true } });
    const work = link.connect();
    let settled = false;
    work
      .catch(() => undefined)
      .finally(() => {
        settled = true;
      });
    await vi.advanceTimersByTimeAsync(9999);
    expect(settled).toBe(false);
    await expect(passing(work, 1)).rejects.toMatchObject({ code: 'connect_timeout' });
    sensor.faults.hang = false;
    expect((await passing(link.connect(), 500)).id).toBe('open-profile');
  });

  it('that succeeds after it was given up is let go', async () => {
    // A browser whose attempt cannot be aborted, which some are.
    let connected = false;
    const server = {
      connect: () =>
        new Promise((resolve) =>
          setTimeout(() => {
            connected = true;
            resolve(server);
          }, 15_000)
        ),
      disconnect: () => {
        connected = false;
      }
    };
    // The few members that the link uses; the browser's own object has many more.
    const device = Object.assign(new EventTarget(), { gatt: server }) as unknown as BluetoothDevice;
    const link = new GattLink(device, PROFILES, { packet: () => undefined, lost: () => undefined });
    await expect(passing(link.connect(), 10_000)).rejects.toMatchObject({ code: 'connect_timeout' });
    await vi.advanceTimersByTimeAsync(4999);
    expect(connected).toBe(false);
    vi.spyOn(server, 'disconnect');
    await vi.advanceTimersByTimeAsync(1);
    expect(server.disconnect).toHaveBeenCalledOnce();
    expect(connected).toBe(false);
  });

  it('whose link breaks under way fails, and is no loss of a link', async () => {
    const { link, sensor, losses } = await chosen();
    const work = link.connect();
    work.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(15);
    sensor.disconnect();
    await expect(passing(work, 500)).rejects.toMatchObject({ code: 'connect_failed' });
    expect(losses).toEqual([]);
  });
});
