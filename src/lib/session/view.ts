import type { Features } from '../sensors/driver';
import type { Attempt } from '../signal/calibration/attempt';
import type { FastStep } from '../signal/calibration/fast-series';
import type { GuideStep } from '../signal/calibration/guided';
import type { Reference, Scale } from '../signal/calibration/reference';
import type { ContractionEvent, Fault, RoundEvent } from '../signal/event';
import type { Mark } from '../signal/marks';
import { SetSchedule } from '../signal/schedule';
import type { Slope } from '../signal/tangent';
import type { Rest, TareRefusal } from '../signal/tare';
import type { LinkEvent, SensorIdentity } from '../storage/entry';
import type { SessionEvent } from './pipeline';

type GuideEvent = Extract<SessionEvent, { type: 'guide' }>;

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

/** What the guided calibration asks for, since when and until when, session time. */
export interface Guide {
  readonly scale: Scale;
  readonly step: GuideStep;
  readonly fromS: number;
  readonly untilS: number | null;
  /** The next one, from 1 on. */
  readonly attempt: number;
}

export interface Gap {
  readonly fromS: number;
  readonly toS: number;
}

/** What a session has come to, at one moment of it. */
export interface SessionView {
  readonly stage: Stage;
  readonly atS: number;
  readonly sensor: SensorIdentity | null;
  readonly features: Features | null;
  readonly link: LinkEvent['link'] | null;
  readonly battery: { readonly pct: number | null; readonly volts: number | null } | null;
  readonly rate: { readonly hz: number; readonly riseRateWindowS: number } | null;
  /** Where the zero is now, % of the reference above the tare's. */
  readonly zeroPct: number;
  readonly tareRefusal: TareRefusal | null;
  readonly rest: Rest | null;
  readonly guide: Guide | null;
  readonly fast: {
    readonly step: FastStep;
    readonly untilS: number | null;
    readonly slopes: readonly Slope[];
  } | null;
  /** Squeezes of its practice. */
  readonly practised: readonly Attempt[];
  readonly attempts: readonly Attempt[];
  readonly proposal: { readonly reference: Reference; readonly opposite: Reference | null } | null;
  readonly reference: Reference | null;
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
  rate: null,
  zeroPct: 0,
  tareRefusal: null,
  rest: null,
  guide: null,
  fast: null,
  practised: [],
  attempts: [],
  proposal: null,
  reference: null,
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
    case 'rate':
      return { rate: { hz: event.rateHz, riseRateWindowS: event.riseRateWindowS } };
    case 'taring':
      return { stage: view.guide ? 'guided' : 'taring', tareRefusal: null };
    case 'tared':
      return {
        stage: view.guide ? 'guided' : view.setRunning ? 'paused' : view.reference ? 'ready' : 'tared',
        rest: event.rest,
        zeroPct: 0
      };
    case 'tare-refused':
      return { ...NOTHING_TRIED, stage: 'untared', tareRefusal: event.reason, rest: null };
    case 'calibrating':
      return {
        ...NOTHING_TRIED,
        stage: event.guided ? 'guided' : 'calibrating',
        reference: null,
        tareRefusal: null,
        guide: event.guided && {
          scale: event.guided,
          step: 'settle',
          fromS: event.atS,
          untilS: null,
          attempt: 1
        }
      };
    case 'guide':
      return guided(view, event);
    case 'fast':
      return {
        stage: 'fast',
        fast: { step: event.step, untilS: event.untilS, slopes: event.slopes }
      };
    case 'practised':
      return { practised: [...view.practised, event.attempt] };
    case 'attempt':
      return { attempts: [...view.attempts, event.attempt] };
    case 'objected':
      return {
        attempts: view.attempts.map((attempt, i) =>
          i === event.index ? { ...attempt, refused: event.objection } : attempt
        )
      };
    case 'proposed':
      return {
        stage: view.guide ? 'guided' : 'proposed',
        proposal: { reference: event.reference, opposite: event.opposite }
      };
    case 'referenced':
      return { stage: 'ready', reference: event.reference, guide: null, fast: null, contraction: null };
    case 'seat-left':
      return { stage: 'left', rest: null, fast: null };
    case 'referred':
      return { ...NOTHING_TRIED, stage: 'untared', reference: event.reference, rest: null };
    case 'cancelled':
      return {
        ...NOTHING_TRIED,
        stage: view.rest === null ? 'untared' : event.reference ? 'ready' : 'tared',
        reference: event.reference
      };
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
      return { stage: view.rest ? 'set-over' : 'left', setRunning: false, setComplete: event.complete };
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
  }
}

const NOTHING_TRIED = { guide: null, fast: null, practised: [], attempts: [], proposal: null } as const;

function guided(view: SessionView, { step, atS, untilS, attempt }: GuideEvent): Partial<SessionView> {
  if (!view.guide) return {};
  const guide: Guide = { ...view.guide, step, fromS: atS, untilS, attempt };
  return step === 'practice' ? { guide, practised: [], proposal: null } : { guide };
}

/** Of the set that runs or is paused. */
export function runningSchedule({ stage, schedule }: SessionView): SetSchedule | null {
  return stage === 'training' || stage === 'paused' ? schedule : null;
}

/** Frames and samples that were dropped. A late frame was missed when its successor came, and is counted as lost already. */
export function droppedCount({ faults }: SessionView): number {
  return Object.entries(faults).reduce((sum, [fault, n]) => (fault === 'late' ? sum : sum + n), 0);
}
