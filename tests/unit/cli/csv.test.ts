import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../src/lib/files/recording';

const parsed = (text: string) => {
  const { t, v } = readRecording(new TextEncoder().encode(text));
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
    ['time,force\nnone,of it\n', 'Line 1, column 1: no line of the file holds two numbers.'],
    ['t,v\n0,1\n0.01,x\n', 'Line 3, column 2 is "x", where a number is needed.'],
    ['0,1\n0.01,Infinity\n', 'Line 2, column 2 is "Infinity", where a number is needed.'],
    ['0,1\nlater,2\n', 'Line 2, column 1 is "later", where a number is needed.'],
    ['0,1\n0.02,2\n\n0.01,3\n', 'Line 4, column 1 goes back in time: 0.01 comes after 0.02.'],
    ['0,1\n0.01,2\n', 'Line 2, column 1: the recording ends after 2 samples.']
  ])('%j is refused: %s', (text, sentence) => {
    expect(() => parsed(text)).toThrow(sentence);
  });

  it.each([
    ['milliseconds', 'time_ms,force\n0,1\n10,2\n20,3\n'],
    ['minutes', 'Time (min);F\n0;1\n0,0001666666667;2\n0,0003333333333;3\n'],
    ['quotes', '"time_s","force"\r\n"0","1"\r\n"0.01","2"\r\n"0.02","3"\r\n'],
    ['spaces', 'time force\n0.00 1\n0.01 2\n0.02 3\n'],
    ['an index without a name', ',time_s,force\n0,0,1\n1,0.01,2\n2,0.02,3\n'],
    ['sample numbers', 'Sample Number;Time Left(ms);Force Left(kg)\n1;0,0;1\n2;10,0;2\n3;20,0;3\n'],
    ['a pattern on top', '40;20;40;60\ntime_s,force\n0,1\n0.01,2\n0.02,3\n']
  ])('is read with %s', (_, text) => {
    expect(parsed(text).flat()).toEqual(THREE.flat().map((each) => expect.closeTo(each, 9) as number));
  });

  it('takes thousands marks and dashes for what they are', () => {
    expect(parsed('t;v\n0;\u22120,5\n0,1;1.012\n0,2;960\n').map(([, v]) => v)).toEqual([-0.5, 1012, 960]);
  });

  it('counts what has no value, what shares a time and what is no data', () => {
    const text = 'made at home\ntime_s,force\n0.0,1\n0.1,NaN\n0.2,\n0.3,4\n0.3,6\n0.4,7\n0.5,8\n';
    const { t, v, understood } = readRecording(new TextEncoder().encode(text));
    expect([[...t], [...v]]).toEqual([
      [0, 0.3, 0.4, 0.5],
      [1, 5, 7, 8]
    ]);
    expect(understood).toMatchObject({
      skippedRows: 1,
      missingValues: 2,
      averagedSamples: 2,
      spreadSamples: 0
    });
  });

  it('is read in Windows-1252', () => {
    const text = 'Zeit [s];Druck [\u00b5V]\n0,0;1\n0,1;2\n0,2;3\n';
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    expect([...readRecording(bytes).v]).toEqual([1, 2, 3]);
  });

  it.each([
    ['Tijd,Kracht\n0,0,10,0\n0,1,10,0\n', 'Line 2, column 3 is one cell too many for 2 columns'],
    ['0,0,10,0\n0,1,10,0\n0,2,10,0\n', 'the comma may be both separator and decimal mark'],
    ['Tijd,Kracht,Nota\n0,0,10\n0,1,10\n0,2,10\n', 'the comma may be both separator and decimal mark'],
    ['0.0,10,5\n0.1,10,5\n0.2,10,5\n', 'no header names the columns'],
    ['sample,force\n0,10\n1,11\n2,12\n', 'the unit of time is not known'],
    ['time,force\n0,10\n1,11\n2,12\n', 'the unit of time is not known']
  ])('%j is refused: %s', (text, sentence) => {
    expect(() => parsed(text)).toThrow(sentence);
  });
});
