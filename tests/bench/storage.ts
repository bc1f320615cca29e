import words from '../../messages/en.json';
import type { SessionRecord } from '../../src/lib/storage/session';
import { fillDatabase } from '../browser/fill-database';
import { withBrowser } from './browser';
import { frameTimes } from './frame-times.js';
import { figure, quantile, type Measure } from './measure';
import { recordHour } from './recorded-hour';
import { LOCALE } from './training-walk';
import { waitsFor, type Waits } from './waits-for.js';

const SESSIONS = 5000;
/** A frame and a half. */
const LONG_MS = 25;
const SCRUB_S = 10;
const TRIES = 5;

export const storage: Measure = {
  name: 'storage',
  what: 'what an hour at 100 Hz takes on the disk, how soon it can be played again, and how soon 5,000 sessions are listed',
  async run({ url, executablePath }) {
    const hour = await recordHour();
    const bytes = sum(hour.chunks.map((chunk) => chunk.bytes.length));
    const beside = JSON.stringify([hour.session, hour.result]).length;
    return withBrowser(executablePath, async (browser) => {
      const page = await browser.newPage({ locale: LOCALE, viewport: { width: 390, height: 844 } });
      await page.goto(`${url}/history`);
      await page.getByText(words.history_empty).waitFor();
      await fillDatabase(page, { sessions: [hour.session], results: [hour.result], chunks: hour.chunks });
      const opened = await medianWaits(async () => {
        await page.goto(`${url}/history`);
        await page.getByRole('listitem').waitFor();
        return page.evaluate(waitsFor, { press: 'li a', until: ['canvas', 'dl'], loading: words.loading });
      });
      const scrubbing = page.evaluate(frameTimes, 1000 * SCRUB_S);
      await page.evaluate(scrub, 1000 * SCRUB_S);
      const frames = await scrubbing;
      const intervals = frames.slice(1).map((time, i) => time - (frames[i] ?? NaN));

      await fillDatabase(page, { sessions: earlier(hour.session) });
      const listed = await medianWaits(async () => {
        await page.goto(`${url}/people`);
        await page.getByText(words.people_add).waitFor();
        return page.evaluate(waitsFor, {
          press: 'a[href$="history"]',
          until: ['li a[href*="session"]'],
          loading: words.loading
        });
      });
      return {
        figures: [
          figure('an hour at 100 Hz on the disk', (bytes + beside) / 1e6, 'MB', { atMost: 3 }),
          figure('of that its journal', bytes / 1e6, 'MB'),
          figure('opened for replay', opened.firstMs, 'ms', { atMost: 300 }),
          figure('the last of that hour worked out', opened.wholeMs, 'ms'),
          figure('scrubbed, frames a second', (1000 * intervals.length) / sum(intervals), 'Hz', {
            atLeast: 59
          }),
          figure(`scrubbed, frames over ${LONG_MS} ms`, intervals.filter((ms) => ms > LONG_MS).length, ''),
          figure(`${SESSIONS} sessions listed`, listed.firstMs, 'ms', { atMost: 100 }),
          figure('the last of those found by the filters', listed.wholeMs, 'ms')
        ],
        notes: [
          `The hour is set after set, one sample a notification, which takes the most room, recorded by the app's own recorder twice a second; arrivals jitter by up to 8 ms.`,
          `Opened: from the press on the session in the list to the frame that has its curve, where training begins, and the figures of its first set: it can be played, while the rest is worked out behind. Listed: from the press on History to the frame that has the newest 20; the rest is read behind, and the filters find it then. Medians of ${TRIES}, each after a fresh load of the page before.`,
          `Scrubbed for ${SCRUB_S} s, the playhead moved in each animation frame.`
        ]
      };
    });
  }
};

/** Sessions like that one, a day apart, to fill a history with it. */
function earlier(session: SessionRecord): SessionRecord[] {
  return Array.from({ length: SESSIONS - 1 }, (_, i) => ({
    ...session,
    id: crypto.randomUUID(),
    startedAtMs: session.startedAtMs - 86_400_000 * (i + 1)
  }));
}

async function medianWaits(once: () => Promise<Waits>): Promise<Waits> {
  const waits: Waits[] = [];
  for (let i = 0; i < TRIES; i++) waits.push(await once());
  const median = (of: (each: Waits) => number) => quantile(waits.map(of), 0.5);
  return { firstMs: median(({ firstMs }) => firstMs), wholeMs: median(({ wholeMs }) => wholeMs) };
}

/** In the page: moves the playhead in each frame, through the whole session and back. */
async function scrub(ms: number): Promise<void> {
  const slider = document.querySelector<HTMLInputElement>('input[type=range]');
  if (!slider) throw new Error('There is nothing to scrub.');
  const start = performance.now();
  for (let now = start; now - start < ms; now = performance.now()) {
    const share = Math.abs(Math.sin((now - start) / 2000));
    slider.value = String(share * Number(slider.max));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
