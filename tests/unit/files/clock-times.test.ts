import { describe, expect, it } from 'vitest';
import { lines, read, samplesOf } from './reading';

const timesOf = (...cells: readonly string[]) => {
  const { t, understood } = read(lines('Time;Force', ...cells.map((cell, i) => `${cell};${i}`)));
  return { t: [...t], understood };
};
/** A tenth of a second from one row to the next. */
const TENTHS = [0, 0.1, 0.2];

describe('a column of clock times', () => {
  it.each([
    ['with a point', ['10:15:59.9', '10:16:00.0', '10:16:00.1']],
    ['with a comma', ['10:15:59,900', '10:16:00,000', '10:16:00,100']],
    ['with a colon before the milliseconds', ['10:15:59:900', '10:16:00:000', '10:16:00:100']],
    ['past midnight', ['23:59:59.9', '00:00:00.0', '00:00:00.1']],
    ['in twelve hours, past noon', ['11:59:59.9 AM', '12:00:00.0 PM', '12:00:00.1 PM']],
    ['in minutes and seconds, past the hour', ['59:59.9', '00:00.0', '00:00.1']],
    [
      'of ISO 8601, past a month',
      ['2026-02-28T23:59:59.9Z', '2026-03-01T00:00:00.0Z', '2026-03-01T00:00:00.1Z']
    ],
    // 01:30 with two hours ahead of Greenwich is 23:30 there, half an hour before the next row's 00:00 would be: the zone decides.
    [
      'of ISO 8601 in two zones',
      ['2026-03-01T01:30:00.0+02:00', '2026-02-28T23:30:00.1Z', '2026-03-01T00:30:00.2+01']
    ],
    [
      'with a date and a blank',
      ['2026-03-01 10:15:59.900', '2026-03-01 10:16:00.000', '2026-03-01 10:16:00.100']
    ],
    ['of ISO 8601 without hyphens', ['20260228T235959.9Z', '20260301T000000.0Z', '20260301T000000.1Z']],
    [
      'with a date in another order',
      ['01/03/2026 10:15:59.9', '01/03/2026 10:16:00.0', '01/03/2026 10:16:00.1']
    ]
  ])('%s gives seconds since the first', (_, cells) => {
    const { t, understood } = timesOf(...cells);
    expect(t).toEqual(TENTHS);
    expect(understood.timeUnit).toEqual({ unit: 'clock', from: 'cells' });
  });

  it('counts from the first row on, also over rows without a value', () => {
    const rows = ['10:00:00.0;', '10:00:00.1;1', '10:00:00.2;', '10:00:00.3;2', '10:00:00.4;3'];
    const recording = read(lines('t;F', ...rows));
    expect(samplesOf(recording)).toEqual([
      [0.1, 1],
      [0.3, 2],
      [0.4, 3]
    ]);
    expect(recording.understood).toMatchObject({ skippedRows: 0, missingValues: 2 });
  });

  it('stands beside a column of dates', () => {
    const text = lines('Datum;Uhrzeit;Kraft', ...TENTHS.map((s) => `01.03.2026;10:15:00,${s * 10};${s}`));
    expect([...read(text).t]).toEqual(TENTHS);
  });

  it('gives way to finer times beside it', () => {
    const rows = ['10:00:00;0;1', '10:00:00;0,1;2', '10:00:00;0,2;3'];
    expect([...read(lines('Clock;Elapsed (s);Force', ...rows)).t]).toEqual(TENTHS);
  });

  it('is found without names, beside a date or an arrow', () => {
    expect([...read(lines(...TENTHS.map((s) => `2026-03-01 10:15:00.${s * 10} ${s}`))).t]).toEqual(TENTHS);
    expect([...read(lines(...TENTHS.map((s) => `10:15:00.${s * 10} -> ${s}`))).t]).toEqual(TENTHS);
  });

  it('is spread where several rows share a second', () => {
    // Two rows a second, at 0, 0 1, 1 2, 2: half a second apart.
    const rows = ['10:00:00', '10:00:00', '10:00:01', '10:00:01', '10:00:02', '10:00:02'];
    const { t, understood } = timesOf(...rows);
    expect(t).toEqual([0, 0.5, 1, 1.5, 2, 2.5]);
    expect(understood.spreadSamples).toBe(6);
  });

  it('says which decimal mark the file has', () => {
    // 1.012 alone may be a thousand; the comma of the times says that it is.
    expect(read(lines('t;F', '10:00:00,0;1.012', '10:00:00,1;1.013', '10:00:00,2;1.014')).v[0]).toBe(1012);
    expect(read(lines('t;F', '10:00:00.0;1.012', '10:00:00.1;1.013', '10:00:00.2;1.014')).v[0]).toBe(1.012);
  });

  it.each([
    [
      ['10:00:00.2', '10:00:00.1', '10:00:00.3'],
      'Line 3, column 1 goes back in time: 10:00:00.1 comes after 10:00:00.2.'
    ],
    [['10:00:00.0', 'noon', '10:00:00.2'], 'Line 3, column 1 is "noon", where a clock time is needed'],
    // Hours and frames of a film: nothing says how many frames a second has.
    [['10:00:00:01', '10:00:00:02', '10:00:00:03'], 'no line of the file holds two numbers'],
    [['10:00:00.0', '', '10:00:00.2'], 'Line 3, column 1 is empty, where a time is needed.']
  ])('%j is refused: %s', (cells, sentence) => {
    expect(() => timesOf(...cells)).toThrow(sentence);
  });
});
