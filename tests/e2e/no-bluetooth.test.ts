import { BLUETOOTH, expect, test, USUAL } from './rig/rig';

const choose = { name: 'Choose your sensor' };

test.describe('no Web Bluetooth', () => {
  // A browser without it does not know the name of its permission either, and says so once.
  test.use({ rig: { ...USUAL, webBluetooth: false }, allowedErrors: [/Unrecognized feature: 'bluetooth'/] });

  test('the page says so, names the way out, and offers the simulated sensor and the history', async ({
    app
  }) => {
    await app.goto('/');
    await expect(app.getByText('This browser cannot reach a sensor')).toBeVisible();
    await expect(app.getByRole('button', choose)).toHaveCount(0);
    if (process.platform === 'linux')
      await expect(app.getByText('chrome://flags/#enable-web-bluetooth')).toBeVisible();
    await expect(app.getByText('Sensors work in Chrome, Edge and Opera on a computer')).toBeVisible();
    await app.getByRole('link', { name: 'History' }).click();
    await expect(app.getByText('Nothing yet.')).toBeVisible();
    await app.getByRole('link', { name: 'Train', exact: true }).click();
    await app.getByRole('button', { name: 'Try without a sensor' }).click();
    await app.waitForURL('**/train');
    await expect(app.getByText('battery 87 %')).toBeVisible();
  });

  test.describe('on an iPhone', () => {
    test.use({
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
    });

    test('it says what works there and what does not', async ({ app }) => {
      await app.goto('/');
      await expect(app.getByText('have no Web Bluetooth on an iPhone or iPad')).toBeVisible();
      await expect(
        app.getByText('Looking back at sessions and the simulated sensor work here')
      ).toBeVisible();
    });
  });
});

test('the browser under test is the one that was asked for', async ({ app }) => {
  await app.goto('/');
  const native = await app.evaluate(() =>
    Function.prototype.toString.call(Reflect.get(navigator.bluetooth, 'requestDevice'))
  );
  expect(native.includes('[native code]')).toBe(BLUETOOTH === 'system');
});
