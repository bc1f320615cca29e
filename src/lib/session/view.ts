import { NOT_ASKED, type Signs } from '../plan/signs';
import type { Features } from '../sensors/driver';
import type { ContractionEvent, Fault, RoundEvent } from '../signal/event';
import type { Mark } from '../signal/marks';
import { SetSchedule } from '../signal/schedule';
import type { LinkEvent, SensorIdentity } from '../storage/entry';
import type { SessionEvent } from './pipeline';
import { NOTHING_PREPARED, prepare, type PreparationView } from './preparation-view';

export type Stage =
  /** No rest level yet, or it was refused. */
  | 'untared'
  | 'taring'
  | 'tared'
  /** The short calibration, and the guided one with all its steps. */
  | 'calibrating'
  | 'guided'
  | 'proposed'
  /** The series of fast contractions. */
  | 'fast'
  /** Nobody sits on the sensor; rest has to be measured anew. */
  | 'left'
  | 'ready'
  | 'training'
  | 'paused'
  | 'set-over';

export interface Gap {
  readonly fromS: number;
  readonly toS: number;
}

/** What a session has come to, at one moment of it. */
export interface SessionView extends PreparationView {
  readonly stage: Stage;
  readonly atS: number;
  readonly sensor: SensorIdentity | null;
  readonly features: Features | null;
  readonly link: LinkEvent['link'] | null;
  readonly battery: { readonly pct: number | null; readonly volts: number | null } | null;
  /** What was answered to the questions before and after training. */
  readonly signs: Signs;
  readonly rate: { readonly hz: number; readonly riseRateWindowS: number } | null;
  /** Where the zero is now, % of the reference above the tare's. */
  readonly zeroPct: number;
  readonly schedule: SetSchedule | null;
  /** Of the latest set. */
  readonly rounds: readonly RoundEvent[];
  /** A set has begun and not ended. */
  readonly setRunning: boolean;
  readonly setComplete: boolean;
  readonly contraction: ContractionEvent | null;
  readonly gaps: readonly Gap[];
  /** Coughs, knocks and other postures, by when they began. */
  readonly marks: readonly { readonly mark: Mark['mark']; readonly atS: number }[];
  /** When frames or samples were dropped, for marks on the curve. */
  readonly faultsAtS: readonly number[];
  readonly faults: Readonly<Record<Fault, number>>;
}

export const EMPTY_VIEW: SessionView = {
  stage: 'untared',
  atS: 0,
  sensor: null,
  features: null,
  link: null,
  battery: null,
  signs: NOT_ASKED,
  rate: null,
  zeroPct: 0,
  ...NOTHING_PREPARED,
  schedule: null,
  rounds: [],
  setRunning: false,
  setComplete: false,
  contraction: null,
  gaps: [],
  marks: [],
  faultsAtS: [],
  faults: { lost: 0, late: 0, repeated: 0, malformed: 0, implausible: 0, missing: 0 }
};

/** Marks closer than this are one: a bad sensor may drop a hundred frames a second. */
const MARK_S = 0.2;

/** The view after one more event. Live and replayed sessions are seen through this and nothing else. */
export function reduce(view: SessionView, event: SessionEvent): SessionView {
  return { ...view, ...change(view, event), atS: event.atS };
}

function change(view: SessionView, event: SessionEvent): Partial<SessionView> {
  switch (event.type) {
    case 'sensor':
      return { sensor: event.sensor, features: event.features };
    case 'link':
      return { link: event.link };
    case 'battery':
      return { battery: { pct: event.pct, volts: event.volts } };
    case 'check':
      return { signs: { ...view.signs, [event.check.when]: event.check.signs } };
    case 'rate':
      return { rate: { hz: event.rateHz, riseRateWindowS: event.riseRateWindowS } };
    case 'set':
      return {
        stage: 'training',
        schedule: new SetSchedule(event.setUp, event.rmaxPctPerS),
        rounds: [],
        setRunning: true,
        setComplete: false
      };
    case 'schedule':
      return {
        stage: event.startS === null ? 'paused' : 'training',
        schedule: view.schedule?.with(event.atS, event.round, event.startS) ?? null
      };
    case 'waiting':
      return { schedule: view.schedule?.wait(event.atS, event.round) ?? null };
    case 'round':
      return { rounds: [...view.rounds, event] };
    case 'set-end':
      return {
        stage: view.rest ? 'set-over' : 'left',
        schedule: view.schedule?.end(event.atS, Math.max(1, view.rounds.length)) ?? null,
        setRunning: false,
        setComplete: event.complete
      };
    case 'zero':
      return { zeroPct: event.zeroPct };
    case 'relaxation':
      return {};
    case 'contraction':
      return { contraction: event };
    case 'gap':
      return { gaps: [...view.gaps, { fromS: event.fromS, toS: event.atS }] };
    case 'mark':
      return { marks: [...view.marks, { mark: event.mark, atS: event.fromS }] };
    case 'fault':
      return {
        faults: { ...view.faults, [event.fault]: view.faults[event.fault] + event.count },
        faultsAtS:
          event.atS - (view.faultsAtS.at(-1) ?? -Infinity) < MARK_S
            ? view.faultsAtS
            : [...view.faultsAtS, event.atS]
      };
    default:
      return prepare(view, event);
  }
}

/** Of the set that runs or is paused. */
export function runningSchedule({ stage, schedule }: SessionView): SetSchedule | null {
  return stage === 'training' || stage === 'paused' ? schedule : null;
}

/** Frames and samples that were dropped. A late frame was missed when its successor came, and is counted as lost already. */
export function droppedCount({ faults }: SessionView): number {
  return Object.entries(faults).reduce((sum, [fault, n]) => (fault === 'late' ? sum : sum + n), 0);
}
