import { expect, type Page } from '@playwright/test';
import type { Strings } from './rig';

/** Opens the app, links the sensor, and has nothing to tell of herself. */
export async function connect(app: Page): Promise<void> {
  await app.goto('/');
  await app.getByRole('button', { name: 'Choose your sensor' }).click();
  await app.waitForURL('**/train');
  await getReady(app);
}

/** Answers the questions before training, and knows how to squeeze: rest is measured next. */
export async function getReady(app: Page): Promise<void> {
  await tellNothing(app);
  await knowHow(app);
}

/** Goes on from how to squeeze, where that is shown; who has squeezed on this sensor before does not see it. */
export async function knowHow(app: Page): Promise<void> {
  const known = app.getByRole('button', { name: 'I know how: go on' });
  const rest = app.getByRole('button', { name: 'Measure my resting level' });
  await expect(known.or(rest)).toBeVisible();
  if (await known.isVisible()) await known.click();
}

/** Answers the questions before or after training: nothing is there. */
export async function tellNothing(app: Page): Promise<void> {
  await app.getByRole('button', { name: 'None of these' }).click();
}

/** Ends a session in which a set was trained. */
export async function finish(app: Page, button: 'Finish' | 'Stop' = 'Finish'): Promise<void> {
  await app.getByRole('button', { name: button }).click();
  await tellNothing(app);
}

/** Rest, three squeezes, and yes to the way the line was seen to go: 100 % is then what the muscle calls 100 %. */
export async function calibrate(app: Page, sensor: Strings, way: 'up' | 'down' = 'up'): Promise<void> {
  await sensor.hold(0);
  await rest(app);
  await squeezeThrice(app, sensor, way);
  await expect(app.getByRole('heading', { name: 'Set up your round' })).toBeVisible();
}

/** Has her rest measured. */
export async function rest(app: Page): Promise<void> {
  await app.getByRole('button', { name: 'Measure my resting level' }).click();
}

/** Three squeezes, and yes to the way the line was seen to go. */
export async function squeezeThrice(app: Page, sensor: Strings, way: 'up' | 'down' = 'up'): Promise<void> {
  await app.getByRole('button', { name: 'I am ready' }).click();
  await sensor.squeeze(3, 1.5, 1.5);
  const question = `The line went ${way} when you squeezed. Is that right?`;
  // Three squeezes take nine seconds of the sensor's time.
  await expect(app.getByRole('heading', { name: question })).toBeVisible({ timeout: 20_000 });
  await app.getByRole('button', { name: 'Yes, go on' }).click();
}

/** Types a set-up into its fields. */
export async function setUp(app: Page, values: Readonly<Record<string, number>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    await app.getByLabel(label, { exact: true }).fill(String(value));
  }
}

export interface RoundRow {
  readonly title: string;
  /** While holding. */
  readonly onTargetPct: number;
  /** Of the whole round. */
  readonly inBandPct: number;
  readonly holdMeanPct: number;
  readonly rmsePct: number;
  readonly restMeanPct: number;
}

/** The figures of the rounds on screen, with all their digits, from both tables: the second one is folded. */
export async function roundRows(app: Page): Promise<RoundRow[]> {
  await app.getByRole('table').waitFor();
  return app
    .locator('table')
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row, n) => {
        const figure = (name: string) => {
          const cell = document.querySelectorAll(`table [data-figure="${name}"]`)[n];
          if (!cell) throw new Error(`Round ${n + 1} has no ${name}.`);
          return Number(cell.getAttribute('data-value'));
        };
        return {
          title: row.querySelector('th')?.textContent.trim().replace(/\s+/g, ' ') ?? '',
          onTargetPct: figure('onTargetPct'),
          inBandPct: figure('inBandPct'),
          holdMeanPct: figure('holdMeanPct'),
          rmsePct: figure('rmsePct'),
          restMeanPct: figure('restMeanPct')
        };
      })
    );
}

/** Waits for a text that may stand for a fraction of a second only: looked for in every frame. */
export async function untilShown(app: Page, text: string): Promise<void> {
  await app.waitForFunction((wanted) => document.body.innerText.split('\n').includes(wanted), text);
}
