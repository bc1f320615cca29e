import { expect, test } from './rig/rig';
import { calibrate, connect, setUp, untilShown } from './rig/steps';

test.use({ viewport: { width: 390, height: 844 } });

test('a set from a preset: what to do is large, figures come when asked for, and the result is drawn', async ({
  app,
  sensor
}) => {
  await connect(app);
  await calibrate(app, sensor);

  const preset = app.getByRole('button', { name: /^Step 6/ });
  await preset.click();
  await expect(preset).toHaveAttribute('aria-pressed', 'true');
  for (const [label, value] of [
    ['Force', '50'],
    ['tense', '3'],
    ['hold', '5'],
    ['let go', '3'],
    ['rest', '4']
  ] as const) {
    await expect(app.getByLabel(label, { exact: true })).toHaveValue(value);
  }
  await expect(app.getByText('one round is 15 s')).toBeVisible();
  await setUp(app, { hold: 4, Rounds: 2 });
  await expect(app.getByText('one round is 14 s')).toBeVisible();
  await expect(preset).toHaveAttribute('aria-pressed', 'false');

  await app.getByRole('button', { name: 'Begin' }).click();
  await sensor.hold(0);
  await app.getByRole('button', { name: 'Pause' }).click();
  // Capitals are 0.668 of this font’s size.
  const capitals = await app
    .getByRole('paragraph')
    .filter({ hasText: /^Pause$/ })
    .evaluate((word) => 0.668 * Number.parseFloat(getComputedStyle(word).fontSize));
  expect(capitals).toBeGreaterThanOrEqual(0.12 * 390);
  await expect(app.getByText('raw value')).toBeHidden();
  await app.getByRole('button', { name: 'Figures' }).click();
  await expect(app.getByText('rise rate (100 ms)')).toBeVisible();
  await expect(app.getByText('raw value')).toBeVisible();
  // Twice the size of the text, as a person may have set it: it may scroll then, but only up and down.
  await app.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const tooWide = () =>
    app.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await tooWide()).toBe(0);
  await expect(app.getByRole('button', { name: 'Stop' })).toBeVisible();
  await app.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  await app.getByRole('button', { name: 'Go on' }).click();

  // Somebody who does not let go is waited for, and her waiting is no part of a round.
  await sensor.hold(30);
  await untilShown(app, 'Relax first');
  await sensor.hold(0);
  await untilShown(app, 'Get ready');
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible();
  await expect(app.locator('li svg path')).toHaveCount(2);
  const measured = app.getByText(
    /Measured at \d+ Hz; noise at rest (<\s)?\d\.\d %REF \(one standard deviation\)\./
  );
  await expect(measured).toBeHidden();
  await app.getByText('More about each round').click();
  await expect(measured).toBeVisible();
  await expect(app.getByRole('columnheader', { name: /let go/ })).toBeVisible();
  const meaning = app.getByText(
    'The share of the hold, without its first half second, that your force was in the band.',
    { exact: false }
  );
  await expect(meaning).toBeHidden();
  await app.getByText('What do these figures mean?').click();
  await expect(meaning).toBeVisible();
  await expect(
    app.getByText('in about 95 of 100 cases the true value lies within it', { exact: false })
  ).toBeVisible();
  await expect(app.locator('[data-figure="onTargetPct"]').first()).toHaveText(/^\d+ ±\s\d+$/);

  const first = app.getByRole('list', { name: 'Settings to begin with' }).getByRole('button').first();
  await expect(first).toHaveText(/Last time\s*50 %, hold 4\s*s/);
  await expect(first).toHaveAttribute('aria-pressed', 'true');
});

test('where less motion is asked for, a bar and a number stand for the curve', async ({ app, sensor }) => {
  await app.emulateMedia({ reducedMotion: 'reduce' });
  await connect(app);
  await calibrate(app, sensor);
  await setUp(app, { Force: 40, Rounds: 1, tense: 1, hold: 20, 'let go': 1, rest: 1 });
  await sensor.hold(37);
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByText(/^37\s*%REF$/)).toBeVisible();
  await expect(app.getByText('target 40 %')).toBeVisible();
  await expect(app.locator('canvas')).toHaveCount(0);
});
