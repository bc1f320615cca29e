import { FileRefused } from './refusal';

export const SEPARATORS = ['\t', ';', '|', ',', ' '] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface Row {
  /** Of its first character, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Begins with #, % or //, which the cells leave out. */
  readonly isComment: boolean;
}

const COMMENT = /^\s*(?:#+|%+|\/\/)/;
/** A quoted cell may run over lines, but a forgotten quote must not swallow the file. */
const LONGEST_CELL = 10_000;

/**
 * The rows of a text that hold anything, with quotes as in RFC 4180. Columns parted by spaces are parted by any run of spaces and tabs.
 *
 * @throws FileRefused at a quote that is never closed
 */
export function* rowsOf(text: string, separator: Separator): Generator<Row> {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const whole = text.slice(at, end);
    const comment = COMMENT.exec(whole);
    if (comment) {
      yield { line, cells: plain(whole.slice(comment[0].length), separator), isComment: true };
    } else if (!whole.includes('"')) {
      const cells = plain(whole, separator);
      if (cells.some((cell) => cell !== '')) yield { line, cells, isComment: false };
    } else {
      const { cells, next, lines } = withQuotes(text, at, separator, line);
      if (cells.some((cell) => cell !== '')) yield { line, cells, isComment: false };
      line += lines;
      at = next;
      continue;
    }
    line += 1;
    at = afterLine(text, end);
  }
}

function plain(line: string, separator: Separator): string[] {
  if (separator === ' ') return line.trim().split(/[ \t]+/);
  return line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function withQuotes(text: string, from: number, separator: Separator, line: number) {
  const parts = (char: string | undefined) =>
    char === separator || (separator === ' ' && (char === ' ' || char === '\t'));
  const ends = (char: string | undefined) => char === undefined || char === '\n' || char === '\r';
  const cells: string[] = [];
  let at = from;
  let lines = 0;
  for (;;) {
    while (text[at] === ' ' || (separator === ' ' && text[at] === '\t')) at += 1;
    let cell = '';
    if (text[at] === '"') {
      const opened = at;
      at += 1;
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length || at - opened > LONGEST_CELL)
          throw new FileRefused(line, cells.length + 1, ' opens a quote that is never closed.');
        if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines += 1;
        cell += text.charAt(at);
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    }
    while (!ends(text[at]) && !parts(text[at])) {
      cell += text.charAt(at);
      at += 1;
    }
    cells.push(cell.trim());
    if (ends(text[at])) break;
    at += 1;
  }
  return { cells, next: afterLine(text, at), lines: lines + 1 };
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

const afterLine = (text: string, end: number) => end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
