import type { Page, Worker } from '@playwright/test';
import { openBare } from './bare-page';
import { withSensor } from './browser';
import { leastDisturbed, tell } from './disturbance';
import { frameTimes } from './frame-times.js';
import { figure, quantile, sleep, type Figure, type Measure } from './measure';
import { PacedSensor } from './paced-sensor';
import { openSet } from './training-walk';

/** Rounds are 16 s: three ends of one and fifteen changes of the phase, where the text changes most, are among these. */
const MEASURED_S = 60;
const SETTLE_S = 2;
/** Times slower than this machine: a phone. */
const SLOW_DOWN = 4;
/** A frame and a half. */
const LONG_MS = 25;
const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 }
] as const;
const BARE = { width: 338, height: 500, points: 400 };

export const frames: Measure = {
  name: 'frames',
  what: `the time between animation frames of a running set, 100 Hz, one sample a notification, on a processor made ${SLOW_DOWN} times slower`,
  async run({ url, executablePath }) {
    const sensor = new PacedSensor(1);
    return withSensor(executablePath, sensor, async (browser) => {
      const page = await openSet(browser, url, sensor, SIZES[0]);
      await slowDown(page);
      const figures: Figure[] = [];
      const disturbances: string[] = [];
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await sleep(SETTLE_S * 1000);
        const observed = await leastDisturbed(() => bothIntervals(page));
        const title = `${size.width}×${size.height}`;
        figures.push(
          ...figuresOf(`${title} the curve's`, observed.result.curve),
          ...figuresOf(`${title} the page's`, observed.result.page)
        );
        disturbances.push(`${title}: ${tell(observed)}`);
      }
      // What the machine itself leaves out: a page in which there is next to nothing that could be late.
      await page.close();
      const bare = await openBare(browser, url, BARE, true);
      await slowDown(bare);
      await sleep(SETTLE_S * 1000);
      const control = await leastDisturbed(() => intervals(bare));
      const left = control.result.filter((ms) => ms > LONG_MS).length;
      figures.push(figure(`bare canvas with the stream, frames over ${LONG_MS} ms`, left, ''));
      disturbances.push(`Bare canvas: ${tell(control)}`);
      return {
        figures,
        notes: [
          `${MEASURED_S} s with at least three ends of a round and all changes of the phase between them, through the browser's own Bluetooth code. The browser slows its page's main thread down; the worker, which draws the curve, and the machine are as they are.`,
          'Times are those that the browser gives its animation frames: a step of the display is 16.7 ms, so that an interval over 25 ms is a frame left out.',
          "The bare canvas is that of script-time, slowed down alike and for as long: frames that it leaves out are the machine's, not the app's.",
          ...disturbances
        ]
      };
    });
  }
};

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
}

/** The curve is drawn in the worker's frames, text in the page's. */
async function bothIntervals(page: Page): Promise<Readonly<Record<'curve' | 'page', number[]>>> {
  const [worker] = page.workers();
  if (!worker) throw new Error('The page has no worker.');
  const [curve, text] = await Promise.all([intervals(worker), intervals(page)]);
  return { curve, page: text };
}

async function intervals(thread: Pick<Worker, 'evaluate'>): Promise<number[]> {
  const times = await thread.evaluate(frameTimes, MEASURED_S * 1000);
  return times.slice(1).map((atMs, i) => atMs - (times[i] ?? NaN));
}

function figuresOf(title: string, intervalsMs: readonly number[]): Figure[] {
  const long = intervalsMs.filter((ms) => ms > LONG_MS).length;
  const totalS = intervalsMs.reduce((sum, ms) => sum + ms, 0) / 1000;
  return [
    figure(`${title} frames over ${LONG_MS} ms`, long, '', { atMost: 0 }),
    figure(`${title} longest`, Math.max(...intervalsMs), 'ms'),
    figure(`${title} p50`, quantile(intervalsMs, 0.5), 'ms'),
    figure(`${title} p99`, quantile(intervalsMs, 0.99), 'ms'),
    figure(`${title} frames a second`, intervalsMs.length / totalS, 'Hz')
  ];
}
