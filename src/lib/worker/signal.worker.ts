import * as Comlink from 'comlink';
import { Painter } from '../chart/painter';
import { Database } from '../storage/database';
import { Pipeline, type SessionEvent } from '../session/pipeline';
import { Summary } from '../session/summary';
import { AppError } from '../errors';
import type { LinkEvent } from '../storage/entry';
import { LiveSession } from './live-session';
import type { FromWorker, StorageState, ToWorker, WorkerApi } from './protocol';
import { Recorder } from './recorder';
import { RecordingLock } from './recording-lock';

/** Entries are on disk at most this long after they came. */
const FLUSH_MS = 500;
/** Samples are told of at least this often. */
const TELL_MS = 100;

const database = new Database();
const lock = new RecordingLock();
let tellStorage: (state: StorageState) => void = () => undefined;
let recorder: Recorder | null = null;
/** Sessions that are not safely stored yet: the one under way, and any that the storage refused. */
const unstored = new Set<Recorder>();
let sessionEnded: () => void = () => undefined;
let ended = Promise.resolve();
let pipeline: Pipeline | null = null;
let live = new LiveSession();
let summary = new Summary();
let events: SessionEvent[] = [];
let samplesTold = 0;
/** Of the entry under way, since 1970. */
let atMs = 0;

setInterval(() => {
  for (const each of unstored) {
    if (each.isSettled) unstored.delete(each);
    else void each.flush();
  }
}, FLUSH_MS);
setInterval(tell, TELL_MS);

/** From good to bad: what is told is the worst of all sessions that are not stored yet. */
const STATES: readonly StorageState[] = ['kept', 'low', 'full', 'unavailable'];

function storageState(): StorageState {
  const worst = Math.max(0, ...Array.from(unstored, ({ state }) => STATES.indexOf(state)));
  return STATES[worst] ?? 'kept';
}

function newPipeline(): Pipeline {
  return new Pipeline({
    rows(rows) {
      live.append(rows, performance.now());
      summary.rows(rows);
    },
    event(event) {
      events.push(event);
      live.note(event);
      if (summary.note(event)) recorder?.changed();
      const made = event.type === 'referenced' ? live.calibration : null;
      if (made) recorder?.calibrated({ ...made, atMs });
    }
  });
}

function accept(entry: ToWorker): void {
  recorder?.append(entry);
  follow(entry);
  if (entry.kind === 'link' && entry.event.link === 'closed') sessionEnded();
}

function follow(entry: ToWorker): void {
  atMs = entry.atMs;
  pipeline?.accept(entry);
  if (events.length > 0) tell();
}

function tell(): void {
  const { count: samples, newest } = live.trace;
  if (events.length === 0 && samples === samplesTold) return;
  const roundCurves = events.flatMap((event) => (event.type === 'round' ? [live.curveOf(event.startS)] : []));
  const attemptCurves = events.flatMap((event) =>
    event.type === 'attempt' ? (live.attemptCurveOf(event.attempt.startS) ?? []) : []
  );
  const message: FromWorker = { samples, newest, events, roundCurves, attemptCurves };
  self.postMessage(message);
  events = [];
  samplesTold = samples;
}

const api: WorkerApi = {
  attach(onStorage) {
    tellStorage = onStorage;
  },

  async cutOff() {
    if (await lock.isTaken()) return [];
    // One that the disk refused still waits here to be written.
    const waiting = new Set(Array.from(unstored, ({ id }) => id));
    return (await database.running()).filter((id) => !waiting.has(id));
  },

  async begin({ person, startedAtMs, goesOn }) {
    if (!(await lock.take())) throw new AppError('recording_elsewhere');
    live = new LiveSession();
    summary = new Summary();
    samplesTold = 0;
    pipeline = newPipeline();
    ended = new Promise((resolve) => {
      sessionEnded = resolve;
    });
    // What came in before it was cut off comes in again, and is stored already.
    let link: LinkEvent['link'] | null = null;
    for (const entry of goesOn?.entries ?? []) {
      follow(entry);
      if (entry.kind === 'link') link = entry.event.link;
    }
    const fresh = { id: crypto.randomUUID(), person, startedAtMs, notes: [] };
    const prescription = goesOn
      ? (goesOn.session.prescription ?? null)
      : // A store that cannot be read is told of below.
        await database.prescriptionOf(person).catch(() => null);
    const begun = { ...(goesOn?.session ?? fresh), prescription, chunks: goesOn?.chunks ?? 0 };
    recorder = new Recorder(database, begun, summary, () => {
      tellStorage(storageState());
    });
    unstored.add(recorder);
    if (goesOn && link !== 'lost') accept({ kind: 'link', atMs, event: { link: 'lost' } });
    await recorder.begin();
    return { id: recorder.id, storage: storageState() };
  },

  async finish(endedAtMs) {
    // Entries come through another port: the last of them says that all are here.
    await ended;
    const finished = recorder;
    recorder = null;
    pipeline = null;
    await finished?.finish(endedAtMs);
    lock.release();
    return finished?.isStored ?? false;
  },

  paint: (canvas) => Comlink.proxy(new Painter(canvas, (atMs) => live.pictureAt(atMs)))
};

self.onmessage = ({ data: controlPort }: MessageEvent<MessagePort>) => {
  Comlink.expose(api, controlPort);
  self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    accept(data);
  };
};
