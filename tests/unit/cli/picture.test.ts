import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trapezoid } from '../signal/analysed';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bodem-picture-'));
  const rows = trapezoid(100).map(({ t, v }) => `${t},${v}`);
  mkdirSync(join(folder, 'more'));
  for (const name of ['squeeze.csv', 'more/squeeze.csv'])
    writeFileSync(join(folder, name), `time,force\n${rows.join('\n')}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const analyse = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/analyse.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8'
  });

describe('analyse --picture', () => {
  it('writes a picture under the name of the recording, into a folder that it makes', () => {
    const { status, stdout } = analyse('squeeze.csv', '--picture', 'pictures/new', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('contractions');
    const svg = readFileSync(join(folder, 'pictures', 'new', 'squeeze.svg'), 'utf8');
    expect(svg).toMatch(/^<svg [\s\S]*onset 5\.02 s[\s\S]*<\/svg>\n$/);
  });

  it('draws several recordings, also where two have the same name', () => {
    const { status } = analyse('squeeze.csv', 'more', '--picture', 'all', '--jsonl');
    expect(status).toBe(0);
    expect(readdirSync(join(folder, 'all')).sort()).toEqual(['squeeze-2.svg', 'squeeze.svg']);
  });

  it('says in a sentence that it cannot write there', () => {
    const { status, stderr } = analyse('squeeze.csv', '--picture', 'squeeze.csv');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^No picture can be written into .*squeeze\.csv: is it a folder that you may write in\?\n$/
    );
  });
});
