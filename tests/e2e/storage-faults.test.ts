import type { Page } from '@playwright/test';
import { pressurePackets, storedEntries } from './rig/journal';
import { expect, test } from './rig/rig';
import { calibrate, connect, finish, setUp } from './rig/steps';

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
  await setUp(app, { Force: 40, Rounds: 1, Band: 10, tense: 1, hold: 2, 'let go': 1, rest: 2 });
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
  await finish(app, 'Stop');
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
  const stored = pressurePackets(await storedEntries(app));
  const { frames } = await sensor.sent();
  expect(stored).toBeLessThanOrEqual(frames);
  // At 160 frames a second, what is sent between the press of Stop and the sensor's own stop is not heard any more.
  expect(stored).toBeGreaterThan(frames - 40);
});

test('a second window records nothing while the first one does, and says so', async ({ app }) => {
  await connect(app);
  await app.waitForTimeout(1000);
  const second = await app.context().newPage();
  await second.goto('/');
  const without = second.getByRole('button', { name: 'Try without a sensor' });
  await without.click();
  await expect(second.getByRole('alert')).toHaveText(/Bodem is already recording in another window\./);
  // The one under way is not taken for one that was cut off.
  await expect(second.getByRole('heading', { name: 'A session was cut off' })).toHaveCount(0);
  await app.getByRole('button', { name: 'Stop' }).click();
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
  await without.click();
  await expect(second.getByRole('button', { name: 'None of these' })).toBeVisible();
});

test('a newer version in another window takes the store over: it is told, and what was stored stays', async ({
  app,
  sensor
}) => {
  await connect(app);
  await calibrate(app, sensor);
  const newer = await app.context().newPage();
  await newer.goto('/');
  const sessions = await newer.evaluate(async () => {
    const request = indexedDB.open('bodem', 1000);
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('It does not open.'));
      };
    });
    const all = db.transaction('sessions').objectStore('sessions').getAll() as IDBRequest<
      { endedAtMs: unknown }[]
    >;
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    return all.result;
  });
  expect(sessions).toMatchObject([{ endedAtMs: null }]);
  await expect(app.getByRole('alert')).toContainText('this session will be gone afterwards');
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByText('Round 1 of 5')).toBeVisible();
});

test('a damaged stretch of a session and a damaged record are set aside and told; the rest is read', async ({
  app
}) => {
  for (let i = 0; i < 2; i++) {
    await connect(app);
    await app.waitForTimeout(1500);
    await app.getByRole('button', { name: 'Stop' }).click();
    await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
  }
  const session = app.url();
  await app.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
    const id = new URLSearchParams(location.search).get('id') ?? '';
    const db = await done(indexedDB.open('bodem'));
    const tx = db.transaction(['chunks', 'sessions'], 'readwrite');
    const chunks = tx.objectStore('chunks');
    const chunk = (await done(chunks.get([id, 0]))) as { bytes: Uint8Array };
    const { bytes } = chunk;
    // Twice: the one that is damaged, and the same whole behind it.
    chunks.put({ ...chunk, index: 1 });
    bytes[100] = (bytes[100] ?? 0) ^ 0xff;
    chunks.put(chunk);
    const sessions = tx.objectStore('sessions');
    const all = (await done(sessions.getAll())) as { id: string }[];
    const other = all.find((each) => each.id !== id);
    sessions.put({ ...other, rounds: 'four' });
    await new Promise((resolve) => {
      tx.oncomplete = resolve;
    });
    db.close();
  });
  await app.goto(session);
  await expect(app.getByText('1 part of this session could not be read and was left out.')).toBeVisible();
  await expect(app.getByRole('heading', { name: 'The whole session' })).toBeVisible();
  await app.goto('/history');
  await expect(
    app.getByText('2 stored items were damaged and were set aside.', { exact: false })
  ).toBeVisible();
  await expect(app.getByRole('listitem')).toHaveCount(1);
});
