import { expect } from '@playwright/test';
import { test } from '../rig/crashing';
import { finish } from '../rig/steps';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(120_000);

test('somebody whose browser went in a set comes back without a network, with a second window open, and ends one whole session', async ({
  crashing
}) => {
  const page = await crashing.open();
  // From now on the app is on the device.
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state));
  await crashing.connect(page);
  await crashing.walk(page);
  await expect(page.getByText('Round 2 of 5')).toBeVisible();
  await page.waitForTimeout(1000);
  await crashing.kill('browser', page);

  // What it opens now comes from the device.
  const back = await crashing.open({ isOffline: true });
  await expect(back.getByRole('heading', { name: 'A session was cut off' })).toBeVisible();
  await back.getByRole('button', { name: 'Go on with it' }).click();
  await back.waitForURL('**/train');
  // Nobody who has just come back is asked for a force: she sits differently now, so rest comes first.
  await expect(back.getByRole('heading', { level: 1, name: 'Your session goes on' })).toBeFocused();
  await expect(back.getByText(/^It was cut off\. Round [23] starts again/)).toBeVisible();
  crashing.puppet.hold(0);
  await back.getByRole('button', { name: 'Measure my resting level' }).click();
  const goOn = back.getByRole('button', { name: 'Go on', exact: true });
  await expect(goOn).toBeVisible({ timeout: 20_000 });

  // A second window knows that it runs in the first: it was not cut off, and cannot be taken from there.
  const second = await crashing.open();
  await expect(second.getByRole('heading', { name: 'A session was cut off' })).toHaveCount(0);
  await second.getByRole('button', { name: 'Try without a sensor' }).click();
  await expect(second.getByRole('alert')).toHaveText(/Bodem is already recording in another window\./);
  await second.close();

  crashing.puppet.follow(50);
  await goOn.click();
  await expect(back.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 40_000 });
  // The round that was cut off was done again, and ended no set.
  await expect(back.getByText('You did 5 rounds')).toBeVisible();
  await finish(back);
  await expect(back.getByText('1 gap in the signal')).toBeVisible();
  await back.goto('/history');
  await expect(back.getByRole('listitem')).toHaveText([/5 rounds ·/]);
});
