import type { Page } from '@playwright/test';
import { expect, test } from './rig/rig';
import { calibrate, connect, setUp } from './rig/steps';

/** Where the playhead is, s. */
const position = (app: Page) =>
  app.getByRole('slider', { name: 'Position in the session' }).inputValue().then(Number);

test('a session plays, pauses, is scrubbed, and plays up to eight times as fast', async ({ app, sensor }) => {
  await connect(app);
  await calibrate(app, sensor);
  await setUp(app, { Force: 40, Rounds: 2, Ribbon: 10, up: 40, hold: 20, down: 40, rest: 60 });
  // Relaxed for the app, so that the second round follows the first at once.
  await sensor.hold(5);
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 15_000 });
  await app.getByRole('button', { name: 'Finish' }).click();

  // It opens where training began: the lead-in is on screen, and no round is over.
  await expect(app.getByText('Get ready')).toBeVisible();
  const start = await position(app);
  await app.getByRole('button', { name: 'Play' }).click();
  await app.waitForTimeout(2000);
  await app.getByRole('button', { name: 'Pause' }).click();
  const afterTwo = await position(app);
  // Two seconds, and what the two presses took.
  expect(afterTwo - start).toBeGreaterThan(1.9);
  expect(afterTwo - start).toBeLessThan(3.5);
  await app.waitForTimeout(400);
  expect(await position(app)).toBe(afterTwo);

  await app.getByRole('button', { name: '8×' }).click();
  await app.getByRole('button', { name: 'Play' }).click();
  await app.waitForTimeout(1000);
  await app.getByRole('button', { name: 'Pause' }).click();
  const afterEight = await position(app);
  expect(afterEight - afterTwo).toBeGreaterThan(7.5);
  expect(afterEight - afterTwo).toBeLessThan(14);

  // 3 s of lead-in, then 40;20;40;60: five seconds into the round is the hold, and the second round is sixteen later.
  const slider = app.getByRole('slider', { name: 'Position in the session' });
  await slider.fill(String(Math.round(10 * (start + 8)) / 10));
  await expect(app.locator('.word')).toHaveText('Hold');
  await expect(app.getByText('Round 1 of 2')).toBeVisible();
  await slider.fill(String(Math.round(10 * (start + 3 + 16 + 7)) / 10));
  await expect(app.locator('.word')).toHaveText('Let go');
  await expect(app.getByText('Round 2 of 2')).toBeVisible();

  await app.getByRole('button', { name: 'Play' }).click();
  await expect(app.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 10_000 });
  expect(await position(app)).toBeCloseTo(Number(await slider.getAttribute('max')), 0);
});

test.describe('a session that is not there', () => {
  test('is told in one sentence', async ({ app }) => {
    await app.goto('/history/session?id=00000000-0000-4000-8000-000000000000');
    await expect(app.getByRole('alert')).toHaveText('This session is not on this device.');
  });
});
