import type { Browser, Page, ViewportSize } from '@playwright/test';
import words from '../../messages/en.json';
import { answerChooser } from '../browser/chooser';
import type { PacedSensor } from './paced-sensor';

/** The walk to the set runs at this many sensor seconds a second. */
const WALK_SPEED = 4;

/** The page's language is that of `words`. */
export const LOCALE = 'en-GB';

/** 30 rounds of 16 s: the longest set of the usual pattern, 8 min. */
const ROUNDS = '30';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A page of the app at `url`, of that size, with a set running on the sensor. */
export async function openSet(
  browser: Browser,
  url: string,
  sensor: PacedSensor,
  viewport: ViewportSize
): Promise<Page> {
  const page = await browser.newPage({ locale: LOCALE, viewport });
  await answerChooser(page, 'first');
  await page.goto(url);
  await walkToSet(page, sensor);
  return page;
}

/** From the open page to a running set: choose the sensor, rest, squeeze three times, set up, begin. Leaves the speed at 1. */
export async function walkToSet(page: Page, sensor: PacedSensor): Promise<void> {
  await button(page, words.choose_sensor).click();
  await button(page, words.check_none).click();
  await button(page, words.teach_known).click();
  await button(page, words.tare_go).waitFor();
  sensor.speed = WALK_SPEED;
  await button(page, words.tare_go).click();
  await button(page, words.calibrate_go).click();
  await button(page, words.calibrate_go).waitFor({ state: 'detached' });
  sensor.person.squeezesFromS = sensor.timeS + 1;
  await button(page, words.proposed_accept).click();
  await page.getByLabel(words.field_rounds, { exact: true }).fill(ROUNDS);
  sensor.speed = 1;
  await button(page, words.start).click();
  await button(page, words.pause).waitFor();
  // The lead-in is 3 s; a person is never exactly in time.
  sensor.person.trainsFromS = sensor.timeS + 3;
}

/** Begins another set where one has just ended; false where none has. */
export async function beginAnother(page: Page, sensor: PacedSensor): Promise<boolean> {
  const again = button(page, words.another_set);
  if (!(await again.isVisible())) return false;
  await again.click();
  await button(page, words.pause).waitFor();
  sensor.person.trainsFromS = sensor.timeS + 3;
  return true;
}
