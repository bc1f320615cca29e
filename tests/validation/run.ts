import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ENGINE_VERSION } from '../../src/lib/signal/engine';
import { UNCERTAINTIES } from '../../src/lib/signal/uncertainty/uncertainty';
import { FIGURES } from './figures';
import { FIGURE_NAMES, measure } from './measure';
import { pictureFile, toPage, UNIT_NAMES } from './page';
import { pictureOf } from './picture';
import { measureRecorded } from './recordings';
import type { Sampling } from './sampling';

/** Writes docs/validation.md and its pictures; the same to the last bit each time. */
const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const USUAL: Sampling = { rateHz: 100, noisePct: 0.2, jitterMs: 0, loss: 'none' };
const LOSSES = { none: 'none', 'every-16th': '1 of 16', 'random-5-pct': '5 % at random' } as const;

const column = (head: string, sampling: Partial<Sampling>) => ({
  head,
  errors: measure({ ...USUAL, ...sampling })
});
const byRate = [20, 50, 100, 200, 500, 1000].map((rateHz) => ({
  rateHz,
  ...column(`${rateHz} Hz`, { rateHz, noisePct: 0.05 })
}));

const page = toPage({
  engineVersion: ENGINE_VERSION,
  node: process.versions.node,
  byRate,
  byNoise: [0.05, 0.2, 1].map((noisePct) => column(`σ ${noisePct} %`, { noisePct })),
  byLoss: (['none', 'every-16th', 'random-5-pct'] as const).map((loss) => column(LOSSES[loss], { loss })),
  byJitter: [0, 1, 3].map((jitterMs) => column(`${jitterMs} ms`, { jitterMs })),
  recorded: measureRecorded()
});

mkdirSync(`${DOCS}pictures/validation`, { recursive: true });
writeFileSync(`${DOCS}validation.md`, page);
for (const figure of FIGURE_NAMES) {
  const curve = byRate.map(({ rateHz, errors }) => ({ rateHz, errors: errors[figure] }));
  const svg = pictureOf(UNCERTAINTIES[figure].name, UNIT_NAMES[FIGURES[figure]], curve);
  writeFileSync(`${DOCS}${pictureFile(figure)}`, svg);
}
console.log(`Validated ${FIGURE_NAMES.length} figures with engine version ${ENGINE_VERSION}.`);
