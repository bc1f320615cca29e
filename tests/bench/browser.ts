import process from 'node:process';
import { chromium, type Browser } from '@playwright/test';
import { BluezPeripherals } from '../../firmware-sim/bluez';
import type { SimulatedSensor } from '../../firmware-sim/sensor';
import { chromiumFlags } from '../browser/flags';

/** A headless browser of its own, closed when the work is done. */
export async function withBrowser<T>(
  executablePath: string,
  work: (browser: Browser) => Promise<T>,
  environment: Readonly<Record<string, string>> = {}
): Promise<T> {
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...environment },
    args: chromiumFlags()
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A browser whose own Bluetooth code finds one simulated sensor, through BlueZ's interface on a private bus. Linux only. */
export async function withSensor<T>(
  executablePath: string,
  sensor: SimulatedSensor,
  work: (browser: Browser) => Promise<T>
): Promise<T> {
  if (process.platform !== 'linux') throw new Error('This measure needs Linux: its Bluetooth is BlueZ.');
  const peripherals = await BluezPeripherals.start([sensor]);
  try {
    return await withBrowser(executablePath, work, { DBUS_SYSTEM_BUS_ADDRESS: peripherals.address });
  } finally {
    await peripherals.stop();
  }
}
