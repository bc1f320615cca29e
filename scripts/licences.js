import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ROOT } from './install.js';

/** @typedef {{ version?: string, license?: string, dependencies?: Record<string, string> }} Package */

/**
 * Completes the licence texts of a build, `licences.md` beside its pages: Vite writes those of the pages' packages, and leaves out what
 * only a worker uses. Whatever package.json names as a dependency is shipped.
 *
 * @param {string} buildDir
 * @param {string} [root] the folder of package.json and node_modules
 * @returns {void}
 */
export function completeLicences(buildDir, root = ROOT) {
  const file = join(buildDir, 'licences.md');
  const written = readFileSync(file, 'utf8');
  const { dependencies } = readJson(join(root, 'package.json'));
  const missing = Object.keys(dependencies ?? {}).filter((name) => !written.includes(`\n## ${name} - `));
  const added = missing.map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = readJson(join(folder, 'package.json'));
    const text = readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
    if (!text) throw new Error(`${name} brings no licence text; a build must not ship it without.`);
    return `\n## ${name} - ${version} (${license})\n\n${readFileSync(join(folder, text), 'utf8')}`;
  });
  writeFileSync(file, written + added.join(''));
}

/**
 * @param {string} file
 * @returns {Package}
 */
function readJson(file) {
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(file, 'utf8'));
  return /** @type {Package} */ (read);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    completeLicences(join(ROOT, 'build'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
