import { expect, test, USUAL } from './rig/rig';
import { connect } from './rig/steps';

test.describe('a Progressor', () => {
  test.use({ rig: { ...USUAL, sensors: [{ kind: 'progressor' }] } });

  test('that says its battery is nearly empty is heard, and its going is explained', async ({
    app,
    sensor
  }) => {
    await connect(app);
    await sensor.battery(4);
    await expect(app.getByRole('alert')).toHaveText(/battery is nearly empty: it will switch itself off/);
    await expect(app.getByText('battery nearly empty', { exact: false }).first()).toBeVisible();
    await sensor.disconnect();
    const lost = app.getByRole('alert').filter({ hasText: 'Sensor connection lost' });
    await expect(lost).toContainText('it has probably switched itself off. Charge it, then connect again');
    await expect(lost).not.toContainText('Check that the sensor is on and near');
  });
});

test.describe('a sensor with two per cent left', () => {
  test.use({ rig: { ...USUAL, sensors: [{ kind: 'open-profile', batteryPct: 2 }] } });

  test('is said to be low before anything is trained', async ({ app }) => {
    await connect(app);
    await expect(app.getByRole('alert')).toHaveText(/battery is low.*Charge it before you begin/);
  });
});
