import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { ROOT } from './install.js';

/**
 * Looks for a Chrome or Chromium to test with: the one that CHROMIUM_PATH names, one on this machine, or
 * the one Playwright keeps.
 *
 * @returns {Promise<string | undefined>} the path of the program
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, but there is no such file; correct it or unset it.`);
  }
  const here = installedBrowsers().find((path) => existsSync(path) && !isSnapStub(path));
  if (here) return here;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}

/**
 * Finds a browser, or fetches one.
 *
 * @returns {Promise<string>} the path of the program
 */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  console.log('Fetching a browser to test with …');
  // Debian's own package comes with the libraries it needs; Playwright's download does not.
  if (isDebianRoot() && aptInstall('chromium', 'dbus')) {
    const packaged = await findBrowser();
    if (packaged) return packaged;
  }
  const playwright = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const { status } = spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'ignore' });
  const fetched = status === 0 ? await findBrowser() : undefined;
  if (fetched) return fetched;
  throw new Error(
    'There is no Chrome or Chromium here and none could be fetched; install one, or set CHROMIUM_PATH to it.'
  );
}

/**
 * Makes sure that there is a dbus-daemon: on Linux the browser tests hand the browser a Bluetooth system
 * over a bus of their own.
 *
 * @returns {void}
 */
export function ensureDbus() {
  if (process.platform !== 'linux' || onPath('dbus-daemon').length > 0) return;
  if (isDebianRoot() && aptInstall('dbus') && onPath('dbus-daemon').length > 0) return;
  throw new Error('The browser tests need dbus-daemon and it is not here; install the package dbus.');
}

/** @returns {string[]} */
function installedBrowsers() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].flatMap((name) => {
      const inside = join('Applications', `${name}.app`, 'Contents', 'MacOS', name);
      return [join('/', inside), join(process.env.HOME ?? '/', inside)];
    });
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    return folders.flatMap((variable) => {
      const folder = process.env[variable];
      if (!folder) return [];
      return [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe')
      ];
    });
  }
  return ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'].flatMap(onPath);
}

/**
 * @param {string} name
 * @returns {string[]} where on PATH a program of that name stands
 */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).filter((path) => existsSync(path));
}

/**
 * Ubuntu's chromium-browser is a note that points to a snap, and a snap sees neither our bus nor our
 * profile folders.
 *
 * @param {string} path
 * @returns {boolean}
 */
function isSnapStub(path) {
  const real = realpathSync(path);
  if (real.startsWith('/snap/') || real === '/usr/bin/snap') return true;
  const start = Buffer.alloc(4096);
  const file = openSync(real, 'r');
  try {
    const text = start.toString('latin1', 0, readSync(file, start));
    return text.startsWith('#!') && text.includes('/snap/bin/');
  } finally {
    closeSync(file);
  }
}

/** @returns {boolean} */
function isDebianRoot() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 &&
    onPath('apt-get').length > 0 &&
    existsSync(release) &&
    /^ID="?debian"?$/m.test(readFileSync(release, 'utf8'))
  );
}

/**
 * @param {string[]} packages
 * @returns {boolean} whether they are now installed
 */
function aptInstall(...packages) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  // A package list that cannot be refreshed may still be good enough to install from.
  spawnSync('apt-get', ['update'], options);
  return (
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options).status === 0
  );
}
