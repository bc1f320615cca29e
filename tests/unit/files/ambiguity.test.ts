import { describe, expect, it } from 'vitest';
import { lines, read, samplesOf } from './reading';

describe('commas that may be separator and decimal mark', () => {
  it('are separators where they would make the times uneven as decimal marks', () => {
    // Read as 0,1 then 10,2 and 20,1, the times would step by 10.1 and 9.9 instead of by 10.
    expect(samplesOf(read(lines('time_ms,force,marker', '0,1,0', '10,2,0', '20,1,1')))).toEqual([
      [0, 1],
      [0.01, 2],
      [0.02, 1]
    ]);
  });

  it('are separators where bursts share a time, and the values fall', () => {
    const rows = ['1,25,300', '2,25,200', '3,50,300', '4,50,400', '5,75,100', '6,75,200'];
    const { t, v } = read(lines('index,time_ms,force', ...rows));
    // Two samples for each 25 ms.
    expect([...t].map((s) => Math.round(s * 1e4))).toEqual([250, 375, 500, 625, 750, 875]);
    expect([...v]).toEqual([300, 200, 300, 400, 100, 200]);
  });

  it.each([
    ['as even as they are: 0,0 10,0 20,0', lines('time_ms,force,note', '0,0,7', '10,0,8', '20,0,9')],
    ['more even than they are: 0,0 12,5 25,0', lines('time_ms,force,note', '0,0,7', '12,5,8', '25,0,9')],
    ['the only ones that do not repeat', lines('time_s,force,note', '0,10,7', '0,20,8', '0,30,9')],
    ['what the header has names for', lines('time_s,force', '0,00,7', '0,01,8', '0,02,9')]
  ])('are refused where they would make the times %s', (_, text) => {
    expect(() => read(text)).toThrow('the comma may be both separator and decimal mark');
  });

  it.each([
    ['commas', 'time_s,force,note', ['0.1,1,012.5,', '0.2,1,013.5,'], 'both separator and thousands mark'],
    [
      'commas beside whole thousands',
      'time_s,force',
      ['0.1,1,012', '0.2,1,013'],
      'both separator and thousands mark'
    ],
    [
      'spaces',
      'time_s force note',
      ['0.1 1 012.5 a', '0.2 1 013.5 b'],
      'a number may have a separator within it'
    ],
    ['a column without a name', 'time_s;force', ['0,1;1;2', '0,2;1;2'], 'or a column may have no name']
  ])('and other cells too many are refused: %s', (_, names, rows, sentence) => {
    const width = names.split(/[ ,;]/).length;
    expect(() => read(lines(names, ...rows, rows[1] ?? ''))).toThrow(
      `Line 2, column ${width + 1} is one cell too many for ${width} columns`
    );
    expect(() => read(lines(names, ...rows, rows[1] ?? ''))).toThrow(sentence);
  });
});
