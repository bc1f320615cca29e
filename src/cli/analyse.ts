/** npm run --silent analyse -- FILE.csv: the app's own signal core on a recording of one's own. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { analyse } from '../lib/signal/analysis';
import { parseRecording, UsageError } from './csv';
import { HELP, parseCommandLine } from './options';
import { toJson, toText } from './report';

try {
  if (process.argv.includes('--help')) process.stdout.write(HELP);
  else run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function run(args: readonly string[]): void {
  const { file, json, optionsFor } = parseCommandLine(args);
  const recording = parseRecording(read(file));
  const options = optionsFor(recording.t[0] ?? 0);
  const analysis = analyse(recording, options);
  if (Number.isNaN(analysis.baseline.sd))
    throw new UsageError(
      'There are fewer than three samples in the rest: choose another stretch with --rest, or give --baseline.'
    );
  process.stdout.write(json ? `${JSON.stringify(toJson(analysis), null, 2)}\n` : toText(file, analysis));
}

function read(file: string): string {
  // npm runs in the project's folder and says where the command was typed.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    const isText = cause instanceof TypeError;
    throw new UsageError(
      isText
        ? `Line 1, column 1: ${file} is no text, but a CSV file is needed.`
        : `${file} cannot be read: is it there, and a file?`,
      { cause }
    );
  }
}
