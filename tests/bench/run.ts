/**
 * npm run bench [-- --write] [measure …]: measures the built app on this machine and prints one JSON object; progress goes to
 * standard error. A target that is missed is reported, and fails nothing. With --write, docs/benchmarks.md is rewritten.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBrowser, ensureDbus } from '../../scripts/browser.js';
import { build } from '../../scripts/build.js';
import { ROOT } from '../../scripts/install.js';
import { createServer } from '../../scripts/serve.js';
import { bundled } from './bundled';
import { frames } from './frames';
import { heap } from './heap';
import { latency } from './latency';
import { longRun } from './long-run';
import { busyPct, describeMachine } from './machine';
import type { Bench, Measure } from './measure';
import { toMarkdown, type Result, type Run } from './report';
import { scriptTime } from './script-time';
import { size } from './size';
import { storage } from './storage';
import { throughput } from './throughput';

const MEASURES: readonly Measure[] = [
  latency,
  scriptTime,
  frames,
  bundled(throughput),
  bundled(longRun),
  heap,
  size,
  storage
];

// Standard output is for the result alone; what is said on the way goes beside it.
console.log = console.error;

const wanted = process.argv.slice(2).filter((argument) => argument !== '--write');
const unknown = wanted.find((name) => !MEASURES.some((measure) => measure.name === name));
if (unknown !== undefined) {
  const names = MEASURES.map(({ name }) => name).join(', ');
  console.error(`There is no measure "${unknown}"; there are ${names}.`);
  process.exit(2);
}
const run = await withBuild(measureAll);
process.stdout.write(`${JSON.stringify(run, null, 2)}\n`);
if (process.argv.includes('--write')) writeFileSync(join(ROOT, 'docs', 'benchmarks.md'), toMarkdown(run));
if (run.measures.some((result) => 'error' in result)) process.exitCode = 1;

async function measureAll(bench: Bench): Promise<Run> {
  const startMs = performance.now();
  const machine = await describeMachine(bench.executablePath);
  const measures: Result[] = [];
  for (const measure of MEASURES) {
    if (wanted.length === 0 || wanted.includes(measure.name)) measures.push(await runOne(measure, bench));
  }
  const met = measures.every((result) => 'met' in result && result.met);
  return { machine, minutes: Number(((performance.now() - startMs) / 60_000).toFixed(1)), met, measures };
}

async function runOne(measure: Measure, bench: Bench): Promise<Result> {
  const { name, what } = measure;
  const otherLoadPct = await busyPct();
  console.error(`${name} … (others keep the machine ${otherLoadPct} % busy)`);
  const startMs = performance.now();
  try {
    const { figures, notes } = await measure.run(bench);
    const missed = figures.filter(({ met }) => met === false);
    for (const { name: title, value, unit, met } of figures) {
      console.error(`  ${title}: ${value} ${unit}${met === undefined ? '' : met ? ' – met' : ' – missed'}`);
    }
    return { name, what, otherLoadPct, met: missed.length === 0, figures, notes };
  } catch (error) {
    console.error(error);
    return { name, what, otherLoadPct, error: error instanceof Error ? error.message : String(error) };
  } finally {
    console.error(`  ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
  }
}

/** Builds the app and serves a copy, so that a build made meanwhile does not change what is measured. */
async function withBuild<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  ensureDbus();
  const executablePath = await ensureBrowser();
  const buildDir = mkdtempSync(join(tmpdir(), 'bodem-bench-'));
  cpSync(build(), buildDir, { recursive: true });
  const server = createServer(buildDir);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  try {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return await work({ buildDir, url: `http://localhost:${address.port}`, executablePath });
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(buildDir, { recursive: true });
  }
}
