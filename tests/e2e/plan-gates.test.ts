import { afterBirth, daysAgo, planStep } from './rig/plan';
import { expect, test } from './rig/rig';
import { connect } from './rig/steps';

test('step 7 in week 2 is shut; a therapist opens it with name, role and reason, and all are kept', async ({
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
  await expect(save).toBeDisabled();
  await app.getByLabel('Role of the therapist').selectOption('pelvic physiotherapist');
  await save.click();
  await expect(app.getByRole('heading', { name: 'Step 7 · Strength and coordination' })).toBeVisible();
  await app.getByRole('link', { name: 'Your plan' }).click();
  await expect(app.getByText('opened by Noor (pelvic physiotherapist): Trained athlete')).toBeVisible();
});

test('what only a doctor can open, no therapist opens', async ({ app }) => {
  await afterBirth(app, daysAgo(60));
  await app.getByLabel('Severe complications at the birth, or a third- or fourth-degree tear').check();
  await app.getByLabel('My therapist').check();
  await expect(app.getByLabel('Step 5 · Balance')).toBeDisabled();
  await app.getByLabel('A doctor or midwife agrees to training').check();
  await expect(app.getByLabel('Step 5 · Balance')).toBeEnabled();
});

test('a birth date that is corrected later shuts the step again', async ({ app }) => {
  await planStep(app, 8, 'Step 6 · Strength and duration');
  await app.getByRole('link', { name: 'Profile' }).click();
  await app.getByRole('button', { name: 'Change' }).click();
  await app.getByLabel('Birth date of the youngest child, if there is one').fill(daysAgo(14));
  await app.getByRole('button', { name: 'Save' }).click();
  await app.getByRole('link', { name: 'Train', exact: true }).click();
  await expect(app.getByText('Step 6 is not open:')).toBeVisible();
  await expect(app.getByText('Back to step 5: Balance.')).toBeVisible();
  await app.getByRole('button', { name: 'Yes, do that' }).click();
  await expect(app.getByRole('heading', { name: 'Step 5 · Balance' })).toBeVisible();
});

test('until step 6 opens no maximum is asked for, and the reason stands there', async ({ app }) => {
  await planStep(app, 3, 'Step 5 · Balance');
  await connect(app);
  await app.getByRole('button', { name: 'Guided measurement' }).click();
  await expect(app.getByLabel('As hard as you can')).toBeDisabled();
  await expect(app.getByText('Not now: opens on')).toBeVisible();
});

test('who is pregnant has other steps, and is asked what only a doctor decides', async ({ app }) => {
  await app.goto('/plan');
  await app.getByLabel('I am pregnant').check();
  await app.getByLabel('Due date').fill(daysAgo(301));
  await expect(app.getByText('A due date is at most 42 weeks ahead')).toBeVisible();
  await app.getByLabel('Due date').fill(daysAgo(-70));
  await expect(app.getByLabel('Step 2 · Relaxing')).toBeChecked();
  await expect(app.getByText('100 % will be a comfortable squeeze')).toBeVisible();
  await app.getByLabel('Measure my maximum').check();
  await expect(app.getByText('you can choose your maximum as 100 %')).toBeVisible();
  await app.getByLabel('Bleeding, loss of fluid').check();
  await app.getByRole('button', { name: 'Save the plan' }).click();
  await expect(app.getByRole('alert')).toContainText('your doctor or midwife has to agree to training first');
  await expect(app.getByRole('button', { name: 'Choose your sensor' })).toHaveCount(0);
  await app.getByRole('link', { name: 'Your plan' }).click();
  await app.getByRole('button', { name: 'Change the plan' }).click();
  await app.getByLabel('A doctor or midwife agrees to training').check();
  await app.getByRole('button', { name: 'Save the plan' }).click();
  await expect(app.getByText('Today · 10 weeks to the due date')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Choose your sensor' })).toBeVisible();
});

test('after an operation nothing is trained before the catheter is out and the doctor agrees', async ({
  app
}) => {
  await app.goto('/plan');
  await app.getByLabel('After an operation').check();
  await app.getByLabel('Day of the operation').fill(daysAgo(20));
  await app.getByLabel('The catheter is still in').check();
  await app.getByLabel('My doctor agrees to training').check();
  await expect(app.getByText('not before the catheter is out').first()).toBeVisible();
  await app.getByLabel('The catheter is still in').uncheck();
  await expect(app.getByLabel('Step 4 · Feel the muscle again')).toBeChecked();
  await expect(app.getByLabel('Step 5 · Balance')).toBeDisabled();
  await app.getByRole('button', { name: 'Save the plan' }).click();
  await expect(app.getByText('Today · Week 3 after the operation')).toBeVisible();
});
