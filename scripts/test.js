import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBrowser, ensureDbus } from './browser.js';
import { installMissing, ROOT } from './install.js';
import { totalsFrom, totalsOfPlaywright, totalsOfVitest } from './totals.js';

const UNIT_REPORT = join(ROOT, 'test-results', 'unit.json');
const E2E_REPORT = join(ROOT, 'test-results', 'e2e.json');

/** @type {import('./totals.js').Totals} */
const sum = { passed: 0, failed: 0, skipped: [] };

try {
  installMissing();
  await runAll();
} catch (error) {
  failWith(error);
}
for (const name of sum.skipped) console.log(`Skipped, and so counted as failed: ${name}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;

/** @returns {Promise<void>} */
async function runAll() {
  const { build } = await import('./build.js');
  // First, because the checks read the types and messages that it generates.
  const isBuilt = await step('Build', () => {
    build();
  });
  await step('Format', () => {
    check('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.');
  });
  await step('Lint', () => {
    check('eslint/bin/eslint.js', '--max-warnings=0', '.');
  });
  await step('Types', () => {
    check('svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings');
    check('typescript/bin/tsc', '-p', 'src/service-worker');
  });
  await step('Unit tests', () => {
    rmSync(UNIT_REPORT, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
    add(totalsFrom(UNIT_REPORT, totalsOfVitest, run(['vitest/vitest.mjs', 'run', ...reporters])));
  });
  await step('Browser tests', async () => {
    if (!isBuilt) throw new Error('There is no build to open in a browser; the first step says why.');
    await testInBrowser();
  });
}

/** @returns {Promise<void>} */
async function testInBrowser() {
  const onLinux = process.platform === 'linux' ? 'system' : 'page';
  const bluetooth = process.env.BODEM_BLUETOOTH ?? onLinux;
  if (bluetooth === 'system') ensureDbus();
  else console.log("The tests use a Bluetooth object in the page, not the browser's own: that needs Linux.");
  rmSync(E2E_REPORT, { force: true });
  const exitCode = run(['@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    BODEM_BLUETOOTH: bluetooth,
    CHROMIUM_PATH: await ensureBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT
  });
  add(totalsFrom(E2E_REPORT, totalsOfPlaywright, exitCode));
}

/**
 * Runs one step under a heading. A step that fails does not keep the next from running.
 *
 * @param {string} name
 * @param {() => void | Promise<void>} work
 * @returns {Promise<boolean>} whether it got to its end
 */
async function step(name, work) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  let isDone = true;
  try {
    await work();
  } catch (error) {
    isDone = false;
    failWith(error);
  }
  console.log(`   ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return isDone;
}

/**
 * @param {string[]} command a program inside node_modules, and its arguments
 * @returns {void}
 */
function check(...command) {
  if (run(command) !== 0) throw new Error('This check failed; the lines above say where.');
}

/**
 * @param {string[]} command a program inside node_modules, and its arguments
 * @param {Record<string, string>} [variables]
 * @returns {number | null} its exit code
 */
function run([program = '', ...args], variables = {}) {
  return spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...variables }
  }).status;
}

/**
 * @param {import('./totals.js').Totals} totals
 * @returns {void}
 */
function add({ passed, failed, skipped }) {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped.push(...skipped);
}

/**
 * @param {unknown} error
 * @returns {void}
 */
function failWith(error) {
  sum.failed += 1;
  console.log(error instanceof Error ? error.message : error);
}
