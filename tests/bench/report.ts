import type { Machine } from './machine';
import type { Figure, Measurement } from './measure';

/** One measure of a run: what it found, or why it could not. */
export type Result = { readonly name: string; readonly what: string; readonly otherLoadPct: number } & (
  (Measurement & { readonly met: boolean }) | { readonly error: string }
);

/** What `npm run bench` prints. */
export interface Run {
  readonly machine: Machine;
  readonly minutes: number;
  /** Whether every target of every measure was met. */
  readonly met: boolean;
  readonly measures: readonly Result[];
}

/** The run for docs/benchmarks.md. */
export function toMarkdown({ machine, minutes, measures }: Run): string {
  const { date, cpu, cores, memoryGb, system, node, browser } = machine;
  return [
    '# Benchmarks',
    '',
    '`npm run bench` measures, and prints JSON; `npm run bench -- --write` also writes this page. A missed target is shown and fails',
    'nothing. How each figure comes about is in tests/bench/, one file for each measure.',
    '',
    `${date}, ${cpu} with ${cores} cores and ${memoryGb} GB, ${system}, Node ${node}, ${browser} without a window; ${minutes} minutes`,
    'in all. "Others" is how busy other processes kept the machine just before a measure.',
    '',
    ...measures.flatMap(section)
  ].join('\n');
}

function section(result: Result): string[] {
  const head = [`## ${result.name}`, '', `${capital(result.what)}. Others: ${result.otherLoadPct} %.`, ''];
  if ('error' in result) return [...head, `Could not be measured: ${result.error}`, ''];
  return [
    ...head,
    '| figure | value | target | met |',
    '| --- | ---: | ---: | --- |',
    ...result.figures.map(row),
    '',
    ...result.notes.map((note) => `- ${note}`),
    ''
  ];
}

function row({ name, value, unit, target, met }: Figure): string {
  const wanted = !target
    ? ''
    : 'atMost' in target
      ? `≤ ${target.atMost} ${unit}`
      : `≥ ${target.atLeast} ${unit}`;
  return `| ${name} | ${`${value} ${unit}`.trim()} | ${wanted} | ${met === undefined ? '' : met ? 'yes' : '**no**'} |`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
