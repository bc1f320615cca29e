import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../../src/lib/signal/engine';
import { OPTIONS } from '../../../src/cli/options';
import { at100Hz, BEGINS, passedAt, pulses } from '../signal/quick/pulses';
import { sampled, straight } from '../signal/samples';
import { command, ROOT } from './command';

let folder = '';

/** Rest at 500; 100 %, 200 units above, from 6 to 10 s. */
const CSV = sampled(straight([5, 500], [6, 700], [10, 700], [10.5, 500]), 100, 0, 15)
  .map(({ t, v }) => `${t},${v},ignored`)
  .join('\n');

/** At rest on the left, and up by 3 on the right for the last half of 10 s. */
const SIDES = Array.from({ length: 1000 }, (_, i) => `${i * 10},${i % 2},${i < 500 ? 0 : 3}`).join('\n');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bodem-analyse-'));
  writeFileSync(join(folder, 'up.csv'), `time,value,more\n${CSV}\n`);
  writeFileSync(join(folder, 'sides.csv'), `time_ms,left,right\n${SIDES}\n`);
  writeFileSync(join(folder, 'steps.csv'), 'time,force\n0,1\n1,2\n2,3\n');
  writeFileSync(join(folder, 'index.csv'), 'sample,force\n0,1\n1,2\n2,3\n');
  const quick = at100Hz(pulses(BEGINS(3)), 17).map(({ t, v }) => `${t},${v}`);
  writeFileSync(join(folder, 'pulses.csv'), `time_s,force\n${quick.join('\n')}\n`);
  writeFileSync(join(folder, 'broken.csv'), '0,1\n0.01,x\n');
  writeFileSync(
    join(folder, 'flat.csv'),
    `time_s,force\n${sampled(() => 7, 100, 0, 10)
      .map(({ t, v }) => `${t},${v}`)
      .join('\n')}\n`
  );
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'no-text.csv'), Uint8Array.of(0x30, 0x01, 0x02, 0xc3));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const analyse = (...args: string[]) => command(folder, ...args);
const json = (...args: string[]) =>
  JSON.parse(analyse('up.csv', '--json', ...args).stdout) as Record<string, unknown>;

describe('npm run analyse', () => {
  it('prints JSON with baseline and MVC in raw units and all else in s and %MVC', () => {
    const close = (value: number) => expect.closeTo(value, 4) as number;
    expect(json('--target', '10;40;5;45@100', '--start', '5', '--band', '10')).toEqual({
      file: 'up.csv',
      engineVersion: ENGINE_VERSION,
      understood: {
        encoding: 'UTF-8',
        separator: ',',
        time: { column: 1, name: 'time', decimalMark: '.' },
        value: { column: 2, name: 'value', decimalMark: '.' },
        timeUnit: { unit: 's', from: 'rate' },
        skippedRows: 0,
        missingValues: 0,
        averagedSamples: 0,
        spreadSamples: 0
      },
      sampling: { rateHz: close(100), gaps: [], outliers: 0 },
      plausibility: {
        clock: { medianStepS: close(0.01), meanStepS: close(0.01), jitterS: 0, gaps: 0, longestGapS: 0 },
        restShift: { firstS: 0, lastS: close(12), byPct: close(0) },
        averagedSamples: 0,
        spreadSamples: 0
      },
      polarity: { direction: 'up', reach: null },
      rest: { source: 'first', fromS: 0, toS: 3, firstRefused: null },
      baseline: { mean: 500, sd: expect.any(Number) as number, degreesOfFreedom: null, refused: null },
      mvc: { value: close(200), given: false, weak: false, isLowerBound: false },
      contractions: [
        {
          startS: close(5.11),
          onsetS: close(5.02),
          offsetS: close(10.47),
          end: 'relaxed',
          plateauPct: close(100),
          isSaturated: false,
          riseRate: { valuePctPerS: close(100), windowMs: close(100) },
          rise1090S: close(0.8),
          releaseOnsetS: close(10),
          hold: {
            startS: close(6.15),
            endS: close(9.75),
            isCut: false,
            meanPct: close(100),
            cvPct: close(0),
            cvDetrendedPct: close(0),
            slopePctPerS: close(0)
          },
          relaxation: { t90To10S: close(0.4), peakFallPctPerS: close(200), residualPct: close(0) },
          notMeasured: {},
          pulse: null,
          // Without noise only the tables are left: 3 ms, twice.
          uncertainty: expect.objectContaining({
            onsetS: {
              plusMinus: close(0.006),
              bias: [close(0), close(0)],
              detectable: close(0.009),
              how: 'table'
            }
          }) as object,
          review: {
            hingeOnset: { onsetS: close(5), differenceS: close(-0.02) },
            preTension: {
              levelPct: expect.any(Number) as number,
              changePct: expect.any(Number) as number,
              limitPct: 2
            },
            rfd: [50, 100, 200].map((toMs) => ({ toMs, pctPerS: close(100), unitsPerS: close(200) })),
            impulse: {
              whole: { pctS: close((100 ** 2 - 2 ** 2) / 200 + 400 + (100 ** 2 - 6 ** 2) / 400) },
              to200Ms: { pctS: close(0.2 * 12) }
            },
            timeToPeak: { s: close(0.98), peakPct: close(100) },
            hold: {
              lengthS: close(3.6),
              resolutionHz: close(1 / 3.6),
              drift: { sdPct: close(0), noisePct: close(0) },
              tremor: { sdPct: close(0), noisePct: close(0) },
              degreesOfFreedom: { cv: close(359), cvDetrended: close(358) }
            }
          }
        }
      ],
      quickSeries: [],
      target: { rmsePct: close(0), signedErrorPct: close(0), inBandPct: close(100), isSaturated: false }
    });
  });

  it('tells the figures of quick squeezes and of their series', () => {
    const { contractions, quickSeries } = JSON.parse(analyse('pulses.csv', '--json').stdout) as {
      contractions: unknown[];
      quickSeries: unknown[];
    };
    const near = (value: number, digits: number) => expect.closeTo(value, digits) as number;
    expect(contractions).toHaveLength(4);
    expect(contractions[1]).toMatchObject({
      onsetS: near(11 + passedAt(2), 2),
      pulse: { peakPct: near(80, 0), timeToPeakS: near(0.2, 1), impulsePctS: near(17.9, 1) }
    });
    expect(quickSeries).toEqual([
      {
        count: 3,
        ratePerMin: near(40, 6),
        compared: 1,
        decrementPct: near(0, 6),
        onsetsS: [11, 12.5, 14].map((s) => near(s + passedAt(2), 2))
      }
    ]);
    const { stdout } = analyse('pulses.csv');
    expect(stdout).toContain('Plateau         76.7 %MVC over 100 ms');
    expect(stdout).toContain('Rate            40.0 per minute, one every 1.500 s');
    expect(stdout).toContain('Decrement       0.0 %, the last against the first');
  });

  it('takes baseline, rest, MVC and polarity as they are given', () => {
    expect(json('--baseline', '400', '--mvc', '1000')).toMatchObject({
      baseline: { mean: 400 },
      mvc: { value: 1000, given: true },
      contractions: [{ plateauPct: expect.closeTo(30, 4) as number }]
    });
    expect(json('--baseline', '-100')).toMatchObject({
      baseline: { mean: -100 },
      mvc: { value: expect.closeTo(800, 4) as number }
    });
    expect(json('--rest', '7:9', '--polarity', 'down')).toMatchObject({
      baseline: { mean: 700 },
      mvc: { value: expect.closeTo(200, 4) as number }
    });
  });

  it('takes column, time and unit as they are given', () => {
    expect(analyse('sides.csv').stderr).toBe(
      'Line 1, column 2: nothing says which column is the value; choose one of "left", "right". Or say it with --column.\n'
    );
    const { stdout } = analyse(
      'sides.csv',
      '--json',
      '--column',
      'right',
      '--time',
      '1',
      '--time-unit',
      'ms'
    );
    expect(JSON.parse(stdout)).toMatchObject({
      understood: {
        time: { column: 1, name: 'time_ms' },
        value: { column: 3, name: 'right' },
        timeUnit: { unit: 'ms', from: 'choice' }
      },
      mvc: { value: expect.closeTo(3, 9) as number }
    });
  });

  it('prints text for people, and the same through npm and npx', () => {
    const { stdout, status } = analyse('up.csv');
    expect(status).toBe(0);
    expect(stdout).toContain('1 contraction');
    expect(stdout).toContain('100.0 %MVC/s over 100 ms');
    // Twice the table's 3 ms, and its 1.1 % of 100.
    expect(stdout).toMatch(/± \(95 %\) +onset 6 ms, .*rise rate 2\.2,/);
    expect(stdout).toContain('  RFD 0–50 ms     100.0 %MVC/s, 200 units/s\n');
    expect(stdout).toContain('  Onset by hinge  5.000 s, −20.0 ms from the onset\n');
    const npm = execFileSync('npm', ['--prefix', ROOT, 'run', '--silent', 'analyse', '--', 'up.csv'], {
      cwd: folder,
      encoding: 'utf8'
    });
    expect(npm).toBe(stdout);
    const npx = execFileSync('npx', ['--offline', 'bodem-analyse', join(folder, 'up.csv')], {
      cwd: ROOT,
      encoding: 'utf8'
    });
    expect(npx).toBe(stdout.replace('up.csv', join(folder, 'up.csv')));
  });

  it('says how it read the file', () => {
    const read = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return analyse(name, '--baseline', '0', '--mvc', '100').stdout.split('\n').slice(2, 7);
    };
    const rows = Array.from({ length: 9 }, (_, i) => `10:00:00,${i};${i},5`);
    expect(
      read('clock.csv', ['made at home', '', 'Uhrzeit;Kraft', ...rows, '10:00:00,9;', ''].join('\n'))
    ).toEqual([
      '  File            UTF-8, columns parted by semicolons',
      '  Time            column 1 "Uhrzeit", clock times, counted from the first',
      '  Value           column 2 "Kraft", decimal mark ,',
      '                  1 row skipped: no data',
      '                  1 row without a value left out'
    ]);
    const counted = Array.from({ length: 9 }, (_, i) => `${i}\t${i + 0.5}`);
    expect(
      read('rate.txt', ['# sampling rate: 50 Hz', 'sample\tforce', ...counted].join('\n')).slice(0, 4)
    ).toEqual([
      '  File            UTF-8, columns parted by tabs',
      '  Time            samples counted, 50 a second as the header says',
      '  Value           column 2 "force", decimal mark .',
      '                  1 row skipped: no data'
    ]);
  });

  it('says what it can do', () => {
    const { status, stdout } = analyse('--help');
    expect(status).toBe(0);
    for (const option of Object.keys(OPTIONS)) expect(stdout).toMatch(new RegExp(`^  --${option} `, 'm'));
  });

  it.each([
    [['broken.csv'], 'Line 2, column 2 is "x", where a number is needed.'],
    [['steps.csv'], 'Name the unit in the header, such as time_s or time_ms. Or say it with --time-unit.'],
    [['index.csv'], '"sample" counts samples. Name the time, such as time_s. Or say it with --time.'],
    [['sides.csv', '--column', 'middle'], 'there is no column "middle", only "time_ms", "left", "right".\n'],
    [['no-text.csv'], 'Line 1, column 1: the file is no text; it holds bytes that no text has.'],
    [['none.csv'], 'none.csv cannot be read. Check that the file exists and that you may read it.'],
    [['empty'], 'The folder empty has no .csv, .txt or .tsv files.'],
    [['up.csv', 'sides.csv', '--json'], '--json is for one file; for several there are --jsonl and --csv.'],
    [
      ['flat.csv', '--polarity', 'auto'],
      'so nothing shows which way a contraction moves it. Say --polarity up or --polarity down.'
    ],
    [['up.csv', '--rest', '90:99'], 'There are fewer than three samples in the rest'],
    [['up.csv', '--mvc', 'strong'], '--mvc needs a number, not "strong".']
  ])('%j ends with 2 and one sentence: %s', (args, sentence) => {
    const { status, stdout, stderr } = analyse(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(sentence);
  });
});
