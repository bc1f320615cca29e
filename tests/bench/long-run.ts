import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Pipeline } from '../../src/lib/session/pipeline';
import { replayEntries } from '../../src/lib/session/replay';
import { ROW_LENGTH } from '../../src/lib/signal/engine';
import { figure, type Measure } from './measure';
import { TrainingJournal } from './training-journal';
import { inTurns, TOLD, type Passes } from './whole-core';

const HOUR_S = 3600;
const RATE_HZ = 100;
/** Samples before the two readings of the heap. */
const EARLY = 1e6;
const LATE = 11e6;

export const longRun: Measure = {
  name: 'long-run',
  what: 'one hour of training at 100 Hz recalculated, and what ten million samples leave behind',
  run() {
    const { undisturbedMs, allMs } = reanalysed();
    const { early, late, samples } = heapAfter();
    return Promise.resolve({
      figures: [
        figure('one hour recalculated', undisturbedMs, 'ms', { atMost: 100 }),
        figure('one hour recalculated, all passes', allMs, 'ms'),
        figure('growth over ten million samples', (late - early) / 1e6, 'MB', { atMost: 1 }),
        figure('heap at one million samples', early / 1e6, 'MB'),
        figure('samples between the readings', samples, '')
      ],
      notes: [
        'In Node, bundled as the worker is. An hour is the journal of set after set, 5 samples a frame, through the pipeline that ran it live, with all rows and events kept, as a replay does. Reading it from the database is not in it.',
        TOLD,
        'The heap is what objects and typed arrays use after a full collection, in one session of set after set whose rows and events are let go.'
      ]
    });
  }
};

function reanalysed(): Passes {
  const journal = new TrainingJournal(5);
  const entries = [...journal.walkToSet(), ...journal.sets(HOUR_S)];
  const hour = () => {
    const startMs = performance.now();
    const { rows, events } = replayEntries(entries);
    const ms = performance.now() - startMs;
    const rounds = events.filter(({ type }) => type === 'round').length;
    if (rows.length / ROW_LENGTH < 0.99 * HOUR_S * RATE_HZ || rounds < 200)
      throw new Error(`That was no hour of training: ${rows.length / ROW_LENGTH} samples, ${rounds} rounds.`);
    return ms;
  };
  return inTurns({ hour }).hour;
}

function heapAfter(): { readonly early: number; readonly late: number; readonly samples: number } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const inUse = () => {
    for (let i = 0; i < 2; i++) collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  let samples = 0;
  const pipeline = new Pipeline({
    rows(more) {
      samples += more.length / ROW_LENGTH;
    },
    event: () => undefined
  });
  const journal = new TrainingJournal(5);
  for (const entry of journal.walkToSet()) pipeline.accept(entry);
  let earlySamples = NaN;
  let early = NaN;
  for (const entry of journal.sets(LATE / RATE_HZ)) {
    pipeline.accept(entry);
    if (Number.isNaN(early) && samples >= EARLY) {
      earlySamples = samples;
      early = inUse();
    }
  }
  return { early, late: inUse(), samples: samples - earlySamples };
}
