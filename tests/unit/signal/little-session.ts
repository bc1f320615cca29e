import type { Command } from '../../../src/lib/signal/command';
import { Engine, ROW_LENGTH } from '../../../src/lib/signal/engine';
import type { SignalEvent } from '../../../src/lib/signal/event';
import { sampled, straight, type Sample } from './samples';

export type Timed = readonly [atS: number, command: Command];

export const SET_UP = {
  forcePct: 40,
  pattern: { riseMs: 1000, holdMs: 2000, fallMs: 1000, restMs: 1000 },
  rounds: 2,
  bandPct: 10
};

/** Rest at 1000 and 100 % at 1500: tare, three squeezes, then two rounds from 28 s to 38 s, followed without any error. */
export const RAW = (polarity: 1 | -1 = 1) => {
  const at = (s: number, pct: number) => [s, 1000 + polarity * 5 * pct] as const;
  const squeeze = (s: number) => [at(s, 0), at(s + 0.5, 100), at(s + 2, 100), at(s + 2.5, 0)];
  const round = (s: number) => [at(s, 0), at(s + 1, 40), at(s + 3, 40), at(s + 4, 0)];
  return straight(...[6, 11, 16].flatMap(squeeze), ...[28, 33].flatMap(round));
};

export const COMMANDS: readonly Timed[] = [
  [0.5, { do: 'tare', windowS: 3 }],
  [5, { do: 'calibrate' }],
  [24, { do: 'accept', polarity: 1 }],
  [25, { do: 'start', setUp: SET_UP }]
];

export const littleSession = (rateHz = 100, raw = RAW()): Sample[] => sampled(raw, rateHz, 0, 42);

export interface Run {
  readonly rows: Float64Array;
  readonly events: SignalEvent[];
}

/**
 * Each command comes after the last sample that is not later.
 *
 * @param batch samples pushed at once, at the most: a command comes between two batches
 * @param range of the sensor; none: it has no limit
 */
export function run(
  samples: readonly Sample[],
  commands: readonly Timed[] = COMMANDS,
  batch = 1,
  range = { min: -Infinity, max: Infinity }
): Run {
  const events: SignalEvent[] = [];
  const engine = new Engine((event) => events.push(event));
  engine.resolution = 1;
  engine.range = range;
  const rows = new Float64Array(samples.length * ROW_LENGTH);
  const waiting = [...commands];
  let pushed = 0;
  const push = (to: number) => {
    engine.push(rows.subarray(pushed * ROW_LENGTH), to - pushed);
    pushed = to;
  };
  samples.forEach(({ t, v }, i) => {
    if (i === pushed + batch) push(i);
    for (; waiting[0] && waiting[0][0] < t - 1e-6; waiting.shift()) {
      push(i);
      engine.command(waiting[0][1]);
    }
    rows.set([t, v], i * ROW_LENGTH);
  });
  push(samples.length);
  return { rows, events };
}
