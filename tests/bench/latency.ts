import type { Worker } from '@playwright/test';
import { profile } from '../../src/lib/sensors/open-profile/profile';
import { answerChooser } from '../browser/chooser';
import { withSensor } from './browser';
import { leastDisturbed, tell } from './disturbance';
import { watchDrawing, type Drawn } from './latency-worker.js';
import { figure, quantile, sleep, type Measure, type Measurement } from './measure';
import { PacedSensor } from './paced-sensor';
import { LOCALE, walkToSet } from './training-walk';

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
      await answerChooser(page, 'first');
      const [worker] = await Promise.all([page.waitForEvent('worker'), page.goto(url)]);
      await worker.evaluate(watchDrawing);
      const departures = watch(sensor);
      await walkToSet(page, sensor);
      await sleep(SETTLE_S * 1000);
      const observed = await leastDisturbed(() => measure(worker, departures));
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

async function measure(worker: Worker, departures: ReadonlyMap<number, Departure>): Promise<Measurement> {
  const before = await clockOffset(worker);
  const fromMs = epochMs();
  await sleep(MEASURED_S * 1000);
  const toMs = epochMs();
  // What left last is on its way for a moment.
  await sleep(500);
  const after = await clockOffset(worker);
  const offsetMs = (before.offsetMs + after.offsetMs) / 2;

  const drawn = await worker.evaluate(
    () => (globalThis as typeof globalThis & { bodemDrawn: Drawn[] }).bodemDrawn
  );
  const toFrame: number[] = [];
  const toScript: number[] = [];
  for (const [tick, raw, scriptEndMs, frameEndMs] of drawn) {
    const departure = departures.get(tick);
    if (departure?.raw !== raw) throw new Error(`The sample at tick ${tick} is not one that was sent.`);
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
      `Through the browser's own Bluetooth code, ${MEASURED_S} s in a running set at 390×844; the worker draws, and the end of the frame is when its picture has been handed to the compositor.`,
      `Both clocks count from 1970; the worker's is ${offsetMs.toFixed(2)} ms ahead of the sensor's (before ${before.offsetMs.toFixed(2)}, after ${after.offsetMs.toFixed(2)}, known to ± ${Math.max(before.boundMs, after.boundMs).toFixed(2)} ms), which is taken off.`,
      'At 60 frames a second a sample waits 0–16.7 ms for its frame, 8.3 ms on average: that is most of the median.'
    ]
  };
}

/** How far the worker's clock is ahead of ours, from the quickest of many questions; its answer was given within ± boundMs. */
async function clockOffset(worker: Worker): Promise<{ offsetMs: number; boundMs: number }> {
  let best = { offsetMs: NaN, boundMs: Infinity };
  for (let i = 0; i < 200; i++) {
    const askedMs = epochMs();
    const workerMs = await worker.evaluate(() => performance.timeOrigin + performance.now());
    const heardMs = epochMs();
    const boundMs = (heardMs - askedMs) / 2;
    if (boundMs < best.boundMs) best = { offsetMs: workerMs - (askedMs + heardMs) / 2, boundMs };
  }
  return best;
}
