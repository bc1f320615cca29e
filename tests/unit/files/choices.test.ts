import { describe, expect, it } from 'vitest';
import { lines, read, samplesOf } from './reading';

describe('what a person says of a file', () => {
  const TWO = lines('time;left;right', '0;1;4', '0.01;2;5', '0.02;3;6');

  it('chooses a column by its name or its number', () => {
    const right = [
      [0, 4],
      [0.01, 5],
      [0.02, 6]
    ];
    expect(() => read(TWO)).toThrow(
      'Line 1, column 2: nothing says which column is the value; choose one of "left", "right".'
    );
    expect(samplesOf(read(TWO, { value: 'Right' }))).toEqual(right);
    expect(samplesOf(read(TWO, { value: '3' }))).toEqual(right);
  });

  it('chooses columns that nothing names', () => {
    // As an app writes them: milliseconds on a phone, microseconds on the sensor, a number, the force twice.
    const rows = [
      '"1742385744025","54503","0","0.5","0.5"',
      '"1742385744025","65942","0","0.6","0.6"',
      '"1742385744050","77381","0","0.7","0.7"'
    ];
    const { t, v, understood } = read(lines(...rows), { time: '2', value: '4', timeUnit: 'us' });
    // 0.054503 s and so on: a microsecond is 1e-6 s.
    expect([...t].map((s) => s.toFixed(6))).toEqual(['0.054503', '0.065942', '0.077381']);
    expect([...v]).toEqual([0.5, 0.6, 0.7]);
    expect(understood.timeUnit).toEqual({ unit: 'us', from: 'choice' });
  });

  it.each([
    ['of which the header says another', lines('time_s;F', '0;1', '10;2', '20;3')],
    ['that nothing says', lines('time;F', '0;1', '10;2', '20;3')],
    ['of what counts samples', lines('sample;F', '0;1', '10;2', '20;3')]
  ])('gives the unit of time %s', (name, text) => {
    const time = name.includes('samples') ? 'sample' : undefined;
    expect([...read(text, { time, timeUnit: 'ms' }).t]).toEqual([0, 0.01, 0.02]);
  });

  it.each([
    [{ value: 'middle' }, 'Line 1, column 1: there is no column "middle", only "time", "left", "right".'],
    [{ time: '4' }, 'Line 1, column 1: there is no column "4", only "time", "left", "right".'],
    [{ value: 'left', time: 'left' }, 'Line 1, column 2: "left" cannot be both the time and the value.']
  ])('%j is refused: %s', (choices, sentence) => {
    expect(() => read(TWO, choices)).toThrow(sentence);
  });

  it('is refused where it fits two columns, or a clock', () => {
    expect(() => read(lines('t;F;F', '0;1;4', '0.01;2;5', '0.02;3;6'), { value: 'F' })).toThrow(
      'Line 1, column 2: 2 columns are named "F"; choose one by its number: 2, 3.'
    );
    expect(() =>
      read(lines('t;F', '10:00:00.0;1', '10:00:00.1;2', '10:00:00.2;3'), { timeUnit: 'ms' })
    ).toThrow('Line 2, column 1 is "10:00:00.0", a clock time, which has no unit to choose.');
  });
});
