import type { Page } from '@playwright/test';
import { expectNoSideways, LARGE_TEXT, overTheEdge } from '../rig/look';
import { expect, test } from '../rig/rig';
import { calibrate, knowHow, setUp, tellNothing } from '../rig/steps';

test.use({ viewport: { width: LARGE_TEXT.width, height: LARGE_TEXT.height } });

const button = (app: Page, name: string) => app.getByRole('button', { name, exact: true });
const onScreen = (app: Page, name: string) =>
  expect.soft(button(app, name), name).toBeInViewport({ ratio: 1 });

test('somebody with 200 % text and no wish for motion: every screen fits, Pause and Stop stay in reach, and a bar is spoken of', async ({
  app,
  sensor
}) => {
  await app.emulateMedia({ reducedMotion: 'reduce' });
  await app.addInitScript((size) => {
    addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = size));
  }, LARGE_TEXT.text);
  const fits = (page: string) => expectNoSideways(app, page, [LARGE_TEXT]);

  await app.goto('/');
  await fits('start');
  await button(app, 'Choose your sensor').click();
  await expect(button(app, 'None of these')).toBeVisible();
  await fits('the questions');
  await tellNothing(app);
  await expect(button(app, 'I know how: go on')).toBeVisible();
  await fits('how to squeeze');
  await knowHow(app);
  await expect(button(app, 'Measure my resting level')).toBeVisible();
  await fits('before rest is measured');
  await calibrate(app, sensor);
  await fits('setting up');

  await setUp(app, { Force: 40, Rounds: 2, tense: 2, hold: 4, 'let go': 2, rest: 2 });
  await sensor.hold(0);
  await button(app, 'Begin').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Round 1 of 2' })).toBeFocused();
  // The bar, not the bead, while the round is under way.
  await expect(app.getByText('Keep the bar in the band.')).toBeVisible();
  await expect(app.locator('canvas')).toHaveCount(0);
  expect(await overTheEdge(app)).toEqual([]);
  await onScreen(app, 'Stop');
  await button(app, 'Pause').click();
  await onScreen(app, 'Go on');
  await onScreen(app, 'Stop');
  expect(await overTheEdge(app)).toEqual([]);
  await sensor.answer([40, 40], 10, 7.9);
  await button(app, 'Go on').click();
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 20_000 });
  await fits('the result');
  await button(app, 'Finish').click();
  await tellNothing(app);
  await expect(app.getByText('2 of 2 rounds were good.')).toBeVisible();
  await fits('the session');
});
