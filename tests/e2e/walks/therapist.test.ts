import type { Page } from '@playwright/test';
import { attempt, practise } from '../rig/guided';
import { afterBirth, daysAgo } from '../rig/plan';
import { expect, test, USUAL } from '../rig/rig';
import { connect, setUp, tellNothing, untilShown } from '../rig/steps';

/** Guided attempts have to begin within 4 s of their cue: two thirds of a second at this speed. */
test.use({ viewport: { width: 1440, height: 900 }, rig: { ...USUAL, speed: 6 } });
test.setTimeout(120_000);

const button = (app: Page, name: string) => app.getByRole('button', { name, exact: true });

test('a therapist at a large screen: a maximum with an objection taken back and one that stands, a prescription, and what the log says of it', async ({
  app,
  sensor
}) => {
  await afterBirth(app, daysAgo(70));
  await app.getByLabel('My therapist').check();
  await app.getByLabel('Name of the therapist').fill('Noor');
  await app.getByLabel('Step 6').check();
  await button(app, 'Save the plan').click();
  await expect(app.getByRole('heading', { name: /^Step 6/ })).toBeVisible();

  await connect(app);
  await button(app, 'Measure my maximum').click();
  await sensor.hold(0);
  await button(app, 'I am sitting well: begin').click();
  await untilShown(app, 'Practise twice');
  await practise(app, sensor);
  await attempt(app, sensor, 96);
  await expect(app.getByRole('row', { name: /^Attempt 1 .* accepted$/ })).toBeVisible();
  // The objection names the attempt that it means, and is taken back by one press.
  await expect(app.getByText('Should attempt 1 not count?')).toBeVisible();
  await button(app, 'Breath held').click();
  await expect(app.getByRole('row', { name: /^Attempt 1 .* accepted$/ })).toHaveCount(0);
  await button(app, 'Count attempt 1 after all').click();
  await expect(app.getByRole('row', { name: /^Attempt 1 .* accepted$/ })).toBeVisible();
  await attempt(app, sensor, 100);
  await expect(app.getByText('Should attempt 2 not count?')).toBeVisible();
  await button(app, 'Buttocks joined in').click();
  await expect(app.getByText('This attempt does not count: you squeezed your buttocks.')).toBeVisible();
  await expect(app.getByRole('row', { name: /^Attempt 1 .* accepted$/ })).toBeVisible();
  await attempt(app, sensor, 98);
  await attempt(app, sensor, 97);
  await expect(app.getByRole('heading', { name: 'Your maximum' })).toBeVisible();
  // The best that counts is 98 % of 1,200 counts, 1,176: the second attempt is out. 1,152, 1,164 and 1,176 have an SD of 12, which makes
  // ± 4.303 · 0.748 · 12 = 38.6, so tens are shown.
  await expect(app.getByText('1,180 counts above your resting level')).toBeVisible();
  await expect(app.getByText(/^± 40 counts, from the spread of your 3 attempts/)).toBeVisible();
  await button(app, 'Use this as 100 %').click();

  await button(app, 'Begin').click();
  await sensor.answer([50, 50, 50], 15, 10.9);
  await button(app, 'Figures').click();
  await expect(app.getByText('raw value')).toBeVisible();
  await expect(button(app, 'Pause')).toBeInViewport({ ratio: 1 });
  await expect(app.getByRole('heading', { level: 1, name: 'Round 3, at most 10' })).toBeVisible({
    timeout: 30_000
  });
  await button(app, 'Stop').click();
  await tellNothing(app);
  await expect(app.getByText('2 of 2 rounds were good.')).toBeVisible();

  // Whole seconds are typed, and the printed notation stands beside them.
  await app.goto('/plan');
  await button(app, 'Change the setting').click();
  await setUp(app, { Force: 45, Rounds: 8, hold: 4, rest: 8 });
  await expect(app.getByText('As printed, in tenths of a second: 30;40;30;80')).toBeVisible();
  // Her name is remembered, and filled in where she says so.
  await button(app, 'It is Noor again').click();
  await expect(app.getByLabel('Therapist who decides this, if there is one')).toHaveValue('Noor');
  await button(app, 'Train with this from now on').click();
  await app.getByText('How it went so far').click();
  // Every number that changed.
  const log = app.getByRole('listitem').filter({ hasText: '45 %, hold 4 s (30;40;30;80)' });
  await expect(log).toContainText('Noor');
  await expect(log).toContainText('force 50 % → 45 %; hold 5 s → 4 s; rest 4 s → 8 s; rounds 10 → 8');
});
