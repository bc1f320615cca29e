import type { CalibrationRecord } from '../storage/calibration';
import type { Entry } from '../storage/entry';
import type { SessionRecord } from '../storage/session';
import type { ProxyMarked } from 'comlink';
import type { CurvePainter } from '../chart/painter';
import type { SessionEvent } from '../session/pipeline';
import type { Sample, TraceWindow } from '../session/trace';

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

/** A whole session, worked out anew from its journal. */
export interface Replay {
  readonly session: SessionRecord;
  readonly rows: Float64Array<ArrayBuffer>;
  readonly events: readonly SessionEvent[];
  /** Journal entries that could not be read and were left out. */
  readonly unreadable: number;
}

/** The control side of the worker, called through Comlink. */
export interface WorkerApi {
  /** Called once. */
  attach(onStorage: (state: StorageState) => void): void;
  /** Begins a session: entries sent from now on belong to it. */
  begin(startedAtMs: number): Promise<{ id: string; storage: StorageState }>;
  /** Ends it; resolves when it is stored, with true, or when there was nothing to store or no store. */
  finish(endedAtMs: number): Promise<boolean>;
  /** Draws the session under way on that canvas, which the caller hands over. */
  paint(canvas: OffscreenCanvas): CurvePainter & ProxyMarked;
}

/** What has been recorded; a worker of its own, started at the first need, so that looking back disturbs no session. */
export interface ArchiveApi {
  /** Newest first. */
  sessions(): Promise<readonly SessionRecord[]>;
  calibrations(): Promise<readonly CalibrationRecord[]>;
  /** Throws session_not_found or session_unreadable. */
  replay(id: string): Promise<Replay>;
}
