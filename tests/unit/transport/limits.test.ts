import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SimulatedGattServer } from '../../../firmware-sim/bluetooth-device';
import { SimulatedCharacteristic, SimulatedService } from '../../../firmware-sim/bluetooth-gatt';
import { Attempts } from '../../../src/lib/transport/attempts';
import { chooseDevice, GattLink } from '../../../src/lib/transport/gatt';
import { chosen, passing, PROFILES } from './gatt-in-page';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

/** Whatever leads to a stream. */
async function link(gatt: GattLink): Promise<void> {
  await gatt.connect();
  await gatt.startStream();
}

/** Each call that may hang, how long it is waited for, and what is said then. */
const CALLS = [
  ['connect', 10_000, 'connect_timeout', () => vi.spyOn(SimulatedGattServer.prototype, 'connect')],
  [
    'getPrimaryService',
    10_000,
    'sensor_silent',
    () => vi.spyOn(SimulatedGattServer.prototype, 'getPrimaryService')
  ],
  [
    'getCharacteristic',
    5000,
    'sensor_silent',
    () => vi.spyOn(SimulatedService.prototype, 'getCharacteristic')
  ],
  ['readValue', 5000, 'sensor_silent', () => vi.spyOn(SimulatedCharacteristic.prototype, 'readValue')],
  [
    'startNotifications',
    5000,
    'sensor_silent',
    () => vi.spyOn(SimulatedCharacteristic.prototype, 'startNotifications')
  ],
  [
    // The command that is waited for here has an answer, whose limit is shorter.
    'writeValueWithResponse',
    3000,
    'sensor_refused',
    () => vi.spyOn(SimulatedCharacteristic.prototype, 'writeValueWithResponse')
  ]
] as const;

describe.each(CALLS)('%s that is never answered', (call, ms, code, spy) => {
  it(`is given up after ${ms} ms, lets go of the sensor, and works the next time`, async () => {
    // It has no step before the subscription that it may do without.
    const kind = call === 'startNotifications' ? 'progressor' : 'open-profile';
    const { link: gatt, sensor } = await chosen({ kind });
    const hanging = spy();
    hanging.mockImplementation(never);
    let told: unknown = null;
    const work = link(gatt).catch((error: unknown) => {
      told = error;
    });
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(told).toBeNull();
    // What comes before it takes a tenth of a second, and a sensor that is let go may take another for the command to stop.
    await vi.advanceTimersByTimeAsync(1200);
    await work;
    expect(told).toMatchObject({ code });
    expect(sensor.connected).toBe(false);
    hanging.mockRestore();
    await passing(link(gatt), 1000);
    expect(sensor.streaming).toBe(true);
  });
});

describe('a step that a sensor may do without', () => {
  it('and that is never answered holds nothing up for longer than its limit', async () => {
    const { link: gatt, sensor } = await chosen({ kind: 'kgoal-boost' });
    vi.spyOn(SimulatedCharacteristic.prototype, 'readValue').mockImplementation(never);
    await passing(link(gatt), 5500);
    expect(sensor.streaming).toBe(true);
  });
});

describe('the chooser', () => {
  it('that is never answered is given up after five minutes', async () => {
    const work = chooseDevice({ requestDevice: never }, PROFILES);
    work.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(299_999);
    await expect(passing(work, 1)).rejects.toMatchObject({ code: 'choose_timeout' });
  });

  it('is waited for no longer when the person goes elsewhere', async () => {
    const leaving = new AbortController();
    const work = chooseDevice({ requestDevice: never }, PROFILES, leaving.signal);
    work.catch(() => undefined);
    leaving.abort();
    await expect(passing(work, 0)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a link that is given up', () => {
  it('is let go at once, wherever it is', async () => {
    const { link: gatt, sensor, losses } = await chosen({ faults: { hangSubscribe: true } });
    const work = link(gatt);
    work.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(500);
    expect(sensor.connected).toBe(true);
    gatt.abandon();
    await expect(passing(work, 0)).rejects.toMatchObject({ code: 'connect_failed' });
    expect(sensor.connected).toBe(false);
    expect(losses).toEqual([]);
  });

  it('does not end the link that another attempt has made to the same device since', async () => {
    const { link: first, device, sensor } = await chosen();
    let answer = (): void => undefined;
    const connect = SimulatedGattServer.prototype.connect.bind(device.gatt);
    vi.spyOn(SimulatedGattServer.prototype, 'connect').mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = () => {
            void connect().then(resolve);
          };
        })
    );
    await expect(passing(first.connect(), 10_000)).rejects.toMatchObject({ code: 'connect_timeout' });
    const second = new GattLink(device, PROFILES, { packet: () => undefined, lost: () => undefined });
    await passing(link(second), 1000);
    answer();
    await passing(first.close(), 1000);
    expect(sensor.streaming).toBe(true);
  });
});

describe('attempts', () => {
  function attempts() {
    const busy: boolean[] = [];
    return { busy, attempts: new Attempts((isBusy) => busy.push(isBusy)) };
  }

  it('come one at a time: a second press does nothing', async () => {
    const { attempts: all, busy } = attempts();
    void all.run(never);
    const second = vi.fn(never);
    expect(await all.run(second)).toBeNull();
    expect(second).not.toHaveBeenCalled();
    expect(busy).toEqual([true]);
  });

  it('can begin again after one that failed', async () => {
    const { attempts: all, busy } = attempts();
    await expect(all.run(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await all.run(() => Promise.resolve('linked'))).toBe('linked');
    expect(busy).toEqual([true, false, true, false]);
  });

  it('that are abandoned leave the buttons free at once, and what fails in them later is not told', async () => {
    const { attempts: all, busy } = attempts();
    let fail: (error: Error) => void = () => undefined;
    const work = all.run(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        })
    );
    all.abandon();
    expect(busy).toEqual([true, false]);
    expect(await work).toBeNull();
    fail(new Error('too late'));
    await all.settled;
    expect(busy).toEqual([true, false]);
  });

  it('wait until what was abandoned has let go', async () => {
    const { attempts: all } = attempts();
    const order: string[] = [];
    void all.run(
      (signal) =>
        new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => {
            setTimeout(() => {
              order.push('let go');
              resolve();
            }, 1000);
          });
        })
    );
    all.abandon();
    const next = all.run(async (_, before) => {
      await before;
      order.push('taken');
    });
    await passing(next, 1000);
    expect(order).toEqual(['let go', 'taken']);
  });
});
