import { readFileSync, statSync } from 'node:fs';
import type { Choices } from '../lib/files/choices';
import { readRecording } from '../lib/files/recording';
import { FileRefused } from '../lib/files/refusal';
import type { Understood } from '../lib/files/understood';
import { analyse, type Analysis, type AnalysisOptions } from '../lib/signal/analysis';
import { DirectionUnclear } from '../lib/signal/offline/direction';
import type { Input } from './inputs';
import { OPTION_FOR } from './options';

export interface Analysed {
  /** As the reader wrote it. */
  readonly file: string;
  readonly analysis: Analysis;
  readonly understood: Understood;
}

/** Why there are no figures: one sentence that says what to do. */
export interface Refused {
  readonly file: string;
  readonly refused: string;
}

export type Outcome = Analysed | Refused;

class NoRecording extends Error {}

export function outcomeOf({ name, path }: Input, choices: Choices, options: AnalysisOptions): Outcome {
  try {
    const recording = readRecording(read(name, path), choices);
    const analysis = analyse(recording, options);
    if (Number.isNaN(analysis.baseline.sd))
      throw new NoRecording(
        'There are fewer than three samples in the rest: choose another stretch with --rest, or give --baseline.'
      );
    return { file: name, analysis, understood: recording.understood };
  } catch (error) {
    return { file: name, refused: sentenceOf(error) };
  }
}

function read(name: string, path: string): Uint8Array {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new NoRecording(`The folder ${name} has no .csv, .txt or .tsv files.`);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new NoRecording(`${name} cannot be read. Check that the file exists and that you may read it.`, {
      cause
    });
  }
}

/** @throws what is a mistake of ours */
function sentenceOf(error: unknown): string {
  if (error instanceof NoRecording) return error.message;
  if (error instanceof DirectionUnclear) return `${error.message} Say --polarity up or --polarity down.`;
  if (!(error instanceof FileRefused)) throw error;
  return `${error.message}${error.unclear ? ` Or say it with ${OPTION_FOR[error.unclear]}.` : ''}`;
}
