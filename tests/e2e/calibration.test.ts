import type { Page } from '@playwright/test';
import { replayEntries } from '../../src/lib/session/replay';
import { storedEntries } from './rig/journal';
import { expect, test, type Strings } from './rig/rig';
import { connect, untilShown } from './rig/steps';

/** What the simulated muscle adds at its maximum, in counts of the open profile. */
const SPAN = 1200;

/** Chooses what 100 % is to be and sits still until the practice. */
async function beginGuided(app: Page, sensor: Strings, scale: 'maximum' | 'comfortable'): Promise<void> {
  await connect(app);
  await sensor.hold(0);
  await app.getByRole('button', { name: 'Guided measurement' }).click();
  const name = scale === 'maximum' ? 'As strong as you can' : 'A comfortable squeeze';
  await app.getByRole('radio', { name }).check();
  await app.getByRole('button', { name: 'I sit well: begin' }).click();
  await untilShown(app, 'Practise twice');
}

async function practise(app: Page, sensor: Strings, way: 'up' | 'down' = 'up'): Promise<void> {
  await sensor.squeeze(2, 1.5, 1.5, 80);
  await expect(app.getByRole('heading', { name: `The line went ${way} when you squeezed` })).toBeVisible();
  await app.getByRole('button', { name: 'Yes, go on' }).click();
}

/** Squeezes for 3 s when it is asked for. */
async function attempt(app: Page, sensor: Strings, pct: number): Promise<void> {
  await untilShown(app, 'Squeeze');
  await sensor.squeeze(1, 3, 1, pct);
  await untilShown(app, 'Rest');
}

/** Ends the session and gives what it told. */
async function finish(app: Page) {
  await app.getByRole('button', { name: 'Stop' }).click();
  await app.waitForURL('**/history/session*');
  const { events } = replayEntries(await storedEntries(app));
  const reference = events.find((event) => event.type === 'referenced')?.reference;
  const attempts = events.flatMap((event) => (event.type === 'attempt' ? event.attempt : []));
  return { reference, attempts };
}

test('a clean guided calibration: the best of three squeezes is 100 %, with its noise and how well they agree', async ({
  app,
  sensor
}) => {
  await beginGuided(app, sensor, 'maximum');
  await practise(app, sensor);
  for (const pct of [92, 100, 95]) await attempt(app, sensor, pct);
  await expect(app.getByRole('heading', { name: 'Your strongest' })).toBeVisible();
  await expect(app.getByText(/^The best two differ by 5 %\.$/)).toBeVisible();
  await expect(app.getByRole('row', { name: /^Attempt \d/ })).toHaveCount(3);
  await app.getByRole('button', { name: 'Take this as 100 %' }).click();
  await expect(app.getByRole('heading', { name: 'Set up your round' })).toBeVisible();
  const { reference, attempts } = await finish(app);
  // What the simulated muscle adds to rest at its maximum, in counts of the open profile.
  expect(reference).toMatchObject({ polarity: 1, scale: 'mvc' });
  expect(Math.abs((reference?.span ?? NaN) / SPAN - 1)).toBeLessThan(0.01);
  expect(attempts.map(({ refused }) => refused)).toEqual([null, null, null]);
});
