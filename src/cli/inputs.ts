import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A file to be analysed, or a path that leads to none. */
export interface Input {
  /** As the reader wrote it; of a file in a folder, with the folder as it was written. */
  readonly name: string;
  readonly path: string;
}

const RECORDING = /\.(?:csv|txt|tsv)$/i;

/**
 * The files that the paths stand for, each once: of a folder its recordings, also in folders within it, in the order of their names. Hidden
 * files are no recordings. A path that leads nowhere, and a folder without a recording, stay as they are: they are refused when they are read.
 *
 * @param base where the command was typed
 */
export function inputsOf(paths: readonly string[], base: string): Input[] {
  const inputs = paths.flatMap((name) => {
    const path = resolve(base, name);
    const within = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? recordingsIn(path) : [];
    return within.length === 0
      ? [{ name, path }]
      : within.map((each) => ({ name: join(name, each), path: join(path, each) }));
  });
  return inputs.filter(({ path }, i) => inputs.findIndex((each) => each.path === path) === i);
}

/** Relative to the folder. */
function recordingsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => RECORDING.test(file) && !/(?:^|[\\/])\./.test(file))
    .filter((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile())
    .sort();
}
