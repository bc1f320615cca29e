import type { Page } from '@playwright/test';
import { expect, test, USUAL } from './rig/rig';
import { setUp } from './rig/steps';

/** Without hardware, in real time, as a newcomer does it: nothing but the page and a key or a finger. */
test.use({ rig: { ...USUAL, sensors: [], speed: 1 } });

async function firstMinute(
  app: Page,
  press: () => Promise<void>,
  release: () => Promise<void>
): Promise<void> {
  await app.goto('/');
  await app.getByRole('button', { name: 'Try without a sensor' }).click();
  await app.getByRole('button', { name: 'Measure my rest' }).click();
  await app.getByRole('button', { name: 'I am ready' }).click();
  for (let n = 1; n <= 3; n++) {
    await press();
    // 45 % a second for 2 s: some 90 % of what this person can do.
    await app.waitForTimeout(2000);
    await release();
    if (n < 3) await expect(app.getByRole('img', { name: `${n} of 3` })).toBeVisible();
  }
  await app.getByRole('button', { name: 'Yes, go on' }).click();
  await setUp(app, { Force: 50, Rounds: 1, up: 10, hold: 5, down: 10, rest: 20 });
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 15_000 });
  await app.getByRole('button', { name: 'Finish' }).click();
  await expect(app.getByRole('row', { name: /Round 1/ })).toBeVisible();
  await app.getByRole('link', { name: 'History' }).click();
  await expect(app.getByRole('listitem')).toHaveText(/50 % 10;5;10;20\s*Bodem simulated · 1 round/);
}

test('the first minute with the space bar; it presses no button while it squeezes', async ({ app }) => {
  await firstMinute(
    app,
    () => app.keyboard.down('Space'),
    () => app.keyboard.up('Space')
  );
});

test('the first minute with a finger on the screen', async ({ app }) => {
  await firstMinute(
    app,
    async () => {
      await app.mouse.move(200, 200);
      await app.mouse.down();
    },
    () => app.mouse.up()
  );
});
