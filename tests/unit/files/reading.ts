import { readRecording, type Recording } from '../../../src/lib/files/recording';
import type { Choices } from '../../../src/lib/files/choices';

/** A text in UTF-8, as a program would have written it. */
export const read = (text: string, choices: Choices = {}): Recording =>
  readRecording(new TextEncoder().encode(text), choices);

/** Times and values, row by row. */
export function samplesOf({ t, v }: Recording): number[][] {
  return [...t].map((time, i) => [time, v[i] ?? NaN]);
}

export const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;
