import type { Page } from '@playwright/test';
import { replayEntries } from '../../src/lib/session/replay';
import { pressurePackets, storedEntries } from './rig/journal';
import { planStep } from './rig/plan';
import { expect, test } from './rig/rig';
import { connect } from './rig/steps';

/** Runs a line of script in the workers before their own. */
async function poisonWorkers(app: Page, script: string): Promise<void> {
  await app.route('**/*.worker*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script}\n${await response.text()}` });
  });
}

test('the plan in the database rules where the small storage is gone, and its loss is no first visit', async ({
  app
}) => {
  // The plan is of somebody who was added: nothing else than the database knows whose turn it is.
  await app.goto('/people');
  await app.getByRole('button', { name: 'Add somebody' }).click();
  await app.getByLabel('Name or initials').fill('Bea');
  await app.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByRole('heading', { name: 'Bea · training now' })).toBeVisible();
  await planStep(app, 1, 'Step 4 · Feel the muscle again');
  await app.evaluate(() => {
    localStorage.clear();
  });
  await app.goto('/');
  await expect(app.getByRole('heading', { name: /^Step 4/ })).toBeVisible();
  await expect(app.getByRole('link', { name: 'Bea' })).toBeVisible();

  // The other way round: the database is emptied.
  await app.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('bodem').onsuccess = resolve;
      })
  );
  await app.goto('/');
  await expect(app.getByRole('heading', { name: 'What was stored here is gone' })).toBeVisible();
  await app.getByRole('button', { name: 'Go on without a plan' }).click();
  await app.getByRole('button', { name: 'Yes, go on without a plan' }).click();
  await expect(app.getByRole('heading', { name: 'See what is hard to feel' })).toBeVisible();
});

test('a connection that the browser closes under recording is opened once more: all frames are stored', async ({
  app,
  sensor
}) => {
  await poisonWorkers(
    app,
    `{ const open = indexedDB.open.bind(indexedDB), opened = [];
       indexedDB.open = (...values) => {
         const request = open(...values);
         request.addEventListener('success', () => opened.push(request.result));
         return request;
       };
       new BroadcastChannel('rig').onmessage = () => { for (const db of opened) db.close(); }; }`
  );
  await connect(app);
  const packets = async () => pressurePackets(await storedEntries(app));
  let before = 0;
  for (let time = 0; time < 3; time++) {
    await expect.poll(packets).toBeGreaterThan(before);
    before = await packets();
    await app.evaluate(() => {
      new BroadcastChannel('rig').postMessage('close');
    });
  }
  await expect.poll(packets).toBeGreaterThan(before);
  await expect(app.getByRole('alert')).toHaveCount(0);
  await app.getByRole('button', { name: 'Stop' }).click();
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
  // Each frame carries a number: were one missing between the first and the last, a gap would say so.
  const { events } = replayEntries(await storedEntries(app));
  expect(events.filter(({ type }) => type === 'gap' || type === 'fault')).toEqual([]);
  expect(await packets()).toBeLessThanOrEqual((await sensor.sent()).frames);
});

test('a window that records is safe from another: nobody is removed, and no notice of it ends it', async ({
  app
}) => {
  await connect(app);
  await app.waitForTimeout(1000);
  const second = await app.context().newPage();
  await second.goto('/people');
  await second.getByRole('button', { name: 'Remove' }).click();
  await second.getByRole('button', { name: 'Yes, remove everything' }).click();
  await expect(second.getByRole('alert').last()).toHaveText(/already recording in another window/);
  await app.getByRole('button', { name: 'Stop' }).click();
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();

  // Each adds a note to what it has read before: both are kept.
  await second.goto(app.url());
  await expect(second.getByLabel('Note on this session')).toBeVisible();
  await app.getByLabel('Note on this session').fill('From the first');
  await app.getByRole('button', { name: 'Add', exact: true }).first().click();
  await expect(app.getByRole('listitem').filter({ hasText: 'From the first' })).toBeVisible();
  await second.getByLabel('Note on this session').fill('From the second');
  await second.getByRole('button', { name: 'Add', exact: true }).first().click();
  await expect(second.getByText('From the first')).toBeVisible();
  await expect(second.getByText('From the second')).toBeVisible();

  // Whose session it is is asked first where somebody else is there.
  const session = app.url();
  await second.goto('/people');
  await second.getByRole('button', { name: 'Add somebody' }).click();
  await second.getByLabel('Name or initials').fill('B.');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByRole('heading', { name: 'B. · training now' })).toBeVisible();
  await second.goto(session);
  await expect(second.getByRole('heading', { name: 'This session belongs to somebody else' })).toBeVisible();
  await expect(second.getByText('From the first')).toHaveCount(0);
  await second.getByRole('button', { name: 'Show this session' }).click();
  await expect(second.getByText('From the first')).toBeVisible();
});

test('a session that is deleted is gone, and the pain that was named in it keeps its step shut', async ({
  app
}) => {
  await planStep(app, 20, 'Step 6 · Strength and duration');
  await app.getByRole('button', { name: 'Choose your sensor' }).click();
  await app.waitForURL('**/train');
  await app.getByLabel('Pain').check();
  await app.getByRole('button', { name: 'Yes, this' }).click();
  await app.waitForTimeout(1000);
  await app.getByRole('button', { name: 'End the session' }).click();
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
  await app.getByRole('button', { name: 'Delete this session' }).click();
  await expect(app.getByText('In this session you reported: pain', { exact: false })).toBeVisible();
  await app.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(app.getByText('Nothing yet.', { exact: false })).toBeVisible();
  await app.goto('/');
  await expect(app.getByText('Step 6 is not open:')).toBeVisible();
  await expect(app.getByText('only once the pain is less')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Choose your sensor' })).toHaveCount(0);
});
