import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../../scripts/install.js';
import type { Measure } from './measure';

const BUNDLE = 'measure.mjs';

/**
 * A measure of its own file that runs as the app is shipped: in one piece, put together by the bundler that makes the worker. Where each
 * module is a file, what one has of another is looked up at every use, and the engine takes a fifth longer.
 */
export function bundled(measure: Measure): Measure {
  return {
    ...measure,
    async run(bench) {
      const outDir = mkdtempSync(join(tmpdir(), 'bodem-bench-'));
      try {
        await build({
          root: ROOT,
          configFile: false,
          logLevel: 'error',
          build: {
            ssr: join('tests', 'bench', `${measure.name}.ts`),
            outDir,
            minify: true,
            rolldownOptions: { output: { entryFileNames: BUNDLE } }
          }
        });
        const module = (await import(pathToFileURL(join(outDir, BUNDLE)).href)) as Record<string, Measure>;
        const shipped = Object.values(module).find(({ name }) => name === measure.name);
        if (!shipped) throw new Error(`${measure.name}.ts has no measure of that name.`);
        return await shipped.run(bench);
      } finally {
        rmSync(outDir, { recursive: true });
      }
    }
  };
}
