import { BATCH, Pipeline, type SessionEvent } from '../../src/lib/session/pipeline';
import { Engine, ROW_LENGTH } from '../../src/lib/signal/engine';
import type { Command } from '../../src/lib/signal/command';
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
  /** The same as the engine gets it: rows, and commands. */
  readonly engineWalk: readonly (Float64Array | Command)[];
  readonly engineRows: Float64Array;
  readonly samples: number;
}

export const throughput: Measure = {
  name: 'throughput',
  what: 'samples in the middle of a set: through the engine, and through decoder, clock and engine',
  run() {
    const figures = [5, 6].flatMap((samplesPerFrame) => {
      const session = record(samplesPerFrame);
      const timesOf = (one: (session: Session) => number) =>
        Array.from({ length: WARM_UP + PASSES }, () => one(session)).slice(WARM_UP);
      const framed = batched(session.engineRows, samplesPerFrame);
      const engine = timesOf((of) => enginePass(of, framed));
      const [whole, copies] = [timesOf(pass), timesOf(copyPass)];
      const many = batched(session.engineRows, BATCH);
      const replayed = timesOf((of) => enginePass(of, many));
      const ns = (ms: readonly number[], share = 0.5) => (quantile(ms, share) * 1e6) / session.samples;
      const title = `${samplesPerFrame} samples a frame`;
      return [
        figure(`${title}, engine`, 1e3 / ns(engine), 'M samples/s', { atLeast: 5 }),
        figure(`${title}, engine, each sample`, ns(engine), 'ns'),
        figure(`${title}, engine, each sample in the quickest pass`, ns(engine, 0), 'ns'),
        figure(`${title}, engine, as in a replay`, 1e3 / ns(replayed), 'M samples/s', { atLeast: 5 }),
        figure(`${title}, engine, as in a replay, each sample in the quickest pass`, ns(replayed, 0), 'ns'),
        figure(`${title}, from bytes`, 1e3 / ns(whole), 'M samples/s'),
        figure(`${title}, from bytes, each sample`, ns(whole), 'ns'),
        figure(`${title}, from bytes, each sample in the quickest pass`, ns(whole, 0), 'ns'),
        figure(`${title}, only copied`, ns(copies), 'ns'),
        figure(`${title}, from bytes, times the copy`, ns(whole) / ns(copies), '×')
      ];
    });
    return Promise.resolve({
      figures,
      notes: [
        `In Node, bundled as the worker is, medians of ${PASSES} passes over ${MEASURED_S} s of a set; each pass is a new pipeline that was walked to its set first.`,
        `As in a replay: ${BATCH} samples at once, which have come already, where live each frame is measured as it comes.`,
        'The copy reads every sample of the same frames out of its bytes into an array, and does nothing else.'
      ]
    });
  }
};

/** So many rows at once. They lie in one array, so that what is measured is not how far apart the samples lie. */
function batched(rows: Float64Array, samples: number): readonly Float64Array[] {
  const length = samples * ROW_LENGTH;
  return Array.from({ length: Math.ceil(rows.length / length) }, (_, i) =>
    rows.subarray(i * length, (i + 1) * length)
  );
}

/** The time of one pass over the samples, ms. */
function enginePass({ engineWalk }: Session, batches: readonly Float64Array[]): number {
  const events: SessionEvent['type'][] = [];
  const engine = new Engine(({ type }) => {
    events.push(type);
  });
  engine.resolution = 1;
  const push = (rows: Float64Array) => {
    engine.push(rows, rows.length / ROW_LENGTH);
  };
  for (const entry of engineWalk) {
    if (entry instanceof Float64Array) push(entry);
    else engine.command(entry);
  }
  const startMs = performance.now();
  for (const batch of batches) push(batch);
  const ms = performance.now() - startMs;
  if (events.at(-1) !== 'round') throw new Error(`No set was running: ${events.join()}.`);
  return ms;
}

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
  const engineWalk: (Float64Array | Command)[] = [];
  const batches: Float64Array[] = [];
  let rows: (Float64Array | Command)[] = engineWalk;
  const pipeline = new Pipeline({ rows: (more) => rows.push(more.slice()), event: () => undefined });
  for (const entry of walk) {
    if (entry.kind === 'command') engineWalk.push(entry.command);
    pipeline.accept(entry);
  }
  rows = batches;
  for (const frame of frames) pipeline.accept(frame);
  const engineRows = Float64Array.from(batches.flatMap((batch) => [...batch]));
  return { walk, frames, engineWalk, engineRows, samples: frames.length * samplesPerFrame };
}
