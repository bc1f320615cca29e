import { TABLES, type TableName } from '../../src/lib/signal/uncertainty/tables';
import { UNCERTAINTIES } from '../../src/lib/signal/uncertainty/uncertainty';
import { TABLE_FIGURES, tableRows, verdictOn } from './agreement';
import { FIGURES, type Figure } from './figures';
import { DRAWS, FIGURE_NAMES, type Errors } from './measure';
import type { Recorded } from './recordings';
import { SHAPES } from './shapes';

export interface Column {
  readonly head: string;
  readonly errors: Record<Figure, Errors>;
}

export interface Measured {
  readonly engineVersion: number;
  readonly node: string;
  readonly byRate: readonly (Column & { readonly rateHz: number })[];
  readonly byNoise: readonly Column[];
  readonly byLoss: readonly Column[];
  readonly byJitter: readonly Column[];
  readonly recorded: Recorded | null;
}

export const UNIT_NAMES = {
  ms: 'ms',
  share: '% of the right value',
  '%': '% of the reference',
  '%/s': '%/s'
};
export const pictureFile = (figure: Figure) => `pictures/validation/${figure}.svg`;

/** Two digits; what is nearly nothing is 0. */
const show = (value: number) =>
  Number.isFinite(value) ? (Math.abs(value) < 5e-4 ? '0' : String(Number(value.toPrecision(2)))) : '–';

function cell({ bias, lowest, highest, sd, measured, of }: Errors): string {
  if (measured === 0) return 'none';
  const range = show(lowest) === show(highest) ? '' : ` (${show(lowest)} to ${show(highest)})`;
  return `${show(bias)}${range} ± ${show(sd)}${measured < of ? `, ${Math.round((100 * measured) / of)} %` : ''}`;
}

function table(columns: readonly Column[]): string[] {
  return [
    `| figure, error in | ${columns.map(({ head }) => head).join(' | ')} |`,
    `| --- |${' --- |'.repeat(columns.length)}`,
    ...FIGURE_NAMES.map(
      (figure) =>
        `| ${UNCERTAINTIES[figure].name}, ${UNIT_NAMES[FIGURES[figure]]} | ${columns.map(({ errors }) => cell(errors[figure])).join(' | ')} |`
    )
  ];
}

function agreement(name: TableName, byRate: Measured['byRate'], recorded: Recorded | null): string[] {
  const figure = TABLE_FIGURES[name];
  return tableRows(name).map(({ rateHz, ...row }) => {
    const errors = byRate.find((each) => each.rateHz === rateHz)?.errors[figure];
    const other = recorded?.byRate.find((each) => each.rateHz === rateHz)?.errors[figure];
    const against = (each?: Errors) => (each ? `${cell(each)}: ${verdictOn(row, each)}` : '–');
    return `| ${UNCERTAINTIES[figure].name}, ${UNIT_NAMES[FIGURES[figure]]} | ${rateHz} | ${show(row.bias)} ± ${show(row.sd)} | ${against(errors)} | ${against(other)} |`;
  });
}

function recordedSection(recorded: Recorded | null): string[] {
  if (!recorded)
    return ['The recordings were absent when this page was made; nothing was compared with them.'];
  const columns = recorded.byRate.map(({ rateHz, errors }) => ({ head: `${rateHz} Hz`, errors }));
  return [
    `One contraction, ${recorded.what}, recorded at ${recorded.nativeHz} Hz and resampled at 20 phases on the straight lines between its samples. What the native rate reads stands for the right values. The recording itself is no part of this project. A recording of finger presses was left out, because it never returns to rest.`,
    '',
    ...table(columns)
  ];
}

/** docs/validation.md */
export function toPage(measured: Measured): string {
  const { engineVersion, node, byRate, byNoise, byLoss, byJitter, recorded } = measured;
  return [
    '# Validation',
    '',
    `Made by \`npm run validate\` with engine version ${engineVersion} on Node ${node}. Do not edit it: a test fails when the engine has another version.`,
    '',
    '## Method',
    '',
    `${SHAPES.length} contractions are written as formulas (${SHAPES.map(({ name }) => name).join(', ')}; \`tests/validation/shapes.ts\`). Their right values come from the formulas and the definitions alone, by bisection and by sums over steps of 1 ms (\`right.ts\`), with a window of 100 ms for slopes at every rate. Each is sampled ${DRAWS} times, with the seeds 1 to ${DRAWS} (\`firmware-sim/random.ts\`), which settle the noise, the jitter, what is lost, and where in a step the first sample lies. 100 % is known, and rest is the first 3 s. Every figure goes through \`analyse\`, as in the command line.`,
    '',
    'A cell reads: mean error over all shapes (that of the lowest and of the highest shape) ± SD over the draws of a shape, and the share of the draws that had the figure where it was not all of them. "none" means that no draw had it. Errors are figure minus right value. Where nothing else is said: 100 Hz, noise of SD 0.2 %, no loss, no jitter.',
    '',
    '## Rate',
    '',
    'With noise of SD 0.05 %, so that it is the rate that shows.',
    '',
    ...table(byRate),
    '',
    ...FIGURE_NAMES.map(
      (figure) =>
        `![${UNCERTAINTIES[figure].name}: bias and SD by rate, and the range of the shapes](${pictureFile(figure)})`
    ),
    '',
    '## Noise',
    '',
    ...table(byNoise),
    '',
    '## Loss',
    '',
    ...table(byLoss),
    '',
    '## Jitter of the sample times',
    '',
    ...table(byJitter),
    '',
    '## The tables that the ± uses',
    '',
    'They are in `src/lib/signal/uncertainty/tables.ts`. All but those of the plateau and of the rise rate’s SD were measured on 14 recordings of other muscles, whose shapes scatter more than formulas do. A table "holds" a measurement if the mean error of every shape, widened by the scatter of its draws, lies within 2 SD of the range from 0 to the table’s bias. Otherwise the cell says by how much it falls short. The ± adds the formulas of noise and of the ends of a hold to the table, and the early onset at a sharp corner is a bias with a formula of its own; `tests/unit/signal/uncertainty/coverage.test.ts` checks the whole ±.',
    '',
    '| figure, error in | Hz | table: bias ± SD | the shapes, and whether the table holds them | the recording |',
    '| --- | ---: | --- | --- | --- |',
    ...(Object.keys(TABLES) as TableName[]).flatMap((name) => agreement(name, byRate, recorded)),
    '',
    '## A recording',
    '',
    ...recordedSection(recorded),
    '',
    '## Not covered',
    '',
    '- Noise that is not white: a sensor that filters has fewer independent samples than it sends, and its ± is too small by the square root of that ratio.',
    '- A sensor whose quantisation step is larger than its noise; σ is one step then, and stands for it.',
    '- The tracked baseline of a live session, creep of a sensor, and drift within a contraction.',
    '- The error of 100 % itself: it is the same in all figures of a session, and stands beside the maximum.',
    '- Bursts that arrive late, clocks that jump, clipping, spikes, and quick squeezes in a series.',
    '- Real pelvic-floor contractions: no public series was found.',
    ''
  ].join('\n');
}
