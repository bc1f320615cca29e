import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/lib/signal/analysis';
import { readRecording } from '../../../src/lib/files/recording';
import { lines, read } from './reading';

/** Rest at 10, a squeeze to 60 from 0.4 to 1.0 s, and rest again: one row for each tenth of a second. */
const FORCE = [10, 10.1, 9.9, 10, 60, 60, 60, 60, 60, 60, 60, 10, 10, 10];
const TENTHS = FORCE.map((_, i) => (i / 10).toFixed(1));
const comma = (cell: number | string) => String(cell).replace('.', ',');
/** A header over a row for each sample. */
const table = (header: string, row: (force: number, time: string, i: number) => string) => [
  header,
  ...FORCE.map((force, i) => row(force, TENTHS[i] ?? '', i))
];
const close = (values: readonly number[]) => values.map((each) => expect.closeTo(each, 9) as number);

describe('a file from the field', () => {
  const pairs = (force: number, time: string) => `${time},${force}`;
  it.each([
    ['c01: times in ms', lines(...table('time_ms,force_N', (force, _, i) => `${i * 100},${force}`))],
    [
      'c03: every cell in quotes',
      table('"time_s","force_N"', (force, time) => `"${time}","${force}"`).join('\r\n')
    ],
    ['c08: columns parted by spaces', lines(...table('time force', (force, time) => `${time} ${force}`))],
    [
      'c10: an index without a name',
      lines(...table(',time_s,force_N', (force, time, i) => `${i},${time},${force}`))
    ],
    ['c30: a pattern noted on top', lines('40;20;40;60', ...table('time_s,force_N', pairs))]
  ])('is read (%s)', (_, text) => {
    const { t, v } = read(text);
    expect([...t]).toEqual(close(FORCE.map((_, i) => i / 10)));
    expect([...v]).toEqual(FORCE);
  });

  it('is read (c06: names in Windows-1252)', () => {
    const text = table('Zeit [s];Druck [µV]', (force, time) => `${comma(time)};${comma(force)}`).join('\r\n');
    const { t, v, understood } = readRecording(Uint8Array.from(text, (char) => char.charCodeAt(0)));
    expect([...t]).toEqual(close(FORCE.map((_, i) => i / 10)));
    expect([...v]).toEqual(FORCE);
    expect(understood).toMatchObject({ encoding: 'Windows-1252', value: { name: 'Druck [µV]' } });
  });

  it('is refused (c05: the comma is decimal mark and separator)', () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `${Math.floor(i / 10)},${i % 10},${i < 20 ? '10,0' : '60,5'}`
    );
    expect(() => read(lines('Tijd,Kracht', ...rows))).toThrow(
      'Line 2, column 3 is one cell too many for 2 columns: the comma may be both separator and decimal mark.'
    );
  });

  it('is read (c09: thousands with a point beside times with a comma)', () => {
    const force = [960, 961, 959, 960, ...Array<number>(7).fill(1010), 960, 960, 960];
    const cells = force.map((each, i) => `${comma(TENTHS[i] ?? '')};${each === 1010 ? '1.010' : each}`);
    const { t, v } = read(['Zeit;Rohwert', ...cells].join('\r\n'));
    expect([...t]).toEqual(close(FORCE.map((_, i) => i / 10)));
    expect([...v]).toEqual(force);
  });

  it('is read (c19: a minus sign of its own)', () => {
    const { t, v } = read(lines('time_s;force_N', '0;0', '0,1;\u22120,1', '0,2;0,1', '0,3;50'));
    expect([...t]).toEqual([0, 0.1, 0.2, 0.3]);
    expect([...v]).toEqual([0, -0.1, 0.1, 50]);
  });

  it('is read (c42: sample numbers before the times)', () => {
    const force = [10, 10.1, 9.9, 10, ...Array<number>(6).fill(60), 10, 10.1, 9.9, 10];
    const rows = force.map((each, i) => `${i + 1};${i * 100},0;${comma(each)}`);
    const { t, v, understood } = read(['Sample Number;Time Left(ms);Force Left(kg)', ...rows].join('\r\n'));
    expect([...t]).toEqual(close(FORCE.map((_, i) => i / 10)));
    expect([...v]).toEqual(force);
    expect(understood).toMatchObject({ time: { column: 2 }, value: { column: 3 } });
  });

  it('is read (c45: times in minutes)', () => {
    const force = [10, 10.1, 9.9, 10, ...Array<number>(6).fill(60), 10, 10.1, 9.9, 10];
    const minutes = force.map((_, i) => (i / 600).toFixed(6));
    const { t, v } = read(lines('Time (min),Force (N)', ...force.map((each, i) => `${minutes[i]},${each}`)));
    // 0.001667 min · 60 s/min = 0.10002 s, and so on; the last is 0.021667 · 60 = 1.30002 s.
    expect([t[1], t[2], t[13]]).toEqual(close([0.10002, 0.19998, 1.30002]));
    expect([...v]).toEqual(force);
  });

  it('is read (c51: one wild sample at rest), and the wild sample counts for nothing', () => {
    const steady = [10, 10.1, 9.9, 10, 10.1, 9.9, 10, 10.1, 9.9, 10];
    const again = [10, 10.1, 9.9, 10];
    const force = [
      ...steady.with(7, 8388.61),
      ...steady,
      ...Array<number>(10).fill(60),
      ...again,
      ...again,
      ...again
    ];
    const recording = read(
      lines('time_s,force_kg', ...force.map((each, i) => `${(i / 10).toFixed(1)},${each}`))
    );
    expect(recording.v).toHaveLength(42);
    const { outliers, baseline, mvc } = analyse(recording, {
      rest: { fromS: 0, toS: 1.95 },
      mvc: null,
      polarity: 1,
      target: null
    });
    expect(outliers).toBe(1);
    // The median of the other nineteen, of 9.9 to 10.1, is 10: whatever of these stands for the spike.
    expect(baseline.mean).toBe(10);
    expect(mvc.value).toBeCloseTo(50, 9);
  });
});
