import { describe, expect, it } from 'vitest';
import { parseRecording, UsageError } from '../../../src/cli/csv';

const parsed = (text: string) => {
  const { t, v } = parseRecording(text);
  return [...t].map((time, i) => [time, v[i]]);
};
const THREE = [
  [0, 1],
  [0.01, 2],
  [0.02, 3]
];

describe('a recording', () => {
  it.each([
    ['commas and a header', 'time_s,force\n0,1\n0.01,2\n0.02,3\n'],
    ['no header, Windows lines, a last line without an end', '0,1\r\n0.01,2\r\n0.02,3'],
    [
      'two lines of header, spaces, further columns, empty lines',
      'Bodem\nt , v, note\n\n 0 , 1 ,a\n0.01,2,b,c\n0.02, 3\n\n'
    ],
    ['semicolons and decimal commas', 't;v\n0;1\n0,01;2\n0,02;3\n'],
    ['commas, and semicolons in a name and a note', 't;s,v\n0,1,a;b\n0.01,2\n0.02,3\n'],
    ['tabs', 't\tv\n0\t1\n0.01\t2\n0.02\t3\n'],
    ['a byte order mark and exponents', '\uFEFF0,1\n1e-2,2\n2e-2,3\n']
  ])('is read with %s', (_, text) => {
    expect(parsed(text)).toEqual(THREE);
  });

  it('has one value for one time: the mean of all that it came with', () => {
    expect(parsed('0,1\n0.01,1\n0.01,2\n0.01,6\n0.02,3')).toEqual([
      [0, 1],
      [0.01, 3],
      [0.02, 3]
    ]);
  });

  it.each([
    ['', 'Line 1, column 1: the file is empty.'],
    ['\n \n', 'Line 1, column 1: the file is empty.'],
    ['time,force\nnone,of it\n', 'Line 1, column 1: no line of the file begins with a number.'],
    ['t,v\n0,1\n0.01,x\n', 'Line 3, column 2 is "x", where a number is needed.'],
    ['t,v\n0,1\n0.01,\n', 'Line 3, column 2 is empty, where a number is needed.'],
    ['t,v\n0,1\n0.01\n', 'Line 3, column 2 is empty, where a number is needed.'],
    ['0,1\n0.01,NaN\n', 'Line 2, column 2 is "NaN", where a number is needed.'],
    ['0,1\n0.01,Infinity\n', 'Line 2, column 2 is "Infinity", where a number is needed.'],
    ['0,1\nlater,2\n', 'Line 2, column 1 is "later", where a number is needed.'],
    ['0,1\n0.02,2\n\n0.01,3\n', 'Line 4, column 1 goes back in time: 0.01 s comes after 0.02 s.'],
    ['0,1\n0.01,2\n', 'Line 3, column 1: the recording ends after 2 samples.']
  ])('%j is refused: %s', (text, sentence) => {
    expect(() => parseRecording(text)).toThrow(new UsageError(sentence));
  });
});
