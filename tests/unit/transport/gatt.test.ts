import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chosen, passing, streaming } from './gatt-in-page';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a stream', () => {
  it('of the open profile brings features and battery before the answer, and then pressure', async () => {
    const { packets } = await streaming({ batteryPct: 55 });
    const order = packets.map(({ channel }) => channel);
    expect(order.slice(0, 3)).toEqual(['features', 'battery', 'control']);
    expect(new Set(order.slice(3))).toEqual(new Set(['pressure']));
    expect([...(packets[1]?.bytes ?? [])]).toEqual([55]);
  });

  it('of 100 Hz brings 20 frames a second, each when it comes', async () => {
    const { packets } = await streaming();
    packets.length = 0;
    await vi.advanceTimersByTimeAsync(1000);
    expect(packets).toHaveLength(20);
    // The simulated radio looks every 4 ms.
    for (const [i, { atMs }] of packets.slice(1).entries())
      expect(Math.abs(atMs - (packets[i]?.atMs ?? NaN) - 50)).toBeLessThanOrEqual(4);
  });

  it('brings the frame, and nothing that lies beside it', async () => {
    const { packets } = await streaming();
    const frames = packets.filter(({ channel }) => channel === 'pressure');
    // The event's buffer holds 0xee around the frame.
    for (const { bytes } of frames) {
      expect(bytes).toHaveLength(8 + 2 * 5);
      expect(bytes[0]).toBe(0x45);
    }
  });

  it('of the kGoal Boost starts with the subscription', async () => {
    const { packets } = await streaming({ kind: 'kgoal-boost' });
    expect(packets[0]?.channel).toBe('battery');
    expect(packets.filter(({ channel }) => channel === 'pressure').length).toBeGreaterThan(5);
  });

  it('of the Progressor asks for its battery first', async () => {
    const { packets } = await streaming({ kind: 'progressor', batteryPct: 70 });
    // Reply, 4 bytes, 3200 + 10 · 70 = 3900 mV = 0x0f3c.
    expect([...(packets[0]?.bytes ?? [])]).toEqual([0x00, 0x04, 0x3c, 0x0f, 0, 0]);
    expect(packets[1]?.bytes[0]).toBe(0x01);
  });

  it.each([2, 3, 4, 5])('that the sensor answers with result %i is refused', async (control) => {
    const { link, sensor, losses } = await chosen({ faults: { control } });
    await passing(link.connect(), 500);
    await expect(passing(link.startStream(), 3000)).rejects.toMatchObject({ code: 'sensor_refused' });
    expect(sensor.connected).toBe(false);
    expect(losses).toEqual([]);
  });

  it('that the sensor does not answer is refused after 3 s', async () => {
    const { link, sensor } = await chosen({ faults: { control: 'silent' } });
    await passing(link.connect(), 500);
    const work = link.startStream();
    work.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(2900);
    expect(sensor.connected).toBe(true);
    await expect(passing(work, 2000)).rejects.toMatchObject({ code: 'sensor_refused' });
    expect(sensor.connected).toBe(false);
  });

  it('asked for twice at once runs one operation after the other', async () => {
    // The simulated stack refuses a second operation while one runs, as real ones do.
    const { link, sensor, packets } = await chosen({ kind: 'kgoal-boost' });
    await passing(link.connect(), 500);
    await passing(Promise.all([link.startStream(), link.startStream()]), 500);
    expect(sensor.streaming).toBe(true);
    expect(packets.filter(({ channel }) => channel === 'battery').length).toBeGreaterThanOrEqual(2);
  });
});

describe('a broken link', () => {
  it('is told once, and no packet comes after', async () => {
    const { sensor, losses, packets } = await streaming();
    sensor.disconnect();
    packets.length = 0;
    await vi.advanceTimersByTimeAsync(2000);
    expect(losses).toHaveLength(1);
    expect(packets).toEqual([]);
  });

  it('can be made anew, and brings each frame once', async () => {
    const { sensor, link, packets, losses } = await streaming();
    for (let i = 1; i <= 3; i++) {
      sensor.disconnect();
      await passing(link.connect(), 500);
      await passing(link.startStream(), 500);
      packets.length = 0;
      await vi.advanceTimersByTimeAsync(1000);
      expect(packets).toHaveLength(20);
      expect(losses).toHaveLength(i);
    }
  });

  it('that is made anew is not ended by what the old one still waited for', async () => {
    const { sensor, link, losses } = await chosen({ faults: { control: 'silent' } });
    await passing(link.connect(), 500);
    const old = link.startStream();
    old.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(500);
    sensor.disconnect();
    // It hears of the loss at once, and not when the 3 s for an answer are over.
    await expect(passing(old, 0)).rejects.toMatchObject({ code: 'connect_failed' });
    sensor.faults.control = 'none';
    await passing(link.connect(), 500);
    await passing(link.startStream(), 500);
    await vi.advanceTimersByTimeAsync(5000);
    expect(sensor.streaming).toBe(true);
    expect(losses).toHaveLength(1);
  });
});

describe('a link that is made anew at the moment of its loss', () => {
  it('is not ended by the steps that the loss broke off', async () => {
    const { sensor, device, link } = await chosen({ faults: { control: 'silent' } });
    await passing(link.connect(), 500);
    const old = link.startStream();
    old.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(500);
    let again: Promise<unknown> = Promise.resolve();
    device.addEventListener(
      'gattserverdisconnected',
      () => {
        again = link.connect();
        again.catch(() => undefined);
      },
      { once: true }
    );
    sensor.disconnect();
    await expect(passing(old, 0)).rejects.toMatchObject({ code: 'connect_failed' });
    await passing(again, 500);
    expect(sensor.connected).toBe(true);
  });
});

describe('closing', () => {
  it('stops the stream, lets go of the sensor and tells no loss', async () => {
    const { sensor, link, losses, packets } = await streaming();
    await passing(link.close(), 1000);
    expect(sensor.streaming).toBe(false);
    expect(sensor.connected).toBe(false);
    packets.length = 0;
    await vi.advanceTimersByTimeAsync(1000);
    expect(losses).toEqual([]);
    expect(packets).toEqual([]);
  });

  it('writes the stop command while it is still connected', async () => {
    const { sensor, link } = await streaming();
    const wasConnected: boolean[] = [];
    const write = sensor.write.bind(sensor);
    vi.spyOn(sensor, 'write').mockImplementation((uuid, bytes) => {
      wasConnected.push(sensor.connected && bytes[0] === 0x02);
      write(uuid, bytes);
    });
    await passing(link.close(), 1000);
    expect(wasConnected).toEqual([true]);
  });

  it('of a link that is already gone does nothing', async () => {
    const { sensor, link, losses } = await streaming();
    sensor.disconnect();
    await passing(link.close(), 1000);
    expect(losses).toHaveLength(1);
  });
});
