import { cpus, loadavg, release, totalmem, type } from 'node:os';
import process from 'node:process';
import { sleep } from './measure';
import { withBrowser } from './browser';

/** Where figures come from: none means anything without it. */
export interface Machine {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
}

export async function describeMachine(executablePath: string): Promise<Machine> {
  const version = await withBrowser(executablePath, (browser) => Promise.resolve(browser.version()));
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    system: `${type()} ${release().split('.').slice(0, 2).join('.')}`,
    node: process.versions.node,
    browser: `Chromium ${version}`
  };
}

/** How busy others keep the machine while this process waits, in % of all cores. */
export async function busyPct(): Promise<number> {
  const before = cpuTimes();
  await sleep(1000);
  const after = cpuTimes();
  return Math.round((100 * (after.busy - before.busy)) / (after.all - before.all));
}

/** Processes that wanted to run, averaged over the last minute. */
export function load(): number {
  return Number((loadavg()[0] ?? NaN).toFixed(2));
}

function cpuTimes(): { busy: number; all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const all = times.reduce((sum, { user, nice, sys, irq, idle }) => sum + user + nice + sys + irq + idle, 0);
  return { all, busy: all - times.reduce((sum, { idle }) => sum + idle, 0) };
}
