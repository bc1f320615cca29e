import type { Moment, SetSchedule } from '$lib/signal/schedule';

/** What the words beside the curve say of a moment. */
export type Countdown = Pick<Moment, 'cue' | 'round'> & {
  /** Whole seconds, or null where nothing counts down. */
  readonly left: number | null;
};

export function countdownAt(schedule: SetSchedule, s: number): Countdown {
  const { cue, round, leftS } = schedule.momentAt(s);
  // A rounding error must not show a second more.
  return { cue, round, left: leftS > 0 ? Math.ceil(leftS - 1e-6) : null };
}
