import { afterBirth, daysAgo, decisionIsTold, planStep } from './rig/plan';
import { expect, test } from './rig/rig';
import { connect, rest, squeezeThrice, tellNothing } from './rig/steps';

test('what Bodem chose itself is told with the plan, where it acts', async ({ app }) => {
  await afterBirth(app, daysAgo(50));
  const words = 'After a caesarean, or when the way of the birth is not filled in, step 6 opens at 8 weeks';
  const strength = app.getByLabel('Step 6 · Strength and duration');
  await expect(strength).toBeDisabled();
  await decisionIsTold(app, words);
  await app.getByLabel('How was the birth?').selectOption('Vaginal');
  await expect(strength).toBeEnabled();
  await expect(app.getByText(words)).toHaveCount(0);
  await app.getByLabel('How was the birth?').selectOption('Caesarean');
  await expect(strength).toBeDisabled();
  await expect(app.getByText(words)).toBeVisible();
  await app.getByRole('button', { name: 'Save the plan' }).click();
  await decisionIsTold(
    app,
    'Two weak rounds in a row mean that you are tired, from round 2 on: then the set stops, and otherwise after 10'
  );
  await decisionIsTold(app, 'Bodem counts 3 months as 13 weeks');
  await app.getByRole('link', { name: 'Your plan' }).click();
  await decisionIsTold(app, 'Weeks 3 to 6 have no step of their own');
  await app.getByRole('button', { name: 'Change the setting' }).click();
  await decisionIsTold(app, 'The band is 10 % to either side, adjustable from 5 to 25 %');
});

test('in the first week a step asks for less by choice, and ends before fatigue', async ({ app }) => {
  await planStep(app, 0.75, 'Step 5 · Balance');
  await decisionIsTold(app, 'In the first week after a birth step 5 asks for 15 % at most.');
  await expect(app.getByText('The first time it has 5 rounds')).toBeVisible();
});

test('and in a session: of the guided measurement, a proposal, and how it went', async ({ app, sensor }) => {
  await planStep(app, 8, 'Step 5 · Balance');
  await connect(app);
  await app.getByRole('button', { name: 'Guided measurement' }).click();
  await decisionIsTold(app, '3 attempts of 5 s, with 30 s of rest between them.');
  await app.getByRole('button', { name: 'Not now' }).click();
  await sensor.hold(0);
  await rest(app);
  await squeezeThrice(app, sensor);
  await app.getByRole('button', { name: 'Begin', exact: true }).click();
  // Reached once, and then below the band, which reaches from 7.5 to 22.5 %.
  await sensor.answer([15, 5, 5], 9, 4);
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 30_000 });
  await decisionIsTold(
    app,
    'weak when the force was reached and then lost: below the band at the end, with less than 50 % in the band or 20 % or more below your best round'
  );
  await app.getByRole('button', { name: 'Finish' }).click();
  await tellNothing(app);
  await decisionIsTold(
    app,
    'Your resting level creeps up when the last two rests lie 5 % above the first two.'
  );
  await expect(app.getByText('Force 10 % instead of 15 %.')).toBeVisible();
  await decisionIsTold(app, 'Too hard: of at least 3 rounds fewer than half good, and the force was lost');
});
