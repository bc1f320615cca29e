import { parseClock } from './clock';
import { shownBy, type DecimalMark } from './number';
import { FileRefused, quoted } from './refusal';

interface Seen {
  readonly line: number;
  readonly cell: string;
}

/** What the cells of one column show about its decimal mark, from first to last. */
export class MarksSeen {
  readonly decimal: Partial<Record<DecimalMark, Seen>> = {};
  readonly either: Partial<Record<DecimalMark, Seen>> = {};
  whole: Seen | null = null;

  add(line: number, cell: string): void {
    const clock = parseClock(cell)?.mark;
    const shown = clock ? ({ kind: 'decimal', mark: clock } as const) : shownBy(cell);
    if (shown?.kind === 'whole') this.whole ??= { line, cell };
    else if (shown) this[shown.kind][shown.mark] ??= { line, cell };
  }
}

/**
 * The decimal mark of a column: what its own cells show; else a point where commas part the columns; else what the other columns show, so
 * that 1.012 beside 14,05 is 1012.
 *
 * @param column from 1
 * @param others the other columns of the file
 * @throws FileRefused if the column contradicts itself, or if 1.012 may be either
 */
export function decimalMarkOf(
  column: number,
  own: MarksSeen,
  others: readonly MarksSeen[],
  isCommaSeparated: boolean
): DecimalMark {
  const { '.': point, ',': comma } = own.decimal;
  if (point && comma) {
    const [first, second] = point.line <= comma.line ? [point, comma] : [comma, point];
    throw new FileRefused(
      second.line,
      column,
      ` is ${quoted(second.cell)}, but line ${first.line} has ${quoted(first.cell)}: one of them takes the decimal mark for something else.`
    );
  }
  if (point) return '.';
  if (comma) return ',';
  const unclear = own.either['.'] ?? own.either[','];
  if (!unclear) return '.';
  const mark: DecimalMark = own.either['.'] ? '.' : ',';
  const isMixed = own.either['.'] && own.either[','];
  // Whoever parts columns by commas writes points before decimals; a comma in quotes may be either.
  if (isCommaSeparated && mark === '.' && !isMixed) return '.';
  const [known, ...more] = (['.', ','] as const).filter((each) =>
    others.some(({ decimal }) => decimal[each])
  );
  if (!known || more.length > 0 || isMixed || (known === mark && own.whole))
    throw new FileRefused(
      unclear.line,
      column,
      ` is ${quoted(unclear.cell)}, which may be thousands or a fraction: write the numbers without thousands marks.`
    );
  return known;
}
