import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { profile } from '../../src/lib/sensors/open-profile/profile';
import { answerChooser } from '../browser/chooser';
import { withSensor } from './browser';
import { leastDisturbed, tell } from './disturbance';
import { figure, quantile, sleep, type Measure, type Measurement } from './measure';
import { PacedSensor } from './paced-sensor';
import { LOCALE, walkToSet } from './training-walk';

const PROBE = fileURLToPath(new URL('latency-page.js', import.meta.url));
const MEASURED_S = 25;
/** The first frames of a set compile what draws them. */
const SETTLE_S = 2;

/** When a frame left, ms since 1970 on this process's clock, and the number in it. */
interface Departure {
  readonly atMs: number;
  readonly raw: number;
}

const epochMs = () => performance.timeOrigin + performance.now();

export const latency: Measure = {
  name: 'latency',
  what: "from the sensor's notification to the end of the animation frame that draws it, 100 Hz, one sample a notification",
  async run({ url, executablePath }) {
    const sensor = new PacedSensor(1);
    return withSensor(executablePath, sensor, async (browser) => {
      const page = await browser.newPage({ locale: LOCALE, viewport: { width: 390, height: 844 } });
      await page.addInitScript({ path: PROBE });
      await answerChooser(page, 'first');
      await page.goto(url);
      const departures = watch(sensor);
      await walkToSet(page, sensor);
      await sleep(SETTLE_S * 1000);
      const observed = await leastDisturbed(() => measure(page, departures));
      const { figures, notes } = observed.result;
      return { figures, notes: [...notes, tell(observed)] };
    });
  }
};

/** Departures by device tick, µs, filled from now on. */
function watch(sensor: PacedSensor): Map<number, Departure> {
  const departures = new Map<number, Departure>();
  sensor.onSend = (notifications) => {
    const atMs = epochMs();
    for (const { characteristic, bytes } of notifications) {
      if (characteristic !== profile.channels.pressure?.characteristic) continue;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      departures.set(view.getUint32(4, true), { atMs, raw: view.getUint16(8, true) });
    }
  };
  return departures;
}

async function measure(page: Page, departures: ReadonlyMap<number, Departure>): Promise<Measurement> {
  const before = await clockOffset(page);
  const fromMs = epochMs();
  await sleep(MEASURED_S * 1000);
  const toMs = epochMs();
  // What left last is on its way for a moment.
  await sleep(500);
  const after = await clockOffset(page);
  const offsetMs = (before.offsetMs + after.offsetMs) / 2;

  const drawn = await page.evaluate(
    () => (globalThis as typeof globalThis & { bodemDrawn: [number, number, number, number][] }).bodemDrawn
  );
  // Session time is 0 at the first sample, and then follows the device's ticks.
  const [firstTick = NaN] = departures.keys();
  const toFrame: number[] = [];
  const toScript: number[] = [];
  for (const [timeS, raw, scriptEndMs, frameEndMs] of drawn) {
    const departure = departures.get(firstTick + Math.round(timeS * 1e6));
    if (departure?.raw !== raw) throw new Error(`The sample at ${timeS} s is not one that was sent.`);
    if (departure.atMs < fromMs || departure.atMs > toMs) continue;
    toFrame.push(frameEndMs - offsetMs - departure.atMs);
    toScript.push(scriptEndMs - offsetMs - departure.atMs);
  }
  const sent = [...departures.values()].filter(({ atMs }) => atMs >= fromMs && atMs <= toMs).length;
  return {
    figures: [
      figure('p50', quantile(toFrame, 0.5), 'ms', { atMost: 14 }),
      figure('p99', quantile(toFrame, 0.99), 'ms', { atMost: 30 }),
      figure('longest', Math.max(...toFrame), 'ms'),
      figure('p50 to the end of the drawing callback', quantile(toScript, 0.5), 'ms'),
      figure('p99 to the end of the drawing callback', quantile(toScript, 0.99), 'ms'),
      figure('samples sent', sent, ''),
      figure('samples drawn', toFrame.length, '')
    ],
    notes: [
      `Through the browser's own Bluetooth code, ${MEASURED_S} s in a running set at 390×844; the end of the frame is when its style, layout and paint are done.`,
      `Both clocks count from 1970; the page's is ${offsetMs.toFixed(2)} ms ahead of the sensor's (before ${before.offsetMs.toFixed(2)}, after ${after.offsetMs.toFixed(2)}, known to ± ${Math.max(before.boundMs, after.boundMs).toFixed(2)} ms), which is taken off.`,
      'At 60 frames a second a sample waits 0–16.7 ms for its frame, 8.3 ms on average: that is most of the median.'
    ]
  };
}

/** How far the page's clock is ahead of ours, from the quickest of many questions; its answer was given within ± boundMs. */
async function clockOffset(page: Page): Promise<{ offsetMs: number; boundMs: number }> {
  let best = { offsetMs: NaN, boundMs: Infinity };
  for (let i = 0; i < 200; i++) {
    const askedMs = epochMs();
    const pageMs = await page.evaluate(() => performance.timeOrigin + performance.now());
    const heardMs = epochMs();
    const boundMs = (heardMs - askedMs) / 2;
    if (boundMs < best.boundMs) best = { offsetMs: pageMs - (askedMs + heardMs) / 2, boundMs };
  }
  return best;
}
