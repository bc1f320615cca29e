import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/usage-error';
import { parseCommandLine } from '../../../src/cli/command-line';

describe('the command line', () => {
  it('without options finds the rest, and takes the recording’s own MVC', () => {
    expect(parseCommandLine(['a.csv', 'folder'])).toEqual({
      paths: ['a.csv', 'folder'],
      output: 'text',
      choices: {},
      options: { rest: 'find', mvc: null, polarity: 1, range: null, target: null },
      pictureFolder: null
    });
  });

  it('has one output', () => {
    const output = (...args: string[]) => parseCommandLine(['a.csv', ...args]).output;
    expect(output('--json')).toBe('json');
    expect(output('--jsonl')).toBe('jsonl');
    expect(output('--csv')).toBe('csv-contractions');
    expect(output('--csv', '--per', 'contraction')).toBe('csv-contractions');
    expect(output('--per', 'file', '--csv')).toBe('csv-files');
  });

  it('takes the polarity and the range of a sensor', () => {
    const { options } = parseCommandLine(['a.csv', '--polarity', 'auto', '--range', '-10:4095']);
    expect(options).toMatchObject({ polarity: 'find', range: { min: -10, max: 4095 } });
  });

  it('takes what is not clear from the file', () => {
    const said = ['--time', 'Timestamp', '--time-unit', 'ms', '--column', '3'];
    expect(parseCommandLine(['a.csv', ...said]).choices).toEqual({
      time: 'Timestamp',
      timeUnit: 'ms',
      value: '3'
    });
  });

  it('takes a target in tenths of a second', () => {
    const { options } = parseCommandLine([
      'a.csv',
      '--target',
      '20;60;20;40@97',
      '--start',
      '3.0',
      '--band',
      '12'
    ]);
    expect(options.target).toEqual({
      pattern: { riseMs: 2000, holdMs: 6000, fallMs: 2000, restMs: 4000 },
      forcePct: 97,
      bandPct: 12,
      startS: 3
    });
  });

  it('takes negative numbers', () => {
    const { options } = parseCommandLine(['--rest', '-2:1.5', 'a.csv', '--polarity', 'down']);
    expect(options).toMatchObject({ rest: { fromS: -2, toS: 1.5 }, polarity: -1 });
    expect(parseCommandLine(['a.csv', '--baseline', '-7.4']).options.rest).toEqual({ baseline: -7.4 });
  });

  it.each([
    [[], 'A file or a folder is needed: '],
    [['a.csv', '--mvc', 'strong'], '--mvc needs a number, not "strong".'],
    [['a.csv', '--mvc', '-5'], '--mvc is a distance from the baseline, greater than 0'],
    [['a.csv', '--rest', '3:1'], '--rest is two times in seconds, the earlier one first'],
    [['a.csv', '--baseline', '1', '--rest', '0:3'], 'Give --baseline or --rest, not both'],
    [['a.csv', '--polarity', 'left'], '--polarity is up, down or auto, not "left".'],
    [['a.csv', '--target', '20;60;20@97'], '--target is rise;hold;fall;rest in tenths of a second'],
    [['a.csv', '--target', '20;60;20;40@97'], '--target needs --start'],
    [['a.csv', '--start', '3'], '--start and --band belong to a --target.'],
    [['a.csv', '--time-unit', 'days'], '--time-unit is s, ms, us, ns, min or h, not "days".'],
    [
      ['a.csv', '--range', '9:3'],
      '--range is two values, the lowest and the highest that the sensor sends, such as 0:4095'
    ],
    [['a.csv', '--json', '--csv'], 'Give one of --json, --jsonl and --csv'],
    [['a.csv', '--per', 'file'], '--per says what a row of the table is: give --csv too.'],
    [['a.csv', '--loud'], "Unknown option '--loud'"]
  ])('%j is refused: %s', (args, sentence) => {
    let told: unknown;
    try {
      parseCommandLine(args);
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(UsageError);
    expect((told as UsageError).message).toContain(sentence);
  });
});
