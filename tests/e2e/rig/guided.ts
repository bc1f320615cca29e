import type { Page } from '@playwright/test';
import { expect, type Strings } from './rig';
import { untilShown } from './steps';

/** Chooses what 100 % is to be and sits still until the practice. */
export async function beginGuided(app: Page, scale: 'maximum' | 'comfortable'): Promise<void> {
  await app.getByRole('button', { name: 'Guided measurement' }).click();
  const name = scale === 'maximum' ? 'As hard as you can' : 'A comfortable squeeze';
  await app.getByRole('radio', { name }).check();
  await sitStill(app);
}

/** Two squeezes, and yes to the way the line was seen to go. */
export async function practise(app: Page, sensor: Strings, way: 'up' | 'down' = 'up'): Promise<void> {
  await sensor.squeeze(2, 1.5, 1.5, 80);
  await expect(app.getByRole('heading', { name: `The line went ${way} when you squeezed` })).toBeVisible();
  await app.getByRole('button', { name: 'Yes, go on' }).click();
}

/** Squeezes for 2 s when it is asked for. */
export async function attempt(app: Page, sensor: Strings, pct: number): Promise<void> {
  await untilShown(app, 'Squeeze');
  await sensor.squeeze(1, 2, 1, pct);
  await untilShown(app, 'Rest');
}

/** Where a step of strength leads to it: the maximum is chosen already, and 100 % is then what the muscle calls 100 %. */
export async function measureMaximum(app: Page, sensor: Strings): Promise<void> {
  await app.getByRole('button', { name: 'Measure my maximum' }).click();
  await expect(app.getByRole('radio', { name: 'As hard as you can' })).toBeChecked();
  await sitStill(app);
  await practise(app, sensor);
  for (const pct of [96, 100, 98]) await attempt(app, sensor, pct);
  await expect(app.getByRole('heading', { name: 'Your maximum' })).toBeVisible();
  await app.getByRole('button', { name: 'Use this as 100 %' }).click();
}

async function sitStill(app: Page): Promise<void> {
  await app.getByRole('button', { name: 'I am sitting well: begin' }).click();
  await untilShown(app, 'Practise twice');
}
