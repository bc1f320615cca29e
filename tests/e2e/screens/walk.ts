import type { Locator, Page } from '@playwright/test';
import en from '../../../messages/en.json' with { type: 'json' };
import nl from '../../../messages/nl.json' with { type: 'json' };
import { recordPast, type Maximum, type Past } from '../rig/past';
import type { PageSide } from '../rig/page-side';
import { expect } from '../rig/rig';
import type { Strings } from '../rig/rig';

const WORDS = { nl, en } as const;
export type Language = keyof typeof WORDS;
export const LANGUAGES = Object.keys(WORDS) as Language[];
type Key = Exclude<keyof typeof en, '$schema'>;

/** A Tuesday morning; the zone stands beside it, in the test. */
const START = new Date('2026-05-12T08:00:30Z');
/** Half of what the link's watchdog takes for silence. */
const STEP_MS = 500;
/** Longer than anything takes that a press sets off, but for the long waits for a sensor. */
const SIGHT_MS = 400;
/** Longer than a frame of the page's clock. */
const FRAME_MS = 20;
/** On a machine that is busy; the page's own time stands still meanwhile. */
const LONGEST_WAIT_MS = 60_000;

/** The browser moves these by its own clock. */
const STILL =
  '*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }';

/**
 * Somebody who walks through the app in one language, in a page whose clock stands still: time passes only where the walk says so, the
 * sensor's with it, and what the worker has to say of it is waited for. So the same walk sees the same pictures.
 */
export class Walk {
  /** Since the walk began. */
  #nowMs = 0;
  #pressedMs = 0;

  private constructor(
    readonly app: Page,
    readonly sensor: Strings,
    readonly language: Language
  ) {}

  static async begin(app: Page, sensor: Strings, language: Language): Promise<Walk> {
    // From before: the clock runs until it is paused.
    await app.clock.install({ time: START.getTime() - 60_000 });
    await app.clock.pauseAt(START);
    return new Walk(app, sensor, language);
  }

  /** The app's text of that name. */
  text(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
    return WORDS[this.language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  }

  /** Loads a page anew. */
  async open(path: string): Promise<void> {
    await this.app.goto(path);
    await this.app.evaluate(async (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      await document.fonts.ready;
    }, STILL);
  }

  /** `until` counts from here. */
  press(key: Key): Promise<void> {
    this.#pressedMs = this.#nowMs;
    return this.app.getByRole('button', { name: this.text(key), exact: true }).click();
  }

  follow(key: Key): Promise<void> {
    return this.app.getByRole('link', { name: this.text(key), exact: true }).click();
  }

  /** Sets the size of all text, as a person may; empty: back to usual. */
  enlarge(size: string): Promise<void> {
    return this.app.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
    }, size);
  }

  /** As if somebody had trained here before. */
  past(sessions: readonly Past[], maxima: readonly Maximum[]): Promise<void> {
    return recordPast(this.app, START.getTime(), sessions, maxima);
  }

  field(key: Key): Locator {
    return this.app.getByLabel(this.text(key), { exact: true });
  }

  /** Waits for a text; how much time passes meanwhile does not hang on how busy the machine is. */
  async sees(key: Key, values: Readonly<Record<string, string | number>> = {}): Promise<void> {
    const wanted = this.app.getByText(this.text(key, values)).filter({ visible: true }).first();
    const startMs = this.#nowMs;
    await expect(async () => {
      if (!(await wanted.isVisible())) await this.#forward(FRAME_MS);
      await expect(wanted).toBeVisible({ timeout: 50 });
    }).toPass({ intervals: [0], timeout: LONGEST_WAIT_MS });
    const tookMs = this.#nowMs - startMs;
    await this.#forward(SIGHT_MS - (tookMs % SIGHT_MS));
  }

  /** Waits until a text is gone: what stood below it stays where it is from then on. */
  async gone(key: Key): Promise<void> {
    await expect(this.app.getByText(this.text(key))).toHaveCount(0);
  }

  /** Lets time pass up to so many seconds after the last press. */
  async until(s: number): Promise<void> {
    const leftMs = this.#pressedMs + 1000 * s - this.#nowMs;
    if (leftMs < 0) throw new Error(`${s} s after the press are ${-leftMs} ms ago.`);
    await this.pass(leftMs / 1000);
  }

  /** Lets time pass. */
  async pass(s: number): Promise<void> {
    for (let leftMs = 1000 * s; leftMs > 0; leftMs -= STEP_MS) await this.#forward(Math.min(leftMs, STEP_MS));
  }

  /** Lets time pass until the sensor has sent so many seconds: how long it took until it sent is then forgotten. */
  async streamed(s: number): Promise<void> {
    let samples = 0;
    await expect(async () => {
      await this.#forward(FRAME_MS);
      ({ samples } = await this.sensor.sent());
      expect(samples).toBeGreaterThan(0);
    }).toPass({ intervals: [0], timeout: LONGEST_WAIT_MS });
    await this.pass(s - samples / 100);
  }

  /** Nothing new comes in, and everything that did is on screen. */
  async still(): Promise<void> {
    await this.sensor.silence(true);
    // Nothing is hovered over.
    await this.app.mouse.move(0, 0);
    // The curve runs ahead of its newest sample by 0.1 s at most, and the text is renewed as often; the curve's clock is the worker's.
    await this.#forward(120);
    await this.#inWorker(() => new Promise((resolve) => setTimeout(resolve, 120)));
    await this.drawn();
  }

  /** After `still`: what was held back comes in at once, and nothing was lost. */
  async goOn(): Promise<void> {
    await this.sensor.silence(false);
    await this.#forward(FRAME_MS);
  }

  /** Everything is drawn anew, in the size and the colours that the screen has now. */
  async drawn(): Promise<void> {
    // What is drawn in the first of these frames may change sizes.
    for (let frame = 0; frame < 2; frame++) {
      await this.#rendered();
      await this.#inWorker(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      );
      await this.app.clock.fastForward(FRAME_MS);
      this.#nowMs += FRAME_MS;
    }
  }

  async #forward(ms: number): Promise<void> {
    await this.app.clock.fastForward(ms);
    this.#nowMs += ms;
    await this.app.waitForFunction(() => {
      const { bodemRig } = globalThis as typeof globalThis & { bodemRig?: PageSide };
      const sent = bodemRig?.puppets[0]?.sent().samples ?? 0;
      return sent === (bodemRig?.answered ?? 0);
    });
  }

  /** The curve is drawn there, by a clock that nobody stops. */
  async #inWorker(wait: () => Promise<unknown>): Promise<void> {
    for (const worker of this.app.workers()) await worker.evaluate(wait);
  }

  /** Two frames of the browser, not of the page's clock: observers of size are told in the order in which they were made. */
  #rendered(): Promise<void> {
    return this.app.evaluate(async () => {
      for (let n = 0; n < 2; n++) {
        await new Promise<void>((resolve) => {
          const observer = new ResizeObserver(() => {
            observer.disconnect();
            resolve();
          });
          observer.observe(document.documentElement);
        });
        // What sticks to the screen's foot is a layer of its own, and missing now and then in a picture longer than the screen.
        for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
          if (getComputedStyle(element).position !== 'sticky') continue;
          element.style.position = 'relative';
          element.style.inset = 'auto';
        }
      }
    });
  }
}
