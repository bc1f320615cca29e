import type { Page } from '@playwright/test';
import { expect, test, type Strings } from './rig/rig';
import { calibrate, connect, finish, roundRows, setUp } from './rig/steps';

/** Where the playhead is, s. */
const position = (app: Page) =>
  app.getByRole('slider', { name: 'Position in the session' }).inputValue().then(Number);

test('a session plays, pauses, is scrubbed, and plays up to eight times as fast', async ({ app, sensor }) => {
  await connect(app);
  await calibrate(app, sensor);
  await setUp(app, { Force: 40, Rounds: 2, Band: 10, tense: 4, hold: 2, 'let go': 4, rest: 6 });
  // Relaxed for the app, so that the second round follows the first at once.
  await sensor.hold(5);
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 15_000 });
  await finish(app);

  // It opens where training began: the lead-in is on screen, and no round is over.
  await expect(app.getByText('Get ready')).toBeVisible();
  const start = await position(app);
  await app.getByRole('button', { name: 'Play' }).click();
  await app.waitForTimeout(2000);
  await app.getByRole('button', { name: 'Pause' }).click();
  const afterTwo = await position(app);
  // Two seconds, and what the two presses took.
  expect(afterTwo - start).toBeGreaterThan(1.9);
  expect(afterTwo - start).toBeLessThan(3.5);
  await app.waitForTimeout(400);
  expect(await position(app)).toBe(afterTwo);

  await app.getByRole('button', { name: '8×' }).click();
  await app.getByRole('button', { name: 'Play' }).click();
  await app.waitForTimeout(1000);
  await app.getByRole('button', { name: 'Pause' }).click();
  const afterEight = await position(app);
  expect(afterEight - afterTwo).toBeGreaterThan(7.5);
  expect(afterEight - afterTwo).toBeLessThan(14);

  // 3 s of lead-in, then 40;20;40;60: five seconds into the round is the hold, and the second round is sixteen later.
  const slider = app.getByRole('slider', { name: 'Position in the session' });
  await slider.fill(String(Math.round(10 * (start + 8)) / 10));
  await expect(app.locator('.word')).toHaveText('Hold');
  await expect(app.getByText('Round 1 of 2')).toBeVisible();
  await slider.fill(String(Math.round(10 * (start + 3 + 16 + 7)) / 10));
  await expect(app.locator('.word')).toHaveText('Let go');
  await expect(app.getByText('Round 2 of 2')).toBeVisible();

  await app.getByRole('button', { name: 'Play' }).click();
  await expect(app.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 10_000 });
  expect(await position(app)).toBeCloseTo(Number(await slider.getAttribute('max')), 0);
});

/** A set of two rounds, recorded and ended. */
async function recordSet(app: Page, sensor: Strings, prepare = () => calibrate(app, sensor)): Promise<void> {
  await connect(app);
  await prepare();
  await setUp(app, { Force: 40, Rounds: 2, Band: 10, tense: 1, hold: 2, 'let go': 1, rest: 2 });
  await sensor.hold(5);
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 15_000 });
  await finish(app);
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
}

test('keys and buttons go by seconds and by rounds; notes are kept where they belong', async ({
  app,
  sensor
}) => {
  await recordSet(app, sensor);
  const start = await position(app);
  // 3 s of lead-in, then a round of 6 s.
  const first = start + 3;
  await app.getByRole('button', { name: 'Next round' }).click();
  expect(await position(app)).toBeCloseTo(first, 0);
  await app.locator('h1').click();
  await app.keyboard.press('PageDown');
  expect(await position(app)).toBeCloseTo(first + 6, 0);
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  expect(await position(app)).toBeCloseTo(first + 8, 0);
  await app.keyboard.press('ArrowLeft');
  expect(await position(app)).toBeCloseTo(first + 7, 0);
  await app.keyboard.press('PageUp');
  expect(await position(app)).toBeCloseTo(first + 6, 0);
  await app.keyboard.press('PageUp');
  expect(await position(app)).toBeCloseTo(first, 0);
  await app.keyboard.press('Home');
  expect(await position(app)).toBe(0);
  await app.keyboard.press('Space');
  await expect(app.getByRole('button', { name: 'Pause' })).toBeVisible();
  await app.keyboard.press('Space');
  await app.keyboard.press('PageDown');

  // In a field, keys are letters.
  const note = app.getByLabel(/^Note at /);
  await note.fill('she coughed');
  await note.press('Home');
  await note.press('Enter');
  expect(await position(app)).toBeCloseTo(first, 0);
  await expect(app.getByRole('listitem').filter({ hasText: 'she coughed' })).toBeVisible();
  await app.reload();
  const kept = app.getByRole('listitem').filter({ hasText: 'she coughed' });
  await expect(kept).toBeVisible();
  await app.keyboard.press('End');
  await kept.getByRole('button', { name: /^\d+:\d\d$/ }).click();
  expect(await position(app)).toBeCloseTo(first, 0);

  await app.getByRole('link', { name: 'History' }).click();
  await app.getByLabel('Search the notes').fill('coughed');
  await expect(app.getByText('1 session', { exact: true })).toBeVisible();
  await app.getByLabel('Search the notes').fill('sneezed');
  await expect(app.getByText('No session fits this choice.')).toBeVisible();
  await app.getByLabel('Search the notes').fill('');
  await app.getByRole('listitem').getByRole('link').click();
  await app.getByRole('button', { name: /^Remove the note at/ }).click();
  await expect(kept).toHaveCount(0);
  await app.reload();
  await expect(app.getByRole('heading', { name: 'Notes' })).toBeVisible();
  await expect(kept).toHaveCount(0);
});

test('another session is laid under it; figures of an older version stand beside the new ones', async ({
  app,
  sensor
}) => {
  await recordSet(app, sensor);
  await recordSet(app, sensor, () => app.getByRole('button', { name: 'Same chair and cushion' }).click());
  const drawn = () =>
    app
      .locator('.chart canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  // It takes its size and its colours a frame or two after it is there.
  let alone = '';
  await expect
    .poll(async () => {
      const before = alone;
      alone = await drawn();
      return alone === before;
    })
    .toBe(true);
  await app.getByLabel('Compare with another session').selectOption({ index: 1 });
  await expect.poll(drawn).not.toBe(alone);
  await app.getByLabel('Compare with another session').selectOption({ index: 0 });
  await expect.poll(drawn).toBe(alone);

  // As if an older version had worked the figures out, with another one for the share in the band.
  await app.evaluate(async () => {
    const id = new URLSearchParams(location.search).get('id');
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
      });
    const db = await done(indexedDB.open('bodem'));
    const store = db.transaction('results', 'readwrite').objectStore('results');
    const all = (await done(store.getAll())) as {
      session: string;
      engineVersion: number;
      sets: { rounds: { figures: { inBandPct: number } }[] }[];
    }[];
    const mine = all.find(({ session }) => session === id);
    if (!mine) throw new Error('It has a result.');
    await done(store.delete([mine.session, mine.engineVersion]));
    for (const { figures } of mine.sets.flatMap(({ rounds }) => rounds)) figures.inBandPct = 12;
    await done(store.put({ ...mine, engineVersion: mine.engineVersion - 1 }));
    db.close();
  });
  await app.reload();
  await expect(app.getByText(/calculated with version \d+ of the definitions/)).toBeVisible();
  const inBand = async () => (await roundRows(app)).map(({ inBandPct }) => inBandPct);
  expect(await inBand()).toEqual([12, 12]);
  await app.getByRole('button', { name: /^Recalculate with version/ }).click();
  await expect.poll(inBand).not.toEqual([12, 12]);
  const anew = await inBand();
  await app.reload();
  await expect(app.getByLabel('Figures of version')).toBeVisible();
  expect(await inBand()).toEqual(anew);
  await app.getByLabel('Figures of version').selectOption({ index: 0 });
  await expect.poll(inBand).toEqual([12, 12]);
});

test.describe('a session that is not there', () => {
  test('is told in one sentence', async ({ app }) => {
    await app.goto('/history/session?id=00000000-0000-4000-8000-000000000000');
    await expect(app.getByRole('alert')).toHaveText('This session is not on this device.');
  });
});
