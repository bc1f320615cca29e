import type { Page } from '@playwright/test';
import { pressurePackets, storedEntries } from './rig/journal';
import { BLUETOOTH, expect, test } from './rig/rig';
import { calibrate, connect, roundRows, setUp } from './rig/steps';

const ONE = {
  sensors: [{ kind: 'open-profile' as const }],
  speed: 8,
  chooser: 'first' as const,
  webBluetooth: true
};
const choose = { name: 'Choose your sensor' };

test.describe('the chooser is closed', () => {
  test.use({ rig: { ...ONE, chooser: 'cancel' } });

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
    'This device does not speak as a sensor that Bodem knows. Choose another one.'
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

test('broken frames are dropped, counted and marked, and no figure breaks', async ({ app, sensor }) => {
  await connect(app);
  await calibrate(app, sensor);
  await setUp(app, { Force: 40, Rounds: 2, Ribbon: 10, up: 20, hold: 40, down: 20, rest: 20 });
  await sensor.hold(40);
  await app.getByRole('button', { name: 'Begin' }).click();
  // One kind after the other: a frame suffers one thing at a time.
  for (const [fault, told] of [
    ['lost', 4],
    ['repeated', 8],
    ['truncated', 8]
  ] as const) {
    await sensor.spoil(fault, 4);
    await expect(app.getByText(`${told} frames dropped`)).toBeVisible();
    await expect(app.locator('body')).not.toContainText(/NaN|Infinity|undefined/);
  }
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 10_000 });
  for (const round of await roundRows(app)) {
    expect(round.holdMeanPct).toBeCloseTo(40, 9);
    expect(round.restMeanPct).toBeCloseTo(40, 9);
  }
});

test('a silent sensor is told, and the target waits for it', async ({ app, sensor }) => {
  await connect(app);
  await calibrate(app, sensor);
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByText('Round 1 of 5')).toBeVisible();
  await sensor.spoil('lost', 1_000_000);
  await expect(app.getByRole('alert')).toContainText('no signal comes in');
  const word = await app.locator('.word').textContent();
  await app.waitForTimeout(2000);
  // Two seconds are a whole round here, and the target has not moved.
  expect(await app.locator('.word').textContent()).toBe(word);
  await sensor.spoil('lost', 0);
  await expect(app.getByRole('alert')).toHaveCount(0);
  await expect(app.locator('.word')).toHaveText(/Tense|Hold|Let go|Rest/);
});

test('settings out of their range are refused at the field, with the range', async ({ app, sensor }) => {
  await connect(app);
  await calibrate(app, sensor);
  const begin = app.getByRole('button', { name: 'Begin' });
  for (const [label, below, lowest, highest, above] of [
    ['Force', 9, 10, 100, 101],
    ['Rounds', 0, 1, 30, 31],
    ['Ribbon', 4, 5, 25, 26],
    ['up', 1, 2, 200, 201],
    ['hold', 4, 5, 600, 601],
    ['down', 1, 2, 200, 201],
    ['rest', 9, 10, 600, 601]
  ] as const) {
    const field = app.getByLabel(label, { exact: true });
    for (const wrong of [String(below), String(above), '', '20.5']) {
      await field.fill(wrong);
      await expect(field).toHaveAccessibleDescription(`A whole number from ${lowest} to ${highest}.`);
      await expect(begin).toBeDisabled();
    }
    for (const right of [lowest, highest]) {
      await field.fill(String(right));
      await expect(begin).toBeEnabled();
    }
  }
});

test('where the browser stores nothing training goes on, and the loss is told before it happens', async ({
  app,
  sensor
}) => {
  await poisonWorker(app, "indexedDB.open = () => { throw new DOMException('Refused.', 'SecurityError'); };");
  await connect(app);
  await expect(app.getByRole('alert')).toContainText('this session will be gone afterwards');
  await calibrate(app, sensor);
  await setUp(app, { Force: 40, Rounds: 1, Ribbon: 10, up: 10, hold: 20, down: 10, rest: 20 });
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible();
  await app.goto('/history');
  await expect(app.getByRole('alert')).toContainText('there is no history');
});

test('a full device is told while training goes on; when room is made nothing is missing', async ({
  app,
  sensor
}) => {
  // As Chromium does it: the request succeeds, then the transaction is aborted, and only its error says why.
  await poisonWorker(
    app,
    `let full = false;
     new BroadcastChannel('rig').onmessage = ({ data }) => { full = data; };
     const { put } = IDBObjectStore.prototype;
     IDBObjectStore.prototype.put = function (...values) {
       const request = put.apply(this, values), { transaction } = this;
       if (full) request.addEventListener('success', () => {
         Object.defineProperty(transaction, 'error', { value: new DOMException('Full.', 'QuotaExceededError') });
         transaction.abort();
       });
       return request;
     };`
  );
  const setFull = (full: boolean) =>
    app.evaluate((value) => {
      new BroadcastChannel('rig').postMessage(value);
    }, full);
  await connect(app);
  await calibrate(app, sensor);
  await setFull(true);
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByRole('alert')).toContainText('This device is full');
  await expect(app.getByText('Round 1 of 5')).toBeVisible();
  await setFull(false);
  await expect(app.getByRole('alert')).toHaveCount(0);
  await app.getByRole('button', { name: 'Stop' }).click();
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
  const stored = pressurePackets(await storedEntries(app));
  const { frames } = await sensor.sent();
  expect(stored).toBeLessThanOrEqual(frames);
  // At 160 frames a second, what is sent between the press of Stop and the sensor's own stop is not heard any more.
  expect(stored).toBeGreaterThan(frames - 40);
});

test.describe('no Web Bluetooth', () => {
  // A browser without it does not know the name of its permission either, and says so once.
  test.use({ rig: { ...ONE, webBluetooth: false }, allowedErrors: [/Unrecognized feature: 'bluetooth'/] });

  test('the page says so, names the way out, and offers the simulated sensor and the history', async ({
    app
  }) => {
    await app.goto('/');
    await expect(app.getByText('This browser cannot reach a sensor')).toBeVisible();
    await expect(app.getByRole('button', choose)).toHaveCount(0);
    if (process.platform === 'linux')
      await expect(app.getByText('chrome://flags/#enable-web-bluetooth')).toBeVisible();
    await expect(app.getByText('Use Chrome, Edge or Opera on a computer')).toBeVisible();
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

/** Runs a line of script in the worker before its own. */
async function poisonWorker(app: Page, script: string): Promise<void> {
  await app.route('**/*signal.worker*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script}\n${await response.text()}` });
  });
}

test('the browser under test is the one that was asked for', async ({ app }) => {
  await app.goto('/');
  const native = await app.evaluate(() =>
    Function.prototype.toString.call(Reflect.get(navigator.bluetooth, 'requestDevice'))
  );
  expect(native.includes('[native code]')).toBe(BLUETOOTH === 'system');
});
