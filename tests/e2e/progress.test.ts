import { recordPast } from './rig/past';
import { expect, test } from './rig/rig';

const NOW = new Date('2026-05-13T12:00:00Z');

test('progress tells what has really changed, and what only varies', async ({ app }) => {
  await app.clock.setFixedTime(NOW);
  await app.goto('/history');
  await expect(app.getByText('Nothing yet.')).toBeVisible();
  await recordPast(
    app,
    NOW.getTime(),
    // Letting go falls by 0, 1, 3, 0 and 0, mean 0.8, so 1.96 · √(6.8 / 4) = 2.56 is usual; endurance goes 0.5 up and down, mean 0.1, so
    // 1.96 · √(1.2 / 4) = 1.07 is. The middle ones of three at either end are 6 and 2, and 1 and 1.5; 2 s were asked for.
    [6, 6, 5, 2, 2, 2].map((restMeanPct, i) => ({
      daysAgo: 10 - 2 * i,
      figures: { restMeanPct, nearTargetS: i % 2 === 0 ? 1 : 1.5 }
    })),
    [
      { daysAgo: 40, span: 400 },
      { daysAgo: 2, span: 560 }
    ]
  );
  await app.reload();
  await app.getByRole('link', { name: 'Your progress' }).click();
  const section = (name: string) =>
    app.locator('section').filter({ has: app.getByRole('heading', { name, exact: true }) });
  await expect(section('Letting go')).toContainText(
    'Clearly lower than on 3 May: 4.0 %MVC less, and up to 2.6 %MVC is normal from time to time.'
  );
  await expect(section('Endurance')).toContainText(
    'No clear change since 3 May: 0.5 s apart, and up to 1.1 s is normal from time to time.'
  );
  await expect(section('Maximum strength')).toContainText('± 31 %, derived from vaginal pressure');
  await expect(section('Maximum strength')).toContainText('Clearly higher than on 3 April: 40 % more');
  await expect(section('Speed')).toContainText('Not measured yet.');
  // 13 May 2026 is a Wednesday: that week has the sessions of the 11th and the 13th.
  await expect(section('Regularity')).toContainText(
    'This week 2 sessions on 2 days. Last week 3 sessions on 3 days.'
  );

  await section('Letting go').getByText('Table').click();
  await expect(section('Letting go').getByRole('row')).toHaveText([
    'day%MVC',
    '13 May 20262.0',
    '11 May 20262.0',
    '9 May 20262.0',
    '7 May 20265.0',
    '5 May 20266.0',
    '3 May 20266.0'
  ]);
});

test('progress waits for enough measurements, and keeps scales apart', async ({ app }) => {
  await app.clock.setFixedTime(NOW);
  await app.goto('/progress');
  await expect(app.getByText('Nothing yet. After your first round')).toBeVisible();
  await recordPast(app, NOW.getTime(), [
    { daysAgo: 3, figures: { scale: 'ref', restMeanPct: 7 } },
    { daysAgo: 1, figures: { scale: 'mvc' } }
  ]);
  await app.reload();
  await expect(app.getByText('Too early to say whether anything changes: 1 of 6')).toHaveCount(2);
  // Every hold was as long as was asked for, so how long it could have been is not known.
  await expect(app.getByText('As prescribed: you held as long as the pattern asked.')).toBeVisible();
  const lettingGo = app.locator('section').filter({ hasText: 'Letting go' });
  await lettingGo.getByText('Table').click();
  await expect(lettingGo.getByRole('row')).toHaveText(['day%MVC', '12 May 20261.0']);
  await app.getByLabel('Sessions measured in').selectOption('%REF');
  await expect(lettingGo.getByRole('row')).toHaveText(['day%REF', '10 May 20267.0']);
});
