import { expect, test } from './rig/rig';
import { calibrate, connect } from './rig/steps';

test('settings out of their range, or beyond what is open without a plan, are refused at the field', async ({
  app,
  sensor
}) => {
  await connect(app);
  await calibrate(app, sensor);
  const begin = app.getByRole('button', { name: 'Begin' });
  await expect(app.getByText('Without a plan Bodem does not know what is open for you.')).toBeVisible();
  for (const [label, below, lowest, highest, above, open] of [
    ['Force', 9, 10, 70, 71, 'At most 70 %.'],
    ['Rounds', 0, 1, 10, 11, 'At most 10 rounds.'],
    ['Band', 4, 5, 25, 26, null],
    ['tense', 0.1, 0.2, 20, 20.1, null],
    ['hold', 0.4, 0.5, 30, 30.1, 'At most 30 s.'],
    ['let go', 0.1, 0.2, 20, 20.1, null],
    ['rest', 0.9, 1, 60, 60.1, null]
  ] as const) {
    const field = app.getByLabel(label, { exact: true });
    const isCounted = ['Force', 'Rounds', 'Band'].includes(label);
    const range = isCounted
      ? `A whole number from ${lowest} to ${highest}.`
      : `${lowest} to ${highest} seconds, in tenths at the finest.`;
    for (const [wrong, why] of [
      [String(below), range],
      ['', range],
      [isCounted ? `${lowest}.5` : '1.55', range],
      [String(above), open ?? range]
    ] as const) {
      await field.fill(wrong);
      await expect(field).toHaveAccessibleDescription(why);
      await expect(begin).toBeDisabled();
    }
    for (const right of [lowest, highest]) {
      await field.fill(String(right));
      await expect(begin).toBeEnabled();
    }
  }
});

test('a pattern is typed in seconds, with a point or a comma, and its printed numbers stand below the picture', async ({
  app,
  sensor
}) => {
  await connect(app);
  await calibrate(app, sensor);
  const hold = app.getByLabel('hold', { exact: true });
  for (const [typed, unit, words, printed] of [
    ['3', 'seconds', 'hold 3\u00a0s', '40;30;40;60'],
    ['0.5', 'seconds', 'hold 0.5\u00a0s', '40;5;40;60'],
    ['1,5', 'seconds', 'hold 1.5\u00a0s', '40;15;40;60'],
    ['1', 'second', 'hold 1\u00a0s', '40;10;40;60']
  ] as const) {
    await hold.fill(typed);
    await expect(hold).toHaveValue(typed);
    await expect(hold).toHaveAccessibleDescription(unit);
    await expect(app.getByText(`tense 4\u00a0s · ${words} · let go 4\u00a0s · rest 6\u00a0s`)).toBeVisible();
    await expect(app.getByText(`As printed, in tenths of a second: ${printed}`)).toBeVisible();
  }
});
