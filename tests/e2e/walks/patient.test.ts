import type { Page } from '@playwright/test';
import { expectAboveTheFold, expectNoSideways, SMALL_PHONE } from '../rig/look';
import { daysAgo } from '../rig/plan';
import { expect, test } from '../rig/rig';

test.use({ locale: 'nl-BE', viewport: SMALL_PHONE });

const button = (app: Page, name: string) => app.getByRole('button', { name, exact: true });

/** The panel that she has come to: its title has the focus, its answer lies on the screen, and nothing on it reaches over the edge. */
async function sees(app: Page, title: string | RegExp, answer: string): Promise<void> {
  await expect(app.getByRole('heading', { level: 1, name: title })).toBeFocused();
  await expect(app.locator('[data-settling]')).toHaveCount(0);
  await expect.soft(button(app, answer), `${String(title)}: ${answer}`).toBeInViewport({ ratio: 1 });
  await expectNoSideways(app, String(title), [SMALL_PHONE]);
}

test('a mother in week 8, on a small phone, in Dutch: from her plan to a session with pain, and the advice of the day after', async ({
  app,
  sensor
}) => {
  await app.goto('/plan');
  await app.getByLabel('Na een bevalling').check();
  await app.getByLabel('Geboortedatum van het kind').fill(daysAgo(56));
  await app.getByLabel('Stap 5 · Balans').check();
  await button(app, 'Bewaar het plan').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Stap 5' })).toBeVisible();
  await expectAboveTheFold(app, button(app, 'Kies je sensor'), 'today');
  // Seconds first; the printed numbers stand beside them for a therapist.
  await expect(app.getByText('15 %').first()).toBeVisible();
  await expect(app.getByText('In 2 s aanspannen tot 15 %, 1 s vasthouden')).toBeVisible();

  await button(app, 'Kies je sensor').click();
  await sees(app, 'Hoe gaat het vandaag?', 'Niets van dit alles');
  await button(app, 'Niets van dit alles').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Zo span je aan' })).toBeFocused();
  await button(app, 'Ik weet hoe: verder').click();
  await sees(app, 'Ga zitten en ontspan', 'Meet mijn rustspanning');
  await sensor.hold(0);
  await button(app, 'Meet mijn rustspanning').click();
  await sees(app, 'Span nu drie keer aan', 'Ik ben er klaar voor');
  await button(app, 'Ik ben er klaar voor').click();
  await sensor.squeeze(3, 1.5, 1.5);
  await sees(app, 'De lijn ging omhoog toen je aanspande. Klopt dat?', 'Ja, verder');
  await button(app, 'Ja, verder').click();

  await sees(app, /^Stap 5/, 'Begin');
  await button(app, 'Begin').click();
  await sensor.answer([15, 15, 15, 15, 15, 15, 15, 15, 60.3, 15], 9, 4.9);
  await sees(app, 'Ronde 1, hooguit 10', 'Stop');
  await expect(app.getByRole('heading', { name: 'Dat was je reeks' })).toBeFocused({ timeout: 30_000 });
  await expectAboveTheFold(app, app.getByText('Je deed 10 rondes'), 'the result');
  // Verdict and reason are one line, and the number in it is the one that the verdict is made of.
  await expect(app.getByText(/^Ronde 1 · goed: \d+ % van het vasthouden in de baan$/)).toBeVisible();
  await expect(app.getByText('te sterk: 38 % boven de baan')).toBeVisible();

  await button(app, 'Klaar').click();
  await sees(app, 'Laat los. Hoe is het nu?', 'Niets van dit alles');
  await app.getByLabel('Pijn').check();
  await button(app, 'Ja, dit').click();
  await sees(app, 'Stop nu', 'Beëindig de sessie');
  await button(app, 'Beëindig de sessie').click();
  await app.getByLabel('Notitie bij deze sessie').fill('Trok aan het litteken');
  await expect(app.getByText('Bewaard.')).toBeVisible();
  await app.getByRole('link', { name: 'Terug naar vandaag' }).click();

  // The advice stays with the plan until she has answered again on another day.
  await expect(app.getByRole('heading', { name: 'Je laatste antwoord: pijn.' })).toBeVisible();
  await app.reload();
  await expect(app.getByRole('heading', { name: 'Je laatste antwoord: pijn.' })).toBeVisible();
  await expect(app.getByRole('link', { name: '112' })).toBeVisible();
  await expectNoSideways(app, 'the day after', [SMALL_PHONE]);
  await app.getByRole('link', { name: 'Geschiedenis' }).click();
  await app.getByRole('listitem').first().click();
  await expect(app.getByRole('listitem').filter({ hasText: 'Trok aan het litteken' })).toBeVisible();
});
