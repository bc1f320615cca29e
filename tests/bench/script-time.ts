import type { Browser, Page } from '@playwright/test';
import { drawBare } from './bare-canvas.js';
import { answerChooser, withSensor } from './browser';
import { scriptPerFrame } from './frame-trace';
import { figure, mean, quantile, sleep, type Figure, type Measure } from './measure';
import { PacedSensor } from './paced-sensor';
import { LOCALE, walkToSet } from './training-walk';

const MEASURED_S = 21;
const BARE_S = 10;
const SETTLE_S = 2;
/** Phone and desktop, CSS px, with the seconds of curve that the chart shows there. */
const SIZES = [
  { width: 390, height: 844, pastS: 4 },
  { width: 1440, height: 900, pastS: 8 }
] as const;
const RATE_HZ = 100;

export const scriptTime: Measure = {
  name: 'script-time',
  what: 'main-thread script for each drawn frame of a running set, 100 Hz, one sample a notification; beside it a bare canvas loop that draws as much',
  async run({ url, executablePath }) {
    const sensor = new PacedSensor(1);
    return withSensor(executablePath, sensor, async (browser) => {
      const page = await browser.newPage({ locale: LOCALE, viewport: SIZES[0] });
      await answerChooser(page);
      await page.goto(url);
      await walkToSet(page, sensor);
      const figures: Figure[] = [];
      for (const size of SIZES) {
        await page.bringToFront();
        await page.setViewportSize(size);
        await sleep(SETTLE_S * 1000);
        const canvas = await canvasSize(page);
        const app = await scriptPerFrame(browser, page, () => sleep(MEASURED_S * 1000));
        const bare = await bareScript(browser, { ...canvas, points: size.pastS * RATE_HZ });
        figures.push(...figuresOf(`${size.width}×${size.height}`, app, bare));
      }
      return {
        figures,
        notes: [
          `From a DevTools trace of ${MEASURED_S} s (bare: ${BARE_S} s): everything that enters script between the beginning of one animation frame and the next, so also Bluetooth events, the worker's answers and the ten text changes a second.`,
          'The bare loop has a curve of as many points, a ribbon, a bead and a canvas of the same size, and nothing else.',
          'Wall time: what another process takes from this thread counts as script here.'
        ]
      };
    });
  }
};

function figuresOf(size: string, app: readonly number[], bare: readonly number[]): Figure[] {
  return [
    figure(`${size} mean`, mean(app), 'ms', { atMost: 1 }),
    figure(`${size} p95`, quantile(app, 0.95), 'ms', { atMost: 1 }),
    figure(`${size} p50`, quantile(app, 0.5), 'ms'),
    figure(`${size} bare canvas, mean`, mean(bare), 'ms'),
    figure(`${size} times the bare canvas`, mean(app) / mean(bare), '×'),
    figure(`${size} frames a second`, app.length / MEASURED_S, 'Hz')
  ];
}

async function canvasSize(page: Page): Promise<{ width: number; height: number }> {
  const box = await page.locator('[role=img] > canvas').boundingBox();
  if (!box) throw new Error('There is no chart on the training screen.');
  return { width: Math.round(box.width), height: Math.round(box.height) };
}

async function bareScript(
  browser: Browser,
  size: { width: number; height: number; points: number }
): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: size.width + 20, height: size.height + 20 } });
  await page.evaluate(drawBare, size);
  await sleep(1000);
  const perFrame = await scriptPerFrame(browser, page, () => sleep(BARE_S * 1000));
  await page.close();
  return perFrame;
}
