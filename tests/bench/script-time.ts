import type { Browser, Page } from '@playwright/test';
import { openBare, type Canvas } from './bare-page';
import { withSensor } from './browser';
import { countFrames } from './count-frames.js';
import { leastDisturbed, tell, type Observed } from './disturbance';
import { scriptPerFrame, type FrameScript } from './frame-trace';
import { figure, sleep, type Figure, type Measure } from './measure';
import { PacedSensor } from './paced-sensor';
import { openSet } from './training-walk';

/** One round of the set. */
const MEASURED_S = 16;
const BARE_S = 8;
const SETTLE_S = 2;
const RATE_HZ = 100;
/** Phone and desktop, CSS px, with the seconds of curve that the chart shows there. */
const SIZES = [
  { width: 390, height: 844, pastS: 4 },
  { width: 1440, height: 900, pastS: 8 }
] as const;

/** Script of one page. Untraced: ms of its main thread for each frame, by the browser's own account. */
interface Script {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly traced: FrameScript;
}

export const scriptTime: Measure = {
  name: 'script-time',
  what: 'script for each frame of a running set, 100 Hz, one sample a notification: on the main thread, and in the worker that draws; beside it bare canvas loops that draw as much',
  async run({ url, executablePath }) {
    const sensor = new PacedSensor(1);
    return withSensor(executablePath, sensor, async (browser) => {
      const page = await openSet(browser, url, sensor, SIZES[0]);
      const measured: { title: string; canvas: Canvas; app: Observed<Script> }[] = [];
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await sleep(SETTLE_S * 1000);
        const canvas = { ...(await canvasSize(page)), points: size.pastS * RATE_HZ };
        const app = await leastDisturbed(() => measure(browser, page, MEASURED_S));
        measured.push({ title: `${size.width}×${size.height}`, canvas, app });
      }
      // A yardstick has the machine, and the sensor, to itself.
      await page.close();
      const figures: Figure[] = [];
      const disturbances: string[] = [];
      for (const { title, canvas, app } of measured) {
        const [still, stream] = [
          await bare(browser, url, canvas, false),
          await bare(browser, url, canvas, true)
        ];
        figures.push(...figuresOf(title, app.result, still.result, stream.result));
        disturbances.push(
          `${title}: ${tell(app)} Bare: ${tell(still)} Bare with the stream: ${tell(stream)}`
        );
      }
      return {
        figures,
        notes: [
          `Main thread: the browser's own sum of its script, over ${MEASURED_S} s (bare: ${BARE_S} s), divided by the frames: Bluetooth events, the worker's answers and the text changes. The mean is wall time, in which another process can take the core away; processor time is what the script itself used, in as many seconds more, and what is compared.`,
          'Both bare loops have a curve of as many points, a ribbon, a bead and a canvas of the same size, and nothing else, and draw on the main thread. One draws numbers that it has. The other hears the same sensor through the same Bluetooth code and draws what comes: the least that any live curve over Web Bluetooth costs. The main thread is compared with that one, because hearing the sensor is no cost of drawing and no page can do without it; the drawing is compared with that of the loop that hears nothing.',
          'Traced: processor time from a DevTools trace, its own cost included. The worker, all but drawing: decoding, figures, journal. A notification: the Bluetooth event, and posting it to the worker. The rest: text changes and timers.',
          ...disturbances
        ]
      };
    });
  }
};

function figuresOf(title: string, app: Script, still: Script, stream: Script): Figure[] {
  const { parts, frames } = app.traced;
  const sum = Object.values(parts).reduce((total, part) => total + part, 0);
  const bareSum = Object.values(stream.traced.parts).reduce((total, part) => total + part, 0);
  return [
    figure(`${title} main thread, mean`, app.wallMs, 'ms', { atMost: 1 }),
    figure(`${title} main thread, processor time`, app.cpuMs, 'ms'),
    figure(`${title} bare canvas with the stream, processor time`, stream.cpuMs, 'ms'),
    figure(`${title} main thread, times the bare canvas with the stream`, app.cpuMs / stream.cpuMs, '×', {
      atMost: 1.5
    }),
    figure(`${title} bare canvas, processor time`, still.cpuMs, 'ms'),
    figure(`${title} main thread, times the bare canvas`, app.cpuMs / still.cpuMs, '×'),
    figure(`${title} drawing, traced`, parts.drawing, 'ms'),
    figure(`${title} bare canvas's drawing, traced`, still.traced.parts.drawing, 'ms'),
    figure(`${title} drawing, times the bare canvas's`, parts.drawing / still.traced.parts.drawing, '×', {
      atMost: 1.5
    }),
    figure(`${title} worker, all but drawing, traced`, parts.worker, 'ms'),
    figure(`${title} main thread: notifications, traced`, parts.notification, 'ms'),
    figure(`${title} main thread: the worker's answers, traced`, parts.answer, 'ms'),
    figure(`${title} main thread: the rest, traced`, parts.rest, 'ms'),
    figure(`${title} both threads, traced`, sum, 'ms'),
    figure(`${title} both threads, times the bare canvas with the stream`, sum / bareSum, '×'),
    figure(`${title} frames a second`, frames / MEASURED_S, 'Hz')
  ];
}

async function measure(browser: Browser, page: Page, seconds: number): Promise<Script> {
  const wallMs = await meanScriptMs(page, seconds, 'timeTicks');
  const cpuMs = await meanScriptMs(page, seconds, 'threadTicks');
  return { wallMs, cpuMs, traced: await scriptPerFrame(browser, page, () => sleep(seconds * 1000)) };
}

async function bare(
  browser: Browser,
  url: string,
  canvas: Canvas,
  stream: boolean
): Promise<Observed<Script>> {
  const page = await openBare(browser, url, canvas, stream);
  await sleep(SETTLE_S * 1000);
  const observed = await leastDisturbed(() => measure(browser, page, BARE_S));
  await page.close();
  return observed;
}

/** Script of the page by the browser's own account, ms for each frame drawn; `threadTicks` count only while it has a core. */
async function meanScriptMs(
  page: Page,
  seconds: number,
  timeDomain: 'timeTicks' | 'threadTicks'
): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain });
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
