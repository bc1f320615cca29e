import { Pipeline, type SessionEvent } from '../../src/lib/session/pipeline';
import { ROW_LENGTH } from '../../src/lib/signal/engine';
import type { Entry } from '../../src/lib/storage/entry';
import { figure, quantile, type Measure } from './measure';
import { FIRST_SET_S, TrainingJournal, type Packet } from './training-journal';

/** Of the set's 480 s; the rest leaves room for the lead-in. */
const MEASURED_S = 470;
const WARM_UP = 20;
const PASSES = 40;

/** A session as the worker gets it: the walk to the set, and frames in the middle of the set. */
interface Session {
  readonly walk: readonly Entry[];
  readonly frames: readonly Packet[];
  readonly samples: number;
}

export const throughput: Measure = {
  name: 'throughput',
  what: 'samples through decode, clock and engine in the middle of a set, frames encoded beforehand',
  run() {
    const figures = [5, 6].flatMap((samplesPerFrame) => {
      const session = record(samplesPerFrame);
      const times = Array.from({ length: WARM_UP + PASSES }, () => pass(session)).slice(WARM_UP);
      const copies = Array.from({ length: WARM_UP + PASSES }, () => copyPass(session)).slice(WARM_UP);
      const ns = (ms: readonly number[], share = 0.5) => (quantile(ms, share) * 1e6) / session.samples;
      const title = `${samplesPerFrame} samples a frame`;
      return [
        figure(title, 1e3 / ns(times), 'M samples/s', { atLeast: 5 }),
        figure(`${title}, each sample`, ns(times), 'ns'),
        figure(`${title}, each sample in the quickest pass`, ns(times, 0), 'ns'),
        figure(`${title}, only copied`, ns(copies), 'ns'),
        figure(`${title}, times the copy`, ns(times) / ns(copies), '×')
      ];
    });
    return Promise.resolve({
      figures,
      notes: [
        `In Node, medians of ${PASSES} passes over ${MEASURED_S} s of a set; each pass is a new pipeline that was walked to its set first.`,
        'The copy reads every sample of the same frames out of its bytes into an array, and does nothing else.'
      ]
    });
  }
};

/** The time of one pass over the frames, ms. */
function pass({ walk, frames, samples }: Session): number {
  let rows = 0;
  const events: SessionEvent['type'][] = [];
  const pipeline = new Pipeline({
    rows(more) {
      rows += more.length / ROW_LENGTH;
    },
    event({ type }) {
      events.push(type);
    }
  });
  for (const entry of walk) pipeline.accept(entry);
  rows = 0;
  const startMs = performance.now();
  for (const frame of frames) pipeline.accept(frame);
  const ms = performance.now() - startMs;
  if (rows !== samples || events.at(-1) !== 'round') throw new Error(`No set was running: ${events.join()}.`);
  return ms;
}

const copied = new Float64Array(64);

function copyPass({ frames }: Session): number {
  const startMs = performance.now();
  for (const { bytes } of frames) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 8; at < bytes.length; at += 2) copied[(at - 8) >> 1] = view.getUint16(at, true);
  }
  return performance.now() - startMs;
}

function record(samplesPerFrame: number): Session {
  const journal = new TrainingJournal(samplesPerFrame);
  const walk = journal.walkToSet();
  const frames = journal.packets(FIRST_SET_S + MEASURED_S);
  return { walk, frames, samples: frames.length * samplesPerFrame };
}
