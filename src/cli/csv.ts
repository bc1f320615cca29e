/** What is wrong with a file or with what was typed, in one sentence for whoever typed it. */
export class UsageError extends Error {}

const SEPARATORS = [';', '\t', ','] as const;

/**
 * Times and values of a recording: the first two columns, whatever they are called; further columns are ignored. Columns are parted by
 * semicolons, tabs or commas; where it is not commas, these may be decimal. Values of the same time are one, their mean.
 *
 * @throws UsageError naming line and column
 */
export function parseRecording(text: string): { t: Float64Array; v: Float64Array } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  // Names and notes may hold any of them: only numbers tell which one parts the columns.
  const separator =
    SEPARATORS.find((each) =>
      lines.some((line) => [0, 1].every((column) => Number.isFinite(numberIn(line, column, each))))
    ) ?? ',';
  const number = (line: string, column: number) => numberIn(line, column, separator);
  const isData = (line: string) => Number.isFinite(number(line, 0)) || Number.isFinite(number(line, 1));
  const first = lines.findIndex((line) => line.trim() !== '' && isData(line));
  if (first < 0) throw new UsageError(emptiness(lines));
  const [t, v]: [number[], number[]] = [[], []];
  let same = 1;
  for (let i = first; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    const [time, value] = [0, 1].map((column) => {
      const read = number(line, column);
      if (Number.isFinite(read)) return read;
      const found = cellOf(line, column, separator);
      const what = found === undefined || found === '' ? 'is empty' : `is "${found.slice(0, 40)}"`;
      throw new UsageError(`Line ${i + 1}, column ${column + 1} ${what}, where a number is needed.`);
    }) as [number, number];
    const last = t.at(-1) ?? -Infinity;
    if (time < last)
      throw new UsageError(`Line ${i + 1}, column 1 goes back in time: ${time} s comes after ${last} s.`);
    if (time > last) {
      t.push(time);
      v.push(value);
      same = 1;
    } else {
      same += 1;
      const mean = v.at(-1) ?? value;
      v[v.length - 1] = mean + (value - mean) / same;
    }
  }
  if (t.length < 3)
    throw new UsageError(`Line ${lines.length}, column 1: the recording ends after ${t.length} samples.`);
  return { t: Float64Array.from(t), v: Float64Array.from(v) };
}

function cellOf(line: string, column: number, separator: string): string | undefined {
  return line.split(separator)[column]?.trim();
}

function numberIn(line: string, column: number, separator: string): number {
  const cell = cellOf(line, column, separator) ?? '';
  return cell === '' ? NaN : Number(separator === ',' ? cell : cell.replace(',', '.'));
}

function emptiness(lines: readonly string[]): string {
  if (lines.every((line) => line.trim() === '')) return 'Line 1, column 1: the file is empty.';
  return 'Line 1, column 1: no line of the file begins with a number.';
}
