import { expect, test, USUAL } from './rig/rig';
import { calibrate, connect, roundRows, setUp } from './rig/steps';

/** On some seats a contraction lowers the value. */
test.use({ rig: { ...USUAL, sensors: [{ kind: 'open-profile', inverted: true }] } });

test('a squeeze that lowers the value is asked about as it was seen, and counts upwards from then on', async ({
  app,
  sensor
}) => {
  await connect(app);
  await calibrate(app, sensor, 'down');
  await setUp(app, { Force: 40, Rounds: 1, Band: 10, tense: 1, hold: 2, 'let go': 1, rest: 2 });
  await sensor.hold(40);
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible();
  const [round] = await roundRows(app);
  expect(round?.holdMeanPct).toBeCloseTo(40, 9);
});
