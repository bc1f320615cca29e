import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from '../../scripts/serve.js';
import { expect, test } from './rig/rig';
import { tellNothing } from './rig/steps';

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

test('a newer build is shown at once, whatever was copied before', async ({ app }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bodem-build-'));
  cpSync(fileURLToPath(new URL('../../build', import.meta.url)), folder, { recursive: true });
  const server = createServer(folder);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  try {
    const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    await app.goto(address);
    await app.evaluate(copied);
    const file = join(folder, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('</body>', '<p>newer</p></body>'));
    await app.goto(address);
    await expect(app.getByText('newer')).toBeVisible();
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
});

test.describe('before there is a copy', () => {
  test.use({ serviceWorkers: 'block', allowedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test('what could not be fetched is said, and fetched when asked again', async ({ app }) => {
    await app.goto('/');
    await app.getByRole('button', { name: 'Try without a sensor' }).click();
    await tellNothing(app);
    const rest = app.getByRole('button', { name: 'Measure my rest' });
    await expect(rest).toBeVisible();
    await app.context().setOffline(true);
    await rest.click();
    const failed = app.getByText('This part could not be fetched.', { exact: false });
    // Rest takes five seconds, and what follows it is fetched then.
    await expect(failed).toBeVisible({ timeout: 15_000 });
    await app.context().setOffline(false);
    await app.getByRole('button', { name: 'Try again' }).click();
    await expect(app.getByRole('button', { name: 'I am ready' })).toBeVisible();
  });
});
