import type { Page } from '@playwright/test';
import words from '../../messages/en.json';
import { Summary } from '../../src/lib/session/summary';
import { Pipeline } from '../../src/lib/session/pipeline';
import { Database, type SessionPart } from '../../src/lib/storage/database';
import type { Entry } from '../../src/lib/storage/entry';
import { FIRST_PERSON } from '../../src/lib/storage/first-person';
import type { JournalChunk, SessionRecord } from '../../src/lib/storage/session';
import type { ResultRecord } from '../../src/lib/storage/result';
import { Recorder } from '../../src/lib/worker/recorder';
import { withBrowser } from './browser';
import { frameTimes } from './frame-times.js';
import { figure, quantile, type Measure } from './measure';
import { TrainingJournal } from './training-journal';
import { LOCALE } from './training-walk';

const HOUR_S = 3600;
const SESSIONS = 5000;
/** A frame and a half. */
const LONG_MS = 25;
const SCRUB_S = 10;
const TRIES = 5;
const FLUSH_MS = 500;
/** Arrivals are told in ms since 1970. */
const START_MS = 1_790_000_000_000;

export const storage: Measure = {
  name: 'storage',
  what: 'what an hour at 100 Hz takes on the disk, how soon it can be played again, and how soon 5,000 sessions are listed',
  async run({ url, executablePath }) {
    const hour = await recordHour();
    const bytes = hour.chunks.reduce((sum, chunk) => sum + chunk.bytes.length, 0);
    const beside = JSON.stringify([hour.session, hour.result]).length;
    return withBrowser(executablePath, async (browser) => {
      const page = await browser.newPage({ locale: LOCALE, viewport: { width: 390, height: 844 } });
      await page.goto(`${url}/history`);
      await page.getByText(words.history_empty).waitFor();
      await put(page, hour);
      const opened: number[] = [];
      for (let i = 0; i < TRIES; i++) {
        await page.goto(`${url}/history`);
        await page.getByRole('listitem').waitFor();
        opened.push(await page.evaluate(openFirst, words.replay_rounds));
      }
      const scrubbing = page.evaluate(frameTimes, 1000 * SCRUB_S);
      await page.evaluate(scrub, 1000 * SCRUB_S);
      const times = await scrubbing;
      const intervals = times.slice(1).map((time, i) => time - (times[i] ?? NaN));

      await putMany(page, hour.session);
      const listed: number[] = [];
      for (let i = 0; i < TRIES; i++) {
        await page.goto(`${url}/people`);
        await page.getByText(words.people_add).waitFor();
        listed.push(await page.evaluate(listAll, words.nav_history));
      }
      return {
        figures: [
          figure('an hour at 100 Hz on the disk', (bytes + beside) / 1e6, 'MB', { atMost: 3 }),
          figure('of that its journal', bytes / 1e6, 'MB'),
          figure('opened for replay', quantile(opened, 0.5), 'ms', { atMost: 300 }),
          figure('scrubbed, frames a second', (1000 * intervals.length) / sum(intervals), 'Hz', {
            atLeast: 59
          }),
          figure(`scrubbed, frames over ${LONG_MS} ms`, intervals.filter((ms) => ms > LONG_MS).length, ''),
          figure(`${SESSIONS} sessions listed`, quantile(listed, 0.5), 'ms', { atMost: 100 })
        ],
        notes: [
          `The hour is set after set, one sample a notification, which takes the most room, recorded by the app's own recorder twice a second; arrivals jitter by up to 8 ms.`,
          `Opened: from the press on the session in the list to the frame that has its curve and its figures; listed: from the press on History to the frame that has the first sessions. Medians of ${TRIES}, each after a fresh load of the page before; the worker that reads is started within.`,
          `Scrubbed for ${SCRUB_S} s, the playhead moved in each animation frame.`
        ]
      };
    });
  }
};

interface Hour {
  readonly session: SessionRecord;
  readonly result: ResultRecord;
  readonly chunks: readonly JournalChunk[];
}

/** What the recorder would have stored of an hour. */
async function recordHour(): Promise<Hour> {
  const disk = new Disk();
  const summary = new Summary();
  const id = crypto.randomUUID();
  const begun = { id, person: FIRST_PERSON, startedAtMs: START_MS, chunks: 0, notes: [] };
  const recorder = new Recorder(disk, begun, summary, () => undefined);
  const pipeline = new Pipeline({
    rows(rows) {
      summary.rows(rows);
    },
    event(event) {
      if (summary.note(event)) recorder.changed();
    }
  });
  const journal = new TrainingJournal(1);
  let flushedMs = 0;
  let jitter = 1;
  const take = async (entry: Entry) => {
    // Numbers of a linear congruence: any will do that do not repeat soon.
    jitter = (jitter * 48_271) % 2_147_483_647;
    const jittered = { ...entry, atMs: START_MS + entry.atMs + (8 * jitter) / 2_147_483_647 };
    recorder.append(jittered);
    pipeline.accept(jittered);
    if (entry.atMs - flushedMs < FLUSH_MS) return;
    flushedMs = entry.atMs;
    await recorder.flush();
  };
  for (const entry of journal.walkToSet()) await take(entry);
  for (const entry of journal.sets(HOUR_S)) await take(entry);
  await recorder.finish(START_MS + 1000 * HOUR_S);
  return disk.hour;
}

/** Keeps what the recorder writes. */
class Disk extends Database {
  readonly #chunks = new Map<number, JournalChunk>();
  #session: SessionRecord | null = null;
  #result: ResultRecord | null = null;

  override save({ session, result, chunk }: SessionPart): Promise<void> {
    this.#session = session ?? this.#session;
    this.#result = result ?? this.#result;
    if (chunk) this.#chunks.set(chunk.index, chunk);
    return Promise.resolve();
  }

  get hour(): Hour {
    if (!this.#session || !this.#result) throw new Error('Nothing was recorded.');
    return { session: this.#session, result: this.#result, chunks: [...this.#chunks.values()] };
  }
}

/** Stores the hour in the page's database. */
async function put(page: Page, { session, result, chunks }: Hour): Promise<void> {
  await page.evaluate(
    async ({ record, figures, packed }) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('bodem');
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
      const tx = db.transaction(['sessions', 'results', 'chunks'], 'readwrite');
      tx.objectStore('sessions').put({ ...record, curve: Uint8Array.from(record.curve) });
      tx.objectStore('results').put(figures);
      for (const { index, text } of packed) {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        tx.objectStore('chunks').put({ session: record.id, index, bytes });
      }
      await new Promise((resolve) => {
        tx.oncomplete = resolve;
      });
      db.close();
    },
    {
      record: { ...session, curve: [...session.curve] },
      figures: result,
      packed: chunks.map(({ index, bytes }) => ({ index, text: Buffer.from(bytes).toString('base64') }))
    }
  );
}

/** Fills the page's database with sessions like that one, a day apart. */
async function putMany(page: Page, session: SessionRecord): Promise<void> {
  await page.evaluate(
    async ({ record, count }) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('bodem');
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
      const tx = db.transaction('sessions', 'readwrite');
      for (let i = 1; i < count; i++) {
        const startedAtMs = record.startedAtMs - 86_400_000 * i;
        const curve = Uint8Array.from(record.curve);
        tx.objectStore('sessions').put({ ...record, id: crypto.randomUUID(), startedAtMs, curve });
      }
      await new Promise((resolve) => {
        tx.oncomplete = resolve;
      });
      db.close();
    },
    { record: { ...session, curve: [...session.curve] }, count: SESSIONS }
  );
}

/** In the page: ms from the press on the first session to the frame that has its curve and its figures. */
async function openFirst(heading: string): Promise<number> {
  const start = performance.now();
  document.querySelector<HTMLElement>('li a')?.click();
  while (![...document.querySelectorAll('h2')].some(({ textContent }) => textContent === heading)) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - start;
}

/** In the page: ms from the press on that link to the frame that has the first sessions. */
async function listAll(link: string): Promise<number> {
  const start = performance.now();
  [...document.querySelectorAll('a')].find(({ textContent }) => textContent.trim() === link)?.click();
  while (!document.querySelector('li a[href*="session"]')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - start;
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
