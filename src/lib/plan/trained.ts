import type { Scale } from '../signal/calibration/reference';
import type { SetUp } from '../signal/command';
import { fatigueOnset, isOver } from '../signal/fatigue';
import { isReached, type Quality } from '../signal/round-quality';
import { effectiveBandPct } from '../signal/target';
import type { RoundFigures } from '../signal/event';
import { relaxedBelowPct } from '../signal/relaxation';
import { dayAt, type Day } from './calendar';
import type { Dating } from './dating';
import type { Prescription } from './prescription';
import type { Signs } from './signs';
import { hadSign } from './symptoms';

export interface TrainedRound {
  readonly quality: Quality | null;
  /** Whether the last 2 s of its rest were relaxed; null where that was not measured. */
  readonly isRelaxed: boolean | null;
  /** Whether its hold came up to the band; null where that was not measured. */
  readonly isReached: boolean | null;
}

export interface TrainedSet {
  readonly setUp: SetUp;
  /** What its % are of; null of one without a round. */
  readonly scale: Scale | null;
  readonly rounds: readonly TrainedRound[];
}

/** Engines before this one called a hold above the band weak: their "weak" says nothing about fatigue. */
const FIRST_WITH_TOO_STRONG = 8;

/** What the plan has to know of a round. Rounds of engine versions that judged none have no quality. */
export function trainedRound(
  { quality = null, restMeanPct, zeroPct, holdBestPct = null }: RoundsFigures,
  { forcePct, bandPct }: SetUp,
  engineVersion: number
): TrainedRound {
  const target = { forcePct, bandPct: effectiveBandPct(bandPct, forcePct) };
  return {
    quality: quality === 'weak' && engineVersion < FIRST_WITH_TOO_STRONG ? null : quality,
    isRelaxed: restMeanPct === null ? null : restMeanPct - zeroPct < relaxedBelowPct(forcePct),
    isReached: holdBestPct === null ? null : isReached(holdBestPct, target)
  };
}

type RoundsFigures = Pick<RoundFigures, 'restMeanPct' | 'zeroPct'> & {
  readonly quality?: Quality | null | undefined;
  readonly holdBestPct?: number | null | undefined;
};

/** What the plan has to know of a session. */
export interface TrainedSession {
  readonly id: string;
  /** What was prescribed when it began; null where nothing was. */
  readonly prescription: string | null;
  readonly startedAtMs: number;
  /** Its place in the order of recording. */
  readonly sequence?: number | undefined;
  /** The same of its answers, where they came later. */
  readonly signsSequence?: number | undefined;
  /** How far its date can be believed; absent: nothing speaks against it. */
  readonly dating?: Dating;
  readonly signs: Signs;
  readonly sets: readonly TrainedSet[];
}

export const qualitiesOf = ({ rounds }: TrainedSet) => rounds.map(({ quality }) => quality);

/** The round at which fatigue set in, from 1 on; null where it did not. */
export function onsetRound(set: TrainedSet): number | null {
  const onset = fatigueOnset(qualitiesOf(set), set.setUp.fatigue);
  return onset === null ? null : onset + 1;
}

/** The rounds that count: those before fatigue. */
export function countedRounds(set: TrainedSet): readonly TrainedRound[] {
  return set.rounds.slice(0, fatigueOnset(qualitiesOf(set), set.setUp.fatigue) ?? undefined);
}

/** Whether it came to its end: all its rounds, or fatigue where that ends it. */
export function isWhole(set: TrainedSet): boolean {
  const { rounds, fatigue } = set.setUp;
  return set.rounds.length >= rounds || isOver(fatigue, qualitiesOf(set));
}

/** Whether most of its rounds were trained at all; what was not measured counts against nobody. */
export function isDone(set: TrainedSet): boolean {
  const idle = set.rounds.filter(({ quality }) => quality === 'not-done').length;
  return 2 * idle < set.rounds.length;
}

/** The rounds that are left of a set that was broken off; 0 where it came to its end. */
export function roundsLeft(set: TrainedSet): number {
  return isWhole(set) ? 0 : set.setUp.rounds - set.rounds.length;
}

/** Whether it trained what is prescribed: force, pattern and speed; how many rounds there were is another matter. */
export function follows(setUp: SetUp, prescribed: SetUp): boolean {
  const shape = ({ forcePct, pattern, tangentPct = 0 }: SetUp) => [
    forcePct,
    pattern.riseMs,
    pattern.holdMs,
    pattern.fallMs,
    pattern.restMs,
    tangentPct
  ];
  const wanted = shape(prescribed);
  return shape(setUp).every((value, i) => value === wanted[i]);
}

/**
 * Whether a session is a moment of the day: with a target, a set that came to its end and was mostly done; with a free curve, a session
 * whose end was answered. One that a sign ended is not.
 */
function isMoment(session: TrainedSession, { setUp }: Prescription): boolean {
  if (hadSign(session)) return false;
  return setUp ? session.sets.some((set) => isWhole(set) && isDone(set)) : session.signs.after !== null;
}

/** Whether it is known to have begun on that day. */
function isOf({ startedAtMs, dating }: TrainedSession, day: Day): boolean {
  return dating !== 'ahead' && dayAt(startedAtMs) === day;
}

/** How many moments of that day are done. @param sessions in any order */
export function momentsDone(
  sessions: readonly TrainedSession[],
  prescription: Prescription,
  today: Day
): number {
  return sessions.filter((session) => isOf(session, today) && isMoment(session, prescription)).length;
}

/**
 * The newest set of today, where it was broken off and may go on: a setting that is prescribed still, and no sign today.
 *
 * @param sessions newest first
 */
export function brokenOff(
  sessions: readonly TrainedSession[],
  { setUp }: Prescription,
  today: Day
): TrainedSet | null {
  const ofToday = sessions.filter((session) => isOf(session, today));
  const set = ofToday.find(({ sets }) => sets.length > 0)?.sets.at(-1);
  if (!set || !setUp || ofToday.some(hadSign)) return null;
  return set.rounds.length > 0 && roundsLeft(set) > 0 && follows(set.setUp, setUp) ? set : null;
}
