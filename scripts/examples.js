// npm run examples: runs every documented example of the command line, and writes what it prints into the document.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const DOCUMENT = fileURLToPath(new URL('../docs/analyse.md', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The document with what its examples print today. An example is a block that begins with "$ npx bodem-analyse" and arguments without spaces in them.
 *
 * @param {string} text
 * @returns {string}
 */
export function withOutputs(text) {
  return text.replace(
    /^```text\n\$ npx bodem-analyse (.*)\n[^]*?^```$/gm,
    (_, /** @type {string} */ args) =>
      `\`\`\`text\n$ npx bodem-analyse ${args}\n${printedFor(args.split(' '))}\`\`\``
  );
}

/**
 * @param {readonly string[]} args
 * @returns {string} what goes to stdout, with the line ends of the document
 */
function printedFor(args) {
  const env = { ...process.env, INIT_CWD: ROOT };
  const { stdout, status } = spawnSync(process.execPath, ['scripts/analyse.js', ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8'
  });
  if (!stdout)
    throw new Error(`bodem-analyse ${args.join(' ')} printed nothing; its exit code was ${status}.`);
  return stdout.replaceAll('\r\n', '\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(DOCUMENT, withOutputs(readFileSync(DOCUMENT, 'utf8')));
