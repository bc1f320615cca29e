/** npm run figures: draws the figures of docs/signal.md with the engine as it is now. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { svgOf } from '../../src/lib/figure/draw';
import { FIGURES, FOLDER } from './all';

mkdirSync(FOLDER, { recursive: true });
for (const [name, figure] of Object.entries(FIGURES))
  writeFileSync(join(FOLDER, `${name}.svg`), svgOf(figure()));
console.log(`Drew ${Object.keys(FIGURES).length} figures.`);
