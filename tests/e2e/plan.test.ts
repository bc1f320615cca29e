import { afterBirth, daysAgo, planStep } from './rig/plan';
import { expect, test } from './rig/rig';
import { connect, rest, setUp, squeezeThrice, tellNothing, untilShown } from './rig/steps';

test('a mother in week 8 sets up her plan, and the first page knows her step', async ({ app }) => {
  await app.goto('/');
  await app.getByRole('link', { name: 'Set up your plan' }).click();
  await app.getByLabel('Birth date of the child').fill(daysAgo(51));
  await app.getByLabel('How was the birth?').selectOption('Vaginal');
  await app.getByLabel('Losing urine').check();
  await expect(app.getByLabel('Step 5 · Balance')).toBeChecked();
  await app.getByRole('button', { name: 'Save the plan' }).click();
  await expect(app.getByRole('heading', { name: 'Step 5 · Balance' })).toBeVisible();
  await expect(app.getByText('Today · Week 8 after the birth')).toBeVisible();
  await app.reload();
  await expect(app.getByText('Done today: 0')).toBeVisible();
  await app.getByRole('link', { name: 'Your plan and recovery' }).click();
  await expect(app.getByRole('listitem').filter({ hasText: '6 weeks to 3 months' })).toHaveAttribute(
    'aria-current',
    'step'
  );
});

test('a birth in the future, or none, is refused at its field; one three years ago is asked about', async ({
  app
}) => {
  const save = app.getByRole('button', { name: 'Save the plan' });
  await afterBirth(app, daysAgo(-1));
  await expect(app.getByText('This day is in the future. Choose the day it was.')).toBeVisible();
  await expect(save).toBeDisabled();
  await app.getByLabel('Birth date of the child').fill('');
  await expect(app.getByText('Fill in this date: the weeks count from it.')).toBeVisible();
  await expect(save).toBeDisabled();
  await app.getByLabel('Birth date of the child').fill(daysAgo(3 * 366));
  await expect(app.getByText('That is 3 years ago. Is it right?')).toBeVisible();
  await save.click();
  await app.getByRole('link', { name: 'Your plan and recovery' }).click();
  await expect(app.getByText('The tissue has recovered fully by now')).toBeVisible();
});

test('step 7 in week 2 is shut; a therapist opens it with name and reason, and both are kept', async ({
  app
}) => {
  await afterBirth(app, daysAgo(10));
  const step = app.getByLabel('Step 7 · Strength and coordination');
  await expect(step).toBeDisabled();
  await app.getByLabel('My therapist').check();
  await app.getByLabel('Name of the therapist').fill('Noor');
  await step.check();
  const save = app.getByRole('button', { name: 'Save the plan' });
  await expect(save).toBeDisabled();
  await app.getByLabel('Why does this step open earlier?').fill('Trained athlete');
  await save.click();
  await expect(app.getByRole('heading', { name: 'Step 7 · Strength and coordination' })).toBeVisible();
  await app.getByRole('link', { name: 'Your plan and recovery' }).click();
  await expect(app.getByText('opened by Noor: Trained athlete')).toBeVisible();
});

test('what only a doctor can open, no therapist opens', async ({ app }) => {
  await afterBirth(app, daysAgo(60));
  await app.getByLabel('Severe complications at the birth, or a total rupture').check();
  await app.getByLabel('My therapist').check();
  await expect(app.getByLabel('Step 5 · Balance')).toBeDisabled();
  await app.getByLabel('A doctor or midwife agrees to training').check();
  await expect(app.getByLabel('Step 5 · Balance')).toBeEnabled();
});

test('a birth date that is corrected later shuts the step again', async ({ app }) => {
  await planStep(app, 8, 'Step 6 · Strength and duration');
  await app.getByRole('link', { name: 'Who' }).click();
  await app.getByRole('button', { name: 'Change' }).click();
  await app.getByLabel('Birth date of the youngest child, if there is one').fill(daysAgo(14));
  await app.getByRole('button', { name: 'Save' }).click();
  await app.getByRole('link', { name: 'Train', exact: true }).click();
  await expect(app.getByText('Step 6 is not open:')).toBeVisible();
  await expect(app.getByText('Back to step 5: Balance.')).toBeVisible();
  await app.getByRole('button', { name: 'Yes, do that' }).click();
  await expect(app.getByRole('heading', { name: 'Step 5 · Balance' })).toBeVisible();
});

test('a sensor that is lost during the questions costs no answer', async ({ app, sensor }) => {
  await app.goto('/');
  await app.getByRole('button', { name: 'Choose your sensor' }).click();
  await expect(app.getByRole('heading', { name: 'How are you today?' })).toBeVisible();
  await app.getByLabel('Heaviness').check();
  await sensor.disconnect();
  await expect(app.getByRole('heading', { name: 'The sensor is gone' })).toBeVisible();
  await expect(app.getByLabel('Heaviness')).toBeChecked();
  await app.getByRole('button', { name: 'Connect again' }).click();
  await expect(app.getByRole('heading', { name: 'The sensor is gone' })).toBeHidden();
  await app.waitForTimeout(1000);
  await app.getByRole('button', { name: 'Yes, this' }).click();
  await expect(app.getByText('Let your pelvic physiotherapist or doctor look at it')).toBeVisible();
  await app.getByRole('button', { name: 'End the session' }).click();
  await expect(app.getByText('Before: heaviness.')).toBeVisible();
});

test('a set that was broken off goes on the same day with what is left, and then the moment is done', async ({
  app,
  sensor
}) => {
  await planStep(app, 7, 'Step 5 · Balance');
  await connect(app);
  await sensor.hold(0);
  await rest(app);
  await squeezeThrice(app, sensor);
  await app.getByRole('button', { name: 'Begin', exact: true }).click();
  await sensor.answer([30, 30, 30, 30, 30, 30, 30, 30], 9, 4);
  await expect(app.getByText('Round 9, at most 10')).toBeVisible({ timeout: 30_000 });
  // Nobody sees the target on a screen that is off.
  await app.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await untilShown(app, 'Pause');
  await app.getByRole('button', { name: 'Stop' }).click();
  await tellNothing(app);
  await app.getByRole('link', { name: 'To today' }).click();
  await expect(app.getByText('Today you can still do the rest: 2 rounds.')).toBeVisible();
  await app.reload();
  await sensor.hold(0);
  await connect(app);
  await app.getByRole('button', { name: 'Same seat: measure my rest' }).click();
  await app.getByRole('button', { name: 'Go on: 2 rounds' }).click();
  await sensor.answer([30, 30], 9, 4);
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 20_000 });
  await app.getByRole('button', { name: 'Finish' }).click();
  await tellNothing(app);
  await app.getByRole('link', { name: 'To today' }).click();
  await expect(app.getByText('Done today: 1')).toBeVisible();
});

test('in a pause force, hold and rest of the rounds that are left are another', async ({ app, sensor }) => {
  await connect(app);
  await sensor.hold(0);
  await rest(app);
  await squeezeThrice(app, sensor);
  await app.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(app.getByText('Round 2 of 5')).toBeVisible({ timeout: 20_000 });
  await app.getByRole('button', { name: 'Pause' }).click();
  await app.getByRole('button', { name: 'Change' }).click();
  await setUp(app, { Force: 20, hold: 10 });
  await app.getByRole('button', { name: 'Go on like this' }).click();
  await expect(app.getByText('Round 1 of 4')).toBeVisible();
  await app.getByRole('button', { name: 'Stop' }).click();
  await tellNothing(app);
  await expect(app.getByText(/^Set 1: 40 %, 40;20;40;60/)).toBeVisible();
});
