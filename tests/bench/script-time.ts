import type { Browser, Page } from '@playwright/test';
import { openBare, type Canvas } from './bare-page';
import { withSensor } from './browser';
import { countFrames } from './count-frames.js';
import { leastDisturbed, tell, type Observed } from './disturbance';
import { scriptPerFrame, type FrameScript, type Part } from './frame-trace';
import { figure, mean, quantile, sleep, type Figure, type Measure } from './measure';
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

/** Script of one page. Untraced: ms for each frame drawn, by the browser's own account. */
interface Script {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly traced: readonly FrameScript[];
}

export const scriptTime: Measure = {
  name: 'script-time',
  what: 'main-thread script for each drawn frame of a running set, 100 Hz, one sample a notification; beside it bare canvas loops that draw as much',
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
          `The mean is the browser's own sum of script, over ${MEASURED_S} s (bare: ${BARE_S} s), divided by the frames drawn: Bluetooth events, the worker's answers and the ten text changes a second included. It is wall time, in which another process can take the core away; processor time is what the script itself used, in as many seconds more, and what is compared.`,
          'Both bare loops have a curve of as many points, a ribbon, a bead and a canvas of the same size, and nothing else. One draws numbers that it has. The other hears the same sensor through the same Bluetooth code and draws what comes: the least that any live curve over Web Bluetooth costs. That one has the target, because hearing the sensor is no cost of drawing and no page can do without it; against the loop that hears nothing the factor is shown beside it.',
          'The parts are processor time from a DevTools trace, its own cost included, so they add up to more than the untraced figure. Drawing: the animation frame, against that of the bare loop that hears nothing, in a trace as well. A notification: the Bluetooth event, and posting it to the worker. The rest: text changes and timers.',
          ...disturbances
        ]
      };
    });
  }
};

function figuresOf(title: string, app: Script, still: Script, stream: Script): Figure[] {
  const wall = app.traced.map(({ wallMs }) => wallMs);
  const part = (name: Part, { traced } = app) => mean(traced.map(({ parts }) => parts[name]));
  return [
    figure(`${title} mean`, app.wallMs, 'ms', { atMost: 1 }),
    figure(`${title} processor time`, app.cpuMs, 'ms'),
    figure(`${title} bare canvas with the stream, processor time`, stream.cpuMs, 'ms'),
    figure(`${title} times the bare canvas with the stream`, app.cpuMs / stream.cpuMs, '×', { atMost: 1.5 }),
    figure(`${title} bare canvas, processor time`, still.cpuMs, 'ms'),
    figure(`${title} times the bare canvas`, app.cpuMs / still.cpuMs, '×'),
    figure(`${title} traced, p50`, quantile(wall, 0.5), 'ms'),
    figure(`${title} traced, p95`, quantile(wall, 0.95), 'ms'),
    figure(`${title} part: drawing`, part('frame'), 'ms'),
    figure(`${title} part: notifications`, part('notification'), 'ms'),
    figure(`${title} part: the worker's answers`, part('answer'), 'ms'),
    figure(`${title} part: the rest`, part('rest'), 'ms'),
    figure(`${title} drawing, times the bare canvas's`, part('frame') / part('frame', still), '×'),
    figure(
      `${title} notifications, times the bare canvas's`,
      part('notification') / part('notification', stream),
      '×'
    ),
    figure(`${title} frames a second`, app.traced.length / MEASURED_S, 'Hz')
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
