import process from 'node:process';
import { chromium, type Browser, type Page } from '@playwright/test';
import { BluezPeripherals } from '../../firmware-sim/bluez';
import type { SimulatedSensor } from '../../firmware-sim/sensor';

const ARGS = [
  '--enable-features=WebBluetooth,WebBluetoothNewPermissionsBackend',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run'
];

/** A headless browser of its own, closed when the work is done. */
export async function withBrowser<T>(
  executablePath: string,
  work: (browser: Browser) => Promise<T>,
  environment: Readonly<Record<string, string>> = {}
): Promise<T> {
  const browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...environment },
    // A browser refuses to keep its sandbox as root.
    args: [...ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
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

/** Picks the first device in the browser's Bluetooth chooser. */
export async function answerChooser(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const answered = new Set<string>();
  devtools.on('DeviceAccess.deviceRequestPrompted', ({ id, devices }) => {
    const [device] = devices;
    // Told again with every advertisement; a second answer would be an error.
    if (!device || answered.has(id)) return;
    answered.add(id);
    void devtools.send('DeviceAccess.selectPrompt', { id, deviceId: device.id });
  });
  await devtools.send('DeviceAccess.enable');
}
