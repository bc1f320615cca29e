import type { Page } from '@playwright/test';
import { daysAgo, planStep } from './rig/plan';
import { expect, test } from './rig/rig';
import { calibrate, connect, finish, rest, setUp, squeezeThrice, tellNothing } from './rig/steps';

const taught = (app: Page) => app.getByRole('heading', { name: 'How to squeeze' });
const known = (app: Page) => app.getByRole('button', { name: 'I know how: go on' });
const picture = (app: Page) => app.getByRole('img', { name: 'The pelvis from the side.' });

/** Up to what comes after the questions. */
async function answerQuestions(app: Page): Promise<void> {
  await app.goto('/');
  await app.getByRole('button', { name: 'Choose your sensor' }).click();
  await tellNothing(app);
}

test('somebody new is shown how to squeeze before anything is measured; who was measured here is not', async ({
  app,
  sensor
}) => {
  await answerQuestions(app);
  await expect(taught(app)).toBeVisible();
  await expect(picture(app)).toBeVisible();
  await expect(app.getByText('A seat alone cannot tell squeezing from bearing down')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Measure my resting level' })).toHaveCount(0);
  await known(app).click();
  await calibrate(app, sensor);
  await app.getByRole('button', { name: 'Finish' }).click();
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();

  await answerQuestions(app);
  await expect(app.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(taught(app)).toHaveCount(0);
});

test('a set pauses while it is read how to squeeze, and goes on afterwards', async ({ app, sensor }) => {
  await connect(app);
  await calibrate(app, sensor);
  await setUp(app, { tense: 2, hold: 3, 'let go': 2, rest: 5, Rounds: 2 });
  await app.getByRole('button', { name: 'Begin', exact: true }).click();
  await sensor.hold(0);
  await app.getByRole('button', { name: 'How to squeeze' }).click();
  await expect(taught(app)).toBeVisible();
  await expect(app.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  // The whole set would be over by now.
  await sensor.squeeze(10, 2, 1);
  await expect(taught(app)).toBeVisible();
  await app.getByRole('button', { name: 'Back to my set' }).click();
  await app.getByRole('button', { name: 'Go on' }).click();
  await sensor.answer([40, 40], 12, 7);
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 20_000 });
  await expect(app.getByText('You did 2 rounds')).toBeVisible();
  await finish(app);
});

test('squeezes that are tried while reading are no attempts', async ({ app, sensor }) => {
  await connect(app);
  await sensor.hold(0);
  await rest(app);
  await app.getByRole('button', { name: 'I am ready' }).click();
  await sensor.squeeze(1, 1.5, 1.5);
  await expect(app.getByRole('img', { name: '1 of 3' })).toBeVisible();
  await app.getByRole('button', { name: 'How to squeeze' }).click();
  await sensor.squeeze(2, 1.5, 1.5);
  await app.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(app.getByRole('img', { name: '0 of 3' })).toBeVisible();
  await sensor.squeeze(3, 1.5, 1.5);
  await expect(app.getByText('The line alone cannot tell')).toBeVisible({ timeout: 20_000 });
});

test('before the guided measurement it is one press away, and what was chosen stays chosen', async ({
  app
}) => {
  await connect(app);
  await app.getByRole('button', { name: 'Guided measurement' }).click();
  await app.getByLabel('As hard as you can').check();
  await app.getByRole('button', { name: 'How to squeeze' }).click();
  await app.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(app.getByLabel('As hard as you can')).toBeChecked();
});

test('after a birth the vagina is named, and in the step to feel the muscle it is shown each time', async ({
  app,
  sensor
}) => {
  await planStep(app, 1, 'Step 4 · Feel the muscle again');
  await connect(app);
  await sensor.hold(0);
  await rest(app);
  await squeezeThrice(app, sensor);
  await app.getByRole('button', { name: 'Finish' }).click();
  await tellNothing(app);
  await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
  await answerQuestions(app);
  await expect(app.getByText('Draw up and in around the urethra, the vagina and the anus')).toBeVisible();
  await expect(app.getByText('penis')).toHaveCount(0);
  await known(app).click();
  await expect(app.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});

test('after an operation the words hold for men and women', async ({ app }) => {
  await app.goto('/plan');
  await app.getByLabel('After an operation').check();
  await app.getByLabel('Day of the operation').fill(daysAgo(50));
  await app.getByLabel('My doctor agrees to training').check();
  await app.getByRole('button', { name: 'Save the plan' }).click();
  await answerQuestions(app);
  await expect(app.getByText('the vagina or the base of the penis, and the anus')).toBeVisible();
  await expect(app.getByText('In men the base of the penis draws in too')).toBeVisible();
  await expect(picture(app)).not.toHaveAccessibleName(/vagina/);
});

test.describe('in Dutch', () => {
  test.use({ locale: 'nl-BE' });

  test('it is said in Dutch', async ({ app }) => {
    await app.goto('/');
    await app.getByRole('button', { name: 'Kies je sensor' }).click();
    await app.getByRole('button', { name: 'Niets van dit alles' }).click();
    await expect(app.getByRole('heading', { name: 'Zo span je aan' })).toBeVisible();
    await expect(app.getByText('Trek omhoog en naar binnen rond de plasbuis')).toBeVisible();
    await app.getByRole('button', { name: 'Ik weet hoe: verder' }).click();
    await expect(app.getByRole('button', { name: 'Meet mijn rust' })).toBeVisible();
  });
});
