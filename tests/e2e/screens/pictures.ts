import { join } from 'node:path';
import process from 'node:process';
import type { Page } from '@playwright/test';

/** Only `npm run screens` sets this folder: the tests themselves compare no pictures and take none. */
const FOLDER = process.env.BODEM_PICTURES;

export const TAKES_PICTURES = FOLDER !== undefined;

/** Buttons that stick to the foot of the screen would cover the middle of a page that is longer than the screen. */
const UNSTUCK = '.actions { position: relative !important; inset: auto !important; }';

/** Writes a picture of the whole page, including what has to be scrolled to. */
export async function takePicture(app: Page, folder: string, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  // The app's content policy refuses the style that `screenshot` could add itself.
  await app.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, UNSTUCK);
  await app.screenshot({ path: join(FOLDER, folder, `${name}.png`), fullPage: true });
  await app.evaluate(() => document.adoptedStyleSheets.pop());
}
