import { describe, expect, it } from 'vitest';
import { lines, read, samplesOf } from './reading';

const THREE = [
  [0, 1],
  [0.01, 2],
  [0.02, 3]
];
const ROWS = ['0;1', '0,01;2', '0,02;3'];

describe('the rows around a recording', () => {
  it.each([
    ['blank lines', ['', 't;F', '', ...ROWS, '', ' ', ';', '']],
    ['blank lines, and what ended a text under DOS', ['t;F', ...ROWS, '\u001a']],
    ['a row of units', ['Time;Force', 's;N', ...ROWS]],
    ['a row of units in brackets', ['Zeit;Kraft', '[s];[N]', ...ROWS]],
    ['a row of units under names of no known word', ['zaman;kuvvet', 's;N', ...ROWS]]
  ])('are not counted: %s', (_, rows) => {
    const recording = read(lines(...rows));
    expect(samplesOf(recording)).toEqual(THREE);
    expect(recording.understood.skippedRows).toBe(0);
  });

  it.each([
    ['notes above', 2, ['Person: A', 'Gewicht;70;kg', 't;F', ...ROWS]],
    ['notes of a time and its numbers', 2, ['Start time=;10:00:00', 'Range=;10 V', ...ROWS]],
    ['comments in between', 2, ['# by hand', 't;F', '0;1', '# a knock', '0,01;2', '0,02;3']],
    ['a label between names and units', 1, ['Time;Force', 'left;left', 's;N', ...ROWS]],
    ['a label over the names', 1, ['Seat;left', 't;F', ...ROWS]],
    ['footers', 3, ['t;F', ...ROWS, '', 'Mean;2', 'Max;3', 'End of recording']],
    ['a footer without a time', 1, ['t;F', ...ROWS, ';by hand']]
  ])('are counted: %s', (_, count, rows) => {
    const recording = read(lines(...rows));
    expect(samplesOf(recording)).toEqual(THREE);
    expect(recording.understood.skippedRows).toBe(count);
  });

  it('give the unit of time, in milliseconds or in seconds', () => {
    const unitOf = (unit: string) => read(lines('Time;Force', `${unit};N`, '0;1', '10;2', '20;3')).understood;
    expect(unitOf('ms')).toMatchObject({ time: { name: 'Time' }, timeUnit: { unit: 'ms', from: 'header' } });
    expect(() => unitOf('min')).toThrow(
      'Line 1, column 1: the unit of time cannot be min, as the header says'
    );
  });

  it('name the columns behind a comment sign, as numpy writes them', () => {
    const recording = read(lines('# time_ms force', '0 1', '10 2', '20 3'));
    expect(samplesOf(recording)).toEqual(THREE);
    expect(recording.understood.skippedRows).toBe(0);
  });

  it('may have numbers that nothing names, as R writes them', () => {
    const recording = read(lines('"time_s","force"', '"1",0,1', '"2",0.01,2', '"3",0.02,3'));
    expect(samplesOf(recording)).toEqual(THREE);
    expect(recording.understood).toMatchObject({ time: { column: 2 }, value: { column: 3 } });
  });

  it('may be many, and of known words', () => {
    const rows = ['0,1', '0.01,2', '0.02,3'];
    const recording = read([...Array<string>(200_000).fill('time,word'), ...rows].join('\n'));
    expect(samplesOf(recording)).toEqual(THREE);
    expect(recording.understood.skippedRows).toBe(199_999);
  });

  it('may be events in a column of their own', () => {
    const recording = read(lines('event;t;F', ';0;1', 'squeeze;0,01;2', 'rest;0,02;3'));
    expect(samplesOf(recording)).toEqual(THREE);
    expect(recording.understood).toMatchObject({ time: { column: 2 }, value: { column: 3 }, skippedRows: 0 });
  });

  it.each([
    [
      'a second recording under the first',
      ['t;F', ...ROWS, 't;F', ...ROWS],
      'Line 5, column 1 is "t", where a number'
    ],
    [
      'words in the middle',
      ['t;F', '0;1', 'pause;', '0,02;3', '0,03;4'],
      'Line 3, column 1 is "pause", where a number'
    ],
    [
      'a missing time',
      ['t;F', '0;1', ';2', '0,02;3', '0,03;4'],
      'Line 3, column 1 is empty, where a time is needed.'
    ],
    [
      'a time that is none',
      ['t;F', '0;1', 'NaN;2', '0,02;3'],
      'Line 3, column 1 is "NaN", where a time is needed.'
    ],
    ['an index and no time', ['index;F', '0;1', '10;2', '20;3'], '"index" counts samples'],
    [
      'times in words',
      ['time;F;G', 'now;1;2', 'then;2;3', 'soon;3;4'],
      '"time" holds neither numbers nor clock times'
    ],
    ['a first column without a name', [';F', '0;1', '10;2', '20;3'], 'no column is named as a time']
  ])('are refused: %s', (_, rows, sentence) => {
    expect(() => read(lines(...rows))).toThrow(sentence);
  });
});
