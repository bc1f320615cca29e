import type { SetUp } from '../signal/command';
import type { RoundEvent } from '../signal/event';
import type { SessionEvent } from './pipeline';

export interface SetResult {
  readonly setUp: SetUp;
  /** The fastest rise that its tangent was a share of, % of the reference per s; null where none was known. */
  readonly rmaxPctPerS: number | null;
  readonly rounds: readonly RoundEvent[];
}

/** The sets of a session, each with the rounds that were finished. */
export function setsOf(events: readonly SessionEvent[]): SetResult[] {
  const sets: (SetResult & { rounds: RoundEvent[] })[] = [];
  for (const event of events) {
    if (event.type === 'set') sets.push({ setUp: event.setUp, rmaxPctPerS: event.rmaxPctPerS, rounds: [] });
    else if (event.type === 'round') sets.at(-1)?.rounds.push(event);
  }
  return sets;
}
