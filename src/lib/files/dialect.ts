import { parseClock } from './clock';
import { isMissing, shownBy } from './number';
import { FileRefused } from './refusal';
import { rowsOf, SEPARATORS, type Row, type Separator } from './rows';

/** The separator is judged on so many lines; if they hold no data, on all. */
const JUDGED_LINES = 2000;

export const isNumberLike = (cell: string): boolean => shownBy(cell) !== null || parseClock(cell) !== null;

export const numbersIn = (cells: readonly string[]): number => cells.filter(isNumberLike).length;

/**
 * What parts the columns: the separator that makes the most of the rows into numbers. Notes and names are not asked; only where comma and
 * space do equally well do the names decide.
 *
 * @throws FileRefused if no row holds two numbers, or if comma and space cannot be told apart
 */
export function separatorOf(text: string): Separator {
  const judged = (part: string) => SEPARATORS.map((separator) => ({ separator, ...judge(part, separator) }));
  const ofHead = judged(text.slice(0, endOfLines(text, JUDGED_LINES)));
  const scores = withoutInnerSpaces(ofHead.some(({ score }) => score > 0) ? ofHead : judged(text));
  const best = Math.max(...scores.map(({ score }) => score));
  const [first, ...others] = scores.filter(({ score }) => score === best);
  if (!first || best === 0) throw new FileRefused(1, 1, ': no line of the file holds two numbers.');
  if (first.separator !== ',' || others.length === 0) return first.separator;
  const named = [first, ...others].filter(({ isNamed }) => isNamed);
  if (named.length === 1 && named[0]) return named[0].separator;
  if (named.length === 0 && !text.includes(':'))
    throw new FileRefused(
      first.line,
      1,
      ': the columns may be parted by commas, or by spaces with decimal commas; save the file with semicolons.'
    );
  return first.separator;
}

/** Where tabs, semicolons or bars part every row as well, spaces stand within the cells, between thousands for instance. */
function withoutInnerSpaces<Score extends { separator: Separator; rows: number }>(
  scores: readonly Score[]
): Score[] {
  const rowsBy = (separator: Separator) => scores.find((each) => each.separator === separator)?.rows ?? 0;
  const arePartedOtherwise = (['\t', ';', '|'] as const).some(
    (each) => rowsBy(each) >= Math.max(1, rowsBy(' '))
  );
  return scores.filter(({ separator }) => separator !== ' ' || !arePartedOtherwise);
}

function judge(text: string, separator: Separator) {
  let [score, rows, line] = [0, 0, 1];
  let isNamed = false;
  let last: Row | null = null;
  try {
    for (const row of rowsOf(text, separator)) {
      const numbers = row.isComment ? 0 : numbersIn(row.cells);
      const filled = row.cells.filter((cell) => !isMissing(cell)).length;
      const odd = separator === ' ' && row.cells.some((cell) => /^0\d/.test(cell)) ? 1 : 0;
      if (numbers > 1) {
        if (score === 0) {
          line = row.line;
          isNamed = !!last && last.cells.length > 1 && numbersIn(last.cells) === 0;
        }
        score += numbers / (filled + odd);
        rows += 1;
      }
      last = row;
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
  }
  return { score, rows, line, isNamed };
}

function endOfLines(text: string, lines: number): number {
  let at = 0;
  for (let i = 0; i < lines && at >= 0; i++) at = text.indexOf('\n', at) + 1 || -1;
  return at < 0 ? text.length : at;
}
