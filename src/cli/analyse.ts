/** npm run --silent analyse -- FILE.csv: the app's own signal core on a recording of one's own. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { readRecording } from '../lib/files/recording';
import { FileRefused } from '../lib/files/refusal';
import { analyse } from '../lib/signal/analysis';
import { HELP, OPTION_FOR, parseCommandLine } from './options';
import { toJson } from './json';
import { toText } from './report';
import { UsageError } from './usage-error';

try {
  if (process.argv.includes('--help')) process.stdout.write(HELP);
  else run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof FileRefused)) throw error;
  const unclear = error instanceof FileRefused ? error.unclear : null;
  process.stderr.write(`${error.message}${unclear ? ` Or say it with ${OPTION_FOR[unclear]}.` : ''}\n`);
  process.exitCode = 2;
}

function run(args: readonly string[]): void {
  const { file, json, choices, optionsFor } = parseCommandLine(args);
  const recording = readRecording(read(file), choices);
  const options = optionsFor(recording.t[0] ?? 0);
  const analysis = analyse(recording, options);
  if (Number.isNaN(analysis.baseline.sd))
    throw new UsageError(
      'There are fewer than three samples in the rest: choose another stretch with --rest, or give --baseline.'
    );
  process.stdout.write(
    json
      ? `${JSON.stringify(toJson(analysis, recording.understood), null, 2)}\n`
      : toText(file, analysis, recording.understood)
  );
}

function read(file: string): Uint8Array {
  // npm runs in the project's folder and says where the command was typed.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UsageError(`${file} cannot be read: is it there, and a file?`, { cause });
  }
}
