import type { Locator, Page } from '@playwright/test';
import en from '../../../messages/en.json' with { type: 'json' };
import nl from '../../../messages/nl.json' with { type: 'json' };
import { recordPast, type Maximum, type Past } from '../rig/past';
import type { PageSide } from '../rig/page-side';
import { SETTLE_MS } from '../../../src/lib/state/tap-guard';
import { expect } from '../rig/rig';
import type { Strings } from '../rig/rig';

const WORDS = { nl, en } as const;
export type Language = keyof typeof WORDS;
export const LANGUAGES = Object.keys(WORDS) as Language[];
type Key = Exclude<keyof typeof en, '$schema'>;
type Values = Readonly<Record<string, string | number>>;

/** A Tuesday morning; the zone stands beside it, in the test. */
const START = new Date('2026-05-12T08:00:30Z');
/** Half of what the link's watchdog takes for silence. */
const STEP_MS = 500;
/** Longer than anything takes that a press sets off, but for the long waits for a sensor. */
const SIGHT_MS = 400;
/** Longer than a frame of the page's clock. */
const FRAME_MS = 20;
/** So many samples that have jumped wait until the next one shows whether they are signal. */
const HELD = 2;
/** On a machine that is busy; the page's own time stands still meanwhile. */
const LONGEST_WAIT_MS = 60_000;

/** The time that passes between `still` and `goOn`: enough for every look at four sizes in two colour schemes. */
const LOOK_MS = 480;

/** The browser moves these by its own clock. */
const STILL = '*, *::before, *::after { animation: none !important; transition: none !important; }';

/**
 * Somebody who walks through the app in one language, in a page whose clock stands still: time passes only where the walk says so, the
 * sensor's with it, and what the worker has to say of it is waited for. So the same walk reads the same words.
 */
export class Walk {
  /** Since the walk began. */
  #nowMs = 0;
  #pressedMs = 0;
  #stillMs = 0;

  private constructor(
    readonly app: Page,
    readonly sensor: Strings,
    readonly language: Language
  ) {}

  static async begin(app: Page, sensor: Strings, language: Language): Promise<Walk> {
    // A step that leads nowhere fails by its name, not with the whole walk.
    app.setDefaultTimeout(LONGEST_WAIT_MS);
    // From before: the clock runs until it is paused.
    await app.clock.install({ time: START.getTime() - 60_000 });
    await app.clock.pauseAt(START);
    return new Walk(app, sensor, language);
  }

  /** The app's text of that name, in the plural form that the values ask for. */
  text(key: Key, values: Values = {}): string {
    const message = WORDS[this.language][key];
    const text = typeof message === 'string' ? message : this.#form(message, values);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
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
  async press(key: Key): Promise<void> {
    await this.settled();
    this.#pressedMs = this.#nowMs;
    await this.app.getByRole('button', { name: this.text(key), exact: true }).click();
  }

  /** Lets the time pass in which a press right after a change of panels does nothing. */
  async settled(): Promise<void> {
    if ((await this.app.locator('[data-settling]').count()) > 0) await this.#forward(SETTLE_MS);
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
  async sees(key: Key, values: Values = {}): Promise<void> {
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
    this.#stillMs = this.#nowMs;
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
    // Every stop takes equally long, so what comes next does not depend on how many looks there were.
    await this.#forward(this.#stillMs + LOOK_MS - this.#nowMs);
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

  /** Each form is named after the plurals that it is for, such as "goodPlural=one, countPlural=other". */
  #form(message: readonly { readonly match: Readonly<Record<string, string>> }[], values: Values): string {
    const rules = new Intl.PluralRules(this.language);
    const forms = message.flatMap(({ match }) => Object.entries(match));
    const form = forms.find(([name]) =>
      [...name.matchAll(/(\w+)Plural=(\w+)/g)].every(
        ([, input = '', plural]) => rules.select(Number(values[input])) === plural
      )
    );
    if (!form) throw new Error(`No form is for ${JSON.stringify(values)}.`);
    return form[1];
  }

  async #forward(ms: number): Promise<void> {
    await this.app.clock.fastForward(ms);
    this.#nowMs += ms;
    const behind = await this.app.waitForFunction((held) => {
      const { bodemRig } = globalThis as typeof globalThis & { bodemRig?: PageSide };
      const samples = bodemRig?.puppets[0]?.sent().samples ?? 0;
      const left = samples - (bodemRig?.answered ?? 0);
      // As text: a number of 0 would not end the wait.
      return left <= held && String(left);
    }, HELD);
    // Those that are held back, or that the worker is about to answer: it is given the time to.
    if ((await behind.jsonValue()) !== '0')
      await this.#inWorker(() => new Promise((resolve) => setTimeout(resolve, 120)));
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
      }
    });
  }
}
