import process from 'node:process';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/browser.js';
import { BluezPeripherals } from './bluez';
import { Finger } from './finger';
import { Muscle, TRAITS } from './muscle';
import { repeatingPattern } from './pattern';
import { SimulatedSensor } from './sensor';

const url = process.argv[2] ?? 'http://localhost:4173';

if (process.platform !== 'linux') {
  giveUp('The simulated Bluetooth window needs Linux: only there can a browser be given another Bluetooth.');
} else if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  giveUp('The simulated Bluetooth window needs a desktop to open on.');
} else {
  await open();
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

/** A browser window whose Bluetooth finds three simulated sensors. Ends with the window. */
async function open(): Promise<void> {
  const pattern = repeatingPattern({ riseS: 4, holdS: 2, fallS: 4, restS: 6, forcePct: 40 });
  let following = false;
  const fingers: Finger[] = [];
  const person = (seed: number): Muscle => {
    // One each: every sensor asks in its own time.
    const finger = new Finger();
    fingers.push(finger);
    return new Muscle({
      seed,
      intent: (tS) => Math.max(following ? pattern(tS) : 0, finger.at(tS)),
      ...TRAITS.calm
    });
  };
  const peripherals = await BluezPeripherals.start([
    new SimulatedSensor({ kind: 'open-profile', muscle: person(1) }),
    new SimulatedSensor({ kind: 'kgoal-boost', muscle: person(2), connectionIntervalMs: 30 }),
    new SimulatedSensor({ kind: 'progressor', muscle: person(3), connectionIntervalMs: 15 })
  ]);
  const keys = createInterface({ input: process.stdin });
  try {
    const executablePath = await findBrowser();
    const browser = await chromium.launch({
      headless: false,
      ...(executablePath === undefined ? {} : { executablePath }),
      env: { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: peripherals.address },
      args: [
        '--enable-features=WebBluetooth,WebBluetoothNewPermissionsBackend',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
      ]
    });
    const page = await browser.newPage({ viewport: null });
    await page.goto(url).catch(() => {
      console.error(`Nothing answers at ${url}: start the app first, then reload the window.`);
    });
    console.log(
      'Enter: squeeze, Enter again: let go. f and Enter: follow 40;20;40;60 at 40 %, or stop. Close the window to end.'
    );
    keys.on('line', (line) => {
      if (line.trim() === 'f') {
        following = !following;
        return;
      }
      for (const finger of fingers) {
        if (finger.pressed) finger.release();
        else finger.press();
      }
    });
    await new Promise<void>((resolve) => {
      page.once('close', () => {
        resolve();
      });
      browser.once('disconnected', () => {
        resolve();
      });
    });
    await browser.close();
  } finally {
    keys.close();
    await peripherals.stop();
  }
}
