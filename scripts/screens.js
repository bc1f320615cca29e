import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBrowser } from './browser.js';
import { installMissing, ROOT } from './install.js';

try {
  installMissing();
  // This one needs what has just been installed.
  const { build } = await import('./build.js');
  build();
  const playwright = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const args = [playwright, 'test', String.raw`/screens\.test\.ts$`, '--update-snapshots'];
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: await ensureBrowser() }
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
