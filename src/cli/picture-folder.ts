import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pictureOf } from '../lib/figure/recording/picture';
import type { AnalysisOptions } from '../lib/signal/analysis';
import type { Analysed } from './outcome';
import { UsageError } from './usage-error';

/** Where pictures are written, one for each recording. */
export class PictureFolder {
  readonly #taken = new Set<string>();

  /** Makes the folder where there is none. @throws UsageError */
  constructor(private readonly path: string) {
    this.#write(() => mkdirSync(path, { recursive: true }));
  }

  /**
   * Under the recording's own name; with a number after it where another one in this run has the same.
   *
   * @throws UsageError where the folder cannot be written
   */
  draw({ file, analysis }: Analysed, target: AnalysisOptions['target']): void {
    const name = this.#nameFor(basename(file, extname(file)));
    const picture = pictureOf(analysis, target, basename(file));
    this.#write(() => {
      writeFileSync(join(this.path, name), picture);
    });
  }

  #nameFor(stem: string): string {
    let name = `${stem}.svg`;
    for (let number = 2; this.#taken.has(name); number++) name = `${stem}-${number}.svg`;
    this.#taken.add(name);
    return name;
  }

  #write(act: () => void): void {
    try {
      act();
    } catch (cause) {
      throw new UsageError(
        `No picture can be written into ${this.path}: is it a folder that you may write in?`,
        {
          cause
        }
      );
    }
  }
}
