import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base, chromium, expect, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { BluezPeripherals } from '../../../firmware-sim/bluez';
import { findBrowser } from '../../../scripts/browser.js';
import { createServer } from '../../../scripts/serve.js';
import { answerChooser } from '../../browser/chooser';
import { chromiumFlags } from '../../browser/flags';
import { listenIn } from './listen-in';
import type { PageSide } from './page-side';
import { Puppet, type PuppetOptions, type Scheduled, type Sent } from './puppet';
import { slowness } from './slowness';

/** `system`: the browser's own Bluetooth, down to the message bus. `page`: an object in the page, where that cannot be had. */
export const BLUETOOTH: 'system' | 'page' =
  process.env.BODEM_BLUETOOTH === 'page' || process.platform !== 'linux' ? 'page' : 'system';

/** What can be asked of a puppet from a test, wherever it lives. */
export type Strings = {
  [K in Exclude<keyof Puppet, 'sensor' | 'sent' | 'hear'>]: (...args: Parameters<Puppet[K]>) => Promise<void>;
} & { sent(): Promise<Sent> };

export interface RigOptions {
  /** The first is the one that is chosen. */
  sensors: readonly PuppetOptions[];
  /** Sensor seconds per second. */
  speed: number;
  chooser: 'first' | 'cancel';
  /** False: a browser that hides Web Bluetooth. */
  webBluetooth: boolean;
  /** `page` also where the system's could be had: for tests that tell the page the time. */
  bluetooth: 'system' | 'page';
}

/** One sensor of the open profile, eight times as fast, and the first device is chosen. */
export const USUAL: RigOptions = {
  sensors: [{ kind: 'open-profile' }],
  speed: 8,
  chooser: 'first',
  webBluetooth: true,
  bluetooth: BLUETOOTH
};

/** A string of the puppet, looked up by its name: `Strings` has checked the name and the values. */
type Pulled = (...args: unknown[]) => unknown;

interface Fixtures {
  rig: RigOptions;
  app: Page;
  sensor: Strings;
  launched: { browser: Browser; puppets: readonly Puppet[] };
  /** Console errors that a test expects; any other fails it. */
  allowedErrors: RegExp[];
  /** Each test gets as much more time as the machine takes. */
  unhurried: undefined;
}

/** What Playwright itself says when a test wants no offline copy. */
const BLOCKED = /^Service Worker registration blocked by Playwright$/;

/** Every test gets a browser of its own, on a message bus of its own, and the built app from the real server. */
export const test = base.extend<Fixtures, { address: string }>({
  address: [
    // eslint-disable-next-line no-empty-pattern -- the fixture needs no other, and Playwright reads the pattern
    async ({}, use) => {
      const server = createServer(fileURLToPath(new URL('../../../build', import.meta.url)));
      await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
      await use(`http://localhost:${(server.address() as AddressInfo).port}`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' }
  ],
  rig: [USUAL, { option: true }],
  allowedErrors: [[], { option: true }],
  unhurried: [
    // eslint-disable-next-line no-empty-pattern -- the fixture needs no other, and Playwright reads the pattern
    async ({}, use, testInfo) => {
      testInfo.setTimeout(testInfo.timeout * slowness());
      await use(undefined);
    },
    { auto: true }
  ],
  locale: 'en-GB',
  // The offline copy has tests of its own; elsewhere it would answer for the server.
  serviceWorkers: 'block',

  launched: async ({ rig }, use) => {
    const puppets = rig.sensors.map((options) => new Puppet(options));
    const onBus = rig.bluetooth === 'system' && rig.webBluetooth;
    const sensors = puppets.map(({ sensor }) => sensor);
    const bus = onBus ? await BluezPeripherals.start(sensors, { speed: rig.speed }) : null;
    const executablePath = await findBrowser();
    const browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      env: { ...process.env, ...(bus && { DBUS_SYSTEM_BUS_ADDRESS: bus.address }) },
      args: chromiumFlags(rig.webBluetooth)
    });
    await use({ browser, puppets });
    await browser.close();
    await bus?.stop();
  },

  app: async (
    {
      launched,
      rig,
      address,
      locale,
      timezoneId,
      colorScheme,
      viewport,
      userAgent,
      hasTouch,
      serviceWorkers,
      allowedErrors
    },
    use
  ) => {
    const context = await launched.browser.newContext({
      baseURL: address,
      ...(locale === undefined ? {} : { locale }),
      ...(timezoneId === undefined ? {} : { timezoneId }),
      colorScheme: colorScheme ?? null,
      viewport,
      ...(userAgent === undefined ? {} : { userAgent }),
      hasTouch,
      serviceWorkers
    });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
    });
    if (rig.bluetooth === 'page') await page.addInitScript(await pageSide(rig));
    else if (rig.webBluetooth) {
      await answerChooser(page, rig.chooser);
      await hearSchedule(page, launched.puppets);
    }
    await use(page);
    const allowed = [BLOCKED, ...allowedErrors];
    expect(wrong.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    await context.close();
  },

  sensor: async ({ app, launched, rig }, use) => {
    const pull = async (name: string, args: unknown[]): Promise<unknown> => {
      if (rig.bluetooth === 'system') return call(launched.puppets[0], name, args);
      return app.evaluate(
        ([method, values]) => {
          const { bodemRig } = globalThis as typeof globalThis & { bodemRig?: PageSide };
          const puppet = bodemRig?.puppets[0] ?? {};
          return (Reflect.get(puppet, method) as Pulled).apply(puppet, values);
        },
        [name, args] as const
      );
    };
    await use(
      new Proxy({} as Strings, {
        get:
          (_, name) =>
          (...args: unknown[]) =>
            pull(String(name), args)
      })
    );
  }
});

export { expect };

function call(puppet: Puppet | undefined, name: string, args: unknown[]): unknown {
  return (Reflect.get(puppet ?? {}, name) as Pulled).apply(puppet, args);
}

/** Lets the puppets hear when the app asks for a round. */
async function hearSchedule(page: Page, puppets: readonly Puppet[]): Promise<void> {
  await page.exposeFunction('bodemScheduled', (scheduled: Scheduled) => {
    for (const puppet of puppets) puppet.hear(scheduled);
  });
  await page.addInitScript(`(${listenIn.toString()})(bodemScheduled)`);
}

/** The simulated sensors as one script for the page. */
async function pageSide({ sensors, speed, chooser, webBluetooth }: RigOptions): Promise<string> {
  const rig = JSON.stringify({ sensors, speed, choose: chooser === 'first', webBluetooth });
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    define: { BODEM_RIG: rig },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('page-side.ts', import.meta.url)), formats: ['iife'], name: 'rig' }
    }
  });
  const bundle = Array.isArray(output) ? output[0] : output;
  if (!bundle || !('output' in bundle)) throw new Error('The page side of the rig did not build.');
  return bundle.output[0].code;
}
