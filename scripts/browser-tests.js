import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBrowser, ensureDbus } from './browser.js';
import { installMissing, ROOT } from './install.js';

/**
 * Builds the app and runs some of the browser tests with it, installing first what is missing.
 *
 * @param {string[]} args of the test runner
 * @param {Record<string, string>} [variables]
 * @returns {Promise<void>}
 */
export async function runBrowserTests(args, variables = {}) {
  try {
    installMissing();
    // This one needs what has just been installed.
    const { build } = await import('./build.js');
    build();
    if (process.platform === 'linux') ensureDbus();
    const playwright = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
    const { status } = spawnSync(process.execPath, [playwright, 'test', ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...variables, CHROMIUM_PATH: await ensureBrowser() }
    });
    process.exitCode = status ?? 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
