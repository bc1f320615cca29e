import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './rig/rig';
import { calibrate, connect, setUp } from './rig/steps';

const SIZES = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 }
] as const;

/** No rule of WCAG 2.2 A and AA broken, nothing wider than the screen. */
async function expectSound(app: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: app })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const overflow = await app.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(overflow).toBe(0);
}

for (const viewport of SIZES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${viewport.width}×${viewport.height}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('every screen can be read and used by all', async ({ app, sensor }) => {
        await app.goto('/');
        await expectSound(app);
        await connect(app);
        await expectSound(app);
        await calibrate(app, sensor);
        await expectSound(app);
        await setUp(app, { Rounds: 1, up: 10, hold: 10, down: 10, rest: 10 });
        await app.getByRole('button', { name: 'Begin' }).click();
        await expect(app.getByText('Round 1 of 1')).toBeVisible();
        await app.getByRole('button', { name: 'Pause' }).click();
        await expectSound(app);
        // While training nothing scrolls: the buttons stay where they are.
        const scrolls = await app.evaluate(() => document.documentElement.scrollHeight > innerHeight);
        expect(scrolls).toBe(false);
        await app.getByRole('button', { name: 'Go on' }).click();
        await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible();
        await expectSound(app);
        await app.getByRole('button', { name: 'Finish' }).click();
        await expect(app.getByRole('row', { name: /Round 1/ })).toBeVisible();
        await expectSound(app);
        await app.getByRole('link', { name: 'History' }).click();
        await expect(app.getByRole('listitem')).toHaveCount(1);
        await expectSound(app);
      });
    });
  }
}

test('the language follows the browser, and changes by one press', async ({ app }) => {
  await app.goto('/');
  await expect(app.locator('html')).toHaveAttribute('lang', 'en');
  await app.getByRole('button', { name: 'Nederlands' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Zie wat je moeilijk voelt');
  await expect(app.locator('html')).toHaveAttribute('lang', 'nl');
  await app.reload();
  await expect(app.getByRole('button', { name: 'Kies je sensor' })).toBeVisible();
});

test.describe('a Dutch browser', () => {
  test.use({ locale: 'nl-NL' });

  test('gets Dutch at once', async ({ app }) => {
    await app.goto('/');
    await expect(app.getByRole('button', { name: 'Probeer zonder sensor' })).toBeVisible();
  });
});
