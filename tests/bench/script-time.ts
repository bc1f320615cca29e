import type { Browser, Page } from '@playwright/test';
import { drawBare } from './bare-canvas.js';
import { answerChooser } from '../browser/chooser';
import { withSensor } from './browser';
import { countFrames } from './count-frames.js';
import { leastDisturbed, tell, type Observed } from './disturbance';
import { scriptPerFrame, type FrameScript } from './frame-trace';
import { figure, mean, quantile, sleep, type Figure, type Measure } from './measure';
import { PacedSensor } from './paced-sensor';
import { LOCALE, walkToSet } from './training-walk';

const MEASURED_S = 21;
const BARE_S = 10;
const SETTLE_S = 2;
const RATE_HZ = 100;
/** Phone and desktop, CSS px, with the seconds of curve that the chart shows there. */
const SIZES = [
  { width: 390, height: 844, pastS: 4 },
  { width: 1440, height: 900, pastS: 8 }
] as const;

interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Of the curve. */
  readonly points: number;
}

export const scriptTime: Measure = {
  name: 'script-time',
  what: 'main-thread script for each drawn frame of a running set, 100 Hz, one sample a notification; beside it a bare canvas loop that draws as much',
  async run({ url, executablePath }) {
    const sensor = new PacedSensor(1);
    return withSensor(executablePath, sensor, async (browser) => {
      const page = await browser.newPage({ locale: LOCALE, viewport: SIZES[0] });
      await answerChooser(page, 'first');
      await page.goto(url);
      await walkToSet(page, sensor);
      const measured: {
        title: string;
        canvas: Canvas;
        untraced: Observed<number>;
        app: Observed<FrameScript[]>;
      }[] = [];
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await sleep(SETTLE_S * 1000);
        const canvas = { ...(await canvasSize(page)), points: size.pastS * RATE_HZ };
        const untraced = await leastDisturbed(() => meanScriptMs(page, MEASURED_S));
        const app = await leastDisturbed(() => scriptPerFrame(browser, page, () => sleep(MEASURED_S * 1000)));
        measured.push({ title: `${size.width}×${size.height}`, canvas, untraced, app });
      }
      // The yardstick has the machine to itself.
      await page.close();
      const figures: Figure[] = [];
      for (const { title, canvas, untraced, app } of measured) {
        figures.push(figure(`${title} mean`, untraced.result, 'ms', { atMost: 1 }));
        figures.push(...figuresOf(title, app.result, await bareScript(browser, canvas)));
      }
      return {
        figures,
        notes: [
          `The mean is the browser's own sum of script over ${MEASURED_S} s, divided by the frames drawn. The others are from a DevTools trace (bare: ${BARE_S} s), its own cost included: everything that enters script between the beginning of one animation frame and the next, so also Bluetooth events, the worker's answers and the ten text changes a second.`,
          'The bare loop has a curve of as many points, a ribbon, a bead and a canvas of the same size, and nothing else.',
          'The mean is wall time, in which another process can take the core away; processor time is what the script itself used.',
          ...measured.map(({ title, untraced, app }) => `${title}: ${tell(untraced)} Traced: ${tell(app)}`)
        ]
      };
    });
  }
};

function figuresOf(title: string, app: readonly FrameScript[], bare: readonly FrameScript[]): Figure[] {
  const wall = app.map(({ wallMs }) => wallMs);
  const cpu = app.map(({ cpuMs }) => cpuMs);
  const bareCpu = mean(bare.map(({ cpuMs }) => cpuMs));
  return [
    figure(`${title} traced, mean`, mean(wall), 'ms'),
    figure(`${title} traced, p50`, quantile(wall, 0.5), 'ms'),
    figure(`${title} traced, p95`, quantile(wall, 0.95), 'ms'),
    figure(`${title} traced, processor time, mean`, mean(cpu), 'ms'),
    figure(`${title} bare canvas, mean`, mean(bare.map(({ wallMs }) => wallMs)), 'ms'),
    figure(`${title} bare canvas, processor time, mean`, bareCpu, 'ms'),
    figure(`${title} times the bare canvas, by processor time`, mean(cpu) / bareCpu, '×'),
    figure(`${title} frames a second`, app.length / MEASURED_S, 'Hz')
  ];
}

/** Script of the page by the browser's own account, ms for each frame drawn. */
async function meanScriptMs(page: Page, seconds: number): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const scriptS = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN;
  };
  const before = await scriptS();
  const frames = await page.evaluate(countFrames, seconds * 1000);
  const spentS = (await scriptS()) - before;
  await devtools.detach();
  return (1000 * spentS) / frames;
}

async function canvasSize(page: Page): Promise<{ width: number; height: number }> {
  const box = await page.locator('[role=img] > canvas').boundingBox();
  if (!box) throw new Error('There is no chart on the training screen.');
  return { width: Math.round(box.width), height: Math.round(box.height) };
}

async function bareScript(browser: Browser, canvas: Canvas): Promise<FrameScript[]> {
  const page = await browser.newPage({
    viewport: { width: canvas.width + 20, height: canvas.height + 20 }
  });
  await page.evaluate(drawBare, canvas);
  await sleep(SETTLE_S * 1000);
  const perFrame = await scriptPerFrame(browser, page, () => sleep(BARE_S * 1000));
  await page.close();
  return perFrame;
}
