/** What the reader could not make out, and whoever asked may say. */
export type Unclear = 'time' | 'value' | 'unit';

/** Why a file is not read: one sentence that is true of the file and names line and column, both counted from 1. */
export class FileRefused extends Error {
  constructor(
    readonly line: number,
    readonly column: number,
    sentence: string,
    readonly unclear: Unclear | null = null
  ) {
    super(`Line ${line}, column ${column}${sentence}`);
  }
}

/** As much of a cell as a sentence can hold. */
export const quoted = (cell: string): string => `"${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell}"`;
