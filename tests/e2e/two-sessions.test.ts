import { expect, test, USUAL } from './rig/rig';
import { connect, knowHow } from './rig/steps';

test.use({ rig: { ...USUAL, sensors: [{ kind: 'kgoal-boost', name: 'Boost' }] } });

test('two sessions on one page are two in the history, each with its own sensor', async ({ app }) => {
  await connect(app);
  const stop = app.getByRole('button', { name: 'Stop' });
  // What came in is on disk within a second.
  await app.waitForTimeout(1000);
  await stop.dblclick();
  await expect(app.getByText('Boost · ')).toBeVisible();
  await app.getByRole('link', { name: 'Train', exact: true }).click();
  await app.getByRole('button', { name: 'Try without a sensor' }).click();
  await expect(app.getByText('battery 87 %')).toBeVisible();
  await app.waitForTimeout(1000);
  await stop.click();
  await expect(app.getByText('Bodem simulated · ')).toBeVisible();
  await app.getByRole('link', { name: 'History' }).click();
  await expect(app.getByRole('listitem')).toHaveText([
    /Bodem simulated · no complete round · simulated sensor, does not count\s*$/,
    /Boost · no complete round\s*$/
  ]);
});

test('a session that is under way is found again from the first page', async ({ app }) => {
  await connect(app);
  await app.goBack();
  await app.getByRole('button', { name: 'Go on with your session' }).click();
  await knowHow(app);
  await expect(app.getByRole('button', { name: 'Measure my resting level' })).toBeEnabled();
});
