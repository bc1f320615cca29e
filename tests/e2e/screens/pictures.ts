import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../rig/rig';
import { countDifferent, decode, encode } from './png';

const FOLDER = fileURLToPath(new URL('../../../docs/screens', import.meta.url));

/** What decides how a letter is drawn. */
interface Pinned {
  readonly browser: string;
  readonly major: number;
  readonly platform: string;
}

/**
 * The pictures are kept in 256 colours, none of them more than 7 of 255 beside what the browser drew, and another processor may round by
 * one more. Anything within that is the same.
 */
const SAME_LEVELS = 8;
/**
 * What is not the same goes to Playwright, which leaves out edges that are drawn softer or harder. `threshold` is the same 8 of 255 in
 * brightness; the smallest letter is more than so many points.
 */
const TOLERANCE = { threshold: 0.03, maxDiffPixels: 12 };

const SETTLE_MS = 100;

/** The pictures of one walk: made anew, or held against the screens. */
export class Pictures {
  readonly #taken = new Set<string>();

  private constructor(
    private readonly app: Page,
    private readonly session: CDPSession,
    /** Theirs alone, in docs/screens. */
    private readonly folder: string,
    private readonly mode: 'renew' | 'compare' | 'none'
  ) {}

  static async begin(app: Page, folder: string): Promise<Pictures> {
    return new Pictures(app, await app.context().newCDPSession(app), folder, chooseMode(app));
  }

  /** The whole page as it is now. */
  async take(name: string): Promise<void> {
    this.#taken.add(`${name}.png`);
    if (this.mode === 'none') return;
    const path = join(FOLDER, this.folder, `${name}.png`);
    const isKept = (png: Buffer) =>
      existsSync(path) && countDifferent(readFileSync(path), decode(png), SAME_LEVELS) === 0;
    const first = await this.#capture();
    if (isKept(first)) return;
    const png = await this.#settled(first);
    if (isKept(png)) return;
    if (this.mode === 'renew') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, encode(decode(png)));
    } else {
      // Soft: one run tells of all screens that changed.
      expect.soft(png).toMatchSnapshot([this.folder, `${name}.png`], TOLERANCE);
    }
  }

  /** On a busy machine a layer may be painted after its picture was taken: the first of two that are alike. */
  async #settled(png: Buffer): Promise<Buffer> {
    await setTimeout(SETTLE_MS);
    const next = await this.#capture();
    return next.equals(png) ? png : this.#settled(next);
  }

  /** The folder holds these pictures and no others. */
  end(): void {
    if (this.mode === 'none') return;
    const path = join(FOLDER, this.folder);
    const old = readdirSync(path).filter((file) => !this.#taken.has(file));
    if (this.mode === 'renew') for (const file of old) rmSync(join(path, file));
    else expect(old, 'pictures of states that are no more').toEqual([]);
  }

  /** As Playwright's own, but packed in less time. */
  async #capture(): Promise<Buffer> {
    const { width, height, isLong } = await this.app.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { width: scrollWidth, height: scrollHeight, isLong: scrollHeight > innerHeight };
    });
    const { data } = await this.session.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      ...(isLong && { captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: 1 } })
    });
    return Buffer.from(data, 'base64');
  }
}

/** Pictures of another browser are other pictures: then there is nothing to compare, and that is said. */
function chooseMode(app: Page): 'renew' | 'compare' | 'none' {
  const browser = app.context().browser();
  const here: Pinned = {
    browser: browser?.browserType().name() ?? '',
    major: Number.parseInt(browser?.version() ?? ''),
    platform: process.platform
  };
  const file = join(FOLDER, 'browser.json');
  if (['all', 'changed'].includes(test.info().config.updateSnapshots)) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, `${JSON.stringify(here, null, 2)}\n`);
    return 'renew';
  }
  const pinned = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Pinned) : null;
  const named = ({ browser, major, platform }: Pinned) => `${browser} ${major} on ${platform}`;
  if (pinned && named(pinned) === named(here)) return 'compare';
  const why = pinned ? `they were made with ${named(pinned)}` : 'there are none, npm run screens makes them';
  console.log(`The pictures in docs/screens are not compared with ${named(here)}: ${why}.`);
  return 'none';
}
