import { expect, test, USUAL } from './rig/rig';
import { calibrate, connect } from './rig/steps';

const choose = { name: 'Choose your sensor' };

test.describe('the chooser is closed', () => {
  test.use({ rig: { ...USUAL, chooser: 'cancel' } });

  test('nothing is said and nothing is begun', async ({ app }) => {
    await app.goto('/');
    const button = app.getByRole('button', choose);
    await button.click();
    await expect(button).toBeEnabled();
    await expect(app.getByRole('alert')).toHaveCount(0);
    await app.goto('/history');
    await expect(app.getByText('Nothing yet.')).toBeVisible();
  });
});

test('a device that is no sensor is refused with one sentence', async ({ app, sensor }) => {
  await app.goto('/');
  await sensor.setLink('withoutService', true);
  await app.getByRole('button', choose).click();
  await expect(app.getByRole('alert')).toHaveText(
    'This device is not a sensor that Bodem knows. Choose another one.'
  );
});

test('a refused link is told, and the next try works', async ({ app, sensor }) => {
  await app.goto('/');
  await sensor.setLink('refuse', true);
  await app.getByRole('button', choose).click();
  await expect(app.getByRole('alert')).toContainText('Connecting did not work.');
  await sensor.setLink('refuse', false);
  await app.getByRole('button', choose).click();
  await app.waitForURL('**/train');
});

test('a link that hangs is given up after ten seconds, and the next try works', async ({ app, sensor }) => {
  await app.goto('/');
  await sensor.setLink('hang', true);
  await app.getByRole('button', choose).click();
  await expect(app.getByRole('button', { name: 'Connecting …' })).toBeDisabled();
  await app.waitForTimeout(8000);
  await expect(app.getByRole('alert')).toHaveCount(0);
  await expect(app.getByRole('alert')).toContainText('did not answer within ten seconds', { timeout: 4000 });
  await sensor.setLink('hang', false);
  await app.getByRole('button', choose).click();
  await app.waitForURL('**/train');
});

test('a sensor that stays away is told again at each try, and the session is kept', async ({
  app,
  sensor
}) => {
  await connect(app);
  await calibrate(app, sensor);
  await sensor.setLink('refuse', true);
  await sensor.disconnect();
  const again = app.getByRole('button', { name: 'Connect again' });
  await again.click();
  await expect(app.getByRole('alert')).toContainText('Connecting did not work.');
  await again.click();
  await expect(app.getByRole('alert')).toContainText('Connecting did not work.');
  await app.getByRole('button', { name: 'Finish' }).click();
  await expect(app.getByText('No whole round this time.')).toBeVisible();
});
