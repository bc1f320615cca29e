import type { Page } from '@playwright/test';
import { expect, test } from './rig/rig';
import { connect } from './rig/steps';

const button = (app: Page, name: string) => app.getByRole('button', { name, exact: true });

test('another language finds a form as it was left, and one that is given up leaves nothing behind', async ({
  app
}) => {
  await app.goto('/plan');
  await app.getByLabel('After an operation').check();
  await app.getByLabel('Day of the operation').fill('2026-03-14');
  await button(app, 'Nederlands').click();
  await expect(app.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(app.getByLabel('Na een operatie')).toBeChecked();
  await expect(app.getByLabel('Dag van de operatie')).toHaveValue('2026-03-14');
  await button(app, 'English').click();
  await expect(app.getByLabel('After an operation')).toBeChecked();

  await app.getByRole('link', { name: 'Profile' }).click();
  await button(app, 'Add somebody').click();
  await app.getByLabel('Name or initials').fill('Bea');
  await button(app, 'Nederlands').click();
  await expect(app.getByLabel('Naam of initialen')).toHaveValue('Bea');
  await button(app, 'Annuleren').click();
  const kept = () => Object.keys(sessionStorage).filter((key) => key.startsWith('bodem'));
  expect(await app.evaluate(kept)).toEqual([]);
});

test('a note saves itself while it is written, and is there the next time', async ({ app, sensor }) => {
  await connect(app);
  await expect.poll(async () => (await sensor.sent()).samples).toBeGreaterThan(100);
  await button(app, 'Stop').click();
  const note = app.getByLabel('Note on this session');
  await note.fill('Found it');
  await expect(app.getByText('Saved.')).toBeVisible();
  await note.fill('Found it on the out-breath');
  await expect(app.getByRole('listitem').filter({ hasText: 'Found it on the out-breath' })).toHaveCount(1);
  await app.reload();
  await expect(app.getByRole('listitem').filter({ hasText: 'Found it on the out-breath' })).toHaveCount(1);
  await expect(app.getByRole('listitem').filter({ hasText: /Found it ·/ })).toHaveCount(0);
});
