import type { Page } from '@playwright/test';
import { pressurePackets, storedEntries } from './rig/journal';
import { expect, test } from './rig/rig';
import { calibrate, connect, setUp } from './rig/steps';

/** Runs a line of script in the workers before their own. */
async function poisonWorkers(app: Page, script: string): Promise<void> {
  await app.route('**/*.worker*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script}\n${await response.text()}` });
  });
}

test('where the browser stores nothing training goes on, and the loss is told before it happens', async ({
  app,
  sensor
}) => {
  await app.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('Refused.', 'SecurityError');
      }
    });
  });
  await poisonWorkers(
    app,
    "indexedDB.open = () => { throw new DOMException('Refused.', 'SecurityError'); };"
  );
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
  await poisonWorkers(
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
