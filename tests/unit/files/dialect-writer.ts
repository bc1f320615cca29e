/** How another program may write a recording. */
export interface Dialect {
  readonly separator: ',' | ';' | '\t' | '|' | ' ';
  readonly decimal: '.' | ',';
  readonly thousands: '' | '.' | ',' | ' ' | "'" | '\u00A0';
  readonly isQuoted: boolean;
  readonly minus: '-' | '\u2212' | '\u2013';
  readonly encoding:
    'UTF-8' | 'UTF-8 marked' | 'UTF-16LE' | 'UTF-16LE marked' | 'UTF-16BE marked' | 'Windows-1252';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly unit: 's' | 'ms' | 'us' | 'min';
  readonly unitIn: 'name' | 'brackets' | 'row' | 'nothing';
  readonly hasIndex: boolean;
  readonly hasEvents: boolean;
  readonly isTrimmed: boolean;
  readonly notes: readonly string[];
  readonly hasFooter: boolean;
}

/** What is recorded: values in steps of 10^-decimals, at even times. */
export interface Written {
  readonly values: readonly number[];
  readonly decimals: number;
  readonly rateHz: number;
  readonly startS: number;
}

const PER_SECOND = { s: 1, ms: 1e3, us: 1e6, min: 1 / 60 } as const;
/** So that a hundredth of a millisecond is not lost. */
const DECIMALS = { s: 4, ms: 1, us: 0, min: 7 } as const;

export const timesOf = ({ values, rateHz, startS }: Written) => values.map((_, i) => startS + i / rateHz);

function numeral(value: number, decimals: number, dialect: Dialect, thousands: string): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const kept = dialect.isTrimmed ? fraction.replace(/0+$/, '') : fraction;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? dialect.minus : ''}${grouped}${kept === '' ? '' : dialect.decimal + kept}`;
}

/** Times and values as they stand in the file. */
export function cellsOf(recording: Written, dialect: Dialect) {
  const { unit, thousands } = dialect;
  return {
    times: timesOf(recording).map((s) => numeral(s * PER_SECOND[unit], DECIMALS[unit], dialect, '')),
    values: recording.values.map((value) => numeral(value, recording.decimals, dialect, thousands))
  };
}

export function bytesOf(recording: Written, dialect: Dialect): Uint8Array {
  const { separator, unit, unitIn, hasIndex, hasEvents } = dialect;
  const empty = separator === ' ' ? '-' : '';
  const row = (time: string, value: string, index: string, event: string) =>
    [...(hasIndex ? [index] : []), time, value, ...(hasEvents ? [event] : [])]
      .map((cell) => (dialect.isQuoted ? `"${cell}"` : cell))
      .join(separator);
  const { times, values } = cellsOf(recording, dialect);
  const name = { name: `time_${unit}`, brackets: `Time[${unit}]`, row: 'Time', nothing: 'Time' }[unitIn];
  const lines = [
    ...dialect.notes,
    row(name, dialect.encoding === 'Windows-1252' ? 'EMG[µV]' : 'force', 'index', 'event'),
    ...(unitIn === 'row' ? [row(unit, 'N', empty, empty)] : []),
    ...times.map((time, i) => row(time, values[i] ?? '', String(i), i % 7 === 3 ? 'squeeze' : empty)),
    ...(dialect.hasFooter ? ['', 'End of recording'] : [])
  ];
  return encoded(lines.join(dialect.lineEnd) + dialect.lineEnd, dialect.encoding);
}

function encoded(text: string, encoding: Dialect['encoding']): Uint8Array {
  if (encoding === 'Windows-1252')
    return Uint8Array.from(text, (char) => (char === '\u2013' ? 0x96 : char.charCodeAt(0)));
  const marked = encoding.endsWith('marked') ? `\uFEFF${text}` : text;
  if (encoding.startsWith('UTF-8')) return new TextEncoder().encode(marked);
  const isBig = encoding.startsWith('UTF-16BE');
  return Uint8Array.from(
    marked.split('').flatMap((char) => {
      const code = char.charCodeAt(0);
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
    })
  );
}
