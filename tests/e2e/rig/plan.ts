import type { Page } from '@playwright/test';
import { addDays, dayAt } from '../../../src/lib/plan/calendar';
import { expect } from './rig';

export const daysAgo = (days: number): string => addDays(dayAt(Date.now()), -days);

/** Begins to fill in a plan after a birth on that day. */
export async function afterBirth(app: Page, born: string): Promise<void> {
  await app.goto('/plan');
  await app.getByLabel('After a birth').check();
  await app.getByLabel('Birth date of the child').fill(born);
}

/** Sets up a plan after a birth so many weeks ago that begins with that step. */
export async function planStep(app: Page, weeks: number, step: string): Promise<void> {
  await afterBirth(app, daysAgo(7 * weeks));
  await app.getByLabel(step).check();
  await app.getByRole('button', { name: 'Save the plan' }).click();
  await expect(app.getByRole('heading', { name: step })).toBeVisible();
}

/** What Bodem chose itself: told once on a page, and only to who unfolds it. */
export async function decisionIsTold(app: Page, sentence: string | RegExp): Promise<void> {
  const decision = app.getByRole('group').filter({ hasText: "Bodem's choice" }).filter({ hasText: sentence });
  const words = decision.getByText(sentence);
  await expect(words).toBeHidden();
  await decision.getByText("Bodem's choice").click();
  await expect(words).toBeVisible();
}
