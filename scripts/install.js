import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// This file runs before anything is installed: it may import nothing but what Node brings.

const OLDEST_NODE = [20, 19];

/** The root of the project, where package.json is. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} version as in process.versions.node
 * @returns {boolean}
 */
export function isOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

/**
 * Brings node_modules in line with package-lock.json, and does nothing when it already is.
 *
 * @param {string} [root]
 * @returns {void}
 */
export function installMissing(root = ROOT) {
  if (isOldNode(process.versions.node)) {
    throw new Error(
      `Bodem needs Node ${OLDEST_NODE.join('.')} or newer and this is Node ${process.versions.node}; ` +
        'install a newer Node and try again.'
    );
  }
  const stamp = join(root, 'node_modules', '.bodem-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  console.log('Installing what is missing …');
  const { status, stdout, stderr } = npmCi(root);
  if (status !== 0) {
    throw new Error(
      `${stdout}${stderr}\nThe packages could not be installed; check the connection and try again.`.trim()
    );
  }
  writeFileSync(stamp, wanted);
}

/**
 * @param {string} root
 * @returns {import('node:child_process').SpawnSyncReturns<string>}
 */
function npmCi(root) {
  // Everything Bodem is built with is a dev dependency, also where NODE_ENV says production.
  const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
  /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const self = process.env.npm_execpath;
  if (self && basename(self) === 'npm-cli.js') return spawnSync(process.execPath, [self, ...args], options);
  // Windows starts npm.cmd only through a shell; the arguments are ours and hold nothing to quote.
  if (process.platform === 'win32') {
    return spawnSync(`npm.cmd ${args.join(' ')}`, { ...options, shell: true });
  }
  return spawnSync('npm', args, options);
}
