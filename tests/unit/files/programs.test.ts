import { describe, expect, it } from 'vitest';
import { FileRefused } from '../../../src/lib/files/refusal';
import { lines, read, samplesOf } from './reading';

describe('an export of the Tindeq app', () => {
  it('of one hold has its settings above the samples', () => {
    const text = lines(
      'date,tag,comment,unit,duration (s),tZoneEnabled,mvc,"Target Zone, lower(% of mvc)","Target Zone, upper (% of mvc)",avg,max',
      '2026-19-03 12:57:05,cushion,,SI,30,No,0.0,-,-,3.0098345663802712,5.391836166381836',
      '',
      'time,weight',
      '0.237374,2.8813068866729736',
      '0.248806,2.8939054012298584',
      '0.260239,2.9106285572052'
    );
    const recording = read(text);
    expect(samplesOf(recording)).toEqual([
      [0.237374, 2.8813068866729736],
      [0.248806, 2.8939054012298584],
      [0.260239, 2.9106285572052]
    ]);
    expect(recording.understood).toMatchObject({
      time: { name: 'time' },
      value: { name: 'weight' },
      timeUnit: { unit: 's', from: 'rate' },
      skippedRows: 2
    });
  });

  const SUMMARY = [
    ',Overall Avg,Rep1,Rep2',
    'Avg Left,16.5,16.4,17.9',
    'Avg Right,18.7,18.0,18.9',
    'Peak Left,18.9,20.4,20.7',
    'Peak Right,20.7,20.3,20.9',
    ',',
    'time left,weight left,time right,weight right'
  ];

  it('of repetitions has a summary above the samples', () => {
    const text = lines(
      ',Overall Avg',
      'Avg,0.0',
      'Peak,0.0',
      ',',
      'time,weight',
      '0.054067,0.01',
      '0.065411,0.02',
      '0.077,0.03'
    );
    expect(samplesOf(read(text))).toEqual([
      [0.054067, 0.01],
      [0.065411, 0.02],
      [0.077, 0.03]
    ]);
  });

  it('of two sides needs to be told which one, and takes its own times', () => {
    const text = lines(
      ...SUMMARY,
      '0.05,13.5,0.06,7.7',
      '0.07,13.8,0.08,7.8',
      '0.09,14.0,0.11,7.9',
      ',,0.13,8'
    );
    expect(() => read(text)).toThrow(
      'Line 7, column 2: nothing says which column is the value; choose one of "weight left", "weight right".'
    );
    expect(samplesOf(read(text, { value: 'weight left' }))).toEqual([
      [0.05, 13.5],
      [0.07, 13.8],
      [0.09, 14]
    ]);
    expect(samplesOf(read(text, { value: 'Weight Right' }))).toEqual([
      [0.06, 7.7],
      [0.08, 7.8],
      [0.11, 7.9],
      [0.13, 8]
    ]);
  });

  it('of two sides is read where only one was measured', () => {
    const text = lines(...SUMMARY, ',,0.06,7.7', ',,0.08,7.8', ',,0.11,7.9');
    expect(samplesOf(read(text))).toEqual([
      [0.06, 7.7],
      [0.08, 7.8],
      [0.11, 7.9]
    ]);
  });
});

describe('a text file of OpenBCI', () => {
  const NOTES = [
    '%OpenBCI Raw EXG Data',
    '%Number of channels = 2',
    '%Sample Rate = 250 Hz',
    '%Board = OpenBCI_GUI$BoardCytonSerial'
  ];
  const NAMES =
    'Sample Index, EXG Channel 0, EXG Channel 1, Accel Channel 0, Not Used, Digital Channel 0 (D11), Analog Channel 0, Timestamp, Marker Channel, Timestamp (Formatted)';
  /** The computer received all of them within a millisecond. */
  const row = (index: number, first: number, second: number) =>
    `${index}, ${first}, ${second}, 0.01, 0.0, 1.0, 0.0, 1693237308.43${index % 10}, 0.0, 2023-08-28 15:41:48.43${index % 10}`;

  it('has its times from the rate of its header, and its channels to choose from', () => {
    const text = lines(...NOTES, NAMES, row(0, 1.5, -2), row(1, 2.5, -3), row(2, 3.5, -4));
    expect(() => read(text)).toThrow(
      'Line 5, column 2: nothing says which column is the value; choose one of "EXG Channel 0", "EXG Channel 1".'
    );
    const recording = read(text, { value: 'EXG Channel 1' });
    // 1 / 250 Hz = 4 ms.
    expect(samplesOf(recording)).toEqual([
      [0, -2],
      [0.004, -3],
      [0.008, -4]
    ]);
    expect(recording.understood).toMatchObject({
      time: null,
      value: { column: 3, name: 'EXG Channel 1' },
      timeUnit: { unit: 'sample', from: 'header', rateHz: 250 },
      skippedRows: 4
    });
  });

  it('takes the only channel that moves', () => {
    const text = lines(...NOTES, NAMES, row(0, -187500.02, 1), row(1, -187500.02, 2), row(2, -187500.02, 3));
    expect([...read(text).v]).toEqual([1, 2, 3]);
  });

  it('counts on where its index begins anew, and leaves a gap where samples were lost', () => {
    // 254, 255, 0, then 3 and 4: 1 and 2 are lost. Places 0 1 2 5 6, each 4 ms.
    const text = lines(...NOTES, NAMES, ...[254, 255, 0, 3, 4].map((index) => row(index, 0, index)));
    expect([...read(text).t]).toEqual([0, 0.004, 0.008, 0.02, 0.024]);
  });

  it('has an index in steps of two with the Daisy board', () => {
    const text = lines(...NOTES, NAMES, ...[252, 254, 0, 2, 6].map((index) => row(index, 0, index)));
    expect([...read(text).t]).toEqual([0, 0.004, 0.008, 0.012, 0.02]);
  });

  it('of an older version says in notes what its columns are', () => {
    const text = lines(
      '%OpenBCI Raw EEG Data',
      '%Number of channels = 1',
      '%Sample Rate = 200.0 Hz',
      '%First Column = SampleIndex',
      '%Last Column = Timestamp ',
      '%Other Columns = EEG data in microvolts followed by Accel Data (in G) interleaved with Aux Data',
      '0, 11.5, 0.0, 0.1, 15:41:48.430',
      '1, 12.5, 0.0, 0.2, 15:41:48.430',
      '2, 13.5, 0.0, 0.3, 15:41:48.431'
    );
    const recording = read(text);
    // 1 / 200 Hz = 5 ms.
    expect(samplesOf(recording)).toEqual([
      [0, 11.5],
      [0.005, 12.5],
      [0.01, 13.5]
    ]);
    expect(recording.understood.value).toMatchObject({ column: 2, name: 'EXG Channel 0' });
  });

  it('has the times of its computer where they are asked for', () => {
    const text = lines(...NOTES, NAMES, row(0, 0, 1), row(1, 0, 2), row(2, 0, 3));
    const { t, understood } = read(text, { time: 'Timestamp (Formatted)' });
    expect([...t]).toEqual([0, 0.001, 0.002]);
    expect(understood.timeUnit).toEqual({ unit: 'clock', from: 'cells' });
  });
});

describe('a text file of OpenSignals', () => {
  const device = (column: readonly string[], label: readonly string[], more: object = {}) => ({
    sensor: label.map(() => 'EMG'),
    'device name': '00:07:80:79:6F:DB',
    column,
    'sync interval': 2,
    time: '10:29:43.249',
    channels: [1],
    'digital IO': [0, 1],
    'sampling rate': 1000,
    label,
    resolution: [16],
    date: '2018-7-5',
    ...more
  });
  const file = (devices: object, ...rows: readonly string[]) =>
    lines('# OpenSignals Text File Format', `# ${JSON.stringify(devices)}`, '# EndOfHeader', ...rows);

  it('has its names and its rate in its header', () => {
    const text = file(
      { A: device(['nSeq', 'DI', 'CH1'], ['CH1']) },
      '0\t1\t32768\t',
      '1\t0\t32770\t',
      '2\t1\t32771\t'
    );
    const recording = read(text);
    expect(samplesOf(recording)).toEqual([
      [0, 32768],
      [0.001, 32770],
      [0.002, 32771]
    ]);
    expect(recording.understood).toMatchObject({
      separator: '\t',
      time: null,
      value: { column: 3, name: 'CH1' },
      timeUnit: { unit: 'sample', rateHz: 1000 },
      skippedRows: 3
    });
  });

  it('has several channels to choose from', () => {
    const columns = ['nSeq', 'I1', 'I2', 'O1', 'O2', 'A1', 'A2'];
    const rows = [15, 0, 1].map((n, i) => `${n}\t1\t0\t0\t0\t${500 + i}\t${600 + i}\t`);
    const text = file({ A: device(columns, ['A1', 'A2']) }, ...rows);
    expect(() => read(text)).toThrow(
      'Line 4, column 6: nothing says which column is the value; choose one of "A1", "A2".'
    );
    expect(samplesOf(read(text, { value: 'A2' }))).toEqual([
      [0, 600],
      [0.001, 601],
      [0.002, 602]
    ]);
  });

  it.each(['null', '{"A":null}', '[1]', '{'])('is refused in words where its header is %s', (header) => {
    const text = lines(
      '# OpenSignals Text File Format',
      `# ${header}`,
      '# EndOfHeader',
      '0\t1',
      '1\t2',
      '2\t4'
    );
    expect(() => read(text)).toThrow(FileRefused);
  });

  it('is refused where its devices have rates of their own', () => {
    const devices = {
      A: device(['nSeq', 'CH1'], ['CH1']),
      B: device(['nSeq', 'CH2'], ['CH2'], { 'sampling rate': 500 })
    };
    expect(() => read(file(devices, '0\t1\t0\t4', '1\t2\t1\t5', '2\t3\t2\t6'), { value: 'CH2' })).toThrow(
      'the unit of time is not known'
    );
  });
});

describe('any other file', () => {
  it('of numbered samples has its times from a rate that it notes', () => {
    expect([...read(lines('Sampling rate: 100 Hz', 'sample;force', '1;10', '2;11', '3;12')).t]).toEqual([
      0, 0.01, 0.02
    ]);
  });

  it('has times of its own that go before a rate', () => {
    expect([
      ...read(lines('# sampling rate: 100 Hz', 'time_s;force', '0;10', '0.02;11', '0.04;12')).t
    ]).toEqual([0, 0.02, 0.04]);
  });

  it('of GripMeter has a summary, one measured side, and rows that end with empty cells', () => {
    const text = lines(
      'Record description;BarFoo;',
      'Record date (yyyMMdd_HHmmss;20250319_123624;',
      'Max Left: 4,46kg;5444,00ms',
      'RFD (200ms) Left: 0,00;kg/s;X0;0;ms;Y0;0,0;kg;X1;0,0;ms;X1;0,0;kg',
      'RFD (95%) Left: 0,8;kg/s;X0;0;ms;Y0;0,0;kg;X1;5292;ms;Y1;4,2;kg',
      '',
      'Sample Number;Time Left(ms);Force Left(kg);Time Right(ms);Force Right(kg)',
      '1;834,0;1,1;;;',
      '2;844,0;2,2;;;',
      '3;854,0;0,0;;;'
    );
    const recording = read(text);
    expect(samplesOf(recording)).toEqual([
      [0.834, 1.1],
      [0.844, 2.2],
      [0.854, 0]
    ]);
    expect(recording.understood.skippedRows).toBe(5);
  });
});
