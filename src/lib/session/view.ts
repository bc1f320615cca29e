import { answeredWith, NOT_ASKED, type Signs } from '../plan/signs';
import { LOW_BATTERY, type Features, type SensorNotice } from '../sensors/driver';
import type { ContractionEvent, Fault, PauseCause, RoundEvent } from '../signal/event';
import type { Mark } from '../signal/marks';
import {
  afterContraction,
  afterGap,
  afterRelaxation,
  NO_SQUEEZES,
  type QuickSqueezes
} from '../signal/quick/series';
import { SetSchedule } from '../signal/schedule';
import type { LinkEvent, SensorIdentity } from '../storage/entry';
import { Growing } from './growing';
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
  /** Nothing is known of 0 % any more; rest has to be measured anew. */
  | 'zero-lost'
  | 'ready'
  | 'training'
  | 'paused'
  | 'set-over';

export interface Gap {
  readonly fromS: number;
  readonly toS: number;
}

/** A mark, by when it began. */
export interface Seen {
  readonly mark: Mark['mark'];
  readonly atS: number;
}

/** What a session has come to, at one moment of it. */
export interface SessionView extends PreparationView {
  readonly stage: Stage;
  readonly atS: number;
  readonly sensor: SensorIdentity | null;
  readonly features: Features | null;
  readonly link: LinkEvent['link'] | null;
  readonly battery: { readonly pct: number | null; readonly volts: number | null } | null;
  /** What the sensor said of itself since it was linked; it stays after the link is lost, because it says why. */
  readonly notice: SensorNotice | null;
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
  /** Why the set paused by itself; null where it runs, or the person paused it. */
  readonly pauseCause: PauseCause | null;
  readonly contraction: ContractionEvent | null;
  /** The latest quick squeezes that follow each other, outside of sets. */
  readonly quick: QuickSqueezes;
  readonly gaps: Growing<Gap>;
  /** Coughs, knocks and other postures, by when they began. */
  readonly marks: Growing<Seen>;
  /** When frames or samples were dropped, for marks on the curve. */
  readonly faultsAtS: Growing<number>;
  readonly faults: Readonly<Record<Fault, number>>;
}

export const EMPTY_VIEW: SessionView = {
  stage: 'untared',
  atS: 0,
  sensor: null,
  features: null,
  link: null,
  battery: null,
  notice: null,
  signs: NOT_ASKED,
  rate: null,
  zeroPct: 0,
  ...NOTHING_PREPARED,
  schedule: null,
  rounds: [],
  setRunning: false,
  setComplete: false,
  pauseCause: null,
  contraction: null,
  quick: NO_SQUEEZES,
  gaps: Growing.empty(),
  marks: Growing.empty(),
  faultsAtS: Growing.empty(),
  faults: { lost: 0, late: 0, repeated: 0, malformed: 0, implausible: 0, missing: 0, jumped: 0 }
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
      return { link: event.link, ...(event.link === 'restored' && { notice: null }) };
    case 'battery':
      return { battery: { pct: event.pct, volts: event.volts } };
    case 'notice':
      return { notice: event.notice };
    case 'check':
      return { signs: answeredWith(view.signs, event.check) };
    case 'rate':
      return { rate: { hz: event.rateHz, riseRateWindowS: event.riseRateWindowS } };
    case 'set':
      return {
        stage: 'training',
        schedule: new SetSchedule(event.setUp, event.rmaxPctPerS),
        rounds: [],
        quick: NO_SQUEEZES,
        setRunning: true,
        setComplete: false,
        pauseCause: null
      };
    case 'schedule':
      return {
        stage: event.startS === null ? 'paused' : 'training',
        pauseCause: null,
        schedule: view.schedule?.with(event.atS, event.round, event.startS) ?? null
      };
    // Going on from a pause may begin with letting go.
    case 'waiting':
      return {
        stage: 'training',
        pauseCause: null,
        schedule: view.schedule?.wait(event.atS, event.round) ?? null
      };
    case 'relaxing':
      return {
        stage: 'training',
        pauseCause: null,
        schedule: view.schedule?.relax(event.atS, event.round, event.untilS) ?? null
      };
    case 'set-paused':
      return { pauseCause: event.cause };
    case 'round':
      return { rounds: [...view.rounds, event] };
    case 'set-end':
      return {
        stage: view.rest ? 'set-over' : 'zero-lost',
        schedule: view.schedule?.end(event.atS, Math.max(1, view.rounds.length)) ?? null,
        setRunning: false,
        setComplete: event.complete,
        pauseCause: null
      };
    case 'zero':
      return { zeroPct: event.zeroPct };
    case 'relaxation':
      return { quick: afterRelaxation(view.quick, event.startS, event.relaxation) };
    case 'contraction':
      return { contraction: event, quick: afterContraction(view.quick, event) };
    case 'gap':
      return {
        gaps: view.gaps.with({ fromS: event.fromS, toS: event.atS }),
        quick: afterGap(view.quick, event.fromS, event.atS)
      };
    case 'mark':
      return { marks: view.marks.with({ mark: event.mark, atS: event.fromS }) };
    case 'fault':
      return {
        faults: { ...view.faults, [event.fault]: view.faults[event.fault] + event.count },
        faultsAtS:
          event.atS - (view.faultsAtS.at(-1) ?? -Infinity) < MARK_S
            ? view.faultsAtS
            : view.faultsAtS.with(event.atS)
      };
    default:
      return prepare(view, event);
  }
}

/** Of the set that runs or is paused. */
export function runningSchedule({ stage, schedule }: SessionView): SetSchedule | null {
  return stage === 'training' || stage === 'paused' ? schedule : null;
}

/** Whether the sensor will have power for long: it said that it will switch itself off, or its battery is low. */
export function powerOf({ notice, battery }: SessionView): 'ending' | 'low' | 'enough' {
  if (notice === 'switching-off') return 'ending';
  const { pct = null, volts = null } = battery ?? {};
  const isLow = (pct !== null && pct <= LOW_BATTERY.pct) || (volts !== null && volts <= LOW_BATTERY.volts);
  return isLow ? 'low' : 'enough';
}

/** Frames and samples that were dropped. A late frame was missed when its successor came, and is counted as lost already. */
export function droppedCount({ faults }: SessionView): number {
  return faults.lost + faults.repeated + faults.malformed + faults.implausible + faults.missing;
}
