import { median } from '../median';
import type { Attempt } from './attempt';
import type { Scale } from './reference';

/** A reference is the outcome of so many accepted attempts. */
export const ATTEMPTS_WANTED = 3;
/** Where the best two differ by more, % of the best, one more is asked for. */
export const LARGEST_DIFFERENCE_PCT = 10;
/** *Decision*: nobody is asked for more than six: a tired muscle gives no maximum. */
export const MOST_ATTEMPTS = 6;

/** Their strengths, the strongest first, in sensor numbers. */
export const accepted = (attempts: readonly Attempt[]): readonly number[] =>
  attempts
    .filter(({ refused }) => refused === null)
    .map(({ strength }) => strength)
    .sort((a, b) => b - a);

/** How far the second best of the accepted attempts lies below the best, % of it; null of fewer than two. */
export function differencePct(attempts: readonly Attempt[]): number | null {
  const [best, second] = accepted(attempts);
  return best === undefined || second === undefined ? null : (100 * (best - second)) / best;
}

/** `more`: another attempt is asked for; `failed`: too few of the most that are asked for could be accepted. */
export function outcomeOf(attempts: readonly Attempt[], scale: Scale): 'more' | 'done' | 'failed' {
  const count = accepted(attempts).length;
  const isWhole = count >= ATTEMPTS_WANTED;
  const isAgreed =
    scale === 'ref' || count > ATTEMPTS_WANTED || (differencePct(attempts) ?? 0) <= LARGEST_DIFFERENCE_PCT;
  if (isWhole && (isAgreed || attempts.length >= MOST_ATTEMPTS)) return 'done';
  return attempts.length >= MOST_ATTEMPTS ? 'failed' : 'more';
}

/**
 * 100 % in sensor numbers: the best of the accepted attempts; of comfortable ones the median (*decision*: the strongest of them is the least
 * comfortable). NaN of none.
 */
export function spanOf(attempts: readonly Attempt[], scale: Scale): number {
  const strengths = accepted(attempts);
  return (scale === 'mvc' ? strengths[0] : median(strengths)) ?? NaN;
}

/** How far apart the accepted attempts lie. */
export interface Spread {
  /** In sensor numbers. */
  readonly lowest: number;
  readonly highest: number;
  /** Their distance, % of the highest. */
  readonly pct: number;
}

/** What stands beside a reference: the attempts say more about it than the noise at rest. Null of fewer than two accepted ones. */
export function spreadOf(attempts: readonly Attempt[]): Spread | null {
  const strengths = accepted(attempts);
  const [highest, lowest] = [strengths[0], strengths.at(-1)];
  if (strengths.length < 2 || highest === undefined || lowest === undefined) return null;
  return { lowest, highest, pct: (100 * (highest - lowest)) / highest };
}

export function changePct(before: number, now: number): number {
  return (100 * (now - before)) / before;
}
