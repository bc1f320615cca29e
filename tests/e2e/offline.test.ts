import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from '../../scripts/serve.js';
import { expect, test } from './rig/rig';
import { getReady, tellNothing } from './rig/steps';

test.use({ serviceWorkers: 'allow' });

const copied = () => navigator.serviceWorker.ready.then(({ active }) => active?.state);

test('without a network the app opens, trains with the simulated sensor and shows the history', async ({
  app
}) => {
  await app.goto('/');
  await app.evaluate(copied);
  await app.context().setOffline(true);
  await app.reload();
  await app.getByRole('button', { name: 'Try without a sensor' }).click();
  await expect(app.getByText('battery 87 %')).toBeVisible();
  await tellNothing(app);
  // What came in is on disk within a second.
  await app.waitForTimeout(1000);
  await app.goto('/history');
  await expect(app.getByRole('listitem')).toHaveCount(1);
  await app.getByRole('listitem').click();
  await expect(app.getByRole('heading', { name: 'The whole session' })).toBeVisible();
  await app.context().setOffline(false);
});

/** A copy of the build at a host of its own, whose answers a test decides. */
async function hosted(
  run: (host: { readonly folder: string; readonly address: string; mode: Mode }) => Promise<void>
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bodem-build-'));
  cpSync(fileURLToPath(new URL('../../build', import.meta.url)), folder, { recursive: true });
  const built = createServer(folder);
  const host = { folder, address: '', mode: 'answers' as Mode };
  const server = createHttpServer((request, response) => {
    if (host.mode === 'answers') built.emit('request', request, response);
    else if (host.mode === 'fails') response.writeHead(503).end();
    else if (host.mode === 'stalls') response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
    // A host that hangs does nothing at all.
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  host.address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  try {
    await run(host);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
}
type Mode = 'answers' | 'fails' | 'stalls' | 'hangs';

test('a newer build is shown at once, whatever was copied before', async ({ app }) => {
  await hosted(async ({ folder, address }) => {
    await app.goto(address);
    await app.evaluate(copied);
    const file = join(folder, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('</body>', '<p>newer</p></body>'));
    await app.goto(address);
    await expect(app.getByText('newer')).toBeVisible();
  });
});

for (const mode of ['fails', 'stalls', 'hangs'] as const)
  test(`a page comes from the copy where its host ${mode}`, async ({ app }) => {
    await hosted(async (host) => {
      await app.goto(host.address);
      await app.evaluate(copied);
      host.mode = mode;
      // Three seconds, and what the page itself takes.
      await app.goto(`${host.address}history`, { timeout: 15_000 });
      await expect(app.getByRole('heading', { name: 'Your sessions' })).toBeVisible();
    });
  });

test('an update waits for the page of a first visit, and takes nothing from it', async ({ app }) => {
  await hosted(async ({ folder, address }) => {
    await app.goto(address);
    await app.evaluate(copied);
    await app.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const { version } = JSON.parse(readFileSync(join(folder, '_app', 'version.json'), 'utf8')) as {
      version: string;
    };
    const worker = join(folder, 'service-worker.js');
    writeFileSync(worker, readFileSync(worker, 'utf8').replaceAll(version, `${version}-next`));
    const state = await app.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const next = registration?.installing ?? registration?.waiting;
      while (next?.state === 'installing') await new Promise((resolve) => setTimeout(resolve, 50));
      return next?.state;
    });
    expect(state).toBe('installed');
    expect(await app.evaluate(() => caches.keys())).toEqual([`bodem-${version}`, `bodem-${version}-next`]);
    // The host has only the newer build's files from now on, and none of this page's.
    renameSync(join(folder, '_app', 'immutable'), join(folder, '_app', 'newer'));
    await app.getByRole('button', { name: 'Try without a sensor' }).click();
    await getReady(app);
    await expect(app.getByRole('button', { name: 'Measure my resting level' })).toBeVisible();
  });
});

test.describe('before there is a copy', () => {
  test.use({ serviceWorkers: 'block', allowedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('a part that cannot be fetched is said, with Stop beside it, and fetched when asked again', async ({
    app
  }) => {
    await app.goto('/');
    await app.getByRole('button', { name: 'Try without a sensor' }).click();
    await getReady(app);
    const rest = app.getByRole('button', { name: 'Measure my resting level' });
    await expect(rest).toBeVisible();
    await app.context().setOffline(true);
    await rest.click();
    const failed = app.getByText('This part could not be loaded.', { exact: false });
    // Rest takes five seconds, and what follows it is fetched then.
    await expect(failed).toBeVisible({ timeout: 15_000 });
    await expect(app.getByRole('button', { name: 'Stop' })).toBeEnabled();
    await app.context().setOffline(false);
    await app.getByRole('button', { name: 'Try again' }).click();
    await expect(app.getByRole('button', { name: 'I am ready' })).toBeVisible();
  });
});

test.describe('where the worker that reads back cannot be fetched', () => {
  test.use({ serviceWorkers: 'block', allowedErrors: [/ERR_FAILED/] });

  test('the page says so, and reads when asked again', async ({ app }) => {
    const pattern = '**/*archive.worker*.js';
    await app.route(pattern, (route) => route.abort());
    await app.goto('/history');
    await expect(app.getByText('This part could not be loaded.', { exact: false })).toBeVisible();
    await app.unroute(pattern);
    await app.getByRole('button', { name: 'Try again' }).click();
    await expect(app.getByText('This part could not be loaded.', { exact: false })).toHaveCount(0);
    await expect(app.getByText('Nothing yet.', { exact: false })).toBeVisible();
  });
});
