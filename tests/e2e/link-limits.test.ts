import { expect, test } from './rig/rig';

const choose = { name: 'Choose your sensor' };
const without = { name: 'Try without a sensor' };

test('a sensor that connects and then never answers is given up with one sentence, and can be tried again', async ({
  app,
  sensor
}) => {
  await app.goto('/');
  await sensor.setLink('hangSubscribe', true);
  await app.getByRole('button', choose).click();
  // A step that a sensor may do without and one that it may not: twice five seconds, and one to let go.
  await expect(app.getByRole('alert')).toHaveText(
    'The sensor was found, but then it stopped answering. Switch it off and on, and try again.',
    { timeout: 30_000 }
  );
  await expect(app.getByRole('button', choose)).toBeEnabled();
  await expect(app.getByRole('button', without)).toBeEnabled();
  await sensor.setLink('hangSubscribe', false);
  await app.getByRole('button', choose).click();
  await app.waitForURL('**/train');
});

test('who stops connecting, or goes to another page, can choose again at once', async ({ app, sensor }) => {
  await app.goto('/');
  await sensor.setLink('hang', true);
  await app.getByRole('button', choose).click();
  await expect(app.getByRole('button', { name: 'Connecting …' })).toBeDisabled();
  await app.getByRole('button', { name: 'Stop connecting' }).click();
  await expect(app.getByRole('button', choose)).toBeEnabled();
  await app.getByRole('button', choose).click();
  await expect(app.getByRole('button', { name: 'Connecting …' })).toBeDisabled();
  await app.getByRole('link', { name: 'History' }).click();
  // A second click would overtake the first: then this page was never left, and the attempt goes on.
  await app.waitForURL('**/history');
  await app.getByRole('link', { name: 'Train' }).click();
  await expect(app.getByRole('alert')).toHaveCount(0);
  await sensor.setLink('hang', false);
  await app.getByRole('button', choose).click();
  await app.waitForURL('**/train');
});

test('a session after the device slept for 26 hours with the page open is dated by the wall clock', async ({
  app
}) => {
  // In Chromium the steady clock stands still while the device sleeps; the wall clock goes on.
  const beforeMs = Date.now();
  await app.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 26 * 3_600_000;
  });
  await app.goto('/');
  await app.getByRole('button', choose).click();
  await app.waitForURL('**/train');
  const startedAtMs = () =>
    app.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('bodem');
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
      const all = database.transaction('sessions').objectStore('sessions').getAll();
      await new Promise((resolve) => {
        all.onsuccess = resolve;
      });
      database.close();
      return (all.result as { startedAtMs: number }[]).map((session) => session.startedAtMs);
    });
  await expect.poll(async () => (await startedAtMs()).length).toBe(1);
  const [atMs = NaN] = await startedAtMs();
  expect(atMs - beforeMs).toBeGreaterThanOrEqual(26 * 3_600_000);
  expect(atMs - beforeMs).toBeLessThan(26 * 3_600_000 + 60_000);
});
