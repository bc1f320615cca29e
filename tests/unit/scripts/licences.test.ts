import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { completeLicences } from '../../../scripts/licences.js';

let root: string;
const file = () => join(root, 'build', 'licences.md');

function pack(name: string, licenceFile: string | null): void {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.2.3', license: 'ISC' }));
  if (licenceFile) writeFileSync(join(folder, licenceFile), `The licence of ${name}.\n`);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bodem-licences-'));
  mkdirSync(join(root, 'build'));
  writeFileSync(file(), '# Licenses\n\n## drawn - 1.0.0 (MIT)\n\nThe licence of drawn.\n');
  const dependencies = { drawn: '1', stored: '1', '@a/read': '1' };
  writeFileSync(join(root, 'package.json'), JSON.stringify({ dependencies }));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it('adds what only a worker uses, and nothing twice', () => {
  pack('stored', 'LICENSE');
  pack('@a/read', 'licence.md');
  completeLicences(join(root, 'build'), root);
  const once = readFileSync(file(), 'utf8');
  expect(once.match(/^## .*$/gm)).toEqual([
    '## drawn - 1.0.0 (MIT)',
    '## stored - 1.2.3 (ISC)',
    '## @a/read - 1.2.3 (ISC)'
  ]);
  expect(once).toContain('The licence of stored.');
  completeLicences(join(root, 'build'), root);
  expect(readFileSync(file(), 'utf8')).toBe(once);
});

it('refuses to ship a package without its licence', () => {
  pack('stored', null);
  pack('@a/read', 'LICENSE');
  expect(() => {
    completeLicences(join(root, 'build'), root);
  }).toThrow('stored brings no licence text');
});
