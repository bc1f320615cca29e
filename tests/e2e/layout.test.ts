import en from '../../messages/en.json' with { type: 'json' };
import nl from '../../messages/nl.json' with { type: 'json' };
import { recordPast } from './rig/past';
import { expectAboveTheFold, expectNoSideways, look, LOOKS, nameOf, overTheEdge } from './rig/look';
import { daysAgo } from './rig/plan';
import { expect, test } from './rig/rig';
import { calibrate, finish, getReady, setUp } from './rig/steps';

const WORDS = { en, nl } as const;

for (const language of ['en', 'nl'] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test('every page fits a phone with large text, a zoomed window and a low one, with its answer on the first screen', async ({
      app
    }) => {
      await app.goto('/');
      const begin = app.getByRole('button', { name: words.choose_sensor });
      await expect(begin).toBeVisible();
      await expectAboveTheFold(app, begin, 'start');
      await expectNoSideways(app, 'start');

      await app.goto('/plan');
      await app.getByLabel(words.setup_postnatal).check();
      await app.getByLabel(words.setup_born).fill(daysAgo(70));
      await expectNoSideways(app, 'setting up a plan');
      await app.getByRole('button', { name: words.setup_save }).click();
      await expect(app.getByRole('heading', { name: words.step_name_5 })).toBeVisible();
      await expectAboveTheFold(app, begin, 'today');
      await expectNoSideways(app, 'today');

      const figures = { holdMeanPct: 40, nearTargetS: 2, restMeanPct: 3, holdCvDetrendedPct: 4 };
      const past = [1, 2, 3, 4, 5, 6, 400].map((each) => ({ daysAgo: each, figures }));
      await recordPast(app, Date.now(), past, [
        { daysAgo: 1, span: 1200 },
        { daysAgo: 9, span: 1100 }
      ]);
      for (const [path, answer] of [
        ['/plan', app.getByRole('heading', { level: 1 })],
        ['/history', app.getByRole('link', { name: words.history_progress })],
        ['/progress', app.getByText(words.progress_lead)],
        ['/people', app.getByRole('heading', { level: 2 })],
        ['/train', app.getByRole('button', { name: words.choose_sensor })]
      ] as const) {
        await app.goto(path);
        await expect(answer.first()).toBeVisible();
        await expectAboveTheFold(app, answer, path);
        await expectNoSideways(app, path);
      }
    });

    test.describe('at an address that leads nowhere', () => {
      test.use({ allowedErrors: [/404|Not found/] });

      test('the page says so, with a way home', async ({ app }) => {
        await app.goto('/no/such/page');
        await expect(app.getByRole('heading', { name: words.missing_title })).toBeVisible();
        await expectNoSideways(app, 'missing');
        await app.getByRole('link', { name: words.missing_home }).click();
        await expect(app.getByRole('button', { name: words.choose_sensor })).toBeVisible();
      });
    });
  });
}

test('while a set runs, pausing and stopping stay on the screen, and its result lies on the first one', async ({
  app,
  sensor
}) => {
  await app.goto('/');
  await app.getByRole('button', { name: 'Choose your sensor' }).click();
  const none = app.getByRole('button', { name: 'None of these' });
  await expect(none).toBeVisible();
  // All four questions as well as the answer: nobody says "none" to what lies below the screen.
  await expectAboveTheFold(app, app.getByLabel('Heaviness'), 'the last question');
  await expectAboveTheFold(app, none, 'the questions');
  await expectNoSideways(app, 'the questions');
  await getReady(app);
  await calibrate(app, sensor);
  await expectAboveTheFold(app, app.getByRole('button', { name: 'Begin' }), 'setting up');
  await expectNoSideways(app, 'setting up');
  await setUp(app, { Force: 40, Rounds: 1, tense: 1, hold: 2, 'let go': 1, rest: 2 });
  await app.getByRole('button', { name: 'Begin' }).click();
  await app.getByRole('button', { name: 'Pause' }).click();
  await app.getByRole('button', { name: 'Figures' }).click();
  for (const each of LOOKS) {
    await look(app, each);
    await expect.soft.poll(() => overTheEdge(app), { message: `a set at ${nameOf(each)}` }).toEqual([]);
    for (const name of ['Go on', 'Stop']) {
      await expect.soft(app.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
  }
  await sensor.hold(0);
  await app.getByRole('button', { name: 'Go on' }).click();
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible();
  await expectAboveTheFold(app, app.getByText('No squeeze was seen in this set.'), 'the result of a set');
  await expectNoSideways(app, 'the result of a set');
  await finish(app);
  const summary = app.getByText('1 round was not done.');
  await expect(summary).toBeVisible();
  await expectAboveTheFold(app, summary, 'a session');
  await expectNoSideways(app, 'a session');
});
