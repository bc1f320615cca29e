import type { SetUp } from '../signal/command';
import type { Quality } from '../signal/round-quality';
import { fatigueOnset, isOver } from '../signal/fatigue';
import type { RoundFigures } from '../signal/event';
import { relaxedBelowPct } from '../signal/relaxation';
import { dayAt, type Day } from './calendar';
import type { Prescription } from './prescription';
import type { Signs } from './signs';

export interface TrainedRound {
  readonly quality: Quality | null;
  /** Whether the last 2 s of its rest were relaxed; null where that was not measured. */
  readonly isRelaxed: boolean | null;
}

export interface TrainedSet {
  readonly setUp: SetUp;
  readonly rounds: readonly TrainedRound[];
}

/** What the plan has to know of a round. Rounds of engine versions that judged none have no quality. */
export function trainedRound(
  { quality, restMeanPct, zeroPct }: RoundsFigures,
  { forcePct }: SetUp
): TrainedRound {
  const isRelaxed = restMeanPct === null ? null : restMeanPct - zeroPct < relaxedBelowPct(forcePct);
  return { quality: quality ?? null, isRelaxed };
}

type RoundsFigures = Pick<RoundFigures, 'restMeanPct' | 'zeroPct'> & {
  readonly quality?: Quality | null | undefined;
};

/** What the plan has to know of a session. */
export interface TrainedSession {
  readonly id: string;
  /** What was prescribed when it began; null where nothing was. */
  readonly prescription: string | null;
  readonly startedAtMs: number;
  readonly signs: Signs;
  readonly sets: readonly TrainedSet[];
}

const qualities = (set: TrainedSet) => set.rounds.map(({ quality }) => quality);

/** Of the rounds from 1 on: the first of two weak ones in a row; null where there was none. */
export function onsetRound(set: TrainedSet): number | null {
  const onset = fatigueOnset(qualities(set));
  return onset === null ? null : onset + 1;
}

/** The rounds that count: those before fatigue. */
export function countedRounds(set: TrainedSet): readonly TrainedRound[] {
  return set.rounds.slice(0, fatigueOnset(qualities(set)) ?? undefined);
}

/** Whether it came to its end: all its rounds, or fatigue where that ends it. */
export function isWhole(set: TrainedSet): boolean {
  const { rounds, fatigue } = set.setUp;
  return set.rounds.length >= rounds || isOver(fatigue, qualities(set));
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

/** Whether a sign was told in it. */
export function hadSign({ signs }: TrainedSession): boolean {
  return (signs.before ?? []).length > 0 || (signs.after ?? []).length > 0;
}

/**
 * A moment of the day that is done: with a target a set that came to its end, with a free curve a session whose end was told. One that a sign
 * ended is not.
 */
function isDone(session: TrainedSession, { setUp }: Prescription): boolean {
  if (hadSign(session)) return false;
  return setUp ? session.sets.some(isWhole) : session.signs.after !== null;
}

/** How many moments of that day are done. @param sessions in any order */
export function momentsDone(
  sessions: readonly TrainedSession[],
  prescription: Prescription,
  today: Day
): number {
  const ofToday = sessions.filter(({ startedAtMs }) => dayAt(startedAtMs) === today);
  return ofToday.filter((session) => isDone(session, prescription)).length;
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
  const ofToday = sessions.filter(({ startedAtMs }) => dayAt(startedAtMs) === today);
  const set = ofToday.find(({ sets }) => sets.length > 0)?.sets.at(-1);
  if (!set || !setUp || ofToday.some(hadSign)) return null;
  return set.rounds.length > 0 && roundsLeft(set) > 0 && follows(set.setUp, setUp) ? set : null;
}

/** Whether pain was told the last time anything was told, and of when that is; null: none, or it is reduced. */
export function painAtMs(sessions: readonly TrainedSession[]): number | null {
  for (const { signs, startedAtMs } of sessions) {
    if (signs.after ?? signs.before) return [signs.before, signs.after].some(hasPain) ? startedAtMs : null;
  }
  return null;
}

const hasPain = (signs: Signs['after']) => signs?.includes('pain') === true;
