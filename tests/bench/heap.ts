import type { CDPSession, Page } from '@playwright/test';
import words from '../../messages/en.json';
import { answerChooser } from '../browser/chooser';
import { withSensor } from './browser';
import { figure, sleep, type Measure } from './measure';
import { PacedSensor } from './paced-sensor';
import { beginAnother, LOCALE, walkToSet } from './training-walk';
import { WorkerSession } from './worker-session';

/** Sensor seconds a second between the two readings. */
const SPEED = 40;
/** Sensor time of the readings, s. */
const EARLY_S = 60;
const LATE_S = 1800;
/** The session is written every half second; a reading waits until what came in fast is on disk. */
const QUIET_MS = 2500;
const MB = 1e6;
/** What the app shows once a frame is missing. */
const DROPPED = words.status_dropped.replace('{count}', '').trim();

/** Bytes in use after a full collection: objects, and the memory of typed arrays. */
interface Heap {
  readonly main: number;
  readonly worker: number;
}

export const heap: Measure = {
  name: 'heap',
  what: 'memory in use on the main thread and in the worker after 30 min of session, against 1 min',
  async run({ url, executablePath }) {
    const sensor = new PacedSensor(5);
    return withSensor(executablePath, sensor, async (browser) => {
      const page = await browser.newPage({ locale: LOCALE, viewport: { width: 390, height: 844 } });
      await answerChooser(page, 'first');
      const devtools = await page.context().newCDPSession(page);
      const worker = await WorkerSession.attach(devtools, () => page.goto(url));
      await walkToSet(page, sensor);
      await runUntil(EARLY_S, page, sensor);
      const early = await read(devtools, worker);
      await runUntil(LATE_S, page, sensor);
      const late = await read(devtools, worker);
      if (await page.getByText(DROPPED).isVisible()) throw new Error(`Frames were lost at ${SPEED}×.`);
      const growth = (part: keyof Heap) => (late[part] - early[part]) / MB;
      return {
        figures: [
          figure('growth, main and worker', growth('main') + growth('worker'), 'MB', { atMost: 2 }),
          figure('growth, main', growth('main'), 'MB'),
          figure('growth, worker', growth('worker'), 'MB'),
          figure('main at 1 min', early.main / MB, 'MB'),
          figure('worker at 1 min', early.worker / MB, 'MB'),
          figure('main at 30 min', late.main / MB, 'MB'),
          figure('worker at 30 min', late.worker / MB, 'MB'),
          figure('samples sent, none lost', sensor.sent.samples, '')
        ],
        notes: [
          `The built app on the browser's own Bluetooth code, the sensor's time running ${SPEED} times as fast: the same samples, frames and rounds as in 30 min, set after set, but a fortieth of the drawn frames.`,
          `Each reading follows ${QUIET_MS / 1000} s at normal speed and two full collections; the memory of typed arrays is counted, that of the canvas is not.`
        ]
      };
    });
  }
};

/** Trains on, set after set, until the sensor's time; leaves a set running and the speed at 1. */
async function runUntil(toS: number, page: Page, sensor: PacedSensor): Promise<void> {
  while (sensor.timeS < toS) {
    sensor.speed = SPEED;
    await sleep(Math.min(250, ((toS - sensor.timeS) / SPEED) * 1000));
    sensor.speed = 1;
    await beginAnother(page, sensor);
  }
}

async function read(devtools: CDPSession, worker: WorkerSession): Promise<Heap> {
  await sleep(QUIET_MS);
  for (let i = 0; i < 2; i++) {
    await devtools.send('HeapProfiler.collectGarbage');
    await worker.send('HeapProfiler.collectGarbage');
  }
  const main = (await devtools.send('Runtime.getHeapUsage')) as Usage;
  return { main: bytesOf(main), worker: bytesOf((await worker.send('Runtime.getHeapUsage')) as Usage) };
}

interface Usage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

function bytesOf({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }: Usage): number {
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}
