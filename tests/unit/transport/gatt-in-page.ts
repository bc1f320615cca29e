import { onTestFinished, vi } from 'vitest';
import { createBluetooth, type SimulatedBluetoothOptions } from '../../../firmware-sim/bluetooth';
import { SimulatedSensor, type SensorOptions } from '../../../firmware-sim/sensor';
import type { Channel } from '../../../src/lib/sensors/driver';
import { drivers } from '../../../src/lib/sensors/drivers';
import { chooseDevice, GattLink } from '../../../src/lib/transport/gatt';

export const PROFILES = drivers.map(({ profile }) => profile);

export interface Packet {
  readonly channel: Channel;
  readonly bytes: Uint8Array;
  /** Of this page's clock. */
  readonly atMs: number;
}

/** A simulated sensor and a page that chose it, on the fake clock. */
export async function chosen(
  options: Partial<SensorOptions> = {},
  bluetooth: Partial<SimulatedBluetoothOptions> = {}
) {
  const sensor = new SimulatedSensor({ kind: 'open-profile', muscle: { at: () => 0 }, ...options });
  const port = createBluetooth({ sensors: [sensor], ...bluetooth });
  onTestFinished(() => {
    port.stop();
  });
  const device = await chooseDevice(port, PROFILES);
  if (!device) throw new Error('nothing was chosen');
  const packets: Packet[] = [];
  const losses: number[] = [];
  const link = new GattLink(device, PROFILES, {
    packet: (channel, bytes) => packets.push({ channel, bytes, atMs: performance.now() }),
    lost: () => losses.push(performance.now())
  });
  return { sensor, device, link, packets, losses };
}

/** Lets time pass, and then waits for the work. */
export async function passing<T>(work: Promise<T>, ms: number): Promise<T> {
  work.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(ms);
  return work;
}

/** The same, connected and streaming for half a second. */
export async function streaming(...args: Parameters<typeof chosen>) {
  const page = await chosen(...args);
  await passing(page.link.connect(), 500);
  await passing(page.link.startStream(), 500);
  return page;
}
