import { pressurePackets, storedEntries } from './rig/journal';
import { expect, test, USUAL } from './rig/rig';
import { calibrate, connect, finish, roundRows, setUp } from './rig/steps';

/**
 * One real-time path for each driver. The shortest round, 2;5;2;10 at 70 %, lasts 1.9 s; the muscle stands still at 50 %, so hold
 * and rest read 50 whatever the timing. Rates: what the sensor sends by itself.
 */
const SENSORS = [
  { kind: 'open-profile', connectionIntervalMs: 15, status: 'battery 87 %' },
  { kind: 'kgoal-boost', connectionIntervalMs: 30, status: 'battery 87 %' },
  { kind: 'progressor', connectionIntervalMs: 45, status: /battery \d\.\d V/ }
] as const;

for (const { kind, connectionIntervalMs, status } of SENSORS) {
  test.describe(kind, () => {
    test.use({
      rig: { ...USUAL, sensors: [{ kind, connectionIntervalMs }], speed: 1 }
    });

    test(`${kind} in real time: from the chooser to a stored round`, async ({ app, sensor }) => {
      await connect(app);
      await expect(app.getByText(status)).toBeVisible();
      await calibrate(app, sensor);
      await setUp(app, { Force: 70, Rounds: 1, Band: 10, tense: 0.2, hold: 0.5, 'let go': 0.2, rest: 1 });
      await sensor.hold(50);
      await app.getByRole('button', { name: 'Begin' }).click();
      await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 15_000 });
      const [round] = await roundRows(app);
      expect(round?.holdMeanPct).toBeCloseTo(50, 6);
      expect(round?.restMeanPct).toBeCloseTo(50, 6);

      await finish(app);
      await expect(app.getByRole('heading', { name: 'Rounds' })).toBeVisible();
      expect((await roundRows(app))[0]).toEqual(round);
      const { frames } = await sensor.sent();
      const stored = pressurePackets(await storedEntries(app));
      // The Progressor's answer about its battery comes on the same characteristic, and is no frame.
      const answers = kind === 'progressor' ? 1 : 0;
      expect(stored - answers).toBeLessThanOrEqual(frames);
      // What is sent between the press of the button and the sensor's stop never reaches the page.
      expect(stored - answers).toBeGreaterThanOrEqual(frames - 3);
    });
  });
}
