import { fillDatabase } from '../browser/fill-database';
import { calibrationRecord } from '../unit/storage/records';
import { expect, test } from './rig/rig';
import { connect } from './rig/steps';

/** What the simulated sensor of the rig calls itself. */
const sensor = { driver: 'open-profile', name: 'Bodem Simulated' };

for (const [what, known, isOffered] of [
  ['another sensor of the same name has no 100 % yet', { ...sensor, id: 'of another device' }, false],
  ['a record that does not know its device asks whether it is the same sensor', sensor, true]
] as const) {
  test(what, async ({ app }) => {
    await app.goto('/history');
    await expect(app.getByText('Nothing yet.')).toBeVisible();
    await fillDatabase(app, {
      calibrations: [calibrationRecord(Date.now() - 86_400_000, { sensor: known })]
    });
    await connect(app);
    if (isOffered) {
      await expect(app.getByText('Is it the same sensor, on the same chair')).toBeVisible();
    } else {
      await expect(app.getByText('the browser knows this one as another device')).toBeVisible();
      await expect(app.getByRole('heading', { name: 'Welcome back' })).toHaveCount(0);
    }
  });
}
