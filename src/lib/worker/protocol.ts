import type { Prescription } from '../plan/prescription';
import type { TrainedSession } from '../plan/trained';
import type { PlanPart } from '../storage/database';
import type { Device, DeviceRecord, Hints } from '../storage/device';
import type { Plan } from '../storage/plan';
import type { CalibrationRecord } from '../storage/calibration';
import type { Entry, SensorIdentity } from '../storage/entry';
import type { Person } from '../storage/person';
import type { ResultRecord } from '../storage/result';
import type { Note, SessionRecord } from '../storage/session';
import type { ProxyMarked } from 'comlink';
import type { CurvePainter } from '../chart/painter';
import type { SessionMeasures } from '../progress/measures';
import type { SessionEvent } from '../session/pipeline';
import type { ReplayPart } from '../session/replay';
import type { Sample, TraceWindow } from '../session/trace';
import type { Stretch } from './recorded-journal';

/**
 * Sent on the worker's own channel, journal order being message order. The first message there is none of these: it is the port for
 * control.
 */
export type ToWorker = Entry;

/** What is new: at once when something happened, else ten times a second, which is as often as text changes. */
export interface FromWorker {
  /** How many samples of the session there have been, and the newest of them. */
  readonly samples: number;
  readonly newest: Sample;
  readonly events: readonly SessionEvent[];
  /** One for each round among the events. */
  readonly roundCurves: readonly TraceWindow[];
  /** One for each attempt of a guided calibration. */
  readonly attemptCurves: readonly TraceWindow[];
}

/** Whether what is recorded will last. `low`: it does now, but the browser has little room left. */
export type StorageState = 'kept' | 'low' | 'unavailable' | 'full';

/** What a session begins with. */
export interface Beginning {
  readonly person: string;
  readonly startedAtMs: number;
  /** With the simulated sensor. */
  readonly isSimulated: boolean;
  /** A session that was cut off, and goes on. */
  readonly goesOn?: Recording;
}

/** A stored session as it came in. */
export interface Recording extends Stretch {
  readonly session: SessionRecord;
}

/** What is stored of a session beside its journal. */
export interface StoredSession {
  readonly session: SessionRecord;
  /** Its figures, by version of the engine. */
  readonly results: readonly ResultRecord[];
}

/** Somebody's plan, and how she has trained lately. */
export interface StoredCourse {
  /** Null where there is none; then nothing is prescribed either. */
  readonly plan: Plan | null;
  /** Newest first, in the order of recording. */
  readonly prescriptions: readonly Prescription[];
  /** What the weeks after a birth count from. */
  readonly birth: Person['birth'];
  /** The newest so many, newest first in the order of recording. */
  readonly sessions: readonly TrainedSession[];
  /** Her fastest rise, % of the reference per s, as measured last. */
  readonly rmaxPctPerS: number | null;
  /** A plan, all that was prescribed, or who she is was found damaged, and nothing has taken its place: what it shut is not known. */
  readonly isDamaged: boolean;
}

/** What a session came to that was worked out anew. */
export interface ReplayEnd {
  /** Its figures as they are now. */
  readonly result: ResultRecord;
  readonly unreadable: number;
  /** Entries that were in missing stretches, as far as that can be said. */
  readonly lostEntries: number;
  /** Entries that were read. */
  readonly entries: number;
}

/** The control side of the worker, called through Comlink. */
export interface WorkerApi {
  /** Called once. */
  attach(onStorage: (state: StorageState) => void): void;
  /** Answers at once. */
  isThere(): true;
  /** Whose turn it is, as the database says. Throws storage_unavailable. */
  readDevice(hints: Hints): Promise<Device>;
  /** It is somebody's turn from now on, or what is gone is known to be gone. */
  changeDevice(change: Partial<Pick<DeviceRecord, 'person' | 'isLost'>>): Promise<void>;
  /** Ids of the sessions that were cut off and neither ended nor removed since; none while one is under way in any window. */
  cutOff(): Promise<readonly string[]>;
  /** Whether a session is under way in another window. */
  isElsewhere(): Promise<boolean>;
  /**
   * Begins a session: entries sent from now on belong to it. Throws recording_elsewhere, and session_settled where one that was to go on
   * was ended, removed or gone on with in another window.
   */
  begin(beginning: Beginning): Promise<{ id: string; storage: StorageState }>;
  /** Ends it; resolves when it is stored, with true, or when there was nothing to store or no store. */
  finish(endedAtMs: number): Promise<boolean>;
  /** Draws the session under way on that canvas, which the caller hands over. */
  paint(canvas: OffscreenCanvas): CurvePainter & ProxyMarked;
}

/** What has been recorded; a worker of its own, started at the first need, so that looking back disturbs no session. */
export interface ArchiveApi {
  /** Answers as soon as nothing else is being worked out. */
  isThere(): true;
  people(): Promise<readonly Person[]>;
  savePerson(person: Person): Promise<void>;
  /** The sensor that she has used last. */
  usedSensor(person: string, sensor: SensorIdentity): Promise<void>;
  /** With all that is hers. Throws recording_elsewhere while any window records: what it records may be hers. */
  removePerson(id: string): Promise<void>;
  /** Of one person, newest first. */
  sessions(person: string): Promise<readonly SessionRecord[]>;
  /** The first so many of them, soon. */
  newestSessions(person: string, count: number): Promise<readonly SessionRecord[]>;
  /** Of one person, newest first. */
  calibrations(person: string): Promise<readonly CalibrationRecord[]>;
  /** The plan of one person, where she has one, and what limits her training. */
  course(person: string): Promise<StoredCourse>;
  savePlan(part: PlanPart): Promise<void>;
  /** What each session of a person with a round says of progress, oldest first. */
  progress(person: string): Promise<readonly SessionMeasures[]>;
  /** Throws session_not_found or session_unreadable; so do those below. */
  session(id: string): Promise<SessionRecord>;
  recording(id: string): Promise<Recording>;
  stored(id: string): Promise<StoredSession>;
  /**
   * Works a session out anew from its journal.
   *
   * @param take gets it stretch by stretch, in order, and answers whether to go on
   */
  replay(id: string, take: (part: ReplayPart) => boolean | Promise<boolean>): Promise<ReplayEnd>;
  /**
   * Ends a session that was cut off where its journal ends. Throws recording_elsewhere where it may be under way in another window, and
   * session_settled where it was ended or removed there; so does `discard`.
   */
  keep(id: string): Promise<void>;
  /** Removes a session that was cut off, with all that was recorded of it but the answers. */
  discard(id: string): Promise<void>;
  /** Removes a session that is ended, with all that was recorded of it but the answers. Throws session_settled where it is not ended. */
  removeSession(id: string): Promise<void>;
  /** Puts a note in the place of another, in one step; either may be none. @returns all of them, in the order of the session */
  replaceNote(id: string, note: Note | null, before: Note | null): Promise<readonly Note[]>;
  /** How many damaged records were set aside. */
  damaged(): Promise<number>;
  /** Stores the figures of this version beside those of others. */
  saveResult(result: ResultRecord): Promise<void>;
}
