import { pictureOf, type Picture } from '../session/picture';
import type { SessionEvent } from '../session/pipeline';
import { thinned } from '../session/thinned';
import { LiveTrace, sessionTimeS, type TraceWindow } from '../session/trace';
import { AFTER_S, BEFORE_S, SQUEEZE_S } from '../signal/calibration/attempt';
import type { CalibrationRecord } from '../storage/calibration';
import { EMPTY_VIEW, reduce, runningSchedule } from '../session/view';

/** The session under way, as far as drawing it needs: so no sample has to leave the worker to be seen. */
export class LiveSession {
  readonly trace = new LiveTrace();
  #view = EMPTY_VIEW;
  #arrivedMs = 0;

  /** @param atMs of this thread's `performance.now()` */
  append(rows: Float64Array, atMs: number): void {
    this.trace.append(rows);
    this.#arrivedMs = atMs;
  }

  note(event: SessionEvent): void {
    this.#view = reduce(this.#view, event);
  }

  pictureAt(atMs: number): Picture {
    const nowS = sessionTimeS(this.trace.newest, this.#arrivedMs, atMs);
    return pictureOf(this.trace, this.#view, runningSchedule(this.#view), nowS);
  }

  /** The calibration that was accepted last, with all that was tried for it. */
  get calibration(): Pick<CalibrationRecord, 'sensor' | 'reference' | 'rest' | 'attempts'> | null {
    const { sensor, reference, rest, attempts } = this.#view;
    return sensor && reference && rest ? { sensor, reference, rest, attempts: [...attempts] } : null;
  }

  /** The curve of an attempt that has just been judged, from 2 s before it on, as the sensor sent it; null of a short calibration. */
  attemptCurveOf(startS: number): TraceWindow | null {
    return this.#view.guide
      ? thinned(this.trace.raw, startS - BEFORE_S, BEFORE_S + SQUEEZE_S + AFTER_S)
      : null;
  }

  /** The curve of a round that has just ended. */
  curveOf(startS: number): TraceWindow {
    return thinned(this.trace.pct, startS, this.#view.schedule?.curve.durationS ?? 0);
  }
}
