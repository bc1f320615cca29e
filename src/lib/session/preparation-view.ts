import type { Attempt, Objection } from '../signal/calibration/attempt';
import type { Contrast } from '../signal/calibration/contrast';
import type { FastStep } from '../signal/calibration/fast-series';
import type { GuideStep } from '../signal/calibration/guided';
import type { Reference, Scale } from '../signal/calibration/reference';
import type { Slope } from '../signal/tangent';
import type { Rest, TareRefusal } from '../signal/tare';
import type { ZeroLoss } from '../signal/zero-watch';
import type { SessionEvent } from './pipeline';
import type { SessionView } from './view';

/** What the guided calibration asks for, since when and until when, session time. */
export interface Guide {
  readonly scale: Scale;
  readonly step: GuideStep;
  readonly fromS: number;
  readonly untilS: number | null;
  /** The next one, from 1 on. */
  readonly attempt: number;
}

/** What has come of measuring 0 % and 100 %. */
export interface PreparationView {
  readonly tareRefusal: TareRefusal | null;
  readonly rest: Rest | null;
  /** Why rest has to be measured anew; null once it was. */
  readonly zeroLoss: ZeroLoss | null;
  /** A squeeze was waited for, and none recognised. */
  readonly isUnseen: boolean;
  readonly guide: Guide | null;
  readonly fast: {
    readonly step: FastStep;
    readonly untilS: number | null;
    readonly slopes: readonly Slope[];
  } | null;
  /** Squeezes of its practice. */
  readonly practised: readonly Attempt[];
  /** What bearing down did, where that was tried in the practice. */
  readonly contrast: Contrast | null;
  readonly attempts: readonly Attempt[];
  /** What was said of the attempt whose verdict is still to come. */
  readonly objection: Objection | null;
  readonly proposal: { readonly reference: Reference; readonly opposite: Reference | null } | null;
  readonly reference: Reference | null;
}

/** What is left of a calibration that is over. */
const NOTHING_TRIED = {
  isUnseen: false,
  guide: null,
  fast: null,
  practised: [],
  contrast: null,
  attempts: [],
  objection: null,
  proposal: null
} as const;

export const NOTHING_PREPARED: PreparationView = {
  ...NOTHING_TRIED,
  tareRefusal: null,
  rest: null,
  zeroLoss: null,
  reference: null
};

type PreparationEvent = Extract<
  SessionEvent,
  {
    type:
      | 'taring'
      | 'tared'
      | 'tare-refused'
      | 'calibrating'
      | 'guide'
      | 'fast'
      | 'practised'
      | 'contrasted'
      | 'attempt'
      | 'objected'
      | 'proposed'
      | 'referenced'
      | 'referred'
      | 'cancelled'
      | 'unseen'
      | 'zero-lost';
  }
>;

/** What such an event changes in the view. */
export function prepare(view: SessionView, event: PreparationEvent): Partial<SessionView> {
  switch (event.type) {
    case 'taring':
      return { stage: view.guide ? 'guided' : 'taring', tareRefusal: null };
    case 'tared':
      return {
        stage: view.guide ? 'guided' : view.setRunning ? 'paused' : view.reference ? 'ready' : 'tared',
        rest: event.rest,
        zeroLoss: null,
        isUnseen: false,
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
      return { practised: [...view.practised, event.attempt], isUnseen: false };
    case 'contrasted':
      return { contrast: event.contrast };
    case 'attempt':
      return { attempts: [...view.attempts, event.attempt], objection: null, isUnseen: false };
    case 'objected':
      return {
        // Of the attempt whose verdict is still to come.
        objection: event.index === view.attempts.length ? event.objection : view.objection,
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
    case 'unseen':
      return { isUnseen: true };
    case 'zero-lost':
      return { stage: 'zero-lost', zeroLoss: event.cause, rest: null, fast: null };
    case 'referred':
      return { ...NOTHING_TRIED, stage: 'untared', reference: event.reference, rest: null };
    case 'cancelled':
      return {
        ...NOTHING_TRIED,
        stage: view.rest === null ? 'untared' : event.reference ? 'ready' : 'tared',
        reference: event.reference
      };
  }
}

function guided(
  view: SessionView,
  { step, atS, untilS, attempt }: Extract<PreparationEvent, { type: 'guide' }>
): Partial<SessionView> {
  if (!view.guide) return {};
  const guide: Guide = { ...view.guide, step, fromS: atS, untilS, attempt };
  return step === 'practice'
    ? { guide, practised: [], contrast: null, proposal: null, isUnseen: false }
    : { guide, isUnseen: false };
}
