import type { Page } from '@playwright/test';
import { fillDatabase } from '../browser/fill-database';
import { resultRecord, sessionRecord } from '../unit/storage/records';
import { afterBirth, daysAgo, planStep } from './rig/plan';
import { expect, test } from './rig/rig';
import { knowHow, tellNothing } from './rig/steps';

const HOUR_MS = 3_600_000;

async function begin(app: Page): Promise<void> {
  await app.goto('/');
  await app.getByRole('button', { name: 'Choose your sensor' }).click();
  await app.waitForURL('**/train');
}

async function tellPain(app: Page): Promise<void> {
  await app.getByLabel('Pain').check();
  await app.getByRole('button', { name: 'Yes, this' }).click();
}

/** A clock that can be set. @returns sets it ahead by so many days, or back */
async function movableClock(app: Page): Promise<(days: number) => Promise<void>> {
  await app.addInitScript(() => {
    const Real = Date;
    const aheadMs = () => Number(sessionStorage.getItem('rig.ahead') ?? 0) * 86_400_000;
    class Shifted extends Real {
      constructor(...[atMs]: [] | [number]) {
        super(atMs ?? Real.now() + aheadMs());
      }
      static override now(): number {
        return Real.now() + aheadMs();
      }
    }
    globalThis.Date = Shifted as DateConstructor;
  });
  return (days) =>
    app.evaluate((by) => {
      sessionStorage.setItem('rig.ahead', String(Number(sessionStorage.getItem('rig.ahead') ?? 0) + by));
      document.dispatchEvent(new Event('visibilitychange'));
    }, days);
}

test('pain closes strength, though an earlier session was dated a day and a half ahead', async ({ app }) => {
  await planStep(app, 10, 'Step 6');
  const session = sessionRecord(Date.now() + 36 * HOUR_MS, { rounds: 1, signs: { before: [], after: [] } });
  await fillDatabase(app, {
    sessions: [session],
    results: [resultRecord(session.id, session.engineVersion)]
  });
  await begin(app);
  await tellPain(app);
  await app.getByRole('button', { name: 'End the session' }).click();
  await expect(app.getByText('Something was new or worse: pain.')).toBeVisible();
  await app.goto('/');
  await expect(app.getByText('Step 6 is not open:')).toBeVisible();
  await expect(app.getByText('Something recorded here lies in the future')).toBeVisible();
  // What she was told to do stays until she answers without it.
  await expect(app.getByText('Rest until the pain is less.')).toBeVisible();
  await app.goto('/history');
  await expect(app.getByText('dated in the future: the clock was wrong')).toHaveCount(1);
});

test('midnight changes the week without a reload', async ({ app }) => {
  const pass = await movableClock(app);
  // The last day of the second week.
  await afterBirth(app, daysAgo(13));
  await app.getByRole('button', { name: 'Save the plan' }).click();
  await expect(app.getByText('Week 2 after the birth')).toBeVisible();
  await pass(1);
  await expect(app.getByText('Week 3 after the birth')).toBeVisible();
});

test('a clock that was set back by a year counts no weeks, and says what to check', async ({ app }) => {
  const pass = await movableClock(app);
  await planStep(app, 10, 'Step 6 · Strength and duration');
  await expect(app.getByText('Week 11 after the birth')).toBeVisible();
  await pass(-365);
  await expect(app.getByText('which is before the birth on', { exact: false })).toBeVisible();
  await expect(app.getByText(/Week -?\d+ after the birth/)).toHaveCount(0);
  await expect(app.getByRole('button', { name: 'Choose your sensor' })).toHaveCount(0);
});

test('a date that jumps ahead by weeks opens nothing until she says that it is right', async ({ app }) => {
  const pass = await movableClock(app);
  // Step 6 opens at 8 weeks, where the way of the birth is not filled in.
  await planStep(app, 6, 'Step 5 · Balance');
  await pass(28);
  await expect(app.getByText('Is that date right?', { exact: false })).toBeVisible();
  await expect(app.getByText('Week 7 after the birth')).toBeVisible();
  await app.getByRole('button', { name: 'Yes, that is today' }).click();
  await expect(app.getByText('Week 11 after the birth')).toBeVisible();
  await expect(app.getByText('Is that date right?', { exact: false })).toHaveCount(0);
});

test('a year of two digits is refused on the people page, and the weeks stay what they are', async ({
  app
}) => {
  await planStep(app, 1, 'Step 4');
  await app.goto('/people');
  await app.getByRole('button', { name: 'Change' }).click();
  const birth = app.getByLabel('Birth date of the youngest child');
  await birth.fill('0026-11-22');
  await expect(app.getByText('That is too long ago. Check that the year has four digits.')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Save' })).toBeDisabled();
  // Possible, and asked about: it can be confirmed.
  await birth.fill('2006-11-22');
  await expect(app.getByText(/That is \d+ years ago\. Is it right\?/)).toBeVisible();
  await expect(app.getByRole('button', { name: 'Save' })).toBeDisabled();
  await app.getByLabel('Yes, the date is right').check();
  await expect(app.getByRole('button', { name: 'Save' })).toBeEnabled();
  await app.goto('/');
  await expect(app.getByText('Week 2 after the birth')).toBeVisible();
});

test('what was selected by mistake is taken back in the session, and does not count', async ({ app }) => {
  await planStep(app, 10, 'Step 6');
  await begin(app);
  await tellPain(app);
  await app.getByRole('button', { name: 'I selected this by mistake' }).click();
  await expect(app.getByText('Your earlier answer stays as it is until')).toBeVisible();
  await tellNothing(app);
  await knowHow(app);
  await app.getByRole('button', { name: 'Stop' }).click();
  await expect(app.getByText('An answer was corrected during the session')).toBeVisible();
  await app.goto('/');
  await expect(app.getByRole('heading', { name: 'Step 6' })).toBeVisible();
  await expect(app.getByText('Step 6 is not open:')).toBeHidden();
});
