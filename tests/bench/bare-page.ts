import type { Browser, Page } from '@playwright/test';
import { profile } from '../../src/lib/sensors/open-profile/profile';
import { answerChooser } from '../browser/chooser';
import { drawBare } from './bare-canvas.js';

/** What a page needs to know of a sensor to hear it. */
export interface BareSensor {
  readonly service: string;
  readonly stream: string;
  readonly control: string;
  /** Written to `control`, the stream begins. */
  readonly start: readonly number[];
  /** Where in a frame the sample is. */
  readonly valueAt: number;
}

export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Of the curve. */
  readonly points: number;
}

/** An empty page that draws as much as the training screen. With `stream`, it draws what the sensor sends. */
export async function openBare(
  browser: Browser,
  url: string,
  canvas: Canvas,
  stream: boolean
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: canvas.width + 20, height: canvas.height + 20 } });
  // An address of the app's own host: Bluetooth is for secure pages only.
  const address = `${url}/bare`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(address);
  await answerChooser(page, 'first');
  await page.evaluate(drawBare, { ...canvas, sensor: stream ? openProfile() : null });
  return page;
}

function openProfile(): BareSensor {
  const { pressure, control } = profile.channels;
  if (!pressure || !control) throw new Error('The open profile lacks a channel.');
  return {
    service: profile.service,
    stream: pressure.characteristic,
    control: control.characteristic,
    start: [0x01],
    valueAt: 8
  };
}
