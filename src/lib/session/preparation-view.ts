import type { Attempt } from '../signal/calibration/attempt';
import type { FastStep } from '../signal/calibration/fast-series';
import type { GuideStep } from '../signal/calibration/guided';
import type { Reference, Scale } from '../signal/calibration/reference';
import type { Slope } from '../signal/tangent';
import type { Rest, TareRefusal } from '../signal/tare';
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
}

export const NOTHING_PREPARED: PreparationView = {
  tareRefusal: null,
  rest: null,
  guide: null,
  fast: null,
  practised: [],
  attempts: [],
  proposal: null,
  reference: null
};

/** What is left of a calibration that is over. */
const NOTHING_TRIED = { guide: null, fast: null, practised: [], attempts: [], proposal: null } as const;

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
      | 'attempt'
      | 'objected'
      | 'proposed'
      | 'referenced'
      | 'referred'
      | 'cancelled'
      | 'seat-left';
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
  }
}

function guided(
  view: SessionView,
  { step, atS, untilS, attempt }: Extract<PreparationEvent, { type: 'guide' }>
): Partial<SessionView> {
  if (!view.guide) return {};
  const guide: Guide = { ...view.guide, step, fromS: atS, untilS, attempt };
  return step === 'practice' ? { guide, practised: [], proposal: null } : { guide };
}
