import type { Attempt, Objection } from './calibration/attempt';
import type { Contrast } from './calibration/contrast';
import type { FastStep } from './calibration/fast-series';
import type { GuideStep } from './calibration/guided';
import type { Reference, Scale } from './calibration/reference';
import type { SetUp } from './command';
import type { ContractionFigures } from './contraction';
import type { Mark } from './marks';
import type { Relaxation } from './release';
import type { AnswerFigures } from './round-answer';
import type { Quality } from './round-quality';
import type { TangentFigures } from './round-tangent';
import type { Slope } from './tangent';
import type { ScoreFigures } from './round-score';
import type { Rest, TareRefusal } from './tare';
import type { ZeroLoss } from './zero-watch';

/** A figure or a turn of events, told when it is known and never revised. `atS` is session time. */
export type SignalEvent = { readonly atS: number } & (
  | { readonly type: 'taring'; readonly windowS: number }
  | { readonly type: 'tared'; readonly rest: Rest }
  | { readonly type: 'tare-refused'; readonly reason: TareRefusal }
  /** Of the guided calibration, else of the short one. */
  | { readonly type: 'calibrating'; readonly guided: Scale | null }
  | { readonly type: 'attempt'; readonly attempt: Attempt; readonly accepted: number }
  /** The guided calibration asks for something: until then, or until it is done. `attempt`: which one is next, from 1 on. */
  | {
      readonly type: 'guide';
      readonly step: GuideStep;
      readonly untilS: number | null;
      readonly attempt: number;
    }
  /** The series of fast contractions asks for something, until then; with the slopes of those that are over. */
  | {
      readonly type: 'fast';
      readonly step: FastStep;
      readonly untilS: number | null;
      readonly slopes: readonly Slope[];
    }
  /** A squeeze of its practice. */
  | { readonly type: 'practised'; readonly attempt: Attempt }
  /** Its practice compared bearing down with squeezing. */
  | { readonly type: 'contrasted'; readonly contrast: Contrast }
  /** An attempt, from 0 on, does not count, also one whose verdict is still to come; null: it counts after all. */
  | { readonly type: 'objected'; readonly index: number; readonly objection: Objection | null }
  /** The calibration is complete, or the practice of a guided one: the direction found, and what the other one would give. */
  | { readonly type: 'proposed'; readonly reference: Reference; readonly opposite: Reference | null }
  | { readonly type: 'referenced'; readonly reference: Reference }
  /** Nothing is known of 0 % any more: rest has to be measured anew. A set under way stands still until then. */
  | { readonly type: 'zero-lost'; readonly cause: ZeroLoss }
  /** A squeeze is waited for, and in ten seconds none was recognised. */
  | { readonly type: 'unseen' }
  /** 100 % is what it was in an earlier session; rest has to be measured anew. */
  | { readonly type: 'referred'; readonly reference: Reference }
  /** The calibration was given up; what is 100 % again. */
  | { readonly type: 'cancelled'; readonly reference: Reference | null }
  /** With the fastest rise that its tangent, if it asks for one, is a share of; `span`: 100 % in sensor numbers. */
  | {
      readonly type: 'set';
      readonly setUp: SetUp;
      readonly rmaxPctPerS: number | null;
      readonly span: number;
    }
  /** From now on round `round` begins at `startS` and the others follow it; null: the target is away (pause). */
  | { readonly type: 'schedule'; readonly round: number; readonly startS: number | null }
  /** Round `round` waits until the signal is relaxed; a `schedule` tells when it begins. */
  | { readonly type: 'waiting'; readonly round: number }
  /** Before round `round` comes a relaxing round without a load, until then. */
  | { readonly type: 'relaxing'; readonly round: number; readonly untilS: number }
  /** The set has paused by itself. */
  | { readonly type: 'set-paused'; readonly cause: PauseCause }
  | RoundEvent
  | { readonly type: 'set-end'; readonly complete: boolean }
  /** The sampling rate as found, told again when it has changed by a tenth; with it the window of rise rates. */
  | { readonly type: 'rate'; readonly rateHz: number; readonly riseRateWindowS: number }
  /** Nothing is known between `fromS` and `atS`. */
  | { readonly type: 'gap'; readonly fromS: number }
  | ContractionEvent
  /** How the contraction that started at `startS` was let go; null where that was not seen. */
  | { readonly type: 'relaxation'; readonly startS: number; readonly relaxation: Relaxation | null }
  /** What is no contraction, and when it began; the scores of a set do not know of it. */
  | ({ readonly type: 'mark' } & Mark)
  /** The zero has moved so far from the tare's, % of the reference: told again after every half %. */
  | { readonly type: 'zero'; readonly zeroPct: number }
  | { readonly type: 'fault'; readonly fault: Fault; readonly count: number }
);

type Distributive<T> = T extends unknown ? Omit<T, 'atS'> : never;
/** An event before it has its time. */
export type Told = Distributive<SignalEvent>;
export type Tell = (event: Told) => void;

/** Why a set paused by itself: two rounds in a row were not done, or somebody stayed tense through a whole relaxing round. */
export type PauseCause = 'idle' | 'tense';

/** What is told of a round. No NaN: null where not measurable. */
export type RoundFigures = ScoreFigures &
  AnswerFigures & {
    /** Where the zero was at its end, % of the reference above the tare's (docs/signal.md, 4). */
    readonly zeroPct: number;
    /** The rate that all of it came from, Hz, and the noise of the tare, % of the reference (docs/signal.md, 3 and 17). */
    readonly rateHz: number;
    readonly noisePct: number;
    /** What its % are of. */
    readonly scale: Scale;
    /** Null where none was asked for. */
    readonly tangent: TangentFigures | null;
    /** By the band and by the set's earlier rounds; null where the hold was not measured. */
    readonly quality: Quality | null;
    /** The largest half second of the scored hold, % of the reference; null where the hold was not measured. */
    readonly holdBestPct: number | null;
    /** The headline: time in the band during the hold, and while letting go where that is the goal, 0–100 (docs/signal.md, 12). */
    readonly onTargetPct: number | null;
  };

export interface RoundEvent {
  readonly type: 'round';
  readonly round: number;
  readonly startS: number;
  /** How often it was broken off and begun again. */
  readonly interruptions: number;
  readonly figures: RoundFigures;
}

/** A contraction outside a set. */
export interface ContractionEvent extends ContractionFigures {
  readonly type: 'contraction';
  /** The noise of the tare, % of the reference (docs/signal.md, 3): its figures are as sure as that. */
  readonly noisePct: number;
}

/**
 * What was dropped: frames, or for `implausible` (out of range, or an outlier) and `missing` samples. Nothing is dropped where the clock that the
 * samples come by has `jumped`.
 */
export type Fault = 'lost' | 'late' | 'repeated' | 'malformed' | 'implausible' | 'missing' | 'jumped';
