import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/cli/usage-error';
import { parseCommandLine } from '../../../src/cli/options';

describe('the command line', () => {
  it('without options rests on the first 3 s, and takes the recording’s own MVC', () => {
    const { file, json, choices, optionsFor } = parseCommandLine(['a.csv']);
    expect([file, json, choices]).toEqual(['a.csv', false, {}]);
    expect(optionsFor(7)).toEqual({ rest: { fromS: 7, toS: 10 }, mvc: null, polarity: 1, target: null });
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
    const { optionsFor } = parseCommandLine([
      'a.csv',
      '--target',
      '20;60;20;40@97',
      '--start',
      '3.0',
      '--band',
      '12'
    ]);
    expect(optionsFor(0).target).toEqual({
      pattern: { riseMs: 2000, holdMs: 6000, fallMs: 2000, restMs: 4000 },
      forcePct: 97,
      bandPct: 12,
      startS: 3
    });
  });

  it('takes negative numbers', () => {
    const { optionsFor } = parseCommandLine(['--rest', '-2:1.5', 'a.csv', '--polarity', 'down']);
    expect(optionsFor(0)).toMatchObject({ rest: { fromS: -2, toS: 1.5 }, polarity: -1 });
    expect(parseCommandLine(['a.csv', '--baseline', '-7.4']).optionsFor(0).rest).toEqual({ baseline: -7.4 });
  });

  it.each([
    [[], 'One file is needed: '],
    [['a.csv', '--mvc', 'strong'], '--mvc needs a number, not "strong".'],
    [['a.csv', '--mvc', '-5'], '--mvc is a distance from the baseline, greater than 0'],
    [['a.csv', '--rest', '3:1'], '--rest is two times in seconds, the earlier one first'],
    [['a.csv', '--baseline', '1', '--rest', '0:3'], 'Give --baseline or --rest, not both'],
    [['a.csv', '--polarity', 'left'], '--polarity is up or down, not "left".'],
    [['a.csv', '--target', '20;60;20@97'], '--target is rise;hold;fall;rest in tenths of a second'],
    [['a.csv', '--target', '20;60;20;40@97'], '--target needs --start'],
    [['a.csv', '--start', '3'], '--start and --band belong to a --target.'],
    [['a.csv', '--time-unit', 'days'], '--time-unit is one of s, ms, us, ns, min, h, not "days".'],
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
