import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampled, straight } from '../signal/samples';
import { command } from './command';

let folder = '';
const file = (f: (s: number) => number, toS = 15) =>
  `time_s,force\n${sampled(f, 100, 0, toS)
    .map(({ t, v }) => `${t},${v}`)
    .join('\n')}\n`;
const SQUEEZE = [
  [5, 0],
  [6, 100],
  [10, 100],
  [10.5, 0]
] as const;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bodem-analyse-'));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write('b/late, "2".csv', file(straight(...SQUEEZE, [15, 0], [16, 50], [19, 50], [19.5, 0]), 23));
  write('b/Z.TSV', 'no,recording\n');
  write('a.txt', file(straight(...SQUEEZE)));
  write('cut.csv', file(straight([5, 0], [6, 100]), 10.005));
  // Let go to a quarter, and no further.
  write('flat.dat', file(straight([5, 0], [6, 100], [10, 100], [10.375, 25])));
  write('.hidden.csv', 'no recording');
  write('notes.md', 'no recording');
  // Half a second above 80, where the range ends; no recording of a folder by its name.
  write(
    'pulse.dat',
    file((s) => Math.min(80, straight([5, 0], [5.1, 100], [5.7, 100], [5.8, 0])(s)))
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => command(folder, ...args);
/** Rows by the names of their columns; cells as they are written, with their quotes. */
const table = (csv: string) => {
  const [names = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? []);
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]])));
};

describe('several files', () => {
  it('are done in the order of their names, each once, also where one is refused', () => {
    const { status, stdout, stderr } = run('.', 'a.txt', 'gone.csv', '--csv');
    expect(status).toBe(2);
    expect(table(stdout).map((row) => [row.file, row.contraction, row.end])).toEqual([
      ['a.txt', '1', 'relaxed'],
      ['b/Z.TSV', '', ''],
      ['"b/late, ""2"".csv"', '1', 'relaxed'],
      ['"b/late, ""2"".csv"', '2', 'relaxed'],
      ['cut.csv', '1', 'cut'],
      ['gone.csv', '', '']
    ]);
    expect(table(stdout)[5]?.refused).toBe(
      'gone.csv cannot be read. Check that the file exists and that you may read it.'
    );
    expect(stderr.trimEnd().split('\n')).toEqual([
      '1 of 5: a.txt',
      '2 of 5: b/Z.TSV is refused. Line 1, column 1: no line of the file holds two numbers.',
      '3 of 5: b/late, "2".csv',
      '4 of 5: cut.csv',
      '5 of 5: gone.csv is refused. gone.csv cannot be read. Check that the file exists and that you may read it.',
      '3 of 5 files analysed, 2 refused.'
    ]);
  });

  it('have a row for each contraction, with units in the names of the columns', () => {
    const { status, stdout } = run('a.txt', 'cut.csv', '--csv');
    expect(status).toBe(0);
    const [whole, cut] = table(stdout);
    expect(whole).toMatchObject({
      file: 'a.txt',
      refused: '',
      onset_s: '5.02',
      end_s: '10.47',
      plateau_pct: '100',
      rise_rate_pct_per_s: '100',
      rise_rate_window_ms: '100',
      rise_10_90_s: '0.8',
      hold_mean_pct: '100',
      fall_rate_pct_per_s: '200',
      saturated: 'no'
    });
    const [flat] = table(run('flat.dat', '--csv').stdout);
    expect(flat?.end).toBe('not-relaxed');
    // A mean of 20 ms that lies within 2 % of the level may begin before it.
    expect(Number(flat?.end_s)).toBeCloseTo(10.375, 1);
    // The last sample is that of 10 s.
    expect(cut).toMatchObject({ end: 'cut', end_s: '', hold_end_s: '9.75', hold_mean_pct: '100' });
  });

  it('have a row each with the plausibility of each', () => {
    const { stdout } = run('a.txt', 'b/Z.TSV', '--csv', '--per', 'file');
    expect(table(stdout)).toMatchObject([
      {
        file: 'a.txt',
        contractions: '1',
        rest: 'first',
        rate_mean_hz: '100',
        jitter_ms: '0',
        gaps: '0',
        mvc: '100'
      },
      { file: 'b/Z.TSV', contractions: '', rate_mean_hz: '' }
    ]);
  });

  it('have a line of JSON each', () => {
    const { status, stdout } = run('a.txt', 'b', '--jsonl');
    expect(status).toBe(2);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { file: 'a.txt', contractions: [{ end: 'relaxed' }] },
      { file: 'b/Z.TSV', refused: 'Line 1, column 1: no line of the file holds two numbers.' },
      { file: 'b/late, "2".csv', contractions: [{ end: 'relaxed' }, { end: 'relaxed' }] }
    ]);
  });

  it('that were cut off at an end of the range have lower bounds', () => {
    const { stdout } = run('pulse.dat', '--range', '0:80');
    expect(stdout).toMatch(/^ {2}MVC {13}≥ /m);
    expect(stdout).toMatch(/^ {2}Plateau {9}≥ /m);
    expect(stdout).toMatch(/^ {2}Peak {12}≥ /m);
    expect(stdout).toMatch(/^ {2}Impulse {9}≥ /m);
    expect(run('pulse.dat').stdout).not.toContain('≥');
  });

  it('have their texts one after the other', () => {
    const { stdout } = run('a.txt', 'b/Z.TSV', 'cut.csv');
    expect(stdout.match(/^\S+ \(engine version \d+\)$/gm)).toHaveLength(2);
    expect(stdout).toContain('  End             not seen: cut off at 10.000 s\n');
    expect(stdout).toContain(', cut: its end was not seen: mean 100.0 %MVC');
  });
});
