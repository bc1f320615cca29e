import { expect, test } from './rig/rig';
import { calibrate, connect } from './rig/steps';

test('settings out of their range are refused at the field, with the range', async ({ app, sensor }) => {
  await connect(app);
  await calibrate(app, sensor);
  const begin = app.getByRole('button', { name: 'Begin' });
  for (const [label, below, lowest, highest, above] of [
    ['Force', 9, 10, 100, 101],
    ['Rounds', 0, 1, 30, 31],
    ['Ribbon', 4, 5, 25, 26],
    ['up', 1, 2, 200, 201],
    ['hold', 4, 5, 600, 601],
    ['down', 1, 2, 200, 201],
    ['rest', 9, 10, 600, 601]
  ] as const) {
    const field = app.getByLabel(label, { exact: true });
    for (const wrong of [String(below), String(above), '', '20.5']) {
      await field.fill(wrong);
      await expect(field).toHaveAccessibleDescription(`A whole number from ${lowest} to ${highest}.`);
      await expect(begin).toBeDisabled();
    }
    for (const right of [lowest, highest]) {
      await field.fill(String(right));
      await expect(begin).toBeEnabled();
    }
  }
});
