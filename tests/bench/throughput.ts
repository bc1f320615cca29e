import { BATCH, Pipeline, type SessionEvent } from '../../src/lib/session/pipeline';
import { Engine, ROW_LENGTH } from '../../src/lib/signal/engine';
import type { Command } from '../../src/lib/signal/command';
import type { Entry } from '../../src/lib/storage/entry';
import { figure, type Measure } from './measure';
import { FIRST_SET_S, TrainingJournal, type Packet } from './training-journal';
import { inTurns, TOLD, type Passes } from './whole-core';

/** Of the set's 480 s; the rest leaves room for the lead-in. */
const MEASURED_S = 470;

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
      const framed = batched(session.engineRows, samplesPerFrame);
      const many = batched(session.engineRows, BATCH);
      const { engine, replayed, whole, copied } = inTurns({
        engine: () => enginePass(session, framed),
        replayed: () => enginePass(session, many),
        whole: () => pass(session),
        copied: () => copyPass(session)
      });
      const inNs = (ms: number) => (ms * 1e6) / session.samples;
      const ns = ({ undisturbedMs }: Passes) => inNs(undisturbedMs);
      const title = `${samplesPerFrame} samples a frame`;
      return [
        figure(`${title}, engine`, 1e3 / ns(engine), 'M samples/s', { atLeast: 5 }),
        figure(`${title}, engine, each sample`, ns(engine), 'ns'),
        figure(`${title}, engine, each sample in all passes`, inNs(engine.allMs), 'ns'),
        figure(`${title}, engine, as in a replay`, 1e3 / ns(replayed), 'M samples/s', { atLeast: 5 }),
        figure(`${title}, engine, as in a replay, each sample`, ns(replayed), 'ns'),
        figure(`${title}, engine, as in a replay, each sample in all passes`, inNs(replayed.allMs), 'ns'),
        figure(`${title}, from bytes`, 1e3 / ns(whole), 'M samples/s'),
        figure(`${title}, from bytes, each sample`, ns(whole), 'ns'),
        figure(`${title}, from bytes, each sample in all passes`, inNs(whole.allMs), 'ns'),
        figure(`${title}, only copied`, ns(copied), 'ns'),
        figure(`${title}, from bytes, times the copy`, ns(whole) / ns(copied), '×')
      ];
    });
    return Promise.resolve({
      figures,
      notes: [
        `In Node, bundled as the worker is. A pass goes over ${MEASURED_S} s of a set, in a new pipeline that was walked to its set first.`,
        TOLD,
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

const row = new Float64Array(64);

function copyPass({ frames }: Session): number {
  const startMs = performance.now();
  for (const { bytes } of frames) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 8; at < bytes.length; at += 2) row[(at - 8) >> 1] = view.getUint16(at, true);
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
