/** npx bodem-analyse FILE: the app's own signal core on recordings of one's own. */
import { resolve } from 'node:path';
import process from 'node:process';
import { parseCommandLine } from './command-line';
import { inputsOf } from './inputs';
import { helpText } from './options';
import { outcomeOf } from './outcome';
import { OUTPUTS } from './outputs';
import { PictureFolder } from './picture-folder';
import { UsageError } from './usage-error';

/** A file was refused, or the command was not understood. */
const REFUSED = 2;

// Whoever reads only the first lines closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  if (process.argv.includes('--help')) process.stdout.write(helpText());
  else run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = REFUSED;
}

function run(args: readonly string[]): void {
  const { paths, output, choices, options, pictureFolder } = parseCommandLine(args);
  // npm runs in the project's folder and says where the command was typed.
  const base = process.env.INIT_CWD ?? process.cwd();
  const inputs = inputsOf(paths, base);
  if (output === 'json' && inputs.length > 1)
    throw new UsageError('--json is for one file; for several there are --jsonl and --csv.');
  const pictures = pictureFolder === null ? null : new PictureFolder(resolve(base, pictureFolder));
  const { head, of } = OUTPUTS[output];
  process.stdout.write(head);
  let [done, refused] = [0, 0];
  inputs.forEach((input, i) => {
    const outcome = outcomeOf(input, choices, options);
    const reason = 'refused' in outcome ? outcome.refused : null;
    if (inputs.length > 1)
      process.stderr.write(
        `${i + 1} of ${inputs.length}: ${input.name}${reason ? ` is refused. ${reason}` : ''}\n`
      );
    else if (reason) process.stderr.write(`${reason}\n`);
    process.stdout.write(of(outcome, done === 0));
    if ('analysis' in outcome) pictures?.draw(outcome, options.target);
    if (reason) refused += 1;
    else done += 1;
  });
  if (refused > 0) process.exitCode = REFUSED;
  if (refused > 0 && inputs.length > 1)
    process.stderr.write(`${done} of ${inputs.length} files analysed, ${refused} refused.\n`);
}
