import type { Page } from '@playwright/test';
import { measureMaximum } from './rig/guided';
import { planStep } from './rig/plan';
import { expect, test, type Strings } from './rig/rig';
import { connect, rest, squeezeThrice, tellNothing, untilShown } from './rig/steps';

/**
 * One step as it is printed, and a hand that answers it: it squeezes when a round begins and lets go behind the hold, so that the scored part of
 * the hold and the last 2 s of the rest are what it does, however busy the machine is.
 */
interface Step {
  readonly name: string;
  readonly weeks: number;
  readonly forcePct: number;
  readonly roundS: number;
  readonly heldS: number;
  /** Of a set that goes well. */
  readonly rounds: number;
  /** The share of the force that is left when she is tired: below the band, and far above half of it. */
  readonly tiredShare: number;
}
/** Its band is half its force. */
const BALANCE: Step = {
  name: 'Step 5 · Balance',
  weeks: 7,
  forcePct: 15,
  roundS: 9,
  heldS: 4,
  rounds: 10,
  tiredShare: 0.4
};
const STRENGTH: Step = {
  name: 'Step 6 · Strength and duration',
  weeks: 8,
  forcePct: 50,
  roundS: 15,
  heldS: 9,
  rounds: 10,
  tiredShare: 0.65
};
const COORDINATION: Step = {
  name: 'Step 7 · Strength and coordination',
  weeks: 13,
  forcePct: 70,
  roundS: 13,
  heldS: 7,
  rounds: 5,
  tiredShare: 0.65
};

/** From the first page to a set whose rounds are answered with those shares of the step's force. */
async function train(
  app: Page,
  sensor: Strings,
  { name, weeks, forcePct, roundS, heldS }: Step,
  shares: readonly number[]
): Promise<void> {
  await planStep(app, weeks, name);
  await connect(app);
  await sensor.hold(0);
  const begin = app.getByRole('button', { name: 'Begin', exact: true });
  const comfortable = app.getByText('Today in % of a comfortable squeeze');
  if (name === COORDINATION.name) {
    await measureMaximum(app, sensor);
    await expect(begin).toBeDisabled();
    await measureSpeed(app, sensor);
  } else {
    if (name === STRENGTH.name)
      await app.getByRole('button', { name: 'Train on a comfortable squeeze today' }).click();
    await rest(app);
    await squeezeThrice(app, sensor);
  }
  await expect(app.getByRole('heading', { name })).toBeVisible();
  await expect(comfortable).toHaveCount(name === STRENGTH.name ? 1 : 0);
  await begin.click();
  await sensor.answer(
    shares.map((share) => share * forcePct),
    roundS,
    heldS
  );
}

/** Five fast squeezes: 180 % of the maximum per second are 100 % speed. */
async function measureSpeed(app: Page, sensor: Strings): Promise<void> {
  await app.getByRole('button', { name: 'Measure my speed' }).click();
  for (let n = 1; n <= 5; n++) {
    await untilShown(app, 'Fast!');
    await sensor.rise(180);
    await untilShown(app, n === 5 ? 'Your fastest rise' : 'Rest');
  }
  await app.getByRole('button', { name: 'Use this as 100 % speed' }).click();
}

const over = (app: Page) => app.getByRole('heading', { name: 'That was your set' });

for (const step of [BALANCE, STRENGTH, COORDINATION]) {
  test.describe(step.name, () => {
    // Its maximum and its speed are measured first.
    if (step === COORDINATION) test.describe.configure({ timeout: 90_000 });

    test('a good run goes to its end, and counts for today', async ({ app, sensor }) => {
      await train(app, sensor, step, Array<number>(step.rounds).fill(1));
      await expect(over(app)).toBeVisible({ timeout: 40_000 });
      await expect(app.getByText(`You did ${step.rounds} rounds`)).toBeVisible();
      await app.getByRole('button', { name: 'Finish' }).click();
      await tellNothing(app);
      const { rounds } = step;
      await expect(
        app.getByText(`${rounds} of ${rounds} rounds were good. You let go in ${rounds} of ${rounds} rests.`)
      ).toBeVisible();
      await expect(app.getByText('Go on like this:')).toBeVisible();
      await app.getByRole('link', { name: 'Back to today' }).click();
      await expect(app.getByText(step === BALANCE ? 'Done today: 1' : 'Today: 1 of 3')).toBeVisible();
    });

    test('a tiring run ends where the step says, and only what came before counts', async ({
      app,
      sensor
    }) => {
      const tired = step.tiredShare;
      await train(app, sensor, step, [1, 1, 1, tired, tired, 1, 1, 1, 1, 1]);
      await expect(over(app)).toBeVisible({ timeout: 40_000 });
      await expect(app.getByText('You did 5 rounds')).toBeVisible();
      if (step !== COORDINATION)
        await expect(app.getByText('You got tired from round 4 on: that is just enough.')).toBeVisible();
      await app.getByRole('button', { name: 'Finish' }).click();
      await tellNothing(app);
      await expect(
        app.getByText('3 of 3 rounds were good. You got tired from round 4 on. You let go in 5 of 5 rests.')
      ).toBeVisible();
    });

    test('a painful run stops at once, says what to do, and proposes to step back', async ({
      app,
      sensor
    }) => {
      await train(app, sensor, step, [1, 1]);
      await expect(app.getByText(/^Round 2/).first()).toBeVisible();
      await app.getByRole('button', { name: 'Stop' }).click();
      await app.getByLabel('Pain').check();
      await app.getByRole('button', { name: 'Yes, this' }).click();
      await expect(app.getByRole('heading', { name: 'Stop now' })).toBeVisible();
      await expect(app.getByText('Rest until the pain is less.')).toBeVisible();
      await expect(app.getByText(/Call \d{3} now\./)).toBeVisible();
      await app.getByRole('button', { name: 'End the session' }).click();
      await expect(app.getByText('Afterwards: pain.')).toBeVisible();
      if (step === BALANCE) {
        await expect(app.getByText('Force 10 % instead of 15 %.')).toBeVisible();
        await app.getByRole('button', { name: 'No, stay as it is' }).click();
      } else {
        await expect(app.getByText('Back to step 5: Balance, once it is less.')).toBeVisible();
        await app.getByRole('button', { name: 'Yes, do that' }).click();
      }
      await app.getByRole('link', { name: 'Back to today' }).click();
      await expect(app.getByRole('heading', { name: BALANCE.name })).toBeVisible();
      await expect(app.getByText('15 %', { exact: true })).toBeVisible();
      await expect(app.getByText('Done today: 0')).toBeVisible();
    });
  });
}
