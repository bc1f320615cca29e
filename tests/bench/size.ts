import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import words from '../../messages/en.json';
import { withBrowser } from './browser';
import { figure, type Measure } from './measure';
import { LOCALE } from './training-walk';

export const size: Measure = {
  name: 'size',
  what: 'compressed JavaScript that a first visit to the training screen fetches, worker included',
  run({ url, buildDir, executablePath }) {
    return withBrowser(executablePath, async (browser) => {
      const kilobytes = (paths: Iterable<string>) =>
        [...paths].reduce((sum, path) => sum + gzippedBytes(join(buildDir, path)) / 1000, 0);

      const direct = await visit(browser, `${url}/train`, async () => {
        // The screen is there at once; nothing else is to be waited for.
      });
      const simulated = await visit(browser, `${url}/train`, tryWithout);
      for (const path of direct) simulated.delete(path);
      const viaHome = await visit(browser, url, tryWithout);
      for (const path of simulated) viaHome.delete(path);

      const list = (paths: ReadonlySet<string>) =>
        [...paths]
          .map((path) => `${path.replace('/_app/immutable/', '')} ${kilobytes([path]).toFixed(2)}`)
          .sort((a, b) => Number(b.split(' ')[1]) - Number(a.split(' ')[1]))
          .join(', ');
      return {
        figures: [
          figure('the home page, then the training screen', kilobytes(viaHome), 'kB', { atMost: 110 }),
          figure('the training screen, opened directly', kilobytes(direct), 'kB', { atMost: 110 }),
          figure('files, by way of the home page', viaHome.size, ''),
          figure(
            'of them the worker',
            kilobytes([...viaHome].filter((path) => path.includes('worker'))),
            'kB'
          ),
          figure('the simulated sensor, only when chosen', kilobytes(simulated), 'kB')
        ],
        notes: [
          'gzip level 9, kB of 1000 bytes, empty cache, without service worker and so without its precache.',
          `By way of the home page, in kB: ${list(viaHome)}.`,
          `The simulated sensor's: ${list(simulated)}.`
        ]
      };
    });
  }
};

/** Paths of the scripts that one visit fetches, with an empty cache. */
async function visit(browser: Browser, url: string, go: (page: Page) => Promise<void>): Promise<Set<string>> {
  const context = await browser.newContext({ locale: LOCALE, serviceWorkers: 'block' });
  const scripts = new Set<string>();
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await go(page);
  await page.waitForLoadState('networkidle');
  await context.close();
  return scripts;
}

/** Chooses the simulated sensor and waits for the training screen. */
async function tryWithout(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.try_without, exact: true }).click();
  await page.getByRole('button', { name: words.check_none, exact: true }).waitFor();
}

function gzippedBytes(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}
