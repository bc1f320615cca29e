import type { Page } from '@playwright/test';
import { expect, test, USUAL } from './rig/rig';
import { calibrate, connect, knowHow, setUp, tellNothing } from './rig/steps';

const button = (app: Page, name: string) => app.getByRole('button', { name, exact: true });

/** Presses a button in the very moment in which it comes, as the second half of a double tap would. Before whatever brings it. */
async function pressAtOnce(app: Page, name: string): Promise<void> {
  await app.evaluate((wanted) => {
    const look = () => {
      const found = Array.from(document.querySelectorAll('button')).find(
        ({ textContent }) => textContent.trim() === wanted
      );
      if (found) {
        found.click();
        document.body.dataset.pressed = wanted;
      } else requestAnimationFrame(look);
    };
    look();
  }, name);
}
const wasPressed = (app: Page, name: string) =>
  expect(app.locator('body')).toHaveAttribute('data-pressed', name);

test('a second press right after a change of panels does nothing, but to pause and to stop', async ({
  app,
  sensor
}) => {
  await app.goto('/');
  await button(app, 'Choose your sensor').click();
  await app.waitForURL('**/train');
  await expect(button(app, 'None of these')).toBeVisible();
  await pressAtOnce(app, 'I know how: go on');
  await tellNothing(app);
  await wasPressed(app, 'I know how: go on');
  await expect(app.locator('[data-settling]')).toHaveCount(0);
  await expect(button(app, 'I know how: go on')).toBeVisible();
  await knowHow(app);
  await calibrate(app, sensor);
  await setUp(app, { hold: 20, Rounds: 1 });

  await button(app, 'Begin').dblclick();
  await expect(app.locator('[data-settling]')).toHaveCount(0);
  await expect(button(app, 'Pause')).toBeVisible();
  await pressAtOnce(app, 'Go on');
  await button(app, 'Pause').click();
  await wasPressed(app, 'Go on');
  await expect(app.locator('[data-settling]')).toHaveCount(0);
  await expect(button(app, 'Go on')).toBeVisible();
  // The first press of Pause acts, however soon after the change it comes; so does Stop.
  await pressAtOnce(app, 'Pause');
  await button(app, 'Go on').click();
  await wasPressed(app, 'Pause');
  await expect(button(app, 'Go on')).toBeVisible();
  await pressAtOnce(app, 'Stop');
  await expect(app.getByRole('heading', { name: 'Let go. How is it now?' })).toBeVisible();
});

test('Back pauses a set that runs, and stays; a second one leaves, and the session waits', async ({
  app,
  sensor
}) => {
  await connect(app);
  await calibrate(app, sensor);
  await setUp(app, { hold: 20, Rounds: 1 });
  await button(app, 'Begin').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Round 1 of 1' })).toBeFocused();
  await app.goBack();
  await expect(button(app, 'Go on')).toBeVisible();
  await expect(app).toHaveURL(/\/train$/);
  await app.goBack();
  await button(app, 'Go on with your session').click();
  await expect(button(app, 'Go on')).toBeVisible();
});

test.describe('with the simulated sensor', () => {
  test.use({ rig: { ...USUAL, sensors: [], speed: 1 } });

  test('the questions are answered by keyboard alone, and the focus never falls to the page', async ({
    app
  }) => {
    const settled = () => expect(app.locator('[data-settling]')).toHaveCount(0);
    const title = (name: string) => app.getByRole('heading', { level: 1, name });
    await app.goto('/');
    await button(app, 'Try without a sensor').focus();
    await app.keyboard.press('Enter');
    await app.waitForURL('**/train');
    await expect(app.getByRole('heading', { level: 1 })).toBeFocused();
    await settled();
    const first = app.getByRole('checkbox').first();
    await app.keyboard.press('Tab');
    await expect(first).toBeFocused();
    await app.keyboard.press('Space');
    await expect(first).toBeChecked();
    await app.keyboard.press('Space');
    await expect(first).not.toBeChecked();
    while (!(await button(app, 'None of these').evaluate((each) => each === document.activeElement)))
      await app.keyboard.press('Tab');
    await app.keyboard.press('Enter');
    await expect(button(app, 'I know how: go on')).toBeVisible();
    await expect(app.getByRole('heading', { level: 1 })).toBeFocused();
    await settled();
    await app.keyboard.press('Tab');
    await expect(button(app, 'I know how: go on')).toBeFocused();
    await app.keyboard.press('Space');
    await expect(title('Sit down and relax')).toBeFocused();
    await settled();
    await app.keyboard.press('Tab');
    await app.keyboard.press('Enter');
    await button(app, 'I am ready').focus();
    await settled();
    await app.keyboard.press('Enter');
    await expect(title('Now squeeze three times')).toBeFocused();
    // Where nothing that can be pressed has the focus, the keys squeeze.
    await app.keyboard.down('Space');
    await app.waitForTimeout(1500);
    await app.keyboard.up('Space');
    await expect(app.getByText('1 of 3 squeezes done')).toBeAttached();
  });
});
