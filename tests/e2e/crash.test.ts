import { expect, type Page } from '@playwright/test';
import fc from 'fast-check';
import { test } from './rig/crashing';
import { storedEntries } from './rig/journal';
import { finish } from './rig/steps';

/** `npm run soak` kills more often. */
const KILLS = Number(process.env.BODEM_KILLS ?? 5);
/** Within the walk from the link into a set, s. */
const LATEST_S = 12;

// Each has a browser and a sensor of its own.
test.describe.configure({ mode: 'parallel' });

const notice = (page: Page) => page.getByRole('heading', { name: 'A session was cut off' });

/** One moment in each stretch of equal length, always the same ones. */
const moments = fc
  .sample(fc.noBias(fc.integer({ min: 0, max: 999 })), { numRuns: KILLS, seed: 1 })
  .map((share, i) => (LATEST_S * (i + share / 1000)) / KILLS);

for (const [i, afterS] of moments.entries()) {
  const what = i % 2 ? 'browser' : 'tab';

  test(`the ${what} is killed ${afterS.toFixed(2)} s into a session: at most the last second is missing`, async ({
    crashing
  }) => {
    const page = await crashing.open();
    await crashing.connect(page);
    const begunMs = Date.now();
    const walked = crashing.walk(page).catch(() => undefined);
    await page.waitForTimeout(1000 * afterS);
    const killedMs = await crashing.kill(what, page);
    await walked;

    const next = await crashing.open();
    // Before a second is over there need not be anything.
    if (killedMs - begunMs > 1000) await expect(notice(next)).toBeVisible();
    const last = (await storedEntries(next)).at(-1)?.atMs ?? begunMs;
    expect(killedMs - last).toBeLessThanOrEqual(1000);
    await next.goto('/history');
    await expect(next.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
    await expect(next.getByRole('alert')).toHaveCount(0);
  });
}

test('a session that was cut off in its set comes back paused, asks for rest, and goes on as one session', async ({
  crashing
}) => {
  const page = await crashing.open();
  await crashing.connect(page);
  await crashing.walk(page);
  await expect(page.getByText('Round 2 of 5')).toBeVisible();
  await page.waitForTimeout(1000);
  const before = await storedEntries(page);
  await crashing.kill('browser', page);

  const next = await crashing.open();
  await next.getByRole('button', { name: 'Go on with it' }).click();
  await next.waitForURL('**/train');
  // Nobody who has just come back is asked for a force: the set waits, and rest comes first.
  await expect(next.getByRole('heading', { name: 'Your session goes on' })).toBeVisible();
  await expect(next.getByText(/^It was cut off\. Round [23] starts again/)).toBeVisible();
  crashing.puppet.hold(0);
  await next.getByRole('button', { name: 'Measure my resting level' }).click();
  const goOn = next.getByRole('button', { name: 'Go on', exact: true });
  await expect(goOn).toBeVisible({ timeout: 20_000 });
  await expect(next.getByText(/^Round [23] of 5/)).toBeVisible();
  crashing.puppet.follow(50);
  await goOn.click();
  await expect(next.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 40_000 });
  await finish(next);
  await expect(next.getByRole('heading', { name: 'Rounds' })).toBeVisible();
  await expect(next.getByText('1 gap in the signal')).toBeVisible();
  const after = await storedEntries(next);
  expect(after.slice(0, before.length)).toEqual(before);
  await next.goto('/history');
  await expect(next.getByRole('listitem')).toHaveText([/5 rounds ·.* \d+ % in the band while holding\s*$/]);
  await next.goto('/');
  await expect(next.getByRole('button', { name: /sensor/ }).first()).toBeVisible();
  await expect(notice(next)).toHaveCount(0);
});

test('a session that was cut off can be kept as it is, or discarded', async ({ crashing }) => {
  const page = await crashing.open();
  await crashing.connect(page);
  await page.waitForTimeout(1500);
  await crashing.kill('tab', page);
  const second = await crashing.open();
  await second.getByRole('button', { name: 'Keep it as it is' }).click();
  await expect(notice(second)).toHaveCount(0);
  await second.goto('/history');
  await expect(second.getByRole('listitem')).toHaveText([/no complete round\s*$/]);

  await second.goto('/');
  await crashing.connect(second);
  await second.waitForTimeout(1500);
  await crashing.kill('tab', second);
  const third = await crashing.open();
  await third.getByRole('button', { name: 'Discard it' }).click();
  await third.getByRole('button', { name: 'Yes, discard it' }).click();
  await expect(notice(third)).toHaveCount(0);
  await third.goto('/history');
  await expect(third.getByRole('listitem')).toHaveCount(1);
});
