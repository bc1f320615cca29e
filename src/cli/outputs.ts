import type { Outcome } from './outcome';
import { toJson } from './json';
import { toText } from './report';
import { CONTRACTION_COLUMNS, contractionRows } from './table/contraction-columns';
import { csvLine } from './table/csv';
import { FILE_COLUMNS, fileRows } from './table/file-columns';

/** One form of the output. Another one is another record. */
interface Output {
  /** What stands before the first file. */
  readonly head: string;
  /** @returns the file's part of the output, lines with their ends */
  readonly of: (outcome: Outcome, isFirst: boolean) => string;
}

const json = (outcome: Outcome, indent?: number) =>
  `${JSON.stringify('refused' in outcome ? outcome : toJson(outcome), null, indent)}\n`;

export const OUTPUTS = {
  text: {
    head: '',
    of: (outcome, isFirst) => ('refused' in outcome ? '' : `${isFirst ? '' : '\n'}${toText(outcome)}`)
  },
  json: { head: '', of: (outcome) => ('refused' in outcome ? '' : json(outcome, 2)) },
  jsonl: { head: '', of: (outcome) => json(outcome) },
  'csv-contractions': { head: csvLine(CONTRACTION_COLUMNS.map(({ name }) => name)), of: contractionRows },
  'csv-files': { head: csvLine(FILE_COLUMNS.map(({ name }) => name)), of: fileRows }
} as const satisfies Record<string, Output>;

export type OutputName = keyof typeof OUTPUTS;
