import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { writeHeaders } from './headers.js';
import { ROOT } from './install.js';
import { completeLicences } from './licences.js';

/**
 * Builds the app, headers included, and says nothing unless it fails.
 *
 * @returns {string} the folder that holds the build
 */
export function build() {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_ENV: 'production' }
  });
  if (status !== 0) {
    throw new Error(`${stdout}${stderr}\nThe app could not be built; the lines above say why.`.trim());
  }
  const buildDir = join(ROOT, 'build');
  writeHeaders(buildDir);
  completeLicences(buildDir);
  return buildDir;
}
