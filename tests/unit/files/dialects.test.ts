import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../src/lib/files/recording';
import { FileRefused } from '../../../src/lib/files/refusal';
import { isAmbiguous } from './ambiguous';
import { bytesOf, timesOf, type Dialect, type Written } from './dialect-writer';
import { lines, read } from './reading';

const recordings: fc.Arbitrary<Written> = fc
  .record({
    decimals: fc.integer({ min: 0, max: 3 }),
    steps: fc.array(fc.integer({ min: 0, max: 8_000_000 }), { minLength: 12, maxLength: 40 }),
    size: fc.constantFrom(1, 1000),
    // Far from 0 all values may look like thousands.
    least: fc.constantFrom(-4_000_000, 1_000_000, 1_000_000_000),
    rateHz: fc.constantFrom(10, 40, 50, 100, 200, 1000),
    startS: fc.constantFrom(0, 5, 61)
  })
  .map(({ steps, size, least, decimals, ...rest }) => ({
    ...rest,
    decimals,
    // Minus nought is written as nought.
    values: steps.map((step) => Math.round((least + step) / 1000 / size) / 10 ** decimals + 0)
  }));

const dialects: fc.Arbitrary<Dialect> = fc
  .record({
    separator: fc.constantFrom(',', ';', '\t', '|', ' '),
    decimal: fc.constantFrom('.', ','),
    thousands: fc.constantFrom('', '.', ',', ' ', "'", '\u00A0'),
    isQuoted: fc.boolean(),
    minus: fc.constantFrom('-', '\u2212', '\u2013'),
    encoding: fc.constantFrom(
      'UTF-8',
      'UTF-8 marked',
      'UTF-16LE',
      'UTF-16LE marked',
      'UTF-16BE marked',
      'Windows-1252'
    ),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    unit: fc.constantFrom('s', 'ms', 'us', 'min'),
    unitIn: fc.constantFrom('name', 'brackets', 'row', 'nothing'),
    hasIndex: fc.boolean(),
    hasEvents: fc.boolean(),
    isTrimmed: fc.boolean(),
    notes: fc.subarray(['Bodem 1.0', '# written by hand', 'Person: A', '']),
    hasFooter: fc.boolean()
  })
  .filter(isWritable);

/** What no program writes, or no reader could know; docs/signal.md says so of the last two. */
function isWritable(dialect: Dialect): boolean {
  const { separator, decimal, thousands, minus, encoding, unit, unitIn } = dialect;
  return (
    thousands !== decimal &&
    (minus !== '\u2212' || encoding !== 'Windows-1252') &&
    // A point in a file parted by commas is the decimal mark.
    !(separator === ',' && thousands === '.') &&
    // Minutes that nothing names may look like seconds.
    !(unit === 'min' && unitIn === 'nothing')
  );
}

function readOrRefused(bytes: Uint8Array) {
  try {
    return readRecording(bytes);
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
}

describe('a recording in any dialect', () => {
  it('is read as it was recorded, or refused where the text is ambiguous', () => {
    let [understood, refused] = [0, 0];
    fc.assert(
      fc.property(recordings, dialects, (recording, dialect) => {
        const result = readOrRefused(bytesOf(recording, dialect));
        if (result instanceof FileRefused) {
          refused += 1;
          expect(isAmbiguous(recording, dialect), result.message).toBe(true);
          return;
        }
        understood += 1;
        expect([...result.v]).toEqual(recording.values);
        // Seven decimals of a minute are 6 µs.
        timesOf(recording).forEach((s, i) => {
          expect(Math.abs((result.t[i] ?? NaN) - s)).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 1500 }
    );
    // Neither of the two ways out may stand for all.
    expect(understood).toBeGreaterThan(500);
    expect(refused).toBeGreaterThan(50);
  });

  it('has the dashes of Windows-1252 for minus signs', () => {
    // 0x96 is the short dash.
    const bytes = Uint8Array.from('t;F\n0,0;\u00961\n0,1;\u00962\n0,2;3\n', (char) => char.charCodeAt(0));
    expect([...readRecording(bytes).v]).toEqual([-1, -2, 3]);
  });

  it('has spaces within its cells where tabs part them', () => {
    expect([...read(lines('time_s\tforce', '0.0\t1 100', '0.1\t1 200', '0.2\t900')).v]).toEqual([
      1100, 1200, 900
    ]);
  });

  it('has points before decimals where commas part the columns, and may have either behind them in quotes', () => {
    expect([...read(lines('time_ms,force', '0,4', '10,3.999', '20,4')).v]).toEqual([4, 3.999, 4]);
    const quoted = ['"0","4"', '"10","3,999"', '"20","4"'];
    expect(() => read(lines('"time_ms","force"', ...quoted))).toThrow(
      'Line 3, column 2 is "3,999", which may be thousands or a fraction'
    );
  });
});
