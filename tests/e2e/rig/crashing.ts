import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { BluezPeripherals } from '../../../firmware-sim/bluez';
import { findBrowser } from '../../../scripts/browser.js';
import { answerChooser } from '../../browser/chooser';
import { chromiumFlags } from '../../browser/flags';
import { Puppet } from './puppet';
import { BLUETOOTH, test as base } from './rig';
import { getReady } from './steps';

/**
 * A browser with a profile on disk, that can be killed and started again, and a sensor that outlives it. Where the system's Bluetooth
 * cannot be had, the sensor is the simulated one in the page.
 */
export class CrashingBrowser {
  readonly puppet = new Puppet({ kind: 'open-profile' });
  readonly #profile = mkdtempSync(join(tmpdir(), 'bodem-profile-'));
  #bus: BluezPeripherals | null = null;
  #context: BrowserContext | null = null;

  /** @param address of the app; @param speed of the sensor, s per s */
  constructor(
    private readonly address: string,
    private readonly speed: number
  ) {}

  /** Starts it, and opens a page of the app; offline: without a network from then on. */
  async open({ isOffline = false } = {}): Promise<Page> {
    if (BLUETOOTH === 'system') {
      this.#bus ??= await BluezPeripherals.start([this.puppet.sensor], { speed: this.speed });
    }
    if (!this.#context) {
      const executablePath = await findBrowser();
      this.#context = await chromium.launchPersistentContext(this.#profile, {
        ...(executablePath === undefined ? {} : { executablePath }),
        env: { ...process.env, ...(this.#bus && { DBUS_SYSTEM_BUS_ADDRESS: this.#bus.address }) },
        args: chromiumFlags(),
        baseURL: this.address,
        locale: 'en-GB'
      });
    }
    if (isOffline) await this.#context.setOffline(true);
    const page = await this.#context.newPage();
    if (this.#bus) await answerChooser(page, 'first');
    await page.goto('/');
    return page;
  }

  /** Links the sensor and waits for the training screen. */
  async connect(page: Page): Promise<void> {
    const way = this.#bus ? 'Choose your sensor' : 'Try without a sensor';
    await page.getByRole('button', { name: way }).click();
    await page.waitForURL('**/train');
    await getReady(page);
  }

  /** From the link into a set, for as long as the page lives. */
  async walk(page: Page): Promise<void> {
    this.puppet.hold(0);
    await page.getByRole('button', { name: 'Measure my resting level' }).click();
    await page.getByRole('button', { name: 'I am ready' }).click();
    this.puppet.squeeze(3, 1.5, 1.5);
    await page.getByRole('button', { name: 'Yes, go on' }).click({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Begin' }).click();
    this.puppet.follow(50);
  }

  /** Kills the page's process, or the whole browser, without a word of warning. @returns when, ms since 1970 */
  async kill(what: 'tab' | 'browser', page: Page): Promise<number> {
    if (what === 'tab') {
      const session = await page.context().newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      const atMs = Date.now();
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      return atMs;
    }
    const closed = this.#context?.waitForEvent('close');
    const atMs = Date.now();
    process.kill(this.#processId(), 'SIGKILL');
    await closed;
    this.#context = null;
    // Its lock on the profile is of a process that is gone.
    for (const file of readdirSync(this.#profile)) {
      if (file.startsWith('Singleton')) rmSync(join(this.#profile, file));
    }
    return atMs;
  }

  async dispose(): Promise<void> {
    await this.#context?.close();
    await this.#bus?.stop();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Of the browser itself: the one with this profile that is nobody's helper. */
  #processId(): number {
    const isMine = (command: string) =>
      command.includes(`--user-data-dir=${this.#profile}`) && !command.includes('--type=');
    const found = commands().find(([, command]) => isMine(command));
    if (!found) throw new Error('The browser that was started is not among the processes.');
    return found[0];
  }
}

export const test = base.extend<{ crashing: CrashingBrowser }>({
  crashing: async ({ address }, use) => {
    const browser = new CrashingBrowser(address, 8);
    await use(browser);
    await browser.dispose();
  }
});

/** Process ids and what they were started with. */
function commands(): [number, string][] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((id) => {
        try {
          return [[Number(id), readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')]];
        } catch {
          // It ended meanwhile.
          return [];
        }
      });
  }
  const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.map((line) => [Number.parseInt(line, 10), line]);
}
