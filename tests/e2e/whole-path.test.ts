import type { Page } from '@playwright/test';
import { pressurePackets, storedEntries } from './rig/journal';
import { expect, test, type Strings } from './rig/rig';
import { calibrate, connect, roundRows, setUp, untilShown } from './rig/steps';

/**
 * The muscle holds 40 % exactly in all rounds. Against 40;20;40;60 at 40 % with a band of ±10 % that is, whatever the moment of the
 * start: in the band while the target is within 10 of 40, that is the last 1 s of the rise, 2 s of hold, the first 1 s of the
 * fall: 4 of 16 s, 25 %. The error is 40 − 10t in the rise and in the fall (mean square 1600/3), 0 in the hold, 40 in the rest:
 * RMSE = √((2·4·1600/3 + 6·1600)/16) = √(2600/3) = 29.439. At 100 Hz each of the four edges is known to one sample,
 * 4·0.01/16 = 0.25 %; the same edges move the mean square by less than 4·0.01·1600/16 = 4, so the RMSE by 4/(2·29.4) = 0.07.
 * It relaxes only between the rounds, when it is waited for; that is not scored. Letting go counts beside the hold in the relaxing step
 * that everybody begins with: 1.5 s of hold and 1 of 4 s of fall are in the band, 2.5 of 5.5 s, known to 0.02/5.5 = 0.4 %.
 */
const IN_BAND_PCT = 25;
const RMSE_PCT = Math.sqrt(2600 / 3);
const EDGES_PCT = 0.25;
const ON_TARGET_PCT = 250 / 5.5;
const EDGES_ON_TARGET_PCT = 0.4;
const EDGES_RMSE = 0.07;

/**
 * One relaxed second ends the wait, and the next round begins 3 s later: by then the muscle holds again. Had it been flat at 0 for 1.5 s, its 40 %
 * would look like another posture.
 */
async function relax(app: Page, sensor: Strings): Promise<void> {
  await untilShown(app, 'Relax first');
  await sensor.letGo(1.3, 40);
}

test('a session through the real chooser, with a disconnect in a round, is stored and plays back the same', async ({
  app,
  sensor
}) => {
  await connect(app);
  await calibrate(app, sensor);
  await setUp(app, { Force: 40, Rounds: 3, Band: 10, tense: 4, hold: 2, 'let go': 4, rest: 6 });
  await sensor.hold(40);
  await app.getByRole('button', { name: 'Begin' }).click();
  await expect(app.getByText('Round 1 of 3')).toBeVisible();
  await relax(app, sensor);

  // In the middle of the second round the sensor goes away for more than a second.
  await expect(app.getByText('Round 2 of 3')).toBeVisible();
  await untilShown(app, 'Hold');
  const before = await sensor.sent();
  await sensor.disconnect();
  await expect(app.getByRole('heading', { name: 'Sensor connection lost' })).toBeVisible();
  await app.waitForTimeout(1500);
  await app.getByRole('button', { name: 'Connect again' }).click();
  await expect(app.getByRole('heading', { name: 'Sensor connection lost' })).toBeHidden();
  // Behind a new link the zero is in doubt: the round waits until rest was seen.
  await relax(app, sensor);
  await expect(app.getByText('Round 3 of 3')).toBeVisible({ timeout: 20_000 });
  await relax(app, sensor);

  await expect(app.getByRole('heading', { name: 'That was your set' })).toBeVisible({ timeout: 20_000 });
  const live = await roundRows(app);
  expect(live.map(({ title }) => title)).toEqual(['Round 1', 'Round 2, interrupted', 'Round 3']);
  for (const round of live) {
    expect(Math.abs(round.onTargetPct - ON_TARGET_PCT)).toBeLessThan(EDGES_ON_TARGET_PCT);
    expect(Math.abs(round.inBandPct - IN_BAND_PCT)).toBeLessThan(EDGES_PCT);
    expect(Math.abs(round.rmsePct - RMSE_PCT)).toBeLessThan(EDGES_RMSE);
    expect(round.holdMeanPct).toBeCloseTo(40, 9);
    expect(round.restMeanPct).toBeCloseTo(40, 9);
  }

  // The sensor goes first, so that what it sent is final; then the page, without a stop. What is on disk by then is the session.
  await sensor.disconnect();
  const sent = await sensor.sent();
  await app.waitForTimeout(1000);
  await app.reload();
  const entries = await storedEntries(app);
  const stored = pressurePackets(entries);
  // At each of the two breaks a frame may be on its way that nobody hears any more.
  expect(stored).toBeLessThanOrEqual(sent.frames);
  expect(stored).toBeGreaterThanOrEqual(sent.frames - 4);
  const links = entries.flatMap((entry) => (entry.kind === 'link' ? [entry.event.link] : []));
  expect(links).toEqual(['opened', 'lost', 'restored', 'lost']);
  const lostAt = entries.findIndex((entry) => entry.kind === 'link' && entry.event.link === 'lost');
  expect(Math.abs(pressurePackets(entries.slice(0, lostAt)) - before.frames)).toBeLessThanOrEqual(2);

  await app.goto('/history');
  await app.getByText('cut off').click();
  await expect(app.getByText('1 gap in the signal')).toBeVisible();
  expect(await roundRows(app)).toEqual(live);
});
