import * as Comlink from 'comlink';
import { Painter } from '../chart/painter';
import { Database } from '../storage/database';
import { changeDevice, readDevice } from '../storage/device';
import { Pipeline, type SessionEvent } from '../session/pipeline';
import { Summary } from '../session/summary';
import { AppError } from '../errors';
import type { LinkEvent } from '../storage/entry';
import { LiveSession } from './live-session';
import type { Beginning, FromWorker, StorageState, ToWorker, WorkerApi } from './protocol';
import { Recorder } from './recorder';
import { HELLO } from './reached';
import { RecordingLock } from './recording-lock';

postMessage(HELLO);

/** Entries are on disk at most this long after they came. */
const FLUSH_MS = 500;
/** Samples are told of at least this often. */
const TELL_MS = 100;

const database = new Database();
const lock = new RecordingLock();
let tellStorage: (state: StorageState) => void = () => undefined;
let recorder: Recorder | null = null;
/** A session is being begun: the lock is taken for it, and there is no recorder yet. */
let isBeginning = false;
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
  if (!recorder && !isBeginning) releaseLock();
}, FLUSH_MS);
setInterval(tell, TELL_MS);

/** From good to bad: what is told is the worst of all sessions that are not stored yet. */
const STATES: readonly StorageState[] = ['kept', 'low', 'full', 'unavailable'];

function storageState(): StorageState {
  const worst = Math.max(0, ...Array.from(unstored, ({ state }) => STATES.indexOf(state)));
  return STATES[worst] ?? 'kept';
}

/** Of a session that waits to be stored something is there already: until it is whole, nobody may take it for one that was cut off. */
function releaseLock(): void {
  if ([...unstored].every((each) => each.isSettled || !each.isStored)) lock.release();
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
      // A date of its own: the journal counts from when the session began, and the device may have slept since.
      if (made) recorder?.calibrated({ ...made, atMs: Date.now() });
    }
  });
}

function accept(entry: ToWorker): void {
  recorder?.append(entry);
  try {
    follow(entry);
  } finally {
    // What went wrong with what follows from it must not keep the session from being ended.
    if (entry.kind === 'link' && entry.event.link === 'closed') sessionEnded();
  }
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

async function begin({
  person,
  startedAtMs,
  isSimulated,
  goesOn
}: Beginning): ReturnType<WorkerApi['begin']> {
  if (!(await lock.take())) throw new AppError('recording_elsewhere');
  if (goesOn && !(await database.isCutOff(goesOn.session.id, goesOn.chunks))) {
    releaseLock();
    throw new AppError('session_settled');
  }
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
  const chunks = goesOn?.chunks ?? 0;
  const entries = (goesOn?.entries.length ?? 0) + (goesOn?.lostEntries ?? 0);
  const begun = { ...(goesOn?.session ?? fresh), isSimulated, prescription, chunks, entries };
  recorder = new Recorder(database, begun, summary, () => {
    tellStorage(storageState());
  });
  unstored.add(recorder);
  if (goesOn && link !== 'lost') accept({ kind: 'link', atMs, event: { link: 'lost' } });
  await recorder.begin();
  return { id: recorder.id, storage: storageState() };
}

const api: WorkerApi = {
  attach(onStorage) {
    tellStorage = onStorage;
  },
  isThere: () => true,

  readDevice: (hints) => readDevice(database, hints),
  changeDevice: (change) => changeDevice(database, change),

  async cutOff() {
    if (await lock.isTaken()) return [];
    // One that the disk refused still waits here to be written.
    const waiting = new Set(Array.from(unstored, ({ id }) => id));
    return (await database.running()).filter((id) => !waiting.has(id));
  },

  isElsewhere: () => lock.isElsewhere(),

  async begin(beginning) {
    isBeginning = true;
    try {
      return await begin(beginning);
    } finally {
      isBeginning = false;
    }
  },

  async finish(endedAtMs) {
    // Entries come through another port: the last of them says that all are here.
    await ended;
    const finished = recorder;
    recorder = null;
    pipeline = null;
    await finished?.finish(endedAtMs);
    releaseLock();
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
