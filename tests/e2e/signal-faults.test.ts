import { expect, test, USUAL } from './rig/rig';
import { calibrate, connect, roundRows, setUp } from './rig/steps';

test('broken frames are dropped, counted and marked, and no figure breaks', async ({ app, sensor }) => {
  await connect(app);
  await calibrate(app, sensor);
  await setUp(app, { Force: 40, Rounds: 1, Band: 10, tense: 2, hold: 30, 'let go': 2, rest: 2 });
  await sensor.hold(40);
  await app.getByRole('button', { name: 'Begin' }).click();
  // One kind after the other, 4 frames of each: a lost frame is missed, a repeated one is too many, and one cut to 9 bytes cannot be
  // read. (Late frames, and the exact account of each kind: tests/unit/worker/faults.test.ts.)
  for (const [fault, told] of [
    ['lost', 4],
    ['repeated', 8],
    ['truncated', 12]
  ] as const) {
    await sensor.spoil(fault, 4);
    await expect(app.getByText(`dropped: ${told}`)).toBeVisible();
    await expect(app.locator('body')).not.toContainText(/NaN|Infinity|undefined/);
  }
  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 15_000 });
  const [round] = await roundRows(app);
  // The force never left the middle of the band, so all of the hold is on target.
  expect(round?.onTargetPct).toBeCloseTo(100, 9);
  expect(round?.holdMeanPct).toBeCloseTo(40, 9);
  expect(round?.restMeanPct).toBeCloseTo(40, 9);
});

test('a silent sensor is told, and the target waits for it', async ({ app, sensor }) => {
  await connect(app);
  await calibrate(app, sensor);
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByText('Round 1 of 5')).toBeVisible();
  await sensor.spoil('lost', 1_000_000);
  await expect(app.getByRole('alert')).toContainText('no signal is coming in');
  const word = await app.locator('.word').textContent();
  await app.waitForTimeout(2000);
  // Two seconds are a whole round here, and the target has not moved.
  expect(await app.locator('.word').textContent()).toBe(word);
  await sensor.spoil('lost', 0);
  await expect(app.getByRole('alert')).toHaveCount(0);
  await expect(app.locator('.word')).toHaveText(/Tense|Hold|Let go|Rest/);
});

test.describe('a sensor that ends below her strength', () => {
  // Rest at 1800, and 100 % would be 1200 more.
  test.use({
    rig: { ...USUAL, sensors: [{ kind: 'open-profile', rangeCounts: { min: 0, max: 2900 } }] }
  });

  test('refuses the squeeze and says what to do, for a maximum cut off would make every figure too large', async ({
    app,
    sensor
  }) => {
    await connect(app);
    await sensor.hold(0);
    await app.getByRole('button', { name: 'Measure my resting level' }).click();
    await app.getByRole('button', { name: 'I am ready' }).click();
    await sensor.squeeze(1, 1.5, 1.5);
    await expect(
      app.getByText('The sensor was at its limit: your force is more than it can measure here.')
    ).toBeVisible();
    await expect(app.getByRole('img', { name: '0 of 3' })).toBeVisible();
  });
});
