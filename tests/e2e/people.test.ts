import type { Page } from '@playwright/test';
import { expect, test } from './rig/rig';
import { connect } from './rig/steps';

/** Links the sensor, waits until something is stored, and ends. */
async function recordSession(app: Page): Promise<void> {
  await connect(app);
  await app.waitForTimeout(1000);
  await app.getByRole('button', { name: 'Stop' }).click();
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
}

/** All that the database holds, as text. */
function everything(app: Page): Promise<string> {
  return app.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('It cannot be read.'));
        };
      });
    const db = await done(indexedDB.open('bodem'));
    const stores = [...db.objectStoreNames];
    const tx = db.transaction(stores);
    const all = await Promise.all(stores.map((store) => done(tx.objectStore(store).getAll())));
    db.close();
    return JSON.stringify(Object.fromEntries(stores.map((store, i) => [store, all[i]])));
  });
}

test('two people on one device have their own sessions, and of one who is removed nothing is left', async ({
  app
}) => {
  await recordSession(app);
  await app.getByRole('link', { name: 'Profile' }).click();
  await app.getByRole('button', { name: 'Change' }).click();
  await app.getByLabel('Name or initials').fill('Anna');
  await app.getByLabel('Birth date of the youngest child, if there is one').fill('2026-09-01');
  await app.getByLabel('How was the birth?').selectOption('Caesarean');
  await app.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByRole('heading', { name: 'Anna · training now' })).toBeVisible();
  await expect(app.getByText('child born on 1 September 2026 · sensor')).toBeVisible();

  await app.getByRole('button', { name: 'Add somebody' }).click();
  await app.getByLabel('Name or initials').fill('B.');
  await app.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByRole('heading', { name: 'B. · training now' })).toBeVisible();
  await expect(app.getByRole('link', { name: 'B.' })).toBeVisible();
  await app.getByRole('link', { name: 'History' }).click();
  await expect(app.getByText('Nothing yet.')).toBeVisible();
  await recordSession(app);
  await app.getByRole('link', { name: 'History' }).click();
  await expect(app.getByRole('listitem')).toHaveCount(1);

  await app.getByRole('link', { name: 'B.' }).click();
  await app.getByRole('button', { name: 'It is my turn' }).click();
  await expect(app.getByRole('heading', { name: 'Anna · training now' })).toBeVisible();
  await app.reload();
  await expect(app.getByRole('heading', { name: 'Anna · training now' })).toBeVisible();
  const before = await everything(app);
  expect(before).toContain('Anna');
  const anna = app.getByRole('article').filter({ hasText: 'Anna' });
  await anna.getByRole('button', { name: 'Remove' }).click();
  await anna.getByRole('button', { name: 'No' }).click();
  await expect(anna).toBeVisible();
  await anna.getByRole('button', { name: 'Remove' }).click();
  await expect(
    app.getByText('Remove Anna with all sessions, measurements and notes?', { exact: false })
  ).toBeVisible();
  await anna.getByRole('button', { name: 'Yes, remove everything' }).click();
  await expect(app.getByRole('heading', { name: 'B. · training now' })).toBeVisible();
  await expect(app.getByRole('article')).toHaveCount(1);
  const after = JSON.parse(await everything(app)) as Record<
    string,
    { person?: string; session?: string; id?: string }[]
  >;
  expect(JSON.stringify(after)).not.toContain('Anna');
  expect(after.people).toMatchObject([{ name: 'B.' }]);
  expect(after.sessions).toHaveLength(1);
  expect(new Set(after.chunks?.map(({ session }) => session))).toEqual(
    new Set(after.sessions?.map(({ id }) => id))
  );
  expect(after.sessions?.[0]?.person).toBe(after.people?.[0]?.id);
});

test('a birth date in the future is refused at its field; a wrong one can be corrected', async ({ app }) => {
  await app.goto('/people');
  await app.getByRole('button', { name: 'Change' }).click();
  const birth = app.getByLabel('Birth date of the youngest child, if there is one');
  await birth.fill('2999-01-01');
  await expect(app.getByText('This day is in the future. Choose the day it was.')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Save' })).toBeDisabled();
  await birth.fill('2026-10-01');
  await app.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByText('child born on 1 October 2026')).toBeVisible();
  await app.reload();
  await app.getByRole('button', { name: 'Change' }).click();
  await expect(birth).toHaveValue('2026-10-01');
  await birth.fill('');
  await app.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByText('child born on')).toHaveCount(0);
});

test('who reads another language gets the app in hers when it is her turn', async ({ app }) => {
  await app.goto('/people');
  await app.getByRole('button', { name: 'Add somebody' }).click();
  await app.getByLabel('Name or initials').fill('Cato');
  await app.getByLabel('Language').selectOption('Nederlands');
  await app.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByRole('heading', { name: 'Wie traint er?' })).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Cato · traint nu' })).toBeVisible();
});
