import { expect, test } from './rig/rig';

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
